import { beforeEach, expect, test } from 'vitest';
import { planDeliveries } from '../../db/delivery-plan.ts';
import { listEditionStories, listEditionsOfDay, markEditionHeld, type Edition } from '../../db/edition.ts';
import { sql } from 'drizzle-orm';
import { compose } from '../../src/compose/compose.ts';
import { deliver, deliverWaiting } from '../../src/deliver/deliver.ts';
import { holdEditions, releaseEditions } from '../../src/deliver/hold.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { testDatabase } from '../helpers/database.ts';
import {
  EMPTY_TODO,
  insertArticle,
  insertCommentary,
  insertPetition,
  insertSource,
  prose,
} from '../helpers/seed.ts';
import {
  deskDeps,
  freshEdition,
  insertReaders,
  later,
  ledger,
  minutes,
  recipients,
  recordingMailer,
  taken,
} from './desk.ts';

const database = testDatabase();
const FAULTS = [{ check: 'links', where: 'harbour', problem: 'A link leads nowhere.' }];
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const desk = () => {
  const { mailer, calls } = recordingMailer();
  return { deps: deskDeps(database.db, mailer), calls };
};
const fault = () =>
  database.db.execute(
    sql`update editions set held_at = now(), held_reason = 'It has a fault.', held_by = 'lint', faults = ${JSON.stringify(FAULTS)}::jsonb`,
  );
const plan = () => {
  const slugs = ['harbour', 'schools'];
  const now = new Date('2026-11-23T15:00:00Z');
  const input = { known: slugs, filled: slugs, batchSize: 2, sample: false, now };
  return planDeliveries(database.db, { editionId: edition.id, ...input });
};
const today = async () => (await listEditionsOfDay(database.db, '2026-11-23'))[0];

test('of a held edition nothing is planned or handed over, and the report says why', async () => {
  await insertReaders(database.db, 'ada');
  await fault();
  const { deps, calls } = desk();
  const report = await deliver(deps);
  expect(report).toMatchObject({ edition: 1, planned: 0, submitted: 0, waiting: 0 });
  expect(report.editions).toEqual([
    { number: 1, cadence: 'daily', held: { reason: 'It has a fault.', faults: FAULTS } },
  ]);
  expect(calls).toEqual([]);
  expect(await ledger(database.db, edition.id)).toEqual([]);
});

test('what was planned before it was held waits, and goes once it is let go', async () => {
  await insertReaders(database.db, 'ada');
  const { deps, calls } = desk();
  await plan();
  expect(await holdEditions(deps, { reason: 'The headline is wrong.' })).toMatchObject([
    { number: 1, heldReason: 'The headline is wrong.' },
  ]);
  await deliverWaiting(deps);
  expect(await deliver(deps)).toMatchObject({
    waiting: 1,
    submitted: 0,
    editions: [{ held: { reason: 'The headline is wrong.' } }],
  });
  expect(calls).toEqual([]);
  await releaseEditions(deps);
  expect(await deliver(deps)).toMatchObject({ waiting: 0, submitted: 1, editions: [{ held: null }] });
  expect(calls).toHaveLength(1);
});

test('an edition with faults goes only anyway, for a reason that is kept', async () => {
  await fault();
  const { deps } = desk();
  await expect(releaseEditions(deps)).rejects.toMatchObject({
    code: 'edition.faults',
    message: expect.stringContaining('A link leads nowhere.'),
  });
  await expect(releaseEditions(deps, { anyway: true, reason: ' ' })).rejects.toMatchObject({
    code: 'edition.reason',
  });
  expect((await today())?.heldAt).not.toBeNull();
  await releaseEditions(deps, { anyway: true, reason: 'The link works again.' });
  expect(await today()).toMatchObject({ heldAt: null, heldReason: 'The link works again.', faults: FAULTS });
});

test('a day without an edition has nothing to hold', async () => {
  const { deps } = desk();
  deps.time.at = new Date('2026-11-24T15:00:00Z');
  await expect(holdEditions(deps)).rejects.toMatchObject({ code: 'edition.unknown' });
});

