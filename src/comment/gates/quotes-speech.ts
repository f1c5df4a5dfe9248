import type { Span } from './quote-marks.ts';
import { SAYS } from './quotes-speaker.ts';

/**
 * The places where a text lets somebody speak without quotation marks: after a dash ("— We knew, said Reis") or after a
 * verb of saying and a colon ("Reis said: we knew").
 *
 * Shape: three words and more, to the end of the sentence or to the verb; what has quotation marks in it is none.
 */
export function speechesIn(text: string): Span[] {
  return [...text.matchAll(DASHED), ...text.matchAll(AFTER_COLON)].flatMap((match) => {
    const { before = '', speech = '' } = match.groups ?? {};
    const from = match.index + before.length;
    const words = speech.match(/[\p{L}\p{N}’']+/gu) ?? [];
    return words.length < WORDS_MIN || MARKED.test(speech) ? [] : [{ from, to: from + speech.length }];
  });
}

const WORDS_MIN = 3;
const MARKED = /["“”„«»‹›「」『』]/u;
const WHO = String.raw`(?:the\s|der\s|die\s|le\s|la\s|el\s|o\s|a\s|il\s)?[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,3}?`;
/** The verb stands after a comma, or the speaker does and the verb after that. */
const DASHED = new RegExp(
  String.raw`(?<before>(?:^|\n|(?<=[.!?]\s))[ \t]*[—–―-]\s*)(?<speech>[^.\n—–]{8,300}?)(?=[,!?]\s+(?:(?:${SAYS})\s+\p{L}|${WHO}\s(?:${SAYS})(?!\p{L})))`,
  'gu',
);
const AFTER_COLON = new RegExp(
  String.raw`(?<before>(?:(?<!\p{L})(?:he|she|they)|(?:the|der|die|le|la|el|il)\s\p{Ll}+|\p{Lu}[\p{L}’'-]+)(?:,?\s\p{L}+){0,3}?\s(?:${SAYS})(?:\s(?:us|them|the \p{Ll}+|reporters))?\s?:\s+)(?<speech>[^.!?\n]{8,300})`,
  'gu',
);
