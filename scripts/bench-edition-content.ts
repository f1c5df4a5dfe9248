import type { EditionContent } from '../src/compose/edition.ts';
import { parseConfig, type Config } from '../src/shared/config.ts';

export const CATEGORIES = 6;
export const STORIES = 24;

export const slugOf = (i: number) => `shelf-${i}`;

export const uuid = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;

/** A newsroom that exists for measuring. */
export const MEASURED_MILE = {
  name: 'The Measured Mile',
  tagline: 'For benchmarks only',
  url: 'https://mile.example',
  from: 'The Measured Mile <mile@mile.example>',
  postalAddress: '1 Mile Road, Benchley',
  timezone: 'UTC',
  language: 'en',
};

/** Its configuration, with as many categories as the measured edition has. */
export function benchConfig(): Config {
  return parseConfig({
    newsroom: MEASURED_MILE,
    categories: Array.from({ length: CATEGORIES }, (_, i) => ({ slug: slugOf(i), name: `Shelf ${i}` })),
    sources: [],
  });
}

/** An edition of stories of about 240 words each; the first `petitions` of them have a petition of their own. */
export function benchContent({ petitions }: { petitions: number }): EditionContent {
  const stories = Array.from({ length: STORIES }, (_, i) => ({
    category: slugOf(i % CATEGORIES),
    articleId: uuid(i),
    position: Math.floor(i / CATEGORIES),
    score: STORIES - i,
    snapshot: snapshotOf(i, i < petitions),
  }));
  return { day: '2026-11-23', number: 1, siteUrl: 'https://mile.example', stories };
}

const snapshotOf = (i: number, signable: boolean): EditionContent['stories'][number]['snapshot'] => ({
  title: `The bridge at mile ${i} is to be closed for a year`,
  slug: `bridge-${i}`,
  sourceTitle: 'Benchley Wire',
  sourceUrl: `https://wire.example/bridge-${i}`,
  publishedAt: '2026-11-23T05:30:00.000Z',
  language: 'en',
  kind: 'text',
  excerpt: sentences(3),
  opinion: sentences(5),
  action: sentences(2),
  todos: [1, 2, 3].map(() => ({ text: sentences(1), link: null })),
  by: { opinion: BY_SAMPLE, action: BY_SAMPLE, todo: BY_SAMPLE },
  absence: null,
  petition: signable
    ? { id: uuid(100 + i), slug: `bridge-${i}`, title: 'Keep one lane open', signed: 12, goal: 500 }
    : null,
  related: [
    { title: 'What the last closure cost', slug: `cost-${i}`, sourceTitle: 'Benchley Wire' },
    { title: 'A ferry for a year', slug: `ferry-${i}`, sourceTitle: 'Mile Radio' },
  ],
});

const BY_SAMPLE = { origin: 'sample' as const, model: 'sample text', review: 'none' as const };

/** About 90 characters each. */
function sentences(count: number): string {
  return 'Nobody who crosses it before six in the morning was asked how they would come to work then.'
    .concat(' ')
    .repeat(count)
    .trim();
}

/** Every order of so many of some items. */
export function ordersOf<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return items.flatMap((first) =>
    ordersOf(
      items.filter((item) => item !== first),
      length - 1,
    ).map((rest) => [first, ...rest]),
  );
}
