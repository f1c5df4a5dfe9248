import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { findEdition, listEditionStories } from '../../db/edition.ts';
import { compose } from '../../src/compose/compose.ts';
import { createComposer } from '../../src/compose/composer.ts';
import { listRanking } from '../../src/compose/why.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';

const database = testDatabase();
const config = readersConfig({ digest: { windowHours: 300 } });

let sourceId: string;
beforeEach(async () => {
  await database.db.execute(sql`truncate editions, articles, sources cascade`);
  await emptyTables(database.db);
  sourceId = (await insertSource(database.db, { title: 'The Quay Post' })).id;
});

const article = (slug: string, over: object = {}) =>
  insertArticle(database.db, { sourceId, slug, title: slug, categories: ['harbour'], ...over });

const onDay = async (day: string) => {
  const deps = readerDeps(database.db, config);
  deps.time.at = new Date(`${day}T15:00:00Z`);
  return compose(deps);
};

const told = async (day: string) => {
  const edition = await findEdition(database.db, day);
  const stories = await listEditionStories(database.db, edition?.id ?? sourceId);
  return stories.map(({ snapshot: { slug, update } }) => ({ slug, update: update ?? null }));
};

const at = (text: string) => ({ publishedAt: new Date(text) });

test('what goes on after the edition that told its story says what it continues', async () => {
  const first = await article('fire');
  await onDay('2026-11-23');
  await article('fire-out', { storyId: first.id, ...at('2026-11-23T15:00:01Z') });
  expect(await onDay('2026-11-24')).toMatchObject({ outcome: 'composed', stories: 1, told: 0 });
  const update = { title: 'fire', slug: 'fire', day: '2026-11-23' };
  expect(await told('2026-11-24')).toEqual([{ slug: 'fire-out', update }]);
  await article('fire-trial', { storyId: first.id, ...at('2026-11-25T02:00:00Z') });
  await onDay('2026-11-25');
  expect(await told('2026-11-25')).toEqual([
    { slug: 'fire-trial', update: { title: 'fire-out', slug: 'fire-out', day: '2026-11-24' } },
  ]);
});

test('the mail says so, in HTML and in text, and leads to what was told', async () => {
  const { db } = database;
  const first = await article('fire');
  await onDay('2026-11-23');
  await article('burnt-out', { storyId: first.id, ...at('2026-11-23T20:00:00Z') });
  await onDay('2026-11-24');
  const edition = await findEdition(db, '2026-11-24');
  const open = await createComposer(readerDeps(db)).open(edition?.id ?? '');
  const mail = open.mailFor({ subscriberId: first.id, linkEpoch: 0, categories: ['harbour'] });
  for (const part of [mail?.html, mail?.text]) {
    expect(part).toContain('Update');
    expect(part).toMatch(/https:\/\/tide\.example\/articles\/fire(?![\w-])/);
  }
});

test('what was there before the edition was composed tells the same story: it is left out and counted', async () => {
  const first = await article('fire');
  await onDay('2026-11-23');
  await article('fire-by-another-paper', { storyId: first.id, ...at('2026-11-23T15:00:00Z') });
  expect(await onDay('2026-11-24')).toMatchObject({ outcome: 'empty', told: 1 });
  await article('bridge', at('2026-11-24T10:00:00Z'));
  expect(await onDay('2026-11-24')).toMatchObject({ outcome: 'composed', stories: 1, told: 1 });
  expect(await told('2026-11-24')).toEqual([{ slug: 'bridge', update: null }]);
});

test('what was held until its day was over was told to nobody: it comes again, and nothing continues it', async () => {
  const { db } = database;
  const first = await article('fire');
  await article('bridge');
  await onDay('2026-11-23');
  await db.execute(sql`update editions set held_at = now(), held_reason = 'wrong', held_by = 'person'`);
  expect(await onDay('2026-11-23')).toMatchObject({ outcome: 'already' });
  await article('fire-out', { storyId: first.id, ...at('2026-11-23T20:00:00Z') });
  expect(await onDay('2026-11-24')).toMatchObject({ outcome: 'composed', told: 0 });
  const slugs = (await told('2026-11-24')).map(({ slug, update }) => [slug, update]);
  expect(Object.fromEntries(slugs)).toEqual({ bridge: null, 'fire-out': null });
});

