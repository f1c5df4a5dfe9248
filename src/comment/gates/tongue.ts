import { supportedLanguages, toISO2 } from 'tinyld/light';
import { languageOf } from '../../shared/language-of.ts';

/**
 * The language that a text is written in, as ISO 639-1; undefined where it is too short to tell (some 600 characters), or
 * begins in one language and ends in another.
 *
 * Shape: of a long text only the beginning and the end are looked at, since looking takes half a millisecond a piece.
 */
export function tongueOf(text: string): string | undefined {
  const isLong = text.length > PIECE_CHARACTERS * 2;
  return languageOf([], isLong ? text.slice(0, PIECE_CHARACTERS) + text.slice(-PIECE_CHARACTERS) : text);
}

/** What `languageOf` takes for one piece. */
const PIECE_CHARACTERS = 300;

/** Whether a text is written in a language; undefined where it is too short to tell, or the language cannot be detected. */
export function isInLanguage(text: string, language: string): boolean | undefined {
  const base = baseOf(language);
  const seen = DETECTABLE.has(base) ? tongueOf(text) : undefined;
  return seen === undefined ? undefined : seen === base;
}

const DETECTABLE = new Set(supportedLanguages.map(toISO2));

function baseOf(language: string): string {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return base === 'nb' || base === 'nn' ? 'no' : base;
}
