import { english, german } from './accusations-germanic.ts';
import type { AccusationWords } from './accusations-list.ts';
import { french, italian, portuguese, spanish } from './accusations-romance.ts';
import { baseLanguage } from '../../shared/language.ts';

/** The words of a language, by the first part of its tag; undefined where we have none. */
export function accusationWordsOf(language: string): AccusationWords | undefined {
  return LANGUAGES.get(baseLanguage(language));
}

const LANGUAGES: ReadonlyMap<string, AccusationWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['pt', portuguese],
  ['it', italian],
]);