test('what has not gone out is made anew under its number, and what was planned of it goes with it', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { deps, calls } = desk();
  await plan();
  await db.execute(sql`update articles set title = 'Put right' where slug = 'harbour'`);
  expect(await compose(deps)).toMatchObject({ outcome: 'already' });
  expect(await compose(deps, { again: true })).toMatchObject({ outcome: 'composed', number: 1, stories: 2 });
  const anew = await today();
  expect(anew?.id).not.toBe(edition.id);
  const titles = (await listEditionStories(db, anew?.id ?? '')).map(({ snapshot }) => snapshot.title);
  expect(titles).toContain('Put right');
  expect(await deliver(deps)).toMatchObject({ planned: 1, submitted: 1 });
  expect(calls[0]?.mails[0]?.html).toContain('Put right');
  await expect(compose(deps, { again: true })).rejects.toMatchObject({ code: 'edition.sent' });
  expect((await today())?.id).toBe(anew?.id);
});

test('what a person holds stays held when it is made anew; what had only faults does not', async () => {
  const { deps } = desk();
  await markEditionHeld(database.db, edition.id, {
    heldAt: deps.clock.now(),
    heldReason: 'Wait for me.',
    heldBy: 'person',
  });
  expect(await compose(deps, { again: true })).toMatchObject({ heldReason: 'Wait for me.', held: [] });
  await fault();
  expect(await compose(deps, { again: true })).toMatchObject({ heldReason: null, held: [] });
  expect((await today())?.heldAt).toBeNull();
});

test('what the lint holds and then a person, with or without its faults mended, stays held', async () => {
  const { deps } = desk();
  await fault();
  expect(await holdEditions(deps, { reason: 'The lawyer reads it.' })).toMatchObject([
    { heldReason: 'The lawyer reads it.', heldBy: 'person' },
  ]);
  expect(await holdEditions(deps)).toMatchObject([{ heldReason: 'The lawyer reads it.' }]);
  expect(await compose(deps, { again: true })).toMatchObject({
    heldReason: 'The lawyer reads it.',
    held: [],
  });
  await fault();
  await releaseEditions(deps, { anyway: true, reason: 'It is right.' });
  await holdEditions(deps, { reason: 'It is wrong.' });
  expect(await compose(deps, { again: true })).toMatchObject({ heldReason: 'It is wrong.' });
});

test('who holds an edition while it is made anew holds what comes in its place', async () => {
  const { deps } = desk();
  for (let wait = 0; wait < 60; wait += 6) {
    const again = compose(deps, { again: true });
    await sleepFor(wait);
    expect(await holdEditions(deps, { reason: 'Stop.' })).toMatchObject([{ heldReason: 'Stop.' }]);
    await again;
    expect(await today(), `held after ${wait} ms`).toMatchObject({ heldReason: 'Stop.', heldBy: 'person' });
    await releaseEditions(deps);
  }
});

/** A story under a petition that closes two hours after the day's edition is composed. */
async function withPetition() {
  const { db } = database;
  await insertPetition(db, { slug: 'ferry', title: 'Keep it', closesAt: new Date('2026-11-23T17:00:00Z') });
  const [row] = await db.execute<{ id: string }>(sql`select id from articles where slug = 'harbour'`);
  await insertCommentary(db, {
    articleId: row?.id ?? '',
    opinion: prose('We think so.', 'Long.'),
    action: prose('Go.', 'Long.'),
    todo: { ...EMPTY_TODO, petitions: [{ slug: 'ferry', why: 'It is late.' }], short: [] },
  });
  const made = desk();
  expect(await compose(made.deps, { again: true })).toMatchObject({ outcome: 'composed', held: [] });
  return made;
}

