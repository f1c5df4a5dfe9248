import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { dropOldPartitions, hasPartition } from '../../db/delivery-partition.ts';
import { countDeliveries } from '../../db/delivery-read.ts';
import { deleteUnsentEdition } from '../../db/edition-again.ts';
import type { Edition } from '../../db/edition.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { who } from '../../src/deliver/who.ts';
import { upstream } from '../../src/shared/errors.ts';
import { testDatabase } from '../helpers/database.ts';
import { deskDeps, freshEdition, insertReaders, later, minutes, recordingMailer } from './desk.ts';

const database = testDatabase();
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const drop = () => dropOldPartitions(database.db, '2026-11-24');

test('of an edition that is old only the numbers stay, and nobody gets it again', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  const before = await countDeliveries(db, edition.id);
  expect(await dropOldPartitions(db, '2026-11-23')).toBe(0);
  expect(await drop()).toBe(1);
  expect(await drop()).toBe(0);
  expect(await hasPartition(db, edition.id)).toBe(false);
  expect(await countDeliveries(db, edition.id)).toEqual(before);
  expect(await deliver(deps, { day: edition.day })).toMatchObject({ planned: 0, submitted: 2 });
  expect(calls).toHaveLength(1);
  const parts = [];
  for await (const part of who(deps, { day: edition.day })) parts.push(part);
  expect(parts).toMatchObject([
    { rows: [], dropped: before, note: expect.stringContaining('age') as unknown },
  ]);
});

test('several processes may drop at once, and what was open is skipped', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo', 'cy');
  const { mailer, calls } = recordingMailer({
    answer: () => {
      throw upstream('mail.unavailable', 'Busy.', { retryable: true, retryAfterSeconds: 60 });
    },
  });
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  await Promise.all([drop(), drop(), drop()]);
  expect(await countDeliveries(db, edition.id)).toMatchObject([
    { state: 'skipped', code: 'edition.stale', count: 3 },
  ]);
  const before = calls.length;
  later(deps, minutes(10));
  await deliver(deps);
  expect(calls).toHaveLength(before);
});

test('rows of an edition that was made anew go too', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer } = recordingMailer();
  const deps = deskDeps(db, mailer);
  const stop = new AbortController();
  stop.abort();
  await deliver(deps, { signal: stop.signal });
  await db.transaction((tx) => deleteUnsentEdition(tx, edition.id));
  expect(await hasPartition(db, edition.id)).toBe(true);
  await dropOldPartitions(db, '2000-01-01');
  expect(await hasPartition(db, edition.id)).toBe(false);
  expect(await db.execute(sql`select 1 from delivery_rows where edition_id = ${edition.id}`)).toHaveLength(0);
});

test('however the database goes about it, other tables are left alone', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer } = recordingMailer();
  await deliver(deskDeps(database.db, mailer));
  await database.db.transaction(async (tx) => {
    for (const way of ['nestloop', 'hashjoin', 'mergejoin', 'indexscan'])
      await tx.execute(sql.raw(`set local enable_${way} = off`));
    expect(await dropOldPartitions(tx, '2000-01-01')).toBeGreaterThanOrEqual(0);
  });
  expect(await hasPartition(database.db, edition.id)).toBe(true);
});