test('what was held after it had begun to go out was told', async () => {
  const { db } = database;
  await article('fire');
  await onDay('2026-11-23');
  await db.execute(sql`update editions set held_at = now(), held_reason = 'wrong', held_by = 'person'`);
  await db.execute(sql`insert into delivery_batches (edition_id, number, state, due_at, subscriber_ids, first_call_at)
    select id, 1, 'submitted', now(), '{}', now() from editions`);
  expect(await onDay('2026-11-24')).toMatchObject({ outcome: 'empty' });
});

test('what is left out says why', async () => {
  const first = await article('fire');
  await onDay('2026-11-23');
  await article('fire-again', { storyId: first.id, ...at('2026-11-23T10:00:00Z') });
  const flood = await article('flood', at('2026-11-24T10:00:00Z'));
  await article('flood-again', { storyId: flood.id, ...at('2026-11-24T09:00:00Z') });
  await database.db.execute(sql`update articles set story_id = id where story_id is null`);
  const deps = readerDeps(database.db, readersConfig({ digest: { windowHours: 300, storiesMax: 1 } }));
  await article('bridge', at('2026-11-22T10:00:00Z'));
  deps.time.at = new Date('2026-11-24T15:00:00Z');
  const forms = Object.fromEntries((await listRanking(deps)).map(({ title, form }) => [title, form]));
  expect(forms).toEqual({
    flood: 'picked',
    'flood-again': 'same story',
    bridge: 'no room',
    'fire-again': 'told',
  });
});

test('after seven days a story is new again', async () => {
  const first = await article('fire');
  await onDay('2026-11-23');
  await article('seven', { storyId: first.id, ...at('2026-11-29T10:00:00Z') });
  await onDay('2026-11-30');
  expect(await told('2026-11-30')).toMatchObject([{ slug: 'seven', update: { slug: 'fire' } }]);
  await article('eight', { storyId: first.id, ...at('2026-12-07T10:00:00Z') });
  await onDay('2026-12-08');
  expect(await told('2026-12-08')).toEqual([{ slug: 'eight', update: null }]);
});

test('the ranking is explained before and after the day is composed, and adds up', async () => {
  const deps = readerDeps(database.db, config);
  await article('ferry', { title: 'The ferry' });
  await article('unfiled', { title: 'Unfiled', categories: [] });
  const before = await listRanking(deps);
  expect(before).toMatchObject([
    { title: 'The ferry', categories: ['harbour'], form: 'picked' },
    { title: 'Unfiled', categories: [], form: 'no category' },
  ]);
  await compose(deps);
  const after = await listRanking(deps);
  expect(after).toMatchObject([{ title: 'The ferry', categories: ['harbour'], form: 'full' }]);
  const [story] = after;
  expect(story?.parts).toEqual(before[0]?.parts);
  expect(Object.keys(story?.parts ?? {}).toSorted()).toEqual([
    'balance',
    'commentary',
    'corroboration',
    'freshness',
    'petition',
    'source',
  ]);
  const sum = Object.values(story?.parts ?? {}).reduce((total, part) => total + part, 0);
  expect(sum).toBeCloseTo(story?.score ?? 0, 5);
  await expect(listRanking(deps, { day: '2026-11-20' })).rejects.toMatchObject({ code: 'edition.unknown' });
});

test('the weight of a source decides between equals', async () => {
  const light = await insertSource(database.db, { title: 'Light' });
  await article('a-light', { sourceId: light.id });
  await article('b-plain');
  const weighed = readersConfig({ digest: { windowHours: 300 }, sources: [{ url: light.url, weight: 0.2 }] });
  await compose(readerDeps(database.db, weighed));
  expect((await told('2026-11-23')).map(({ slug }) => slug)).toEqual(['b-plain', 'a-light']);
});

test('a category with 200 stories prints what its heading holds', async () => {
  for (let i = 0; i < 200; i += 1) await article(`ferry-${i}`);
  await article('school', { categories: ['schools'] });
  expect(await onDay('2026-11-23')).toMatchObject({ outcome: 'composed', stories: 9, categories: 2 });
  const all = readersConfig({ digest: { windowHours: 300, storiesMax: 200, perCategoryMax: 100 } });
  const deps = readerDeps(database.db, all);
  expect(await compose(deps, { again: true })).toMatchObject({
    outcome: 'composed',
    number: 1,
    stories: 101,
  });
}, 60_000);
