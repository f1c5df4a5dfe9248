import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { planDeliveries, type PlanInput } from '../../db/delivery-plan.ts';
import type { Edition } from '../../db/edition.ts';
import { markSubscriberLeft } from '../../db/subscriber.ts';
import { upsertSuppression } from '../../db/suppression.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { reasonOf } from '../../src/deliver/reasons.ts';
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
  await database.db.execute(sql`truncate delivery_rows, delivery_batches`);
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
  await plan();
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

const NOW = new Date('2026-11-23T15:00:00Z');

/** Plan the edition, whose newsroom has four categories of which two have a story. */
const plan = (over: Partial<PlanInput> = {}) =>
  planDeliveries(database.db, {
    editionId: edition.id,
    known: ['harbour', 'schools', 'weather', 'trams'],
    filled: ['harbour', 'schools'],
    batchSize: 2,
    sample: false,
    now: NOW,
    ...over,
  });

type Planned = { address: string; state: string; code: string | null; reason: string | null } & Record<
  'categories',
  string[]
>;

const planned = async (): Promise<Planned[]> =>
  Array.from(
    await database.db.execute<Planned>(sql`
      select s.address, d.state, d.code, d.reason, d.categories from deliveries d
      join subscribers s on s.id = d.subscriber_id where d.edition_id = ${edition.id} order by s.address`),
  );

/** How each reader stands: `ada: planned`, `bo: subscriber.paused`. */
const standing = async () =>
  (await planned()).map(({ address, state, code }) => `${address.split('@')[0]}: ${code ?? state}`);

interface Batch extends Record<string, unknown> {
  number: number;
  state: string;
  code: string | null;
  ids: string[];
}

const batches = async (): Promise<Batch[]> =>
  Array.from(
    await database.db.execute<Batch>(sql`
      select number, state, code, subscriber_ids as ids from delivery_batches
      where edition_id = ${edition.id} order by number`),
  );

const sizes = async () => (await batches()).map(({ ids }) => ids.length);

describe('planning', () => {
  test('slice by slice writes the same rows, and batches of full size within a slice', async () => {
    const { db } = database;
    await insertReaders(db, 'ada', 'bo', 'cy', 'di');
    await insertSubscriber(db, { address: addressOf('ed'), categories: ['weather'] });
    expect(await plan({ batchSize: 100 })).toBe(5);
    const atOnce = await planned();
    for (const sliceSize of [2, 1, 5]) {
      await db.execute(sql`truncate delivery_rows, delivery_batches`);
      expect(await plan({ sliceSize })).toBe(5);
      expect(await planned()).toEqual(atOnce);
      const members = (await batches()).flatMap(({ ids }) => ids);
      expect(new Set(members).size).toBe(4);
      expect(members).toEqual(members.toSorted());
    }
    await db.execute(sql`truncate delivery_rows, delivery_batches`);
    await db.execute(sql`update subscribers set categories = '{harbour}'`);
    await plan({ sliceSize: 2 });
    expect(await sizes()).toEqual([2, 2, 1]);
    await db.execute(sql`truncate delivery_rows, delivery_batches`);
    await plan({ sliceSize: 3 });
    expect(await sizes()).toEqual([2, 1, 2]);
  });

  test('again, or by three at once, plans nobody twice', async () => {
    const names = Array.from({ length: 11 }, (_, i) => `reader${String(i).padStart(2, '0')}`);
    await insertReaders(database.db, ...names);
    const counts = await Promise.all([1, 2, 3].map((sliceSize) => plan({ sliceSize })));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(11);
    expect(await plan({ sliceSize: 4 })).toBe(0);
    expect(await standing()).toEqual(names.map((name) => `${name}: planned`));
    const all = await batches();
    expect(all.map(({ number }) => number)).toEqual(all.map((_, i) => i + 1));
    const members = all.flatMap(({ ids }) => ids);
    expect([members.length, new Set(members).size]).toEqual([11, 11]);
  });

  test('skips who has paused until the day has come, and whose address is suppressed, with the reason', async () => {
    const { db } = database;
    const [, , cy] = await insertReaders(db, 'ada', 'bo', 'cy');
    await db.execute(
      sql`update subscribers set paused_until = ${'2026-11-23T15:00:01Z'} where address = ${addressOf('ada')}`,
    );
    await db.execute(
      sql`update subscribers set paused_until = ${'2026-11-23T15:00:00Z'} where address = ${addressOf('bo')}`,
    );
    await upsertSuppression(db, { addressKey: cy?.addressKey ?? '', cause: 'complained', at: NOW });
    expect(await plan()).toBe(3);
    expect(await standing()).toEqual(['ada: subscriber.paused', 'bo: planned', 'cy: subscriber.suppressed']);
    const [ada, bo, cyRow] = await planned();
    expect([ada, bo, cyRow].map((row) => row?.reason)).toEqual([null, null, null]);
    expect(reasonOf({ code: ada?.code ?? null, reason: null })).toBe('They have paused the digest.');
    expect(reasonOf({ code: cyRow?.code ?? null, reason: null })).toMatch(/bounced or were complained of/);
    expect(await sizes()).toEqual([1]);
  });

  test('leaves whose hour has not come to a later call, without a row', async () => {
    const { db } = database;
    await insertReaders(db, 'ada');
    await insertSubscriber(db, { address: addressOf('bo'), categories: ['harbour'], timezone: 'Asia/Tokyo' });
    await insertSubscriber(db, { address: addressOf('cy'), categories: ['harbour'], timezone: 'Asia/Dhaka' });
    expect(await plan({ tooEarly: ['Asia/Tokyo', 'Asia/Dhaka'] })).toBe(1);
    expect(await standing()).toEqual(['ada: planned']);
    expect(await plan({ tooEarly: ['Asia/Dhaka'] })).toBe(1);
    expect(await plan()).toBe(1);
    expect(await standing()).toEqual(['ada: planned', 'bo: planned', 'cy: planned']);
    expect(await sizes()).toEqual([1, 1, 1]);
  });

  test('in doubt whether it went out before hands nothing over, and says why', async () => {
    await insertReaders(database.db, 'ada', 'bo', 'cy');
    await insertSubscriber(database.db, { address: addressOf('di'), categories: ['weather'] });
    const doubt = { code: 'edition.restored', reason: 'The database is older than the edition.' };
    expect(await plan({ doubt })).toBe(4);
    const { code, reason } = doubt;
    const uncertain = { state: 'uncertain', code, reason };
    const skipped = { state: 'skipped', code: 'edition.nothing_for_them', reason: null };
    expect(await planned()).toMatchObject([uncertain, uncertain, uncertain, skipped]);
    expect(await batches()).toMatchObject([
      { number: 1, state: 'uncertain', code },
      { number: 2, state: 'uncertain', code },
    ]);
  });

  test('keeps the order of the categories and leaves out those that the newsroom gave up', async () => {
    const { db } = database;
    const chose = (name: string, ...categories: string[]) =>
      insertSubscriber(db, { address: addressOf(name), categories });
    await chose('ada', 'weather', 'gossip', 'schools', 'harbour');
    await chose('bo', 'schools', 'harbour', 'weather');
    await chose('cy', 'gossip');
    await plan();
    expect((await planned()).map(({ categories }) => categories)).toEqual([
      ['weather', 'schools', 'harbour'],
      ['schools', 'harbour', 'weather'],
      [],
    ]);
    expect(await standing()).toEqual(['ada: planned', 'bo: planned', 'cy: subscriber.no_categories']);
    await db.execute(sql`update subscribers set categories = '{trams}'`);
    expect((await planned())[0]?.categories).toEqual(['weather', 'schools', 'harbour']);
  });

  test('of an edition that is held, or is there no more, writes nothing', async () => {
    await insertReaders(database.db, 'ada');
    expect(await plan({ editionId: '00000000-0000-4000-8000-000000000000' })).toBe(0);
    await database.db.execute(sql`update editions set held_at = now(), held_by = 'person'`);
    expect(await plan()).toBe(0);
    expect(await batches()).toEqual([]);
  });
});

