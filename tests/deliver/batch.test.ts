import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { claimBatches } from '../../db/delivery-claim.ts';
import type { Edition } from '../../db/edition.ts';
import { makeOf } from '../../src/deliver/batch.ts';
import { deliver, deliverWaiting } from '../../src/deliver/deliver.ts';
import { MailRefused } from '../../src/deliver/outcome.ts';
import { failure, upstream } from '../../src/shared/errors.ts';
import type { Log } from '../../src/shared/log.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import {
  addressOf,
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
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const rows = () => ledger(database.db, edition.id);

const busy = (code = 'mail.unavailable') =>
  upstream(code, 'The provider is busy.', { retryable: true, retryAfterSeconds: 60 });

/** A mailer that fails so many times before it takes what it is given. */
function failing(times: number, error: () => Error = busy) {
  let left = times;
  return recordingMailer({
    answer: (batch) => {
      left -= 1;
      if (left >= 0) throw error();
      return taken(batch);
    },
  });
}

/** Everything that a mail's bytes could depend on is another thing now. */
async function changeEverything() {
  const { db } = database;
  await db.execute(sql`update subscribers set address = 'new-' || address, name = 'New', link_epoch = 9`);
  await db.execute(sql`update subscribers set categories = '{schools}'`);
  await db.execute(sql`update articles set title = 'Another title'`);
}

test('a call that may pass later is put off with its reason, and made again with the same bytes and key', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo');
  const { mailer, calls } = failing(1, () => busy('mail.unreachable'));
  const deps = deskDeps(db, mailer);
  expect(await deliver(deps)).toMatchObject({ submitted: 0, waiting: 2 });
  const [put] = await db.execute(sql`select state, attempts, code, reason from delivery_batches`);
  expect(put).toEqual({
    state: 'planned',
    attempts: 1,
    code: 'mail.unreachable',
    reason: 'The provider is busy.',
  });
  await changeEverything();
  later(deps, minutes(1));
  expect(await deliver(deps)).toMatchObject({ submitted: 2, waiting: 0 });
  expect(calls).toHaveLength(2);
  expect(calls[1]).toEqual(calls[0]);
});

test('what was put off goes out between the editions, and nobody new is planned by that', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer } = failing(1);
  const deps = deskDeps(database.db, mailer);
  await deliver(deps);
  await insertReaders(database.db, 'bo');
  later(deps, minutes(1));
  await deliverWaiting(deps);
  expect(await rows()).toEqual(['ada: submitted']);
});

test('a worker that died after the provider took its call is followed by the same call', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo');
  const { promise: gone, resolve: comeBack } = Promise.withResolvers<void>();
  const { promise: sent, resolve: isSent } = Promise.withResolvers<void>();
  const first = recordingMailer({
    answer: async (batch) => {
      isSent();
      await gone;
      return taken(batch);
    },
  });
  const deps = deskDeps(db, first.mailer);
  const dead = deliver(deps);
  await sent;
  await changeEverything();
  const second = recordingMailer();
  later(deps, 16_000);
  expect(await deliver({ ...deps, mailer: second.mailer })).toMatchObject({ submitted: 2 });
  expect(second.calls).toEqual(first.calls);
  comeBack();
  await dead;
  expect(await rows()).toEqual(['new-ada: submitted', 'new-bo: submitted']);
});

test('what was taken but could not be written down is handed over again as the same call', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer, calls } = recordingMailer({
    answer: async (batch) => {
      if (calls.length === 1) await db.execute(sql`alter table delivery_batches rename to batches_away`);
      return taken(batch);
    },
  });
  const deps = deskDeps(db, mailer);
  await expect(deliver(deps)).rejects.toThrow();
  await db.execute(sql`alter table batches_away rename to delivery_batches`);
  expect(await rows()).toEqual(['ada: planned']);
  later(deps, 16_000);
  await deliver(deps);
  expect(calls[1]).toEqual(calls[0]);
  expect(await rows()).toEqual(['ada: submitted']);
});

