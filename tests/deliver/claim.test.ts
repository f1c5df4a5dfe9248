import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import {
  claimBatches,
  markBatchEnded,
  markBatchesAlive,
  markBatchForRetry,
  markBatchSubmitted,
  type ClaimedBatch,
} from '../../db/delivery-claim.ts';
import { splitBatch } from '../../db/delivery-split.ts';
import { planDeliveries } from '../../db/delivery-plan.ts';
import { countDeliveries } from '../../db/delivery-read.ts';
import { settleUncertain } from '../../db/delivery-settle.ts';
import type { Edition } from '../../db/edition.ts';
import { upsertSuppression } from '../../db/suppression.ts';
import { testDatabase } from '../helpers/database.ts';
import { addressOf, freshEdition, insertReaders, ledger } from './desk.ts';

const database = testDatabase();
const NOW = new Date('2026-11-23T15:00:00Z');
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const plan = () =>
  planDeliveries(database.db, {
    editionId: edition.id,
    known: ['harbour', 'schools'],
    filled: ['harbour', 'schools'],
    batchSize: 3,
    sample: false,
    now: NOW,
  });

const claimMany = (limit: number, over: Partial<Parameters<typeof claimBatches>[1]> = {}) =>
  claimBatches(database.db, {
    limit,
    now: NOW,
    leaseUntil: new Date(NOW.getTime() + 15_000),
    madeBy: 'test',
    keysGoodFrom: new Date(0),
    ...over,
  });

const claim = async (over?: Parameters<typeof claimMany>[1]) => (await claimMany(1, over))[0];

async function claimed(over?: Parameters<typeof claim>[0]): Promise<ClaimedBatch> {
  const batch = await claim(over);
  if (!batch) throw new Error('nothing was claimed');
  return batch;
}

const names = (batch: ClaimedBatch | undefined) =>
  batch?.members.map(({ address }) => address.split('@')[0]).toSorted();

const idOf = (batch: ClaimedBatch, name: string) =>
  batch.members.find(({ address }) => address === addressOf(name))?.subscriberId ?? '';

const rows = () => ledger(database.db, edition.id);

describe('a claim', () => {
  test('leaves out who was suppressed, paused, gone or erased since, each with the reason', async () => {
    const { db } = database;
    await insertReaders(db, 'ada', 'bo', 'cy', 'di', 'eve');
    await plan();
    await db.execute(sql`update subscribers set state = 'left' where address = ${addressOf('ada')}`);
    await db.execute(
      sql`update subscribers set paused_until = '2026-12-01' where address = ${addressOf('bo')}`,
    );
    const [cy] = await db.execute<{ key: string }>(
      sql`select address_key as key from subscribers where address = ${addressOf('cy')}`,
    );
    await upsertSuppression(db, { addressKey: cy?.key ?? '', cause: 'complained', at: NOW });
    await db.execute(sql`delete from subscribers where address = ${addressOf('di')}`);
    const both = [await claimed(), await claimed()];
    expect(both.flatMap((batch) => names(batch) ?? [])).toEqual(['eve']);
    const counts = await countDeliveries(db, edition.id);
    expect(counts.map(({ state, code, count }) => `${state} ${code} ${count}`).toSorted()).toEqual([
      'planned null 1',
      'skipped subscriber.erased 1',
      'skipped subscriber.left 1',
      'skipped subscriber.paused 1',
      'skipped subscriber.suppressed 1',
    ]);
  });

  test('leaves out whom an event has told of, and changes nothing of that', async () => {
    const { db } = database;
    const [ada] = await insertReaders(db, 'ada', 'bo');
    await plan();
    await db.execute(sql`update delivery_rows set state = 'bounced' where subscriber_id = ${ada?.id ?? ''}`);
    expect(names(await claimed())).toEqual(['bo']);
    expect(await rows()).toEqual(['ada: bounced', 'bo: planned']);
  });

  test('freezes its members: a later one gets the same, whatever has changed', async () => {
    const { db } = database;
    await insertReaders(db, 'ada', 'bo');
    await plan();
    const first = await claimed();
    await db.execute(sql`update subscribers set address = 'x' || address, link_epoch = 7, categories = '{}'`);
    await db.execute(sql`update subscribers set state = 'left'`);
    const later = new Date(NOW.getTime() + 20_000);
    const second = await claimed({ now: later });
    expect(second.members).toEqual(first.members);
    expect(second).toMatchObject({
      called: true,
      resumed: true,
      attempts: 2,
      firstCallAt: first.firstCallAt,
    });
  });

  test('is nobody else’s while its worker says that it lives', async () => {
    await insertReaders(database.db, 'ada');
    await plan();
    const batch = await claimed();
    const alive = await markBatchesAlive(database.db, [batch], new Date(NOW.getTime() + 60_000));
    expect(alive).toEqual([batch]);
    expect(await claim({ now: new Date(NOW.getTime() + 30_000) })).toBeUndefined();
    expect(await claim({ now: new Date(NOW.getTime() + 61_000) })).toBeDefined();
  });

  test('may take several, also some that were claimed before', async () => {
    const { db } = database;
    await insertReaders(db, ...Array.from({ length: 8 }, (_, i) => `r${i}`));
    await plan();
    const [first] = await claimMany(1);
    await db.execute(sql`update subscribers set state = 'left' where address = ${addressOf('r7')}`);
    const batches = await claimMany(10, { now: new Date(NOW.getTime() + 20_000) });
    expect(batches.map(({ number, resumed }) => `${number} ${resumed}`)).toEqual([
      '1 true',
      '2 false',
      '3 false',
    ]);
    expect(batches[0]?.members).toEqual(first?.members);
    const all = batches.flatMap((batch) => names(batch) ?? []);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(first && names(first)?.includes('r7') ? 8 : 7);
  });

  test('of many at once gives each batch to one', async () => {
    await insertReaders(database.db, ...Array.from({ length: 20 }, (_, i) => `r${i}`));
    await plan();
    const batches = await Promise.all(Array.from({ length: 12 }, () => claim()));
    const all = batches.flatMap((batch) => names(batch) ?? []);
    expect(new Set(all).size).toBe(20);
    expect(all).toHaveLength(20);
  });
});

