import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { articles, relatedArticles } from '../../db/article.ts';
import { sources } from '../../db/source.ts';
import { corroboration } from '../../db/story.ts';
import { settleTexts } from '../../src/collect/settle.ts';
import { upstream } from '../../src/shared/errors.ts';
import { silentLog } from '../../src/shared/log.ts';
import type { Embedder } from '../../src/shared/ports.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertArticle, insertCommentary, insertSource } from '../helpers/seed.ts';
import { allRows } from '../flow/state.ts';

const database = testDatabase();
const NOW = new Date('2026-11-23T12:00:00Z');
let outlets: Record<string, string>;

beforeEach(async () => {
  await database.db.execute(sql`truncate sources, articles cascade`);
  outlets = {};
});

const FERRY = 'The ferry Saint Anne ran aground off Quay Island on Sunday night with sixty people on board.';
const FERRY_TOO = 'Sixty passengers left the ferry Saint Anne after it ran aground near Quay Island.';
const STRIKE = 'Teachers of Millbrook go on strike over class sizes; the school board offers talks.';
const long = (subject: string) =>
  Array.from({ length: 30 }, (_, i) => `${subject}${(i * 31) % 97}`).join(' ');

describe('settling', () => {
  test('says which articles tell the same story, and how many outlets tell it', async () => {
    await tell('gazette', 'f1', { text: FERRY, hour: 8 });
    await tell('post', 'f2', { text: FERRY_TOO, hour: 9 });
    await tell('post', 's1', { text: STRIKE, hour: 9 });
    expect(await settle()).toEqual({ settled: 3, duplicates: 0, stories: 2, notes: [] });
    expect(await stories()).toEqual({ f1: 'f1', f2: 'f1', s1: 's1' });
    expect(await voices()).toEqual({ f1: 2, f2: 2, s1: 1 });
  });

  test('counts a text that many outlets run as one voice, and two articles of one outlet as one', async () => {
    const text = `${FERRY} ${long('ferry')}`;
    await tell('agency', 'first', { text, hour: 7 });
    for (const outlet of ['a', 'b', 'c']) await tell(outlet, `copy-${outlet}`, { text, hour: 8 });
    expect((await settle()).duplicates).toBe(3);
    expect((await voices())['first']).toBe(1);
    await tell('agency', 'own-again', { text: FERRY_TOO, hour: 9 });
    await tell('b', 'own', {
      text: `Quay Island: how the ferry Saint Anne ran aground. ${FERRY_TOO}`,
      hour: 9,
    });
    await settle();
    expect((await voices())['first']).toBe(2);
  });

  test('puts what is related under each article, other outlets first', async () => {
    await tell('gazette', 'f1', { text: FERRY, hour: 7 });
    await tell('gazette', 'f3', { text: FERRY, title: 'ferry aground, the passengers speak', hour: 8 });
    await tell('post', 'f2', { text: FERRY_TOO, hour: 9 });
    await tell('post', 's1', { text: STRIKE, hour: 9 });
    await settle();
    expect(await related()).toMatchObject({ f1: { f2: expect.any(Number), f3: expect.any(Number) }, s1: {} });
  });

  test('with nothing new writes nothing at all', async () => {
    await tell('gazette', 'f1', { text: FERRY });
    await tell('post', 'f2', { text: FERRY_TOO });
    await settle();
    const before = [await allRows(database.db), await versions()];
    expect(await settle()).toEqual({ settled: 0, duplicates: 0, stories: 0, notes: [] });
    expect([await allRows(database.db), await versions()]).toEqual(before);
  });

  test('writes only the rows that something new bears on', async () => {
    await tell('gazette', 's1', { text: STRIKE, hour: 7 });
    await tell('gazette', 'f1', { text: FERRY, hour: 8 });
    await settle();
    const before = await versions();
    await tell('post', 'f2', { text: FERRY_TOO, hour: 9 });
    await settle();
    const after = await versions();
    expect([after['s1'], after['f1']]).toEqual([before['s1'], before['f1']]);
    expect((await related())['f1']).toHaveProperty('f2');
    expect((await stories())['f2']).toBe('f1');
  });

  test('comes to the same whatever came first', async () => {
    const told = [
      () => tell('a', 'one', { text: `${FERRY} ${long('x')}`, hour: 6 }),
      () => tell('b', 'two', { text: `${FERRY} ${long('x')}`, hour: 7 }),
      () => tell('c', 'three', { text: FERRY_TOO, hour: 8 }),
      () => tell('d', 'four', { text: STRIKE, hour: 9 }),
    ];
    const results: unknown[] = [];
    for (const order of [told, told.toReversed()]) {
      await database.db.execute(sql`truncate sources, articles cascade`);
      outlets = {};
      for (const add of order) {
        await add();
        await settle();
      }
      results.push([await duplicates(), await groups()]);
    }
    expect(results[0]).toEqual([
      { one: null, two: 'one', three: null, four: null },
      ['four', 'one,three,two'],
    ]);
    expect(results[1]).toEqual(results[0]);
  });

  test('of two processes at once comes to what one comes to', async () => {
    for (let i = 0; i < 30; i += 1)
      await tell('abcde'.charAt(i % 5), `n${i}`, { text: `${FERRY} ${long(`y${i % 10}z`)}`, hour: i % 10 });
    const reports = await Promise.all([settle(), settle(), settle()]);
    expect(reports.map(({ settled }) => settled).toSorted((a, b) => a - b)).toEqual([0, 0, 30]);
    const after = await allRows(database.db);
    await settle();
    expect(await allRows(database.db)).toEqual(after);
  });
});