test('a petition that has closed since holds the edition before its first mail; anyway it goes, and is not held again', async () => {
  const { deps, calls } = await withPetition();
  await insertReaders(database.db, 'ada');
  later(deps, minutes(180));
  const report = await deliver(deps);
  expect(report).toMatchObject({ planned: 0, submitted: 0 });
  expect(report.editions[0]?.held).toMatchObject({
    reason: 'What it names is in force no more.',
    faults: [{ check: 'force', problem: expect.stringContaining('petition:ferry') }],
  });
  expect(calls).toEqual([]);
  expect(await today()).toMatchObject({ heldBy: 'lint', faults: [{ check: 'force' }] });
  await expect(releaseEditions(deps)).rejects.toMatchObject({ code: 'edition.faults' });
  await releaseEditions(deps, { anyway: true, reason: 'Its answer is on the page.' });
  expect(await deliver(deps)).toMatchObject({ planned: 1, submitted: 1, editions: [{ held: null }] });
});

test('a hold does not save it from being looked at again; what has begun to go out goes on', async () => {
  const { deps } = await withPetition();
  await holdEditions(deps);
  later(deps, minutes(180));
  await expect(releaseEditions(deps)).rejects.toMatchObject({ code: 'edition.faults' });
  later(deps, minutes(-180));
  await releaseEditions(deps);
  await insertReaders(database.db, 'ada');
  expect(await deliver(deps)).toMatchObject({ submitted: 1 });
  later(deps, minutes(180));
  await insertReaders(database.db, 'ben');
  expect(await deliver(deps)).toMatchObject({ planned: 1, submitted: 2, editions: [{ held: null }] });
});

test('what was held in the middle goes on another day; what nobody has had does not', async () => {
  const stop = new AbortController();
  const { mailer, calls } = recordingMailer({
    answer(batch) {
      stop.abort();
      return taken(batch);
    },
  });
  const deps = deskDeps(database.db, mailer);
  await insertReaders(database.db, 'ada', 'ben', 'cy');
  await plan();
  await deliver(deps, { signal: stop.signal });
  expect(recipients(calls)).toHaveLength(2);
  await holdEditions(deps);
  later(deps, minutes(24 * 60));
  await expect(releaseEditions(deps)).rejects.toMatchObject({ code: 'edition.unknown' });
  expect(await releaseEditions(deps, { day: '2026-11-23' })).toMatchObject([{ number: 1 }]);
  await deliverWaiting(deps);
  expect(new Set(recipients(calls)).size).toBe(3);
});

test('an edition that was held until its day was over stays held, and says what became of its stories', async () => {
  const { deps } = desk();
  await holdEditions(deps);
  later(deps, minutes(24 * 60));
  await expect(releaseEditions(deps, { day: '2026-11-23', anyway: true })).rejects.toMatchObject({
    code: 'edition.over',
    message: expect.stringContaining('free for later editions'),
  });
  expect((await today())?.heldAt).not.toBeNull();
});

test('made anew with nothing left to print, the edition is gone', async () => {
  const { deps } = desk();
  await database.db.execute(sql`delete from article_categories`);
  expect(await compose(deps, { again: true })).toMatchObject({ outcome: 'empty', number: null });
  expect(await today()).toBeUndefined();
});

test('an edition of which everything is planned and a worker takes it meanwhile goes out once', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const { deps, calls } = desk();
  await plan();
  const ends = await Promise.allSettled([compose(deps, { again: true }), deliver(deps)]);
  const again = ends[0];
  if (again.status === 'rejected') expect(again.reason).toMatchObject({ code: 'edition.sent' });
  await deliver(deps);
  const sent = calls.flatMap(({ mails }) => mails.map(({ to }) => to));
  expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted());
  expect(sent).toHaveLength(3);
});

test('on the day of the week only what has not gone out is made anew', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { id: sourceId } = await insertSource(db, { title: 'Sunday' });
  await insertArticle(db, {
    sourceId,
    slug: 'sunday',
    title: 'Sunday',
    categories: ['harbour'],
    publishedAt: new Date('2026-11-29T10:00:00Z'),
  });
  const { deps } = desk();
  deps.time.at = new Date('2026-11-29T15:00:00Z');
  await compose(deps);
  expect(await deliver(deps)).toMatchObject({
    edition: 2,
    editions: [{ number: 2 }, { number: 3 }],
    submitted: 1,
  });
  expect(await compose(deps, { again: true })).toMatchObject({
    outcome: 'sent',
    weekly: { outcome: 'composed', number: 3 },
  });
});
