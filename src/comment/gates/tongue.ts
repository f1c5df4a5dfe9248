import { detectorName, isDetectable, languageOf } from '../../shared/language-of.ts';
import { wordsOf } from '../../shared/words.ts';
import { stemIn } from './overlap-stem.ts';

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

/**
 * Whether a text is written in a language; undefined where it is too short to tell, or the language cannot be detected.
 *
 * Shape: where nearly half of the words of its beginning and of its end are the language's own small words, it is; only
 * else the detector is asked, which takes a hundred times longer.
 */
export function isInLanguage(text: string, language: string): boolean | undefined {
  const base = detectorName(language);
  if (isFullOf(base, text.slice(0, PIECE_CHARACTERS)) && isFullOf(base, text.slice(-PIECE_CHARACTERS)))
    return true;
  const seen = isDetectable(base) ? tongueOf(text) : undefined;
  return seen === undefined ? undefined : seen === base;
}

/** Of the words of a text; other languages' small words make up a quarter at most. */
const SMALL_WORDS_MIN = 0.45;
const WORDS_MIN = 30;

function isFullOf(base: string, piece: string): boolean {
  const words = wordsOf(piece);
  if (words.length < WORDS_MIN) return false;
  const stem = stemIn(base);
  return words.filter((word) => stem(word) === 0).length >= words.length * SMALL_WORDS_MIN;
}
