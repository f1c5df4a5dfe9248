import { detect, supportedLanguages, toISO2 } from 'tinyld/light';
import { baseLanguage, languageTag } from './language.ts';

/**
 * The language of a page: the one that it names, or when it names none, or one that is plainly wrong, the one its text
 * is written in.
 *
 * Shape: a name is plainly wrong when nearly every piece of a long text is in one other language, and none in that one.
 */
export function languageOf(said: (string | undefined)[], text: string): string | undefined {
  const tag = said.map(languageTag).find((one) => one !== undefined);
  if (tag !== undefined && !isDetectable(detectorName(tag))) return tag;
  const pieces = piecesOf(text).map((piece) => detectorName(detect(piece)));
  const most = mostOf(pieces);
  if (most === undefined) return tag;
  const share = pieces.filter((one) => one === most).length / pieces.length;
  if (tag === undefined) return share > SHARE_LIKELY ? most : undefined;
  const isWrong = pieces.length >= PIECES_SURE && share >= SHARE_SURE && !pieces.includes(detectorName(tag));
  return isWrong ? most : tag;
}

/** One sentence with foreign names can mislead the detector; most of several hardly. */
const PIECE_CHARACTERS = 300;
const PIECES_MIN = 2;
const PIECES_MAX = 8;
const PIECES_SURE = 4;
const SHARE_LIKELY = 0.5;
const SHARE_SURE = 0.75;
const DETECTABLE = new Set(supportedLanguages.map(toISO2));

/** A language by the name that the detector knows it by. */
export function detectorName(tag: string): string {
  const base = baseLanguage(tag);
  return base === 'nb' || base === 'nn' ? 'no' : base;
}

/** Whether the detector knows a language, by its name. */
export const isDetectable = (name: string): boolean => DETECTABLE.has(name);

/** Whole pieces from the beginning; a script that says more with a character has shorter ones. */
function piecesOf(text: string): string[] {
  const length = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}]/u.test(text.slice(0, 100))
    ? PIECE_CHARACTERS / 3
    : PIECE_CHARACTERS;
  const count = Math.min(PIECES_MAX, Math.floor(text.length / length));
  if (count < PIECES_MIN) return [];
  return Array.from({ length: count }, (_, i) => text.slice(i * length, (i + 1) * length));
}

function mostOf(words: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
