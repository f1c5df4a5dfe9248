import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { findEdition, listEditionStories } from '../../db/edition.ts';
import { compose } from '../../src/compose/compose.ts';
import type { Config } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import {
  EMPTY_TODO,
  insertArticle,
  insertCommentary,
  insertPetition,
  insertSource,
  prose,
} from '../helpers/seed.ts';

const database = testDatabase();
/** 2026-11-29 is a Sunday. */
const config = readersConfig({ digest: { windowHours: 36 } });

let sourceId: string;
beforeEach(async () => {
  await database.db.execute(sql`truncate editions, articles, sources cascade`);
  await emptyTables(database.db);
  sourceId = (await insertSource(database.db, { title: 'The Quay Post', outlet: 'quay.example' })).id;
});

const article = (slug: string, day: string, over: object = {}) =>
  insertArticle(database.db, {
    sourceId,
    slug,
    title: slug,
    categories: ['harbour'],
    publishedAt: new Date(`${day}T10:00:00Z`),
    ...over,
  });

const onDay = (day: string, of: Config = config) => {
  const deps = readerDeps(database.db, of);
  deps.time.at = new Date(`${day}T15:00:00Z`);
  return compose(deps);
};

const week = async (day: string) => {
  const edition = await findEdition(database.db, day, 'weekly');
  const stories = await listEditionStories(database.db, edition?.id ?? sourceId);
  return { edition, stories, slugs: stories.map(({ snapshot }) => snapshot.slug) };
};

test('on its day the best of the seven days is composed beside the daily edition, once', async () => {
  await article('too-old', '2026-11-22');
  await onDay('2026-11-22', readersConfig({ digest: { weeklyOn: 'monday' } }));
  for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) {
    await article(`of-${day}`, day);
    if (day !== '2026-11-29') expect((await onDay(day)).weekly).toBeNull();
  }
  const report = await onDay('2026-11-29');
  expect(report).toMatchObject({ outcome: 'composed', number: 4, stories: 1 });
  expect(report.weekly).toMatchObject({ outcome: 'composed', number: 5, stories: 3, categories: 1 });
  const { edition, slugs } = await week('2026-11-29');
  expect(slugs.toSorted()).toEqual(['of-2026-11-23', 'of-2026-11-26', 'of-2026-11-29']);
  expect(edition?.subject).toBe('The Test Tide: The best of the week, Sunday, November 29, 2026');
  expect((await onDay('2026-11-29')).weekly).toMatchObject({ outcome: 'already', number: 5 });
});

test('a day without news of its own has the week all the same', async () => {
  await article('ferry', '2026-11-27');
  await onDay('2026-11-27');
  expect(await onDay('2026-11-29')).toMatchObject({
    outcome: 'empty',
    weekly: { outcome: 'composed', number: 2, stories: 1 },
  });
  expect(await onDay('2026-12-06')).toMatchObject({ outcome: 'empty', weekly: { outcome: 'empty' } });
});

test('of one story the latest telling stands in it, without a word of what only daily readers had', async () => {
  const first = await article('fire', '2026-11-23');
  await onDay('2026-11-23');
  await article('fire-out', '2026-11-25', { storyId: first.id });
  await onDay('2026-11-25');
  await onDay('2026-11-29');
  const { stories } = await week('2026-11-29');
  expect(stories.map(({ snapshot }) => [snapshot.slug, snapshot.update])).toEqual([['fire-out', null]]);
  await article('fire-trial', '2026-12-01', { storyId: first.id });
  await onDay('2026-12-01');
  await onDay('2026-12-06');
  const next = await week('2026-12-06');
  expect(next.stories.map(({ snapshot }) => snapshot.update)).toEqual([
    { title: 'fire-out', slug: 'fire-out', day: '2026-11-29' },
  ]);
});

test('rank is that of the day with what other outlets have told since', async () => {
  const first = await article('well-told', '2026-11-23');
  await onDay('2026-11-23');
  await article('told-once', '2026-11-24');
  await onDay('2026-11-24');
  for (const outlet of ['a.example', 'b.example']) {
    const other = await insertSource(database.db, { title: outlet, outlet });
    await article(`again-${outlet}`, '2026-11-24', { storyId: first.id, sourceId: other.id, categories: [] });
  }
  await database.db.execute(sql`update articles set story_id = id where story_id is null`);
  await onDay('2026-11-29');
  const { slugs, stories } = await week('2026-11-29');
  expect(slugs).toEqual(['well-told', 'told-once']);
  expect(stories[0]?.parts).toMatchObject({ corroboration: 0.5 });
  const sum = Object.values(stories[0]?.parts ?? {}).reduce((total, part) => total + part, 0);
  expect(sum).toBeCloseTo(stories[0]?.score ?? 0, 5);
});

