import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { settleUncertain } from '../../db/delivery-settle.ts';
import type { Edition } from '../../db/edition.ts';
import { findFact, identifyDatabase, upsertFact } from '../../db/fact.ts';
import { deliver, deliverWaiting } from '../../src/deliver/deliver.ts';
import { upstream } from '../../src/shared/errors.ts';
import { testDatabase } from '../helpers/database.ts';
import { deskDeps, freshEdition, insertReaders, later, ledger, minutes, recordingMailer } from './desk.ts';

const database = testDatabase();
const other = testDatabase();
let edition: Edition;
beforeEach(async () => {
  await database.db.execute(sql`truncate facts, runs`);
  edition = await freshEdition(database.db);
});

const rows = () => ledger(database.db, edition.id);

/** The database says of itself that it is another one than this: as it does when it was put back elsewhere. */
const putBack = (identity = { place: 'another/1', timeline: 1 }) =>
  upsertFact(database.db, 'database', JSON.stringify(identity));

function busy(): never {
  throw upstream('mail.unavailable', 'Busy.', { retryable: true, retryAfterSeconds: 60 });
}

test('a database is told from every other one', async () => {
  const [here, there] = [await identifyDatabase(database.db), await identifyDatabase(other.db)];
  expect(here).toEqual({ place: expect.stringMatching(/^\d+\/\d+\/\d+$/) as unknown, timeline: 1 });
  expect(here.place).not.toBe(there.place);
});

test('after a restore what is open and what is planned of editions begun since is uncertain, and nobody is mailed', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo', 'cy');
  const before = deskDeps(db, recordingMailer({ answer: busy }).mailer);
  await deliver(before);
  await putBack();
  await insertReaders(db, 'di');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(db, mailer);
  later(deps, minutes(2));
  await deliverWaiting(deps);
  const report = await deliver(deps);
  expect(report).toMatchObject({ uncertain: 4, submitted: 0, waiting: 0 });
  expect(report.reasons[0]?.reason).toContain('restored');
  expect(calls).toEqual([]);
  expect(JSON.parse((await findFact(db, 'database')) ?? '')).toEqual(await identifyDatabase(db));
  expect(await settleUncertain(db, edition.id, { as: 'again', batchSize: 10, now: deps.clock.now() })).toBe(
    4,
  );
  await deliverWaiting(deps);
  expect(await rows()).toEqual(['ada: submitted', 'bo: submitted', 'cy: submitted', 'di: submitted']);
});

test('what had gone out before the backup stays as it is, and the next day’s edition goes out', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  await putBack();
  await deliver(deps);
  expect(await rows()).toEqual(['ada: submitted']);
  await db.execute(sql`update editions set day = day + 1`);
  await insertReaders(db, 'bo');
  later(deps, minutes(24 * 60));
  await deliver(deps);
  expect(await rows()).toEqual(['ada: submitted', 'bo: submitted']);
  expect(calls).toHaveLength(2);
});

test('a standby that takes over at once is no restore; one that comes back from an hour ago is', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer } = recordingMailer();
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  const { place } = await identifyDatabase(db);
  await putBack({ place, timeline: 7 });
  await insertReaders(db, 'bo');
  later(deps, minutes(5));
  await deliver(deps);
  expect(await rows()).toEqual(['ada: submitted', 'bo: submitted']);
  await putBack({ place, timeline: 7 });
  await insertReaders(db, 'cy');
  later(deps, minutes(60));
  await deliver(deps);
  expect(await rows()).toEqual(['ada: submitted', 'bo: submitted', 'cy: uncertain']);
});
