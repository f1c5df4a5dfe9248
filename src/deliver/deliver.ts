import type { WithDb } from '../../db/client.ts';
import { skipStaleBatches } from '../../db/delivery-claim.ts';
import { dropOldPartitions, hasPartition } from '../../db/delivery-partition.ts';
import { countBatched, countDeliveries } from '../../db/delivery-read.ts';
import { ALIVE, upsertFact } from '../../db/fact.ts';
import { listEditionsOfDay, type Edition, type EditionFault } from '../../db/edition.ts';
import { addDays, dayOf, type Day } from '../shared/day.ts';
import type { Progress } from '../shared/ports.ts';
import type { BatchDeps, Desk } from './batch.ts';
import { withholdLapsed } from './hold.ts';
import { submitAll, type LanesEnd } from './lanes.ts';
import { deliverLetters, type LetterReport } from './letters.ts';
import { createPace, type PaceHold } from './pace.ts';
import { plan } from './plan.ts';
import { reasonOf } from './reasons.ts';
import { findRestored, type Restored } from './restored.ts';

export type DeliverDeps = BatchDeps;

export interface DeliverReport {
  day: Day;
  /** The number of the day's first edition; null when it has none: nothing to deliver. */
  edition: number | null;
  /** The editions of the day, the daily one first, and why one that is held does not go out. */
  editions: {
    number: number;
    cadence: Edition['cadence'];
    held: { reason: string; faults: EditionFault[] } | null;
  }[];
  /** Deliveries that this run planned, the skipped among them. */
  planned: number;
  /** How the deliveries of these editions stand now. */
  submitted: number;
  skipped: number;
  failed: number;
  uncertain: number;
  waiting: number;
  /** Nothing more goes out before, and why. */
  paused: PaceHold | null;
  /** The provider refuses us until a person has changed something: what. */
  stopped: string | null;
  /** Why there are skipped, failed, uncertain or waiting ones, in words, with how many each. */
  reasons: { reason: string; count: number }[];
  letters: LetterReport;
}

export interface DeliverOptions {
  /** Of this day; of the newsroom's today where none is named. */
  day?: Day | undefined;
  onProgress?: Progress;
  signal?: AbortSignal | undefined;
  /** How long a worker may say nothing before it has lost its batch, and the first wait after a failed call. */
  leaseMs?: number;
  backOffMs?: number;
}

/**
 * Deliver the day's editions to everybody who is due, and the letters that wait. Of an edition that is held nothing is
 * planned or handed over, and one that names what has lapsed since it was composed is held before its first mail.
 *
 * In: an edition, and confirmed subscribers without a delivery of it. Out: one delivery for each of them, saying what
 * became of it. Safe to repeat and for any number of processes: rows are unique, batches are frozen before they are handed
 * over and sent under a key of their own, and a batch whose worker died is taken over once its lease has run out (this
 * waits for it).
 */
export async function deliver(deps: DeliverDeps, options: DeliverOptions = {}): Promise<DeliverReport> {
  const { db, config, clock } = deps;
  const letters = await deliverLetters(deps);
  const today = dayOf(clock.now(), config.newsroom.timezone);
  const day = options.day ?? today;
  const restored = await findRestored(deps);
  const editions: Edition[] = [];
  for (const found of await listEditionsOfDay(db, day)) editions.push(await withholdLapsed(deps, found));
  let planned = 0;
  for (const edition of editions) planned += await plan(deps, edition, restored);
  await planForLaterHours(deps, restored);
  const end = await handOverOpen(deps, options, editions);
  await dropOldPartitions(db, addDays(today, -config.deliver.keepDays));
  return { ...(await reportOn(deps, { day, editions, planned, end })), letters };
}

/**
 * Go on with what earlier runs planned and could not finish: batches that are put off, or whose worker died; and plan for
 * those whose own hour has come since. May run at any time of the day; safe to repeat and for any number of processes.
 */
