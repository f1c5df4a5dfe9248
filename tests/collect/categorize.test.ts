import { describe, expect, test } from 'vitest';
import { categorize, createFiling, type Shelf } from '../../src/collect/categorize.ts';

const shelves: Shelf[] = [
  {
    slug: 'transport',
    keywords: ['ferry', { word: 'night train', weight: 2 }, { word: 'tram*', weight: 1 }],
  },
  {
    slug: 'health',
    keywords: [
      { word: 'clinic', weight: 1 },
      { word: 'animal', weight: -5 },
    ],
  },
  { slug: 'sport', keywords: [] },
];
const file = (title: string, text = '', sourceCategories: string[] = []) =>
  categorize({ title, text, sourceCategories }, shelves);

describe('a keyword', () => {
  test('counts by its weight', () => {
    expect(file('Harvest', 'the ferry')).toEqual([]);
    expect(file('Harvest', 'the night train')).toEqual(['transport']);
  });
  test('may speak against a category', () => {
    expect(file('Clinic')).toEqual(['health']);
    expect(file('Animal clinic')).toEqual([]);
    expect(file('Animal clinic', '', ['health'])).toEqual(['health']);
  });
  test('with a star counts every word that begins so, and only these', () => {
    expect(file('Tramways')).toEqual(['transport']);
    expect(file('Tram')).toEqual(['transport']);
    expect(file('Outram')).toEqual([]);
    expect(file('Ferryman')).toEqual([]);
  });
  test.each([
    ['.NET', 'A talk on .net tonight', true],
    ['.NET', 'A talk on net tonight', false],
    ['C++', 'C++ for all', true],
    ['C++', 'C for all', false],
    ['R&D', 'more R&D, please', true],
    ['großer Preis', 'GROSSER\nPREIS', true],
    ['ﬁsh', 'fish', true],
    ['東京', '今日の東京都', true],
    ['++', 'a ++ b', true],
    ['a.c', 'abc', false],
    ['night train', 'night trains', false],
    ['night train*', 'night trains', true],
    ['café', 'Cafe\u0301', true],
    ['', 'anything', false],
    ['*', 'anything', false],
  ])('%j in %j: %s', (word, title, stands) => {
    const filed = categorize({ title, text: '', sourceCategories: [] }, [{ slug: 'a', keywords: [word] }]);
    expect(filed).toEqual(stands ? ['a'] : []);
  });
});

test('filing made ready once files each article for itself', () => {
  const fileOne = createFiling(shelves);
  expect(fileOne({ title: 'Ferry', text: '', sourceCategories: [] })).toEqual(['transport']);
  expect(fileOne({ title: 'Clinic', text: '', sourceCategories: [] })).toEqual(['health']);
  expect(fileOne({ title: 'Harvest', text: '', sourceCategories: [] })).toEqual([]);
});

test('a text that is all keywords and one without any end come to an end', () => {
  const many = [
    {
      slug: 'a',
      keywords: Array.from({ length: 500 }, (_, i) => ({ word: `${'a '.repeat(i % 20)}b`, weight: 1 })),
    },
  ];
  const fileOne = createFiling(many);
  expect(fileOne({ title: 'a '.repeat(10_000), text: 'a '.repeat(100_000), sourceCategories: [] })).toEqual(
    [],
  );
  expect(fileOne({ title: '', text: 'x'.repeat(1_000_000), sourceCategories: [] })).toEqual([]);
}, 10_000);

const article = (title: string, text: string, sourceCategories: string[] = []) => ({
  title,
  text,
  language: 'en',
  sourceCategories,
});

describe('decisions of editors', () => {
  const words = {
    transport: 'quay anchor captain lighthouse cargo vessel rope sailing',
    sport: 'racket umpire league stadium medal coach sprint goal',
    health: 'nurse ward surgeon bandage fever vaccine dose pulse',
  };
  const decisions = Array.from({ length: 60 }, (_, i) => {
    const [slug, about] = Object.entries(words)[i % 3] ?? ['', ''];
    const list = about.split(' ');
    const text = list.map((_, at) => list[(at * 3 + i) % 7]).join(' ');
    return { title: `Number ${i}`, text, language: 'en', categories: [slug] };
  });
  const taught = createFiling(shelves, decisions);

  test('add a category that the keywords miss', () => {
    const match = article(
      'Late',
      'The umpire told the coach that the medal of the league stays in the stadium.',
    );
    expect(createFiling(shelves)(match)).toEqual([]);
    expect(taught(match)).toEqual(['sport']);
  });
  test('take out a category that few keywords gave, and none that many gave', () => {
    const text = words.sport;
    const weak = article('Late', `tram tram ${text}`);
    expect(createFiling(shelves)(weak)).toEqual(['transport']);
    expect(taught(weak)).toEqual(['sport']);
    const strong = article('Tram and ferry, night train', `tram tram tram ferry ferry ferry ${text}`);
    expect(taught(strong)).toContain('transport');
  });
  test('never take out a category of the source', () => {
    expect(taught(article('Late', words.sport, ['transport']))).toEqual(['sport', 'transport']);
  });
  test('put the category first that keywords and words together speak for most', () => {
    const both = article('Late', `clinic clinic tram tram ${words.health}`);
    expect(createFiling(shelves)(both)[0]).toBe('transport');
    expect(taught(both)[0]).toBe('health');
  });
  test('file at most three', () => {
    const more = [...shelves, { slug: 'money', keywords: ['bank'] }, { slug: 'arts', keywords: ['choir'] }];
    const filed = createFiling(more, decisions)(article('Bank, choir, clinic, ferry', words.sport));
    expect(filed).toHaveLength(3);
  });
  test('that are too few change nothing', () => {
    const few = createFiling(shelves, decisions.slice(0, 12));
    for (const one of [article('Late', words.sport), article('Late', `tram tram ${words.sport}`)])
      expect(few(one)).toEqual(createFiling(shelves)(one));
  });
});
