import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import type { Config } from '../../src/shared/config.ts';
import { serveResend, type FakeResend } from '../helpers/fake-resend.ts';
import { readersConfig } from '../helpers/readers.ts';
import { freshEdition } from './desk.ts';

/** What a delivery came to whose workers were killed again and again. */
export interface KillRun {
  kills: number;
  /** Readers for whom a mail was taken more than once, and those for whom none was. */
  duplicates: number;
  missing: number;
  /** Calls under a known key with other bytes. */
  conflicts: number;
  /** Deliveries that do not end as submitted. */
  unsettled: number;
  /** What the server did to them. */
  server: FakeResend['counts'];
}

export interface KillOptions {
  readers: number;
  leaseMs: number;
  random?: () => number;
}

/** What a worker is told, as JSON. */
export interface WorkerOrder {
  url: string;
  baseUrl: string;
  leaseMs: number;
  timeoutMs: number;
  /** How far its clock is ahead of this machine's: it stands on the edition's day. */
  aheadMs: number;
}

/** A newsroom that hands over in small batches, so that there are many of them. */
export const killConfig = (): Config =>
  readersConfig({ deliver: { batchSize: 20, requestsPerSecond: 1000, concurrency: 3 } });

const WORKERS = 2;
const RUN_MS_MAX = 120_000;
/** How many calls come in between two kills, at least and at most. */
const CALLS_BETWEEN = { least: 2, most: 14 };

/**
 * Deliver an edition with two worker processes that are killed at random moments and started again, to a server that drops
 * answers, refuses calls and once sleeps longer than a lease. Empties the database first; leaves no process behind.
 */
export async function killRun(
  { db, url }: { db: Db; url: string },
  { readers, leaseMs, random = Math.random }: KillOptions,
): Promise<KillRun> {
  const edition = await freshEdition(db);
  await insertManyReaders(db, readers);
  const sleeps = { call: 3 + Math.floor(random() * 8), ms: leaseMs + 1_000 };
  const faults = { dropEvery: 10, limitEvery: 29, failEvery: 13, sleep: sleeps, delayMsMax: 120 };
  const server = await serveResend(faults, random);
  const order: WorkerOrder = {
    url,
    baseUrl: server.url,
    leaseMs,
    timeoutMs: random() < 0.5 ? leaseMs / 2 : leaseMs * 3,
    aheadMs: edition.composedAt.getTime() - Date.now(),
  };
  const staff = createStaff(order);
  try {
    const kills = await killUntilDone({ db, staff, server, random });
    const addresses = await listAddresses(db);
    const timesOf = (address: string) => server.taken.get(address)?.length ?? 0;
    return {
      kills,
      duplicates: addresses.filter((address) => timesOf(address) > 1).length,
      missing: addresses.filter((address) => timesOf(address) === 0).length,
      conflicts: server.counts.conflicts,
      unsettled: await countUnsettled(db),
      server: { ...server.counts },
    };
  } finally {
    await staff.dismiss();
    await server.close();
  }
}

/** Two seats of workers; who has gone is replaced when the seats are looked at. */
function createStaff(order: WorkerOrder) {
  const seats = new Map<number, ChildProcess>();
  return {
    fill() {
      for (let seat = 0; seat < WORKERS; seat += 1)
        if (!isThere(seats.get(seat))) seats.set(seat, startWorker(order));
    },
    /** False when there was nobody to kill. */
    async killOne(random: () => number): Promise<boolean> {
      const victim = seats.get(Math.floor(random() * WORKERS));
      if (!isThere(victim)) return false;
      await end(victim);
      return victim.signalCode === 'SIGKILL';
    },
    dismiss: () => Promise.all([...seats.values()].map(end)),
  };
}

const isThere = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

const end = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (!isThere(child)) return done();
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

const ROOT = resolve(import.meta.dirname, '../..');

/** Not by `fork`, whose way of loading TypeScript is that of its parent. */
function startWorker(order: WorkerOrder): ChildProcess {
  const script = resolve(import.meta.dirname, 'kill-worker.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'] },
  });
}

/** Returns how many were killed. */
async function killUntilDone({
  db,
  staff,
  server,
  random,
}: {
  db: Db;
  staff: ReturnType<typeof createStaff>;
  server: FakeResend;
  random: () => number;
}): Promise<number> {
  const { least, most } = CALLS_BETWEEN;
  const nextIn = () => least + Math.floor(random() * (most - least + 1));
  const until = Date.now() + RUN_MS_MAX;
  let kills = 0;
  let killAt = nextIn();
  for (let round = 0; ; round += 1) {
    staff.fill();
    if (round % 10 === 9 && (await isDone(db))) return kills;
    if (Date.now() > until) throw new Error(`not done: ${JSON.stringify({ kills, ...server.counts })}`);
    await sleep(5 + random() * 20);
    if (server.counts.calls < killAt) continue;
    if (await staff.killOne(random)) kills += 1;
    killAt = server.counts.calls + nextIn();
  }
}

async function isDone(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ done: boolean }>(sql`
    select exists (select 1 from delivery_batches)
      and not exists (select 1 from delivery_batches where state in ('planned', 'claimed')) as done`);
  return row?.done === true;
}

async function countUnsettled(db: Db): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select (select count(*) from subscribers)::int - count(*)::int as count from deliveries where state = 'submitted'`,
  );
  return row?.count ?? 0;
}

async function listAddresses(db: Db): Promise<string[]> {
  const rows = await db.execute<{ address: string }>(sql`select address from subscribers`);
  return rows.map(({ address }) => address);
}

async function insertManyReaders(db: Db, readers: number): Promise<void> {
  await db.execute(sql`
    insert into subscribers (address, address_key, state, categories, language, timezone, requested_at, confirmed_at)
    select 'reader' || i || '@inbox.example', encode(sha256(i::text::bytea), 'hex'), 'confirmed',
      case when i % 2 = 0 then '{harbour}' else '{schools,harbour}' end::text[], 'en', 'UTC', now(), now()
    from generate_series(1, ${readers}::int) i`);
}
