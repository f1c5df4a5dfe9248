import { english, german } from './numbers-germanic.ts';
import type { NumberWords } from './numbers-list.ts';
import { french, italian, portuguese, spanish } from './numbers-romance.ts';
import { baseLanguage } from '../../shared/language.ts';

/** The number words of a language, by the first part of its tag; undefined where we have none. */
export function numberWordsOf(language: string): NumberWords | undefined {
  return LANGUAGES.get(baseLanguage(language));
}

const LANGUAGES: ReadonlyMap<string, NumberWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['pt', portuguese],
  ['it', italian],
]);
