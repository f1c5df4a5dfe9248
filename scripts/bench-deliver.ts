import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { rowsOf } from '../db/delivery-partition.ts';
import { planDeliveries } from '../db/delivery-plan.ts';
import { watchPostgres } from './bench-deliver-cpu.ts';
import { deliverConfig } from './bench-deliver-deps.ts';
import { createEditions, insertReaders, openLedger } from './bench-deliver-newsroom.ts';
import type { PostRate } from './bench-deliver-post.ts';
import { benchParts, type PartsBench } from './bench-deliver-parts.ts';
import { benchWho, type WhoBench } from './bench-deliver-who.ts';
import type { WorkerUse } from './bench-deliver-worker.ts';
import type { ServerCounts } from './bench-resend.ts';
import { median } from './measure.ts';

/** What delivering one edition costs: planning, handing over by one worker process and by two, and asking who got what. */
export interface DeliverBench {
  readers: number;
  runs: number;
  /** A whole mail in a call: as it was laid out, and as the server saw it. */
  mailBytes: number;
  bodyBytesPerMail: number;
  plan: { seconds: number; secondsPerMillion: number };
  one: SendBench;
  two: SendBench;
  /** One process that posts ready-made bodies to the same server, and one worker's rate over its rate. */
  readyMade: { mailsPerSecond: number; cpuUs: number; ratio: number };
  /** Of a worker's time: what is neither of the two, nor posting a body that is there, is claiming, marking and memory. */
  parts: PartsBench;
  /** Readers who did not get exactly one mail, of all runs together. */
  wrong: number;
  who: WhoBench;
}

/** Units: microseconds of processor time a mail, of all workers together; `peakMb` of the largest worker. */
export interface SendBench {
  workers: number;
  mailsPerSecond: number;
  workerUs: number;
  /** Undefined where there is no /proc. */
  postgresUs: number | undefined;
  serverUs: number;
  peakMb: number;
}

export interface DeliverBenchOptions {
  readers: number;
  runs: number;
  /** How many editions are in the ledger when it is asked who got what. */
  editions: number;
}

const POST_SECONDS = 3;

/** Measure deliveries to so many readers. Units: medians over the runs, each with an edition of its own. */
export async function benchDeliver({ readers, runs, editions }: DeliverBenchOptions): Promise<DeliverBench> {
  const ledger = await openLedger();
  const server = await startChild<ServerCounts>('./bench-resend.ts');
  try {
    const { db } = ledger;
    await insertReaders(db, readers);
    const { mailBytes, next } = await createEditions(db);
    const measured: RunFigures[] = [];
    for (let run = 0; run < runs; run += 1)
      measured.push(await benchRun({ ...ledger, readers, server, next }));
    const medianOf = (of: (figures: RunFigures) => number) => median(measured.map(of));
    const who = await benchWho(db, editions);
    const parts = await benchParts(db, await next());
    const planSeconds = medianOf(({ planMs }) => planMs) / 1000;
    return {
      readers,
      runs,
      mailBytes,
      bodyBytesPerMail: medianOf(({ one }) => one.bytes / readers),
      plan: { seconds: planSeconds, secondsPerMillion: (planSeconds * 1e6) / readers },
      one: sendOf(measured.map(({ one }) => one)),
      two: sendOf(measured.map(({ two }) => two)),
      readyMade: {
        mailsPerSecond: medianOf(({ readyMade }) => readyMade.mailsPerSecond),
        cpuUs: medianOf(({ readyMade }) => readyMade.cpuUs),
        ratio: medianOf(({ one, readyMade }) => one.mailsPerSecond / readyMade.mailsPerSecond),
      },
      wrong: measured.reduce((sum, { one, two }) => sum + one.wrong + two.wrong, 0),
      parts,
      who,
    };
  } finally {
    server.child.disconnect();
    await ledger.close();
  }
}

interface Stage {
  db: Db;
  url: string;
  readers: number;
  server: Child<ServerCounts>;
  next: () => Promise<string>;
}

interface RunFigures {
  planMs: number;
  one: SentFigures;
  two: SentFigures;
  readyMade: Pick<DeliverBench['readyMade'], 'mailsPerSecond' | 'cpuUs'>;
}

type SentFigures = SendBench & { bytes: number; wrong: number };

async function benchRun(stage: Stage): Promise<RunFigures> {
  const first = await plan(stage);
  const one = await send(stage, { editionId: first.editionId, workers: 1 });
  const readyMade = await postReadyMade(stage);
  const second = await plan(stage);
  const two = await send(stage, { editionId: second.editionId, workers: 2 });
  return { planMs: (first.ms + second.ms) / 2, one, two, readyMade };
}

/** Plan a fresh edition as the program does, and let the database rest after it. */
async function plan({ db, next }: Stage): Promise<{ editionId: string; ms: number }> {
  const editionId = await next();
  const { categories, deliver } = deliverConfig();
  const known = categories.map(({ slug }) => slug);
  const from = performance.now();
  await planDeliveries(db, {
    editionId,
    known,
    filled: known,
    batchSize: deliver.batchSize,
    sample: false,
    now: new Date(),
  });
  const ms = performance.now() - from;
  await db.execute(sql`checkpoint`);
  return { editionId, ms };
}

