import { beforeAll, expect, test } from 'vitest';
import {
  articleCategories,
  articles,
  countArticlesByCategory,
  findArticleBySlug,
  listArticlesOfCategory,
  listDuplicates,
  listLatestArticles,
  listRelatedArticles,
  listSitemapArticles,
  relatedArticles,
  searchArticles,
} from '../../db/article.ts';
import { sources } from '../../db/source.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();
const ids = new Map<string, string>();
const idOf = (slug: string) => ids.get(slug) ?? '';

beforeAll(async () => {
  const full = await source('Harbour Courier', 'full');
  const linked = await source('Linked Ledger', 'link');
  const gone = await source('Former Gazette', 'excerpt', false);
  await article('ferry', full, 1, { body: `The ferry ${'sails on and '.repeat(60)}returns at dusk.` });
  await article('bridge', full, 2, {
    summary: 'Crossing the bridge & its toll gate',
    categories: ['transport', 'money'],
  });
  await article('bridge-again', linked, 3, { duplicateOf: 'bridge', categories: ['transport'] });
  await article('ledger', linked, 4, { body: 'Nothing of this heron may be shown.', categories: ['money'] });
  await article('former', gone, 5, { categories: ['transport'] });
  await database.db.insert(relatedArticles).values([
    { articleId: idOf('bridge'), relatedId: idOf('ferry'), similarity: 0.3 },
    { articleId: idOf('bridge'), relatedId: idOf('ledger'), similarity: 0.3 },
  ]);
});

test('a list holds no duplicates and nothing of a source that is no longer collected', async () => {
  const latest = await listLatestArticles(database.db, { limit: 10 });
  expect(latest.map((card) => card.slug)).toEqual(['ledger', 'bridge', 'ferry']);
  const shelf = await listArticlesOfCategory(database.db, 'transport', { limit: 10, offset: 0 });
  expect(shelf.map((card) => card.slug)).toEqual(['bridge']);
  expect(await countArticlesByCategory(database.db)).toEqual(
    new Map([
      ['money', 2],
      ['transport', 1],
    ]),
  );
  expect(await listSitemapArticles(database.db, { limit: 10 })).toHaveLength(3);
});

test('a card shows no more than the licence allows', async () => {
  const cards = new Map(
    (await listLatestArticles(database.db, { limit: 10 })).map((card) => [card.slug, card]),
  );
  expect(cards.get('ledger')?.excerpt).toBe('');
  expect(Array.from(cards.get('ferry')?.excerpt ?? '').length).toBeGreaterThan(200);
  expect(Array.from(cards.get('ferry')?.excerpt ?? '').length).toBeLessThanOrEqual(300);
  expect(cards.get('bridge')?.categories).toEqual(['transport', 'money']);
});

test('an article is found with its source and categories, also when the source is gone', async () => {
  const found = await findArticleBySlug(database.db, 'former');
  expect(found).toMatchObject({ slug: 'former', source: { title: 'Former Gazette', active: false } });
  expect(found?.categories).toEqual(['transport']);
  expect(await findArticleBySlug(database.db, 'no\0thing')).toBeUndefined();
});

test('of equally near articles those of other sources stand first', async () => {
  const related = await listRelatedArticles(database.db, idOf('bridge'), { limit: 10 });
  expect(related.map((card) => card.slug)).toEqual(['ledger', 'ferry']);
});

test('duplicates name each other', async () => {
  expect(await duplicatesOf('bridge')).toEqual(['bridge-again']);
  expect(await duplicatesOf('bridge-again')).toEqual(['bridge']);
  expect(await duplicatesOf('ferry')).toEqual([]);
});

test('a search marks its hits without markup and shows only what the licence allows', async () => {
  const { total, hits } = await searchArticles(database.db, 'bridge toll', { limit: 5, offset: 0 });
  expect(total).toBe(1);
  expect(hits[0]?.snippet).toEqual([
    { text: 'Crossing the ', hit: false },
    { text: 'bridge', hit: true },
    { text: ' & its ', hit: false },
    { text: 'toll', hit: true },
    { text: ' gate', hit: false },
  ]);
  const heron = await searchArticles(database.db, 'heron', { limit: 5, offset: 0 });
  expect(heron.hits[0]?.snippet).toEqual([{ text: 'About ledger', hit: false }]);
});

test.each([
  '',
  '   ',
  '\0',
  '"',
  "'; drop table articles; --",
  '(((',
  'a & | !',
  '-',
  '\ue000\ue001',
  'or or',
])('the search %j is safe', async (query) => {
  const { total, hits } = await searchArticles(database.db, query, { limit: 5, offset: 0 });
  expect(hits.length).toBeLessThanOrEqual(total);
});

async function duplicatesOf(slug: string): Promise<string[]> {
  return (await listDuplicates(database.db, idOf(slug))).map((card) => card.slug);
}

async function source(title: string, licence: 'full' | 'excerpt' | 'link', active = true): Promise<string> {
  const url = `https://${title.replace(' ', '-').toLowerCase()}.example/feed.xml`;
  const [row] = await database.db.insert(sources).values({ url, title, licence, active }).returning();
  return row?.id ?? '';
}

async function article(
  slug: string,
  sourceId: string,
  hour: number,
  more: { body?: string; summary?: string; duplicateOf?: string; categories?: string[] },
): Promise<void> {
  const at = new Date(Date.UTC(2026, 10, 23, hour));
  const duplicateOfId = more.duplicateOf === undefined ? null : idOf(more.duplicateOf);
  const values = {
    slug,
    sourceId,
    title: `About ${slug}`,
    url: `https://a.example/${slug}`,
    contentHash: '',
  };
  const [row] = await database.db
    .insert(articles)
    .values({
      ...values,
      body: more.body ?? '',
      summary: more.summary,
      duplicateOfId,
      publishedAt: at,
      collectedAt: at,
    })
    .returning({ id: articles.id });
  const articleId = row?.id ?? '';
  ids.set(slug, articleId);
  for (const [position, category] of (more.categories ?? []).entries())
    await database.db.insert(articleCategories).values({ articleId, category, position });
}
