import { describe, expect, test } from 'vitest';
import { pickStories, type Candidate } from '../../src/compose/pick.ts';
import { scoreParts } from '../../src/shared/rank.ts';
import { readersConfig } from '../helpers/readers.ts';
import { randomOf, shuffled } from '../helpers/random.ts';

const NOW = new Date('2026-11-23T11:00:00Z');

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const candidate = (articleId: string, over: Partial<Candidate> = {}): Candidate => ({
  articleId,
  publishedAt: hoursAgo(6),
  categories: ['harbour'],
  hasCommentary: false,
  hasPetition: false,
  outlets: 1,
  ...over,
});

const digest = (over: { storiesMax?: number; perCategoryMax?: number } = {}) =>
  readersConfig({ digest: over }).digest;

const idsOf = (candidates: Candidate[], over = {}) =>
  pickStories(candidates, { now: NOW, digest: digest(over) }).map(({ articleId }) => articleId);

test('a story without a category is never picked, however high it ranks', () => {
  const high = { hasCommentary: true, hasPetition: true, outlets: 10, publishedAt: NOW };
  expect(idsOf([candidate('a', { ...high, categories: [] }), candidate('b')])).toEqual(['b']);
});

test('the highest stand first: commentary before a petition, that before another source, that before an hour', () => {
  const inOrder = [
    candidate('a', { hasCommentary: true }),
    candidate('b', { hasPetition: true }),
    candidate('c', { outlets: 2 }),
    candidate('d', { publishedAt: hoursAgo(5) }),
    candidate('e'),
  ];
  expect(idsOf(inOrder.toReversed())).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('equal scores are ordered by their ids, whatever order they come in', () => {
  const equal = ['c', 'a', 'b', 'e', 'd'].map((id) => candidate(id));
  const random = randomOf(7);
  for (let round = 0; round < 20; round += 1)
    expect(idsOf(shuffled(equal, random), { storiesMax: 3 })).toEqual(['a', 'b', 'c']);
});

describe('limits', () => {
  test('an edition holds at most storiesMax stories', () => {
    const many = Array.from({ length: 9 }, (_, i) => candidate(`s${i}`));
    expect(idsOf(many, { storiesMax: 4 })).toHaveLength(4);
  });

  test('a heading holds at most perCategoryMax; the next story goes under its other heading only', () => {
    const both = { categories: ['harbour', 'schools'] };
    const picked = pickStories(
      [candidate('a'), candidate('b', both), candidate('c', both), candidate('d')].map((each, i) => ({
        ...each,
        publishedAt: hoursAgo(i),
      })),
      { now: NOW, digest: digest({ perCategoryMax: 2 }) },
    );
    expect(picked.map(({ articleId, categories }) => [articleId, categories])).toEqual([
      ['a', ['harbour']],
      ['b', ['harbour', 'schools']],
      ['c', ['schools']],
    ]);
  });

  test('a story stands under two headings at most', () => {
    const [picked] = pickStories([candidate('a', { categories: ['weather', 'schools', 'harbour'] })], {
      now: NOW,
      digest: digest(),
    });
    expect(picked?.categories).toEqual(['weather', 'schools']);
  });
});

test('a date in the future counts as now, and one before the window as nothing', () => {
  const freshness = [-5, 0, 18, 40].map(
    (hours) => scoreParts(candidate('a', { publishedAt: hoursAgo(hours) }), NOW, 36).freshness,
  );
  expect(freshness).toEqual([1, 1, 0.5, 0]);
});