/** Have some workers hand over all that is planned. The rate counts from the first claim to the last mark. */
async function send(
  { db, url, readers, server }: Stage,
  { editionId, workers }: { editionId: string; workers: number },
): Promise<SentFigures> {
  const baseUrl = `http://127.0.0.1:${String(server.first)}`;
  const children = await Promise.all(
    Array.from({ length: workers }, () => startChild<WorkerUse>('./bench-deliver-worker.ts', url, baseUrl)),
  );
  await server.ask();
  const postgres = await watchPostgres(db);
  const uses = await Promise.all(children.map((each) => each.ask()));
  const postgresUs = postgres.usedUs();
  const { bytes, cpuUs } = await server.ask();
  for (const { child } of children) child.disconnect();
  const sum = uses.reduce((total, use) => total + use.cpuUs, 0);
  const { ms, wrong } = await ledgerOf(db, editionId, readers);
  return {
    workers,
    mailsPerSecond: (readers * 1000) / ms,
    workerUs: sum / readers,
    postgresUs: postgresUs === undefined ? undefined : postgresUs / readers,
    serverUs: cpuUs / readers,
    peakMb: Math.max(...uses.map(({ peakMb }) => peakMb)),
    bytes,
    wrong,
  };
}

/** How long an edition took, and how many of so many readers did not get exactly one mail of it, by id of the provider. */
async function ledgerOf(db: Db, editionId: string, readers: number): Promise<{ ms: number; wrong: number }> {
  const [row] = await db.execute<{ ms: number; right: number; mails: number }>(sql`
    with mails as (
      select unnest(subscriber_ids) as reader, unnest(provider_ids) as id from delivery_batches
      where edition_id = ${editionId} and state = 'submitted'
    ), each as (select reader, count(id) as ids from mails group by reader)
    select (select extract(epoch from max(submitted_at) - min(first_call_at)) * 1000 from delivery_batches
        where edition_id = ${editionId})::float8 as ms,
      (select count(*) from each join ${rowsOf(editionId)} r on r.subscriber_id = each.reader and r.edition_id = ${editionId}
        where each.ids = 1 and r.state = 'planned')::int as right,
      (select count(*) from mails)::int as mails`);
  const { ms = 0, right = 0, mails = 0 } = row ?? {};
  return { ms, wrong: readers - right + Math.max(0, mails - readers) };
}

async function postReadyMade({ server }: Stage): Promise<RunFigures['readyMade']> {
  const { concurrency, batchSize } = deliverConfig().deliver;
  const baseUrl = `http://127.0.0.1:${String(server.first)}`;
  const poster = await startChild<PostRate>(
    './bench-deliver-post.ts',
    baseUrl,
    `${POST_SECONDS}`,
    `${concurrency}`,
  );
  const { calls, ms, cpuUs } = await poster.ask();
  poster.child.disconnect();
  const mails = calls * batchSize;
  return { mailsPerSecond: (mails * 1000) / ms, cpuUs: cpuUs / mails };
}

function sendOf(runs: readonly SentFigures[]): SendBench {
  const medianOf = (of: (figures: SentFigures) => number) => median(runs.map(of));
  const measured = runs.every(({ postgresUs }) => postgresUs !== undefined);
  return {
    workers: runs[0]?.workers ?? 0,
    mailsPerSecond: medianOf((run) => run.mailsPerSecond),
    workerUs: medianOf((run) => run.workerUs),
    postgresUs: measured ? medianOf((run) => run.postgresUs ?? 0) : undefined,
    serverUs: medianOf((run) => run.serverUs),
    peakMb: Math.max(...runs.map((run) => run.peakMb)),
  };
}

/** A process of the bench's own: what it said first, and what it answers when it is asked. */
interface Child<T> {
  child: ChildProcess;
  first: unknown;
  ask: () => Promise<T>;
}

/** Plain Node.js on plain JavaScript, with little room for young objects: more costs memory and gains nothing. */
const AS_IN_PRODUCTION = ['--max-semi-space-size=8'];

async function startChild<T>(script: string, ...args: string[]): Promise<Child<T>> {
  const execArgv = script.includes('worker') ? AS_IN_PRODUCTION : process.execArgv;
  const child = fork(fileURLToPath(import.meta.resolve(script)), args, { execArgv });
  // Each question listens for its end once more.
  child.setMaxListeners(100);
  const answer = async () => {
    const [message] = (await Promise.race([once(child, 'message'), gone(child, script)])) as [T];
    return message;
  };
  const first = await answer();
  return {
    child,
    first,
    ask: () => {
      child.send('go');
      return answer();
    },
  };
}

async function gone(child: ChildProcess, script: string): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${script} has ended by itself`);
}