async function lost() {
  await insertReaders(database.db, 'ada');
  await plan();
  const before = await claimed();
  const now = new Date(NOW.getTime() + 20_000);
  return { before, after: await claimed({ now }) };
}

describe('a worker that lost its batch', () => {
  test('cannot put it off, end it, divide it or keep it', async () => {
    const { db } = database;
    const { before } = await lost();
    const why = { code: 'x', reason: 'X.' };
    await markBatchForRetry(db, before, { dueAt: NOW, unused: true, ...why });
    await markBatchEnded(db, before, { state: 'failed', ...why });
    expect(await splitBatch(db, before, { parts: [[idOf(before, 'ada')]], now: NOW })).toBe(false);
    expect(await markBatchesAlive(db, [before], NOW)).toEqual([]);
    const [batch] = await db.execute(sql`select state, attempts, code from delivery_batches`);
    expect(batch).toEqual({ state: 'claimed', attempts: 2, code: null });
    expect(await claim()).toBeUndefined();
  });

  test('may say that it was taken, which is true whoever has it', async () => {
    const { db } = database;
    const { before, after } = await lost();
    const results = [{ subscriberId: idOf(before, 'ada'), ok: true as const, providerId: 'p-1' }];
    await markBatchSubmitted(db, before, { results, now: NOW });
    expect(await rows()).toEqual(['ada: submitted']);
    await markBatchEnded(db, after, { state: 'uncertain', code: 'x', reason: 'X.' });
    expect(await rows()).toEqual(['ada: submitted']);
  });
});

describe('a divided batch', () => {
  test('goes on in batches of new numbers, which are frozen anew', async () => {
    const { db } = database;
    await insertReaders(db, 'ada', 'bo', 'cy');
    await plan();
    const batch = await claimed();
    const [one, two, three] = ['ada', 'bo', 'cy'].map((name) => idOf(batch, name));
    await db.execute(sql`update subscribers set address = 'x' || address`);
    const refused = [{ subscriberId: three ?? '', code: 'mail.invalid', reason: 'No.' }];
    expect(await splitBatch(db, batch, { parts: [[one ?? ''], [two ?? '']], refused, now: NOW })).toBe(true);
    const parts = [await claimed(), await claimed()];
    expect(parts.map(({ number }) => number)).toEqual([2, 3]);
    expect(parts.flatMap((part) => names(part) ?? [])).toEqual(['xada', 'xbo']);
    expect(await claim()).toBeUndefined();
    expect(await rows()).toEqual(['xada: planned', 'xbo: planned', 'xcy: failed']);
  });
});

async function uncertain() {
  await insertReaders(database.db, 'ada', 'bo');
  await plan();
  const batch = await claimed();
  await markBatchEnded(database.db, batch, { state: 'uncertain', code: 'x', reason: 'X.' });
  return batch;
}
const settle = (as: 'sent' | 'failed' | 'again') =>
  settleUncertain(database.db, edition.id, { as, batchSize: 100, now: NOW });

describe('what nobody knows of', () => {
  test.each([
    ['sent', 'submitted'],
    ['failed', 'failed'],
  ] as const)('is settled as %s by a person', async (as, state) => {
    await uncertain();
    expect(await settle(as)).toBe(2);
    expect(await rows()).toEqual([`ada: ${state}`, `bo: ${state}`]);
    expect(await claim()).toBeUndefined();
    expect(await settle(as)).toBe(0);
  });

  test('goes out again under a new number when a person says so, with what is true now', async () => {
    const before = await uncertain();
    await database.db.execute(sql`update subscribers set link_epoch = 4`);
    expect(await settle('again')).toBe(2);
    expect(await rows()).toEqual(['ada: planned', 'bo: planned']);
    const batch = await claimed();
    expect(batch.number).not.toBe(before.number);
    expect(batch).toMatchObject({ called: false, attempts: 1 });
    expect(batch.members.map(({ linkEpoch }) => linkEpoch)).toEqual([4, 4]);
  });
});
