import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Edition } from '../../db/edition.ts';
import { deliver, deliverWaiting } from '../../src/deliver/deliver.ts';
import { receiveEvent } from '../../src/deliver/events.ts';
import { createResendMailer } from '../../src/deliver/resend.ts';
import { testDatabase } from '../helpers/database.ts';
import { serveResend, type FakeResend } from '../helpers/fake-resend.ts';
import { readersConfig } from '../helpers/readers.ts';
import { deskDeps, freshEdition, insertReaders, later, ledger, minutes } from './desk.ts';
import { toldOf } from './events-told.ts';

const database = testDatabase();
let edition: Edition;
let server: FakeResend;
beforeAll(async () => {
  // Every call is taken, and its answer lost.
  server = await serveResend({ dropEvery: 1 });
});
afterAll(() => server.close());
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const tags = (id: string | undefined) => ({ tags: { edition: edition.id, delivery: id ?? '' } });

const rows = () => ledger(database.db, edition.id);

test('when a day passes between a lost answer and the next try nobody gets two; events settle the batch', async () => {
  const { db } = database;
  const [ada, bo] = await insertReaders(db, 'ada', 'bo');
  const mailer = createResendMailer({
    apiKey: 're_test',
    baseUrl: server.url,
    userAgent: 'broadside-test/1',
    timeoutMs: 5_000,
  });
  const config = readersConfig({ deliver: { requestsPerSecond: 1000 } });
  const deps = deskDeps(db, mailer, config);
  const { clock } = deps;
  await deliver(deps, { backOffMs: 60_000 });
  later(deps, minutes(24 * 60 + 5));
  await deliverWaiting(deps);
  await deliverWaiting(deps);
  expect(await rows()).toEqual(['ada: uncertain', 'bo: uncertain']);
  expect(server.counts).toMatchObject({ calls: 1, taken: 1 });
  const told = { id: 'msg_1', body: toldOf('email.delivered', tags(ada?.id)), receivedAt: clock.now() };
  await receiveEvent(deps, told);
  expect(await rows()).toEqual(['ada: delivered', 'bo: submitted']);
  await receiveEvent(deps, { ...told, id: 'msg_2', body: toldOf('email.delivered', tags(bo?.id)) });
  await deliver(deps);
  expect(await rows()).toEqual(['ada: delivered', 'bo: delivered']);
  expect([...server.taken.values()].map((keys) => keys.length)).toEqual([1, 1]);
  await mailer.close();
});