test('where a call cannot be repeated, a batch whose worker died is uncertain and nobody is mailed again', async () => {
  const { db } = database;
  await insertReaders(db, 'ada');
  const { mailer, calls } = recordingMailer({ name: 'smtp', repeatable: false });
  const deps = deskDeps(db, mailer);
  const stop = new AbortController();
  stop.abort();
  await deliver(deps, { signal: stop.signal });
  const now = deps.clock.now();
  const leaseUntil = new Date(now.getTime() + 15_000);
  await claimBatches(db, { limit: 1, now, leaseUntil, madeBy: makeOf(deps), keysGoodFrom: new Date(0) });
  later(deps, 16_000);
  expect(await deliver(deps)).toMatchObject({ uncertain: 1, submitted: 0 });
  expect(calls).toEqual([]);
});

test('past 23 hours from the first call a batch is uncertain', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo', 'cy');
  const { mailer, calls } = failing(2, () => busy('mail.unreachable'));
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  later(deps, minutes(23 * 60 + 1));
  await deliver(deps);
  expect(calls).toHaveLength(2);
  expect(await rows()).toEqual(['ada: uncertain', 'bo: uncertain', 'cy: uncertain']);
});

test('a call that is refused for nothing that stands in it stops the run, and nobody fails for it', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer, calls } = failing(1, () => upstream('mail.refused', 'This way is closed.'));
  const deps = deskDeps(database.db, mailer);
  const report = await deliver(deps);
  expect(report).toMatchObject({ failed: 0, waiting: 1, stopped: 'This way is closed.' });
  expect(report.reasons).toEqual([{ reason: 'This way is closed.', count: 1 }]);
  later(deps, minutes(1));
  expect(await deliver(deps)).toMatchObject({ submitted: 1, stopped: null });
  expect(calls).toHaveLength(2);
});

test('a refusal of one mail after a call that may have been taken leaves the batch uncertain: nobody gets another key', async () => {
  await insertReaders(database.db, 'ada', 'bo');
  const errors = [busy('mail.unreachable'), new MailRefused('No.', 0)];
  const { mailer, calls } = failing(2, () => errors.shift() ?? busy());
  const deps = deskDeps(database.db, mailer);
  await deliver(deps);
  later(deps, minutes(2));
  await deliver(deps);
  later(deps, minutes(2));
  await deliver(deps);
  expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(await rows()).toEqual(['ada: uncertain', 'bo: uncertain']);
});

test('who leaves while a batch waits whose key was never used is left out of it', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo');
  const { mailer, calls } = failing(1);
  const deps = deskDeps(db, mailer);
  await deliver(deps);
  await db.execute(sql`update subscribers set state = 'left' where address = ${addressOf('ada')}`);
  later(deps, minutes(2));
  await deliver(deps);
  expect(calls.at(-1)?.mails.map(({ to }) => to)).toEqual([addressOf('bo')]);
  expect(await rows()).toEqual(['ada: skipped', 'bo: submitted']);
});

test('a worker that slept past its lease and the life of its key makes no call', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(database.db, mailer);
  const open = deps.composer.open.bind(deps.composer);
  let opened = 0;
  deps.composer.open = (id) => {
    opened += 1;
    // Planning opens it too; the second time it is between claim and call.
    if (opened === 2) later(deps, minutes(24 * 60));
    return open(id);
  };
  await deliver(deps, { leaseMs: 50 });
  expect(opened).toBe(2);
  expect(calls).toEqual([]);
  await deliverWaiting(deps);
  expect(await rows()).toEqual(['ada: uncertain']);
});

test('a call that was certainly not taken is made again as long as the edition is news, and then skipped', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer, calls } = failing(99);
  const deps = deskDeps(database.db, mailer);
  for (let run = 0; run < 30; run += 1) {
    await deliver(deps);
    later(deps, minutes(60));
  }
  expect(calls).toHaveLength(30);
  expect(await rows()).toEqual(['ada: planned']);
  later(deps, minutes(24 * 60));
  await deliverWaiting(deps);
  expect(calls).toHaveLength(30);
  expect(await rows()).toEqual(['ada: skipped']);
});

