import snowball from 'snowball-stemmers';
import { hashOf } from './hash.ts';
import { STOP_WORDS } from './stop-words.ts';
import { baseLanguage } from './language.ts';

/** What a language makes of a word in lower case: the hash of its stem, or 0 where it tells nothing. */
export type Stem = (word: string) => number;

/**
 * Stems by language, made when they are first asked for.
 *
 * Shape: a language is a BCP 47 tag, of which the first part counts. Words of languages without a stemmer are taken as
 * they are; without a list of stop words every word counts.
 * Source: Snowball, snowballstem.org; stopwords-iso.
 */
export function createStems(): (language: string) => Stem {
  const made = new Map<string, Stem>();
  return (language) => {
    const base = baseLanguage(language);
    const known = made.get(base) ?? stemOf(base);
    made.set(base, known);
    return known;
  };
}

const ALGORITHMS: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** Longer runs of letters are no words, and a stemmer's time grows with them. */
const LETTERS_MAX = 40;
const REMEMBERED_MAX = 100_000;

function stemOf(base: string): Stem {
  const stops = new Set(STOP_WORDS.get(base));
  const algorithm = Object.hasOwn(ALGORITHMS, base) ? ALGORITHMS[base] : undefined;
  const stemmer = algorithm === undefined ? undefined : snowball.newStemmer(algorithm);
  const remembered = new Map<string, number>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size > REMEMBERED_MAX) remembered.clear();
    const short = word.length < 2 && !/\d/.test(word);
    const plain = word.length > LETTERS_MAX ? word.slice(0, LETTERS_MAX) : word;
    const hash = short || stops.has(word) ? 0 : hashOf(stemmer?.stem(plain) ?? plain) || 1;
    remembered.set(word, hash);
    return hash;
  };
}
