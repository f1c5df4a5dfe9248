import { describe, expect, test } from 'vitest';
import { arabic } from '../../strings/ar.ts';
import { german } from '../../strings/de.ts';
import { english } from '../../strings/en.ts';
import { languagesSpoken, spokenOf, stringsFor } from '../../strings/strings.ts';
import { piecesOf, wordsOf } from './walk.ts';

const LANGUAGES = [
  ['en', english],
  ['de', german],
  ['ar', arabic],
] as const;

/** Keys that English leaves to the rooms' own sentences. */
const ROOMS_OWN = /^\.(pages\.problem\.faults|made\.authorship\.article)\./;
/** The same in every language. */
const INTERNATIONAL = new Set(['Video', 'Audio', 'Petition']);

describe.each(LANGUAGES)('the strings of "%s"', (language, strings) => {
  const words = wordsOf(strings);

  test('say something everywhere', () => {
    expect(words.length).toBeGreaterThan(150);
    for (const { path, text } of words) expect(text.trim(), path).not.toBe('');
  });

  test('have the keys of English, and no other', () => {
    const paths = (of: typeof words) => [...new Set(of.map(({ path }) => path))].toSorted();
    expect(paths(words).filter((path) => !ROOMS_OWN.test(path))).toEqual(paths(wordsOf(english)));
  });

  test('have the links and places of English', () => {
    const own = new Map(words.map(({ path, text }) => [path, marks(text)]));
    for (const { path, text } of wordsOf(english)) expect(own.get(path), path).toEqual(marks(text));
  });

  test('are found by the language’s tag, whatever its region and case', () => {
    for (const tag of [language, language.toUpperCase(), `${language}-XX`, `${language}_XX`])
      expect(stringsFor(tag)).toBe(strings);
  });
});

test.each(LANGUAGES.filter(([language]) => language !== 'en'))('nothing in "%s" is English', (_, strings) => {
  const known = new Map(wordsOf(english).map(({ path, text }) => [path, text]));
  for (const { path, text } of wordsOf(strings))
    if (!INTERNATIONAL.has(text) && text !== known.get(path))
      for (const piece of piecesOf(known.get(path) ?? '')) expect(text, path).not.toContain(piece);
  const same = wordsOf(strings).filter(
    ({ path, text }) => /\p{L}{2}/u.test(text) && text === known.get(path) && !INTERNATIONAL.has(text),
  );
  expect(same).toEqual([]);
});

const marks = (text: string) => [text.split('[').length, text.split('{}').length];

test('Arabic is written in Arabic letters', () => {
  for (const { path, text } of wordsOf(arabic)) {
    if (path === '.made.authorship.list') continue;
    expect(text, path).toMatch(/\p{sc=Arab}/u);
    expect(text.replaceAll('name@example.org', ''), path).not.toMatch(/[A-Za-z]/);
  }
});

test('a language is spoken where there are words for it, else the next one wanted, at last English', () => {
  expect(spokenOf('de-CH', 'ar')).toBe('de-CH');
  expect(spokenOf('fr', 'ar')).toBe('ar');
  expect(spokenOf(null, undefined, 'fr')).toBe('en');
  expect(stringsFor('fr')).toBe(english);
});

test('every language with words has one tag: the one that is known of it, else its own', () => {
  expect(languagesSpoken()).toEqual(['en', 'de', 'ar']);
  expect(languagesSpoken(undefined, 'fr', 'de-CH', 'de', 'en-GB')).toEqual(['en-GB', 'de-CH', 'ar']);
});

describe('a count has its own form', () => {
  test.each([
    ['en', 1, '1 of 500 have signed'],
    ['en', 2, '2 of 500 have signed'],
    ['de', 1, '1 von 500 hat unterschrieben'],
    ['de', 2, '2 von 500 haben unterschrieben'],
  ])('%s, %i', (language, signed, words) => {
    expect(stringsFor(language).pages.petition.signed({ signed, goal: 500 })).toBe(words);
  });

  test('for each of the six that Arabic has', () => {
    const { signed } = stringsFor('ar').pages.petition;
    const forms = [0, 1, 2, 3, 11, 100].map((count) =>
      signed({ signed: count, goal: 500 }).replaceAll(/\p{Nd}/gu, ''),
    );
    expect(new Set(forms).size).toBe(6);
  });
});
