import { describe, expect, test } from 'vitest';
import { createDenseNearness } from '../../../src/collect/story/dense.ts';
import { createWordNearness, type Nearness } from '../../../src/collect/story/nearness.ts';
import {
  nearestOf,
  neighbourOf,
  type Neighbour,
  type Relatable,
} from '../../../src/collect/story/related.ts';
import { createTerms } from '../../../src/collect/story/terms.ts';
import { vectorsOf } from '../../../src/collect/story/vectors.ts';

const termsOf = createTerms('en');
const vector = (...values: number[]) => Float32Array.from(values);

describe('nearness by words', () => {
  test('comes from what is rare in the collection, not from what everything has in common', () => {
    const near = byWords([
      'Quay Island: ferry captain asks for a new timetable',
      'Ferry captain of Quay Island on the timetable',
      'Quay Island: nurse opens a clinic',
      ...Array.from({ length: 60 }, (_, i) => `Quay Island: notice${i} of${i} the${i} day${i}`),
    ]).near(0);
    expect(near.map(({ place }) => place)).toEqual([1]);
  });
  test('is the same both ways', () => {
    const words = byWords(['Ferry captain asks', 'Captain of ferry answers', 'Clinic opens']);
    expect(words.near(1)[0]?.similarity).toBeCloseTo(words.near(0)[0]?.similarity ?? 0, 6);
  });
});

describe('nearness by embeddings', () => {
  test('finds what has no word in common', () => {
    const words = byWords(['Ferry aground', 'Balsa encalhada', 'Clinic opens']);
    const dense = createDenseNearness([vector(1, 0, 0.1), vector(0.9, 0.1, 0.1), vector(0, 1, 0)], words);
    expect(dense.near(0).map(({ place }) => place)).toEqual([1]);
  });
  test('is not fooled by a model that puts everything near everything', () => {
    const texts = Array.from({ length: 40 }, (_, i) => `Subject${i}`);
    const embeddings = texts.map((_, i) =>
      vector(5, Math.sin(i * 37), Math.cos(i * 91), Math.sin(i * 53 + 1)),
    );
    embeddings[1] = Float32Array.from(embeddings[0] ?? []);
    const near = createDenseNearness(embeddings, byWords(texts)).near(0);
    expect(near.find(({ place }) => place === 1)?.similarity).toBeCloseTo(1, 5);
    expect(near.length).toBeLessThan(30);
  });
  test('gives way to words where a piece has no vector, or one of another length', () => {
    const words = byWords(['Ferry aground', 'Ferry aground again', 'Ferry afloat and aground']);
    const dense = createDenseNearness([vector(1, 0), undefined, vector(1, 0, 0), vector(0, 1)], words);
    expect(dense.near(0).map(({ place }) => place)).toEqual(words.near(0).map(({ place }) => place));
    expect(dense.near(1)).toEqual(words.near(1));
  });
});

describe('what may stand under an article', () => {
  const own = article('own', { duplicateOfId: 'original' });
  test.each([
    ['another of the same days', article('a', { day: 10 }), true],
    ['a duplicate', article('a', { duplicateOfId: 'b' }), false],
    ['its own original', article('original'), false],
    ['one of fifteen days before', article('a', { day: -15 }), false],
    ['one of long before that the newsroom wrote about', article('a', { day: -90, isCommented: true }), true],
    [
      'one of long after, though the newsroom wrote about it',
      article('a', { day: 90, isCommented: true }),
      false,
    ],
  ])('%s: %s', (_, other, may) => {
    expect(neighbourOf(own, other, { similarity: 0.5 }) !== undefined).toBe(may);
  });
  test('has its similarity in hundredths', () => {
    expect(neighbourOf(own, article('a'), { similarity: 0.456_7 })?.similarity).toBe(0.46);
  });
});

describe('the order of related articles', () => {
  test('is other outlets first among those about the same matter, then the rest', () => {
    const list = nearestOf('own.example', [
      neighbour('far-other', { similarity: 0.19 }),
      neighbour('near-own', { similarity: 0.9, outlet: 'own.example' }),
      neighbour('near-other', { similarity: 0.2 }),
      neighbour('nearer-other', { similarity: 0.4 }),
      neighbour('far-own', { similarity: 0.19, outlet: 'own.example' }),
    ]);
    const ids = ['nearer-other', 'near-other', 'near-own', 'far-other', 'far-own'];
    expect(list.map(({ relatedId }) => relatedId)).toEqual(ids);
  });
  test('is the newer first among equals', () => {
    const list = nearestOf('own.example', [neighbour('old', { at: 1 }), neighbour('new', { at: 2 })]);
    expect(list.map(({ relatedId }) => relatedId)).toEqual(['new', 'old']);
  });
  test('ends after ten', () => {
    const many = Array.from({ length: 30 }, (_, i) => neighbour(`n${i}`));
    expect(nearestOf('own.example', many)).toHaveLength(10);
  });
});

function byWords(titles: readonly string[]): Nearness {
  return createWordNearness(vectorsOf(titles.map((title) => termsOf({ title, text: '', language: 'en' }))));
}

function article(id: string, more: Partial<Relatable> & { day?: number } = {}): Relatable {
  const { day = 0, ...over } = more;
  const at = Date.UTC(2026, 10, 20) + day * 24 * 3_600_000;
  return {
    id,
    url: `https://a.example/${id}`,
    outlet: 'a.example',
    at,
    duplicateOfId: null,
    isCommented: false,
    ...over,
  };
}

function neighbour(relatedId: string, more: Partial<Neighbour> = {}): Neighbour {
  return {
    relatedId,
    url: `https://a.example/${relatedId}`,
    outlet: 'a.example',
    at: 0,
    similarity: 0.3,
    ...more,
  };
}