describe('an article whose text changes', () => {
  test('is settled anew, and what was the same text as it is no longer', async () => {
    const text = `${FERRY} ${long('x')}`;
    const first = await tell('a', 'first', { text, hour: 6 });
    await tell('b', 'copy', { text, hour: 7 });
    await settle();
    expect(await duplicates()).toEqual({ first: null, copy: 'first' });
    const changed = { title: 'Strike', body: `${STRIKE} ${long('other')}`, settledAt: null };
    await database.db.update(articles).set(changed).where(eq(articles.id, first));
    await settle();
    expect(await duplicates()).toEqual({ first: null, copy: null });
    expect((await related())['first']).toEqual({});
  });
  test('gives its place in a full list to the next', async () => {
    for (const letter of 'abcdefghijklm'.split(''))
      await tell(letter, letter, { text: `${FERRY} Witness ${letter}${letter}${letter}.`, hour: 6 });
    await settle();
    const before = Object.keys((await related())['a'] ?? {});
    expect(before).toHaveLength(10);
    const [first = ''] = before;
    const gone = { title: 'Strike', body: STRIKE, settledAt: null };
    await database.db.update(articles).set(gone).where(eq(articles.slug, first));
    await settle();
    const after = Object.keys((await related())['a'] ?? {});
    expect(after).toHaveLength(10);
    expect(after).not.toContain(first);
  });
  test('leaves the lists in which it has no place any more', async () => {
    const first = await tell('a', 'first', { text: FERRY, hour: 6 });
    await tell('b', 'other', { text: FERRY_TOO, hour: 7 });
    await settle();
    expect((await related())['other']).toHaveProperty('first');
    await database.db
      .update(articles)
      .set({ title: 'Strike', body: STRIKE, settledAt: null })
      .where(eq(articles.id, first));
    await settle();
    expect((await related())['other']).toEqual({});
  });
});

test('an article that changes while it is being settled is left for the next run', async () => {
  const id = await tell('a', 'f1', { text: FERRY, hour: 8 });
  await tell('b', 's1', { text: STRIKE, hour: 9 });
  const meddling: Embedder = {
    name: 'small',
    async embed(texts) {
      const changed = { title: 'Strike', body: STRIKE, settledAt: null };
      await database.db.update(articles).set(changed).where(eq(articles.id, id));
      return texts.map(() => Float32Array.of(1, 0));
    },
  };
  expect((await settle(meddling)).settled).toBe(1);
  expect(await stories()).toEqual({ f1: undefined, s1: 's1' });
  expect((await settle()).settled).toBe(1);
  expect(await stories()).toEqual({ f1: 's1', s1: 's1' });
});

test('the copies of what is no longer collected are told by one of them', async () => {
  const text = `${FERRY} ${long('x')}`;
  await tell('closed', 'first', { text, hour: 6 });
  await tell('b', 'second', { text, hour: 7 });
  await tell('c', 'third', { text, hour: 8 });
  await settle();
  await database.db.update(sources).set({ active: false }).where(eq(sources.title, 'closed'));
  await settle();
  expect(await duplicates()).toEqual({ first: null, second: null, third: 'second' });
  const after = await allRows(database.db);
  await settle();
  expect(await allRows(database.db)).toEqual(after);
});

