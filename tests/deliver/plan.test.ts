import { beforeEach, expect, test } from 'vitest';
import { planDeliveries } from '../../db/delivery-plan.ts';
import type { Edition } from '../../db/edition.ts';
import { markSubscriberLeft } from '../../db/subscriber.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import {
  addressOf,
  deskConfig,
  deskDeps,
  freshEdition,
  insertReaders,
  ledger,
  recipients,
  recordingMailer,
} from './desk.ts';

const database = testDatabase();
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const rows = () => ledger(database.db, edition.id);

test('every confirmed subscriber has one delivery, and who gets nothing has one that says why', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo');
  const some = (name: string, categories: string[], over: object = {}) =>
    insertSubscriber(db, { address: addressOf(name), categories, ...over });
  await some('cy', ['weather']);
  await some('di', ['trams']);
  await some('ed', ['trams', 'schools']);
  await some('flo', ['harbour'], { state: 'pending' });
  await some('gus', ['harbour'], { state: 'left' });
  const { mailer, calls } = recordingMailer();
  const report = await deliver(deskDeps(db, mailer));
  expect(report).toMatchObject({ edition: 1, planned: 5, submitted: 3, skipped: 2, failed: 0, waiting: 0 });
  expect(report.reasons.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
    { reason: 'None of their categories is there any more.', count: 1 },
    { reason: 'The edition has no story in their categories.', count: 1 },
  ]);
  expect(await rows()).toEqual([
    'ada: submitted',
    'bo: submitted',
    'cy: skipped',
    'di: skipped',
    'ed: submitted',
  ]);
  expect(recipients(calls).toSorted()).toEqual(['ada', 'bo', 'ed'].map(addressOf));
});

test('the sample’s invented people get mail from the sample newsroom alone', async () => {
  const { db } = database;
  await insertSubscriber(db, { address: addressOf('ada'), categories: ['harbour'], sample: true });
  const { mailer, calls } = recordingMailer();
  expect(await deliver(deskDeps(db, mailer))).toMatchObject({ planned: 0, submitted: 0 });
  expect(await deliver(deskDeps(db, mailer, deskConfig({ sample: true })))).toMatchObject({ submitted: 1 });
  expect(recipients(calls)).toEqual([addressOf('ada')]);
});

test('a call holds batchSize mails at most, under a key of its own', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy', 'di', 'ed');
  const { mailer, calls } = recordingMailer();
  await deliver(deskDeps(database.db, mailer));
  expect(calls.map(({ mails }) => mails.length)).toEqual([2, 2, 1]);
  expect(calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
    [1, 2, 3].map((number) => `edition/${edition.id}/${number}`),
  );
});

test('delivering again plans nothing and mails nobody', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const { mailer, calls } = recordingMailer();
  await deliver(deskDeps(database.db, mailer));
  const before = await rows();
  expect(await deliver(deskDeps(database.db, mailer))).toMatchObject({ planned: 0, submitted: 3 });
  expect(calls).toHaveLength(2);
  expect(await rows()).toEqual(before);
});

test('who confirms later is mailed in a new batch', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer, calls } = recordingMailer();
  await deliver(deskDeps(db, mailer));
  await insertReaders(db, 'bo');
  expect(await deliver(deskDeps(db, mailer))).toMatchObject({ planned: 1, submitted: 2 });
  expect(calls.map(({ idempotencyKey }) => idempotencyKey.split('/').at(-1))).toEqual(['1', '2']);
  expect(recipients(calls)).toEqual(['ada', 'bo'].map(addressOf));
});

test('who leaves between the planning and the sending is skipped', async () => {
  const { db } = database;
  const [, bo] = await insertReaders(db, 'ada', 'bo');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(db, mailer);
  const slugs = ['harbour', 'schools'];
  const plan = { editionId: edition.id, known: slugs, filled: slugs, batchSize: 2, sample: false };
  await planDeliveries(db, { ...plan, now: deps.clock.now() });
  await markSubscriberLeft(db, bo?.id ?? '', { by: 'link', at: deps.clock.now() });
  const report = await deliver(deps);
  expect(report.reasons).toEqual([{ reason: 'They left after the delivery was planned.', count: 1 }]);
  expect(recipients(calls)).toEqual([addressOf('ada')]);
});

test('many processes that deliver at once plan each reader once and mail each once', async () => {
  const { db } = database;
  const names = Array.from({ length: 23 }, (_, i) => `reader${String(i).padStart(2, '0')}`);
  await insertReaders(db, ...names);
  const desks = Array.from({ length: 4 }, () => recordingMailer());
  const reports = await Promise.all(desks.map(({ mailer }) => deliver(deskDeps(db, mailer))));
  expect(reports.reduce((sum, { planned }) => sum + planned, 0)).toBe(23);
  const calls = desks.flatMap((desk) => desk.calls);
  expect(recipients(calls).toSorted()).toEqual(names.map(addressOf));
  expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(calls.length);
  expect(await rows()).toEqual(names.map((name) => `${name}: submitted`));
});

test('a day without an edition delivers nothing and says so', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(database.db, mailer);
  deps.time.at = new Date('2026-11-24T15:00:00Z');
  expect(await deliver(deps)).toMatchObject({ day: '2026-11-24', edition: null, planned: 0, submitted: 0 });
  expect(calls).toEqual([]);
});

test('a run that is told to stop leaves what is planned to the next', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const stop = new AbortController();
  const { mailer, calls } = recordingMailer({
    answer: ({ mails }) => {
      stop.abort();
      return mails.map(({ id }) => ({ ok: true, providerId: id }));
    },
  });
  const deps = deskDeps(database.db, mailer);
  expect(await deliver(deps, { signal: stop.signal })).toMatchObject({ submitted: 2, waiting: 1 });
  await deliver(deps);
  expect(recipients(calls)).toHaveLength(3);
});
