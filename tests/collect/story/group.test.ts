import { describe, expect, test } from 'vitest';
import { groupStories, type Placed } from '../../../src/collect/story/group.ts';
import { createTerms } from '../../../src/collect/story/terms.ts';
import { vectorsOf } from '../../../src/collect/story/vectors.ts';

const FERRY = 'Ferry runs aground off Quay Island';
const FERRY_TOO = 'Passengers leave ferry aground near Quay Island';
const STRIKE = 'Teachers of Millbrook strike over class sizes';
const STRIKE_TOO = 'Millbrook teachers begin strike, class sizes at issue';
const termsOf = createTerms('en');

describe('pieces of one story', () => {
  test('come together, others stay apart, in a collection of four and of many', () => {
    const four = [piece('f1', FERRY), piece('s1', STRIKE), piece('f2', FERRY_TOO), piece('s2', STRIKE_TOO)];
    const many = Array.from({ length: 300 }, (_, i) => piece(`n${i}`, `Alone${i} stands${i} here${i} town`));
    const expected = { f1: 'f1', f2: 'f1', s1: 's1', s2: 's1' };
    expect(grouped(four)).toEqual(expected);
    expect(grouped([...many, ...four])).toMatchObject(expected);
  });
  test('are known by their texts where their titles say nothing', () => {
    const text = 'The dye works at Tarn let red water into the river for nine hours on Monday night.';
    const pieces = [
      piece('a', 'A night to remember', { text }),
      piece('b', 'What we know so far', {
        text: 'Red water in the river: the dye works of Tarn says it was nine hours.',
      }),
      piece('c', 'What we do not know', { text: 'The orchestra seeks a new conductor before spring.' }),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', b: 'a', c: 'c' });
  });
  test('come together only within three days of each other', () => {
    const pieces = [
      piece('a', FERRY, { hour: 0 }),
      piece('b', FERRY, { hour: 60 }),
      piece('c', FERRY, { hour: 140 }),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', b: 'a', c: 'c' });
  });
});

describe('a story', () => {
  test('keeps its id when something new joins it', () => {
    const pieces = [
      piece('early', 'Lighthouse painted', { hour: 1, storyId: 'early', isNew: false }),
      piece('f1', FERRY, { hour: 2, storyId: 'before-the-window', isNew: false }),
      piece('f2', FERRY_TOO, { hour: 3 }),
    ];
    expect(grouped(pieces)).toEqual({ early: 'early', f1: 'before-the-window', f2: 'before-the-window' });
  });
  test('that has come near to another becomes one with it, under the id of the older', () => {
    const pieces = [
      piece('a', 'Ferry aground', { hour: 1, storyId: 'a', isNew: false }),
      piece('b', 'Quay Island rescue', { hour: 2, storyId: 'b', isNew: false }),
      piece('c', 'Ferry aground, Quay Island rescue', { hour: 3 }),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', b: 'a', c: 'a' });
  });
  test('that is known keeps its id even when what is heard late was told before it', () => {
    const pieces = [
      piece('late', FERRY, { hour: 1 }),
      piece('known', FERRY_TOO, { hour: 2, storyId: 'known', isNew: false }),
    ];
    expect(grouped(pieces)).toEqual({ late: 'known', known: 'known' });
  });
  test('stays as it is when nothing in it is new', () => {
    const pieces = [
      piece('a', FERRY, { storyId: 'a', isNew: false }),
      piece('b', FERRY, { storyId: 'b', isNew: false }),
      piece('c', STRIKE),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', b: 'b', c: 'c' });
  });
  test('keeps the piece that began it, whatever that says now, and lets others go', () => {
    const pieces = [
      piece('a', STRIKE, { hour: 1, storyId: 'a' }),
      piece('b', FERRY, { hour: 2, storyId: 'a', isNew: false }),
      piece('c', 'Orchestra seeks conductor', { hour: 3, storyId: 'a' }),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', b: 'a', c: 'c' });
  });
  test('has the duplicates of its pieces in it', () => {
    const pieces = [
      piece('a', FERRY, { hour: 1 }),
      piece('copy', 'Another headline altogether', { hour: 2, duplicateOfId: 'a' }),
      piece('far', 'A copy of what is not here', {
        hour: 3,
        duplicateOfId: 'gone',
        storyId: 'its',
        isNew: false,
      }),
    ];
    expect(grouped(pieces)).toEqual({ a: 'a', copy: 'a', far: 'its' });
  });
});

test('a piece without a single word tells a story of its own', () => {
  expect(grouped([piece('a', '…'), piece('b', '!')])).toEqual({ a: 'a', b: 'b' });
});

interface Draft extends Placed {
  title: string;
  text: string;
}

function piece(id: string, title: string, more: Partial<Draft> & { hour?: number } = {}): Draft {
  const { hour = 0, ...over } = more;
  const at = Date.UTC(2026, 10, 20) + hour * 3_600_000;
  return { id, title, text: '', at, storyId: null, duplicateOfId: null, isNew: true, ...over };
}

function grouped(pieces: readonly Draft[]): Record<string, string> {
  const vectors = vectorsOf(pieces.map(({ title, text }) => termsOf({ title, text, language: 'en' })));
  const stories = groupStories(pieces, vectors);
  return Object.fromEntries(pieces.map(({ id }, i) => [id, stories[i] ?? '']));
}
