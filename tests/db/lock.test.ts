import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { claimLease, deleteLease } from '../../db/lock.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 6, 0, seconds));
const claim = (holder: string, seconds: number, name = 'schedule') =>
  claimLease(database.db, { name, holder, now: at(seconds), until: at(seconds + 90) });

beforeEach(() => database.db.execute(sql`truncate leases`));

test('of many that ask at once one gets the lease', async () => {
  const holders = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const got = await Promise.all(holders.map((holder) => claim(holder, 0)));
  expect(got.filter(Boolean)).toHaveLength(1);
});

test('its holder renews it, and nobody else gets it meanwhile', async () => {
  expect(await claim('one', 0)).toBe(true);
  expect(await claim('one', 60)).toBe(true);
  expect(await claim('two', 120)).toBe(false);
});

test('one that has run out goes to whoever asks next', async () => {
  await claim('one', 0);
  expect(await claim('two', 90)).toBe(false);
  expect(await claim('two', 91)).toBe(true);
  expect(await claim('one', 92)).toBe(false);
});

test('one that is given back can be had at once', async () => {
  await claim('one', 0);
  await deleteLease(database.db, { name: 'schedule', holder: 'one' });
  expect(await claim('two', 1)).toBe(true);
});

test('nobody gives back what another holds', async () => {
  await claim('one', 0);
  await deleteLease(database.db, { name: 'schedule', holder: 'two' });
  expect(await claim('two', 1)).toBe(false);
});

test('leases of two names are two leases', async () => {
  expect(await claim('one', 0)).toBe(true);
  expect(await claim('two', 0, 'other')).toBe(true);
});