test('an old article is related to what comes when the newsroom has written about it', async () => {
  const old = await tell('a', 'old', { text: FERRY, hour: -24 * 40 });
  await tell('a', 'old-too', { text: FERRY_TOO, hour: -24 * 40 });
  await settle();
  await insertCommentary(database.db, { articleId: old, origin: 'sample' });
  await tell('b', 'new', { text: FERRY_TOO, hour: 8 });
  await settle();
  expect(Object.keys((await related())['new'] ?? {})).toEqual(['old']);
});

describe('an embedder', () => {
  const meaning: Embedder = {
    name: 'small',
    embed: async (texts) =>
      texts.map((text) => Float32Array.from(/ferry|balsa/i.test(text) ? [1, 0.1] : [0, 1])),
  };
  test('finds what is related across languages', async () => {
    await tell('a', 'english', { text: FERRY, hour: 8 });
    await settle(meaning);
    await tell('b', 'portuguese', {
      text: 'A balsa Santa Ana encalhou junto da ilha.',
      hour: 9,
      title: 'A balsa',
    });
    await settle(meaning);
    expect(await related()).toEqual({ english: { portuguese: 1 }, portuguese: { english: 1 } });
  });
  test('that fails leaves it to the words, and says so', async () => {
    const failing: Embedder = {
      name: 'small',
      embed: async () => {
        throw upstream('embedding.unavailable', 'The embedding server cannot be reached.');
      },
    };
    await tell('a', 'f1', { text: FERRY, hour: 8 });
    await tell('b', 'f2', { text: FERRY_TOO, hour: 9 });
    const { notes, settled } = await settle(failing);
    expect({ notes, settled }).toEqual({
      notes: ['Articles were compared by their words only: The embedding server cannot be reached.'],
      settled: 2,
    });
    expect((await related())['f1']).toHaveProperty('f2');
  });
});

async function settle(embedder?: Embedder) {
  const config = { newsroom: { language: 'en' } } as Parameters<typeof settleTexts>[0]['config'];
  return settleTexts({
    db: database.db,
    config,
    clock: { now: () => NOW },
    log: silentLog,
    secret: 'secret',
    siteUrl: 'http://localhost:3000',
    embedder,
  });
}

/** An article of an outlet of that name; `hour` is that of the 23rd. */
async function tell(outlet: string, slug: string, said: { text: string; title?: string; hour?: number }) {
  const { text, hour = 8, title = text.slice(0, 60) } = said;
  outlets[outlet] ??= (await insertSource(database.db, { title: outlet, outlet: `${outlet}.example` })).id;
  const publishedAt = new Date(Date.UTC(2026, 10, 23) + hour * 3_600_000);
  const { id } = await insertArticle(database.db, {
    sourceId: outlets[outlet] ?? '',
    slug,
    title,
    publishedAt,
    paragraphs: [text],
  });
  return id;
}

const bySlug = () => database.db.select().from(articles).orderBy(asc(articles.slug));

async function stories(): Promise<Record<string, string | undefined>> {
  const rows = await bySlug();
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return Object.fromEntries(rows.map(({ slug, storyId }) => [slug, slugs.get(storyId ?? '')]));
}

async function groups(): Promise<string[]> {
  const grouped = Map.groupBy(Object.entries(await stories()), ([, story]) => story);
  return [...grouped.values()].map((entries) => entries.map(([slug]) => slug).join()).toSorted();
}

async function duplicates(): Promise<Record<string, string | null>> {
  const rows = await bySlug();
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return Object.fromEntries(
    rows.map(({ slug, duplicateOfId }) => [slug, slugs.get(duplicateOfId ?? '') ?? null]),
  );
}

async function voices(): Promise<Record<string, number>> {
  const rows = await database.db
    .select({ slug: articles.slug, corroboration })
    .from(articles)
    .orderBy(asc(articles.slug));
  return Object.fromEntries(rows.map((row) => [row.slug, row.corroboration]));
}

async function related(): Promise<Record<string, Record<string, number>>> {
  const slugs = new Map((await bySlug()).map(({ id, slug }) => [id, slug]));
  const found: Record<string, Record<string, number>> = Object.fromEntries(
    [...slugs.values()].map((slug) => [slug, {}]),
  );
  for (const { articleId, relatedId, similarity } of await database.db.select().from(relatedArticles))
    Object.assign(found[slugs.get(articleId) ?? ''] ?? {}, { [slugs.get(relatedId) ?? '']: similarity });
  return found;
}

/** Which version of each row there is: another after any writing. */
async function versions(): Promise<Record<string, string>> {
  const rows = await database.db.execute<{ slug: string; version: string }>(
    sql`select slug, xmin::text as version from articles`,
  );
  return Object.fromEntries(rows.map(({ slug, version }) => [slug, version]));
}