export async function deliverWaiting(
  deps: DeliverDeps,
  options: Pick<DeliverOptions, 'signal' | 'leaseMs' | 'backOffMs'> = {},
): Promise<void> {
  const restored = await findRestored(deps);
  await upsertFact(deps.db, ALIVE, deps.clock.now().toISOString());
  if (deps.clock.now().getUTCMinutes() % ZONES_MINUTES === 0) await planForLaterHours(deps, restored);
  await handOverOpen(deps, options, []);
}

/** Editions that have begun to go out are planned again and again while it is not yet everybody's hour. */
async function planForLaterHours(deps: DeliverDeps, restored: Restored | undefined): Promise<void> {
  const { db, config, clock } = deps;
  if (config.deliver.localHour === undefined) return;
  const today = dayOf(clock.now(), config.newsroom.timezone);
  // Between the ends of the world lie 26 hours.
  for (const day of [addDays(today, -2), addDays(today, -1), today])
    for (const edition of await listEditionsOfDay(db, day))
      if (await hasPartition(db, edition.id)) await plan(deps, edition, restored);
}

/** Time zones differ by quarters of an hour. */
const ZONES_MINUTES = 15;
const LEASE_MS = 15_000;
const BACK_OFF_MS = 2_000;
/** How long what was planned waits for its first call: then newer editions have followed. */
const STALE_HOURS = { daily: 30, weekly: 96 };
const HOUR_MS = 3_600_000;
/** Progress is told once in so many ms at most. */
const TOLD_EVERY_MS = 500;

async function handOverOpen(
  deps: DeliverDeps,
  { onProgress, signal, leaseMs = LEASE_MS, backOffMs = BACK_OFF_MS }: DeliverOptions,
  editions: readonly Edition[],
): Promise<LanesEnd> {
  const before = (hours: number) => new Date(deps.clock.now().getTime() - hours * HOUR_MS);
  await skipStaleBatches(deps.db, { daily: before(STALE_HOURS.daily), weekly: before(STALE_HOURS.weekly) });
  const desk: Desk = { deps, pace: createPace(deps, deps.mailer), leaseMs, backOffMs, signal };
  const ids = editions.map(({ id }) => id);
  let toldAt = 0;
  const tell = async (atOnce = false) => {
    if (ids.length === 0 || !onProgress || (!atOnce && performance.now() - toldAt < TOLD_EVERY_MS)) return;
    toldAt = performance.now();
    const { done, total } = await countBatched(deps.db, ids);
    onProgress(done, total);
  };
  const end = await submitAll(desk, () => tell());
  await tell(true);
  return end;
}

async function reportOn(
  deps: WithDb<unknown>,
  { day, editions, planned, end }: { day: Day; editions: readonly Edition[]; planned: number; end: LanesEnd },
): Promise<Omit<DeliverReport, 'letters'>> {
  const counts = (await Promise.all(editions.map(({ id }) => countDeliveries(deps.db, id)))).flat();
  const of = (...states: string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, each) => sum + each.count, 0);
  return {
    day,
    edition: editions[0]?.number ?? null,
    editions: editions.map(({ number, cadence, heldAt, heldReason, faults }) => ({
      number,
      cadence,
      held: heldAt === null ? null : { reason: heldReason ?? '', faults },
    })),
    planned,
    submitted: of('submitted', 'delivered', 'bounced', 'complained'),
    skipped: of('skipped'),
    failed: of('failed'),
    uncertain: of('uncertain'),
    waiting: of('planned'),
    paused: end && 'hold' in end ? end.hold : null,
    stopped: end && 'stop' in end ? end.stop : null,
    reasons: reasonsIn(counts),
  };
}

/** Each reason once, with how many there are in all editions. */
function reasonsIn(counts: Awaited<ReturnType<typeof countDeliveries>>): DeliverReport['reasons'] {
  const sums = new Map<string, number>();
  for (const { count, ...why } of counts) {
    const reason = reasonOf(why);
    if (reason !== null) sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return [...sums].map(([reason, count]) => ({ reason, count }));
}
