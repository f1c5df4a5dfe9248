import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Connection } from '../../db/client.ts';
import { startEmbedded, type Embedded } from '../../db/embedded.ts';
import { ensureDatabase, migrate } from '../../db/migrate.ts';
import { deliver } from '../../src/deliver/deliver.ts';
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

let dataDir: string;
let server: Embedded;
let connection: Connection;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'broadside-restart-'));
  server = await startEmbedded(dataDir);
  await ensureDatabase(server.url('postgres'), 'broadside');
  await migrate(server.url('broadside'));
  connection = connect(server.url('broadside'));
}, 60_000);
afterAll(async () => {
  await connection.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a database that restarts in the middle of a run loses nobody, and nobody is mailed under two keys', async () => {
  const before = connection;
  const edition = await freshEdition(before.db);
  const names = ['ada', 'bo', 'cy', 'di', 'eve'];
  await insertReaders(before.db, ...names);
  const { mailer, calls } = recordingMailer({
    answer: async (batch) => {
      if (calls.length === 2) await server.stop();
      return taken(batch);
    },
  });
  await expect(deliver(deskDeps(before.db, mailer))).rejects.toThrow();
  await before.close();
  server = await startEmbedded(dataDir);
  connection = connect(server.url('broadside'));
  const deps = deskDeps(connection.db, mailer);
  later(deps, minutes(1));
  expect(await deliver(deps)).toMatchObject({ submitted: 5, waiting: 0, uncertain: 0 });
  expect(await ledger(connection.db, edition.id)).toEqual(names.map((name) => `${name}: submitted`));
  const keysOf = new Map<string, Set<string>>();
  for (const { idempotencyKey, mails } of calls)
    for (const { to } of mails) keysOf.set(to, (keysOf.get(to) ?? new Set()).add(idempotencyKey));
  expect([...keysOf.values()].map((keys) => keys.size)).toEqual([1, 1, 1, 1, 1]);
  expect(recipients(calls).length).toBeGreaterThanOrEqual(5);
}, 60_000);
