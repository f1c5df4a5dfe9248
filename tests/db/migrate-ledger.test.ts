import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { countBatches, listDeliveries } from '../../db/delivery-read.ts';
import { claimBatches } from '../../db/delivery-claim.ts';
import { ensureDatabase, migrate } from '../../db/migrate.ts';
import { findSubscriber } from '../../db/subscriber.ts';

/** A database as the version before the ledger had batches of frozen members left it, brought to the newest form. */
const name = `test_${randomBytes(8).toString('hex')}`;
const url = inject('postgresUrl').replace(/[^/]*$/, name);
const EDITION = '00000000-0000-4000-8000-00000000000e';
const reader = (i: number) => `00000000-0000-4000-8000-00000000000${i}`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadside-migrations-'));
  await ensureDatabase(inject('postgresUrl'), name);
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle(client), { migrationsFolder: await firstMigrations(7) });
  await client.unsafe(OLD_ROWS);
  await client.end();
  await migrate(url);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
});

test('every delivery is kept with what became of it; what had not been called still goes out, a call under way is uncertain', async () => {
  const connection = connect(url);
  const { db } = connection;
  const rows = await listDeliveries(db, { editionId: EDITION, limit: 10 });
  expect(rows.map(({ address, state, providerId }) => [address, state, providerId])).toEqual([
    ['r1@inbox.example', 'submitted', 'p-1'],
    ['r2@inbox.example', 'uncertain', null],
    ['r3@inbox.example', 'planned', null],
    ['r4@inbox.example', 'skipped', null],
  ]);
  expect(rows.map(({ categories }) => categories)).toEqual(Array.from({ length: 4 }, () => ['b', 'a']));
  expect((await countBatches(db, EDITION)).map(({ state, mails }) => [state, mails])).toEqual([
    ['planned', 1],
    ['submitted', 1],
    ['uncertain', 1],
  ]);
  expect((await findSubscriber(db, reader(1)))?.categories).toEqual(['b', 'a']);
  const now = new Date();
  const claim = { limit: 5, now, leaseUntil: now, madeBy: 'test', keysGoodFrom: new Date(0) };
  expect((await claimBatches(db, claim))[0]?.members.map(({ address }) => address)).toEqual([
    'r3@inbox.example',
  ]);
  await connection.close();
});

/** A folder with the first so many migrations only. */
async function firstMigrations(count: number): Promise<string> {
  await cp(new URL('../../db/migrations', import.meta.url), folder, { recursive: true });
  const journalFile = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(journalFile, 'utf8')) as { entries: unknown[] };
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

const subscriberRow = (i: number) =>
  `('${reader(i)}', 'r${i}@inbox.example', 'key-${i}', 'confirmed', 'en', 'UTC', now())`;
const deliveryRow = (i: number, state: string, batch: string, providerId: string) =>
  `('${EDITION}', '${reader(i)}', '${state}', '{b,a}', '{}', ${batch}, ${providerId}, now())`;

const OLD_ROWS = `
  insert into editions (id, day, number, subject, composed_at, frame)
    values ('${EDITION}', '2026-11-23', 1, 'S', now(), '{}');
  insert into subscribers (id, address, address_key, state, language, timezone, requested_at)
    values ${[1, 2, 3, 4].map(subscriberRow).join(', ')};
  insert into subscriber_categories (subscriber_id, category, position)
    values ('${reader(1)}', 'a', 1), ('${reader(1)}', 'b', 0);
  insert into deliveries (edition_id, subscriber_id, state, categories, had, batch, provider_id, planned_at)
    values ${deliveryRow(1, 'submitted', '1', "'p-1'")}, ${deliveryRow(2, 'planned', '2', 'null')},
      ${deliveryRow(3, 'planned', '3', 'null')}, ${deliveryRow(4, 'skipped', 'null', 'null')};
  insert into delivery_batches (edition_id, number, state, members, attempts, first_call_at, next_try_at)
    values ('${EDITION}', 1, 'submitted', '[]', 1, now(), now()),
      ('${EDITION}', 2, 'claimed', '[{"subscriberId": "${reader(2)}"}]', 1, now(), now()),
      ('${EDITION}', 3, 'planned', null, 0, null, now());
`;
