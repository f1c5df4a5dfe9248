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
