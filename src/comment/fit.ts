import { countWords } from '../shared/html.ts';
import type { Config } from '../shared/config.ts';
import { languageOf } from '../shared/language-of.ts';
import type { SourceText } from './gates/ground.ts';
import { baseLanguage } from '../shared/language.ts';

/** Shorter texts do not say enough to be commented on. */
const WORDS_MIN = 40;
/** In UTF-16 units; enough to see that a text is long enough, and in which language it is. */
const LOOKED_AT = 2_000;

/**
 * Why nothing can be written about an article, whatever model is asked; undefined when it can.
 *
 * Shape: nothing is left of it, it is too short, or it is in a language that the newsroom does not read.
 */
export function unfitReason(source: SourceText, body: string, { newsroom }: Config): string | undefined {
  const words = countWords(body.slice(0, LOOKED_AT));
  if (words === 0) return 'There is no text of it to write about.';
  if (words < WORDS_MIN) return `Its text is too short to write about (${String(words)} words).`;
  const language = source.language ?? languageOf([], body.slice(0, LOOKED_AT));
  const reads = newsroom.reads ?? [newsroom.language];
  if (language === undefined || reads.some((tag) => baseLanguage(tag) === baseLanguage(language)))
    return undefined;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return `It is in ${names.of(language) ?? language}, which this newsroom does not read.`;
}