test('a petition that has closed since is in no weekly edition', async () => {
  const { db } = database;
  const { id } = await article('ferry', '2026-11-24');
  await insertPetition(db, {
    slug: 'ferry',
    title: 'Keep the ferry',
    closesAt: new Date('2026-11-28T00:00:00Z'),
  });
  const sign = { text: 'Sign.', link: 'petition:ferry' };
  await insertCommentary(db, {
    articleId: id,
    opinion: prose('We think so.', 'Long.'),
    action: prose('Go.', 'Long.'),
    todo: { ...EMPTY_TODO, petitions: [{ slug: 'ferry', why: 'It is late.' }], short: [sign] },
  });
  await onDay('2026-11-24');
  const daily = await findEdition(db, '2026-11-24');
  const [told] = await listEditionStories(db, daily?.id ?? '');
  expect(told?.snapshot).toMatchObject({ petition: { slug: 'ferry' }, todos: [sign] });
  await onDay('2026-11-29');
  const [story] = (await week('2026-11-29')).stories;
  expect(story?.snapshot).toMatchObject({ petition: null, todos: [], opinion: 'We think so.' });
  expect(story?.parts).toMatchObject({ petition: 0, commentary: 1 });
});

test('what a held edition holds is in no weekly one', async () => {
  await article('ferry', '2026-11-24');
  await onDay('2026-11-24');
  await database.db.execute(sql`update editions set held_at = now(), held_reason = 'wrong'`);
  expect(await onDay('2026-11-29')).toMatchObject({ weekly: { outcome: 'empty' } });
});

test('what was held when the week was composed and let go after it stands in the next one', async () => {
  await article('sat', '2026-11-28');
  await onDay('2026-11-28');
  await article('sun', '2026-11-29');
  await onDay('2026-11-29', readersConfig({ digest: { windowHours: 36, weeklyOn: 'monday' } }));
  await database.db.execute(
    sql`update editions set held_at = now(), held_reason = 'wrong' where day = '2026-11-29'`,
  );
  await onDay('2026-11-29');
  expect((await week('2026-11-29')).slugs).toEqual(['sat']);
  await database.db.execute(sql`update editions set held_at = null, held_reason = null`);
  await article('mon', '2026-11-30');
  await onDay('2026-11-30');
  await onDay('2026-12-06');
  expect((await week('2026-12-06')).slugs.toSorted()).toEqual(['mon', 'sun']);
});

test('a newsroom that was down on the day has the week up to three days later, all of it and once', async () => {
  await article('before', '2026-11-21');
  await onDay('2026-11-21');
  await onDay('2026-11-22');
  expect((await week('2026-11-22')).slugs).toEqual(['before']);
  for (const day of ['2026-11-23', '2026-11-28', '2026-12-01']) {
    await article(`of-${day}`, day);
    await onDay(day);
  }
  expect((await week('2026-12-01')).slugs.toSorted()).toEqual([
    'of-2026-11-23',
    'of-2026-11-28',
    'of-2026-12-01',
  ]);
  await article('later', '2026-12-02');
  expect((await onDay('2026-12-02')).weekly).toBeNull();
  await onDay('2026-12-06');
  expect((await week('2026-12-06')).slugs).toEqual(['later']);
});

test('a newsroom has no week before its first, and none twice when it moves the day', async () => {
  await article('ferry', '2026-12-01');
  expect((await onDay('2026-12-01')).weekly).toBeNull();
  expect((await onDay('2026-12-06')).weekly).toMatchObject({ outcome: 'composed' });
  await article('bridge', '2026-12-08');
  const onMondays = readersConfig({ digest: { windowHours: 36, weeklyOn: 'monday' } });
  expect((await onDay('2026-12-08', onMondays)).weekly).toBeNull();
  expect((await onDay('2026-12-14', onMondays)).weekly).toMatchObject({ outcome: 'composed', stories: 1 });
});

test('many processes that compose a Sunday at once make one edition of each kind', async () => {
  await article('ferry', '2026-11-29');
  const reports = await Promise.all(Array.from({ length: 4 }, () => onDay('2026-11-29')));
  expect(reports.filter(({ outcome }) => outcome === 'composed')).toHaveLength(1);
  expect(reports.filter(({ weekly }) => weekly?.outcome === 'composed')).toHaveLength(1);
  expect(new Set(reports.map(({ weekly }) => weekly?.number))).toEqual(new Set([2]));
});