const SLUGS = ['harbour', 'schools', 'weather', 'trams', 'gossip'];
const ZONES = ['America/New_York', 'Asia/Tokyo', 'Europe/Lisbon'];

const randomReader = fc.record({
  state: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'pending', 'left'),
  cadence: fc.constantFrom('daily', 'daily', 'weekly'),
  sample: fc.boolean(),
  categories: fc.shuffledSubarray(SLUGS),
  timezone: fc.constantFrom(...ZONES),
  pausedUntil: fc.constantFrom(
    null,
    null,
    new Date('2026-11-20T00:00:00Z'),
    new Date('2026-12-01T00:00:00Z'),
  ),
  suppressed: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

test('of random readers everybody in the audience has one row, planned in one batch or skipped for a reason', async () => {
  const { db } = database;
  const input = fc.record({
    readers: fc.array(randomReader, { maxLength: 14 }),
    tooEarly: fc.subarray(ZONES, { maxLength: 2 }),
    sample: fc.boolean(),
    batchSize: fc.integer({ min: 1, max: 5 }),
    sliceSize: fc.integer({ min: 1, max: 16 }),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ readers, ...over }) => {
      await db.execute(sql`truncate delivery_rows, delivery_batches, subscribers, suppressions cascade`);
      for (const [i, { suppressed, ...reader }] of readers.entries()) {
        const { addressKey } = await insertSubscriber(db, { address: addressOf(`r${i}`), ...reader });
        if (suppressed) await upsertSuppression(db, { addressKey, cause: 'bounced', at: NOW });
      }
      const audience = readers.flatMap((reader, i) =>
        reader.state === 'confirmed' && reader.cadence === 'daily' && (over.sample || !reader.sample)
          ? [{ ...reader, address: addressOf(`r${i}`) }]
          : [],
      );
      const inTime = audience.filter(({ timezone }) => !over.tooEarly.includes(timezone));
      expect(await plan(over)).toBe(inTime.length);
      expect(await plan({ ...over, tooEarly: [] })).toBe(audience.length - inTime.length);
      const rows = await planned();
      const expected = audience.map((reader) => ({ address: reader.address, ...expectedOf(reader) }));
      expect(rows).toEqual(expected.toSorted((a, b) => (a.address < b.address ? -1 : 1)));
      const skipped = rows.filter(({ state }) => state === 'skipped');
      expect(skipped.every((row) => reasonOf(row)?.endsWith('.'))).toBe(true);
      const members = (await batches()).flatMap(({ ids }) => ids);
      expect(new Set(members).size).toBe(members.length);
      expect(members.length + skipped.length).toBe(audience.length);
      expect(Math.max(0, ...(await sizes()))).toBeLessThanOrEqual(over.batchSize);
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** What the rules say of one reader in the audience. */
function expectedOf(reader: { categories: string[]; pausedUntil: Date | null; suppressed: boolean }) {
  const categories = reader.categories.filter((slug) => slug !== 'gossip');
  const codes = [
    reader.pausedUntil !== null && reader.pausedUntil > NOW && 'subscriber.paused',
    reader.suppressed && 'subscriber.suppressed',
    categories.length === 0 && 'subscriber.no_categories',
    !categories.includes('harbour') && !categories.includes('schools') && 'edition.nothing_for_them',
  ];
  const code = codes.find((each) => each !== false) ?? null;
  return { state: code === null ? 'planned' : 'skipped', code, reason: null, categories };
}