test('a call of which nobody knows the end is made again for 23 hours, and is then uncertain', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer, calls } = failing(99, () => busy('mail.unreachable'));
  const deps = deskDeps(database.db, mailer);
  for (let run = 0; run < 30; run += 1) {
    await deliverWaiting(deps);
    if (run === 0) await deliver(deps);
    later(deps, minutes(60));
  }
  expect(calls.length).toBeGreaterThan(20);
  expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(await rows()).toEqual(['ada: uncertain']);
});

const composedBy = (deps: ReturnType<typeof deskDeps>, revision: string) => ({
  ...deps,
  composer: { ...deps.composer, revision },
});

describe('another make of the program', () => {
  test('leaves a call alone that this one has begun, and gives it up when its key is too old', async () => {
    await insertReaders(database.db, 'ada');
    const { mailer, calls } = failing(99, () => busy('mail.unreachable'));
    const deps = deskDeps(database.db, mailer);
    await deliver(deps);
    later(deps, minutes(10));
    await deliver(composedBy(deps, 'new'));
    expect(calls).toHaveLength(1);
    expect(await rows()).toEqual(['ada: planned']);
    later(deps, minutes(23 * 60));
    await deliverWaiting(composedBy(deps, 'new'));
    expect(calls).toHaveLength(1);
    expect(await rows()).toEqual(['ada: uncertain']);
  });

  test('takes over what was certainly not taken', async () => {
    await insertReaders(database.db, 'ada');
    const { mailer, calls } = failing(1);
    const deps = deskDeps(database.db, mailer);
    await deliver(deps);
    later(deps, minutes(10));
    await deliver(composedBy(deps, 'new'));
    expect(calls).toHaveLength(2);
    expect(await rows()).toEqual(['ada: submitted']);
  });
});

const refusing = (address: string, says: boolean) =>
  recordingMailer({
    answer: (batch) => {
      const place = batch.mails.findIndex(({ to }) => to === address);
      if (place >= 0) throw new MailRefused('Not a mail address.', says ? place : undefined);
      return taken(batch);
    },
  });

describe('a call that is refused for one of its mails', () => {
  test.each([true, false])(
    'fails for that reader; the others go out under new keys (says which: %s)',
    async (says) => {
      const { db } = database;
      await insertReaders(db, 'ada', 'bo', 'cy', 'di', 'eve');
      const { mailer, calls } = refusing(addressOf('cy'), says);
      const deps = deskDeps(
        db,
        mailer,
        readersConfig({ deliver: { batchSize: 5, requestsPerSecond: 1000 } }),
      );
      const report = await deliver(deps);
      expect(report).toMatchObject({ submitted: 4, failed: 1, waiting: 0 });
      expect(report.reasons).toEqual([{ reason: 'Not a mail address.', count: 1 }]);
      expect(await rows()).toEqual([
        'ada: submitted',
        'bo: submitted',
        'cy: failed',
        'di: submitted',
        'eve: submitted',
      ]);
      const keys = calls.map(({ idempotencyKey }) => idempotencyKey);
      expect(new Set(keys).size).toBe(keys.length);
      await deliver(deps);
      expect(calls).toHaveLength(keys.length);
    },
  );
});

test('a batch whose mails are more than one call takes is divided before it is handed over', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo', 'cy', 'di', 'eve');
  const { mailer, calls } = recordingMailer();
  const config = readersConfig({
    deliver: { batchSize: 5, batchBytesMax: 100_000, requestsPerSecond: 1000 },
  });
  const deps = deskDeps(db, mailer, config);
  const bytes = 30_000;
  const stretched = { bytes, write: () => {} };
  const open = deps.composer.open.bind(deps.composer);
  deps.composer.open = async (id) => {
    const edition = await open(id);
    const mailFor: typeof edition.mailFor = (reader) => {
      const mail = edition.mailFor(reader);
      // Those whom planning asks have short mails, so it gathers five.
      return mail && reader.subscriberId !== NOBODY
        ? { ...mail, escaped: { html: stretched, text: stretched } }
        : mail;
    };
    return { ...edition, mailFor };
  };
  expect(await deliver(deps)).toMatchObject({ submitted: 5 });
  expect(calls.map(({ mails }) => mails.length).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(recipients(calls)).size).toBe(5);
});

