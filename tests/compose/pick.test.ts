import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/shared/config.ts';
import { choose, scored, type Candidate } from '../../src/compose/pick.ts';
import { scoreParts, sumOf } from '../../src/shared/rank.ts';
import { readersConfig } from '../helpers/readers.ts';
import { randomOf, shuffled } from '../helpers/random.ts';

const NOW = new Date('2026-11-23T11:00:00Z');

/** Scored as they stand at an instant, and chosen among. */
const pickStories = (candidates: readonly Candidate[], of: { now: Date; digest: Config['digest'] }) =>
  choose(
    candidates.map((candidate) => scored(candidate, of)),
    of.digest,
  );

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const candidate = (articleId: string, over: Partial<Candidate> = {}): Candidate => ({
  articleId,
  storyId: articleId,
  publishedAt: hoursAgo(6),
  categories: ['harbour'],
  hasCommentary: false,
  petition: null,
  outlets: 1,
  ...over,
});

const OPEN = { closesAt: null };
const inDays = (days: number) => ({ petition: { closesAt: hoursAgo(-24 * days) } });

const digest = (over: { storiesMax?: number; perCategoryMax?: number } = {}) =>
  readersConfig({ digest: over }).digest;

const idsOf = (candidates: Candidate[], over = {}) =>
  pickStories(candidates, { now: NOW, digest: digest(over) }).map(({ articleId }) => articleId);

test('a story without a category is never picked, however high it ranks', () => {
  const high = { hasCommentary: true, petition: OPEN, outlets: 10, publishedAt: NOW };
  expect(idsOf([candidate('a', { ...high, categories: [] }), candidate('b')])).toEqual(['b']);
});

test('the highest stand first: commentary before a petition, that before another source, that before an hour', () => {
  const inOrder = [
    candidate('a', { hasCommentary: true }),
    candidate('b', { petition: OPEN }),
    candidate('c', { outlets: 2 }),
    candidate('d', { publishedAt: hoursAgo(5) }),
    candidate('e'),
  ];
  expect(idsOf(inOrder.toReversed())).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('of one story only the article that ranks highest is picked, whatever else there is room for', () => {
  const told = { storyId: 'the-story' };
  const candidates = [
    candidate('a', told),
    candidate('b', { ...told, hasCommentary: true }),
    candidate('c', { ...told, categories: ['schools'] }),
    candidate('d'),
  ];
  expect(idsOf(candidates)).toEqual(['b', 'd']);
  const unfiled = candidate('e', { ...told, hasCommentary: true, publishedAt: NOW, categories: [] });
  expect(idsOf([unfiled, ...candidates])).toEqual(['b', 'd']);
});

test('a source counts by its weight, and a petition more in the week before it closes', () => {
  const inOrder = [
    candidate('a', inDays(6)),
    candidate('b', { sourceWeight: 2, outlets: 1 }),
    candidate('c', inDays(8)),
    candidate('d'),
    candidate('e', { sourceWeight: 0 }),
  ].map((each) => ({ ...each, publishedAt: hoursAgo(Number(each.articleId === 'c')) }));
  expect(idsOf(inOrder.toReversed())).toEqual(['a', 'b', 'c', 'd', 'e']);
});

describe('balance', () => {
  const inHarbour = Array.from({ length: 4 }, (_, i) => candidate(`h${i}`, { publishedAt: hoursAgo(i) }));
  const school = candidate('s', { categories: ['schools'], publishedAt: hoursAgo(4) });

  test('a heading with fewer stories gets its next one a little sooner', () => {
    expect(idsOf([...inHarbour, school])).toEqual(['h0', 's', 'h1', 'h2', 'h3']);
  });

  test('what clearly ranks higher stays higher', () => {
    const strong = inHarbour.map((each) => ({ ...each, hasCommentary: true }));
    expect(idsOf([...strong, school])).toEqual(['h0', 'h1', 'h2', 'h3', 's']);
  });

  test('the score is the sum of its parts and falls in the order of the choice, in 200 random days', () => {
    const random = randomOf(11);
    const slugs = ['harbour', 'schools', 'weather'];
    for (let round = 0; round < 200; round += 1) {
      const day = Array.from({ length: 40 }, (_, i) =>
        candidate(`s${i}`, {
          storyId: `story-${Math.floor(random() * 30)}`,
          publishedAt: hoursAgo(random() * 40),
          categories: slugs.filter(() => random() < 0.5),
          hasCommentary: random() < 0.5,
          petition: random() < 0.2 ? OPEN : null,
          outlets: 1 + Math.floor(random() * 3),
        }),
      );
      const picked = pickStories(day, { now: NOW, digest: digest({ storiesMax: 12, perCategoryMax: 5 }) });
      expect(picked.length).toBeGreaterThan(4);
      const scores = picked.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const { parts, score } of picked) expect(sumOf(parts)).toBeCloseTo(score, 9);
      expect(new Set(picked.map(({ storyId }) => storyId)).size).toBe(picked.length);
      const again = pickStories(shuffled(day, random), {
        now: NOW,
        digest: digest({ storiesMax: 12, perCategoryMax: 5 }),
      });
      expect(again.map(({ articleId }) => articleId)).toEqual(picked.map(({ articleId }) => articleId));
    }
  });
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
