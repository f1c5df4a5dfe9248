import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { articles } from '../../db/article.ts';
import type { Db } from '../../db/client.ts';
import { commentarySections } from '../../db/commentary-section.ts';
import { officials } from '../../db/official.ts';
import { petitions } from '../../db/petition.ts';
import { sources, type Source } from '../../db/source.ts';
import { stampOf } from '../../src/preview/source.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps } from '../helpers/readers.ts';
import {
  insertArticle,
  insertCommentary,
  insertEdition,
  insertPetition,
  insertSignature,
  insertSource,
  prose,
  snapshotOf,
} from '../helpers/seed.ts';

const database = testDatabase();
let source: Source;
let article: { id: string };
let petition: { id: string };

beforeAll(async () => {
  const { db } = database;
  source = await insertSource(db, { title: 'The Quay Post' });
  article = await insertArticle(db, { sourceId: source.id, slug: 'ferry', title: 'The ferry' });
  await insertCommentary(db, { articleId: article.id, opinion: prose('Keep it.'), state: 'needs_review' });
  petition = await insertPetition(db, { slug: 'night-ferry', title: 'Keep the night ferry' });
});

const OFFICIAL = {
  slug: 'bo',
  name: 'Bo',
  office: 'Harbour master',
  source: 'invented',
  asOfDay: '2026-11-01',
};
const LATER = new Date('2026-11-23T06:00:00Z');

const CHANGES: [string, (db: Db) => Promise<unknown>][] = [
  ['a new article', (db) => insertArticle(db, { sourceId: source.id, slug: 'roof', title: 'The roof' })],
  ['an article that its source changed', (db) => db.update(articles).set({ updatedAt: LATER })],
  ['an article that was settled', (db) => db.update(articles).set({ settledAt: LATER })],
  ['commentary that a person let through', (db) => approve(db)],
  ['a source with another licence', (db) => db.update(sources).set({ licence: 'link' })],
  ['a petition that closes', (db) => db.update(petitions).set({ closesAt: LATER })],
  ['a new petition', (db) => insertPetition(db, { slug: 'bridge', title: 'Mend the bridge' })],
  ['a signature', (db) => sign(db)],
  ['an official', (db) => db.insert(officials).values(OFFICIAL)],
  ['an edition', (db) => print(db)],
];

test.each(CHANGES)('%s makes another stamp', async (_what, change) => {
  const work = database.db.transaction(async (tx) => {
    const before = await stampOf(readerDeps(tx));
    expect(await stampOf(readerDeps(tx))).toBe(before);
    await change(tx);
    expect(await stampOf(readerDeps(tx))).not.toBe(before);
    throw new TakenBack();
  });
  await expect(work).rejects.toThrow(TakenBack);
});

test('that a source was asked again, without anything new, changes nothing', async () => {
  const { db } = database;
  const before = await stampOf(readerDeps(db));
  await db.update(sources).set({ checkedAt: LATER, etag: sql`'"2"'` });
  expect(await stampOf(readerDeps(db))).toBe(before);
});

class TakenBack extends Error {}

const approve = (db: Db) =>
  db
    .update(commentarySections)
    .set({ state: 'approved' })
    .where(eq(commentarySections.articleId, article.id));

const sign = (db: Db) =>
  insertSignature(db, { petitionId: petition.id, name: 'Ana', address: 'ana@reader.example' });

const print = (db: Db) =>
  insertEdition(db, {
    day: '2026-11-23',
    number: 1,
    categories: [{ slug: 'harbour', name: 'Harbour' }],
    stories: [
      {
        category: 'harbour',
        articleId: article.id,
        snapshot: snapshotOf({ title: 'The ferry', slug: 'ferry' }),
      },
    ],
  });