const NOBODY = '00000000-0000-4000-8000-000000000000';

test('a provider that refuses us stops the run with one sentence, and everything waits', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const { mailer, calls } = failing(1, () => upstream('mail.denied', 'The key is not accepted.'));
  const deps = deskDeps(database.db, mailer);
  const report = await deliver(deps);
  expect(report).toMatchObject({ stopped: 'The key is not accepted.', submitted: 0, waiting: 3 });
  expect(calls.length).toBeLessThanOrEqual(2);
  later(deps, minutes(5));
  expect(await deliver(deps)).toMatchObject({ stopped: null, submitted: 3 });
});

test('mails that were certainly not begun go out in a batch of a new number', async () => {
  await insertReaders(database.db, 'ada', 'bo');
  const { mailer, calls } = recordingMailer({
    name: 'smtp',
    repeatable: false,
    answer: (batch) =>
      batch.mails.length < 2
        ? taken(batch)
        : [taken(batch)[0], { ok: false, code: 'mail.not_begun', reason: 'Not begun.', notBegun: true }],
  });
  expect(await deliver(deskDeps(database.db, mailer), { backOffMs: 5, leaseMs: 20 })).toMatchObject({
    submitted: 1,
    waiting: 1,
  });
  expect(calls).toHaveLength(1);
});

test('a key that the provider knows with other bytes leaves the batch uncertain', async () => {
  await insertReaders(database.db, 'ada');
  const { mailer } = failing(1, () => upstream('mail.key_reused', 'The key was used for another call.'));
  await deliver(deskDeps(database.db, mailer));
  expect(await rows()).toEqual(['ada: uncertain']);
});

test('a mail of which the mailer says nothing is uncertain; one that it refuses alone has failed', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const { mailer } = recordingMailer({
    answer: ({ mails }) => (mails.length === 2 ? [{ ok: true, providerId: 'p' }] : [NO]),
  });
  await deliver(deskDeps(database.db, mailer));
  const states = (await rows()).map((line) => line.split(': ')[1]);
  expect(new Set(states)).toEqual(new Set(['failed', 'submitted', 'uncertain']));
});

const NO = { ok: false, code: 'mail.refused', reason: 'Not this one.' };

test('each reader’s mail is their own, and the same reader has the same id in every try', async () => {
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  const { mailer, calls } = recordingMailer();
  await deliver(deskDeps(database.db, mailer));
  const mails = calls.flatMap((call) => call.mails);
  expect(new Set(mails.map(({ id }) => id)).size).toBe(3);
  expect(new Set(mails.map(({ headers }) => headers['List-Unsubscribe'])).size).toBe(3);
  expect(new Set(mails.map(({ group, subject }) => `${group} ${subject}`))).toEqual(
    new Set(['2026-11-23 The Test Tide: Monday, November 23, 2026']),
  );
  expect(recipients(calls)).toHaveLength(3);
});

test('no address is in the log or in a reason, however a run ends', async () => {
  const { db } = database;
  await insertReaders(db, 'ada', 'bo', 'cy', 'di');
  const said: unknown[] = [];
  const keep = (fields: object, message: string) => void said.push(fields, message);
  const log: Log = { info: keep, warn: keep, error: keep };
  const { mailer } = failing(1);
  const deps = { ...deskDeps(db, mailer), log };
  await deliver(deps);
  await db.execute(sql`alter table delivery_batches add constraint no_more check (attempts < 2)`);
  later(deps, minutes(1));
  const error: unknown = await deliver(deps).catch((thrown: unknown) => thrown);
  await db.execute(sql`alter table delivery_batches drop constraint no_more`);
  expect(error).toBeInstanceOf(Error);
  said.push(failure(error), await db.execute(sql`select code, reason from deliveries`));
  said.push(await db.execute(sql`select code, reason from delivery_batches`));
  expect(said.length).toBeGreaterThan(4);
  expect(JSON.stringify(said)).not.toContain('@');
});
