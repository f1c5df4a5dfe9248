import { claimBatch, countDeliveries, findNextBatchAt, type ClaimedBatch } from '../../db/delivery.ts';
import { planDeliveries } from '../../db/delivery-plan.ts';
import { listEditionsOfDay, type Edition, type EditionFault } from '../../db/edition.ts';
import { dayOf, type Day } from '../shared/day.ts';
import type { OpenEdition, Progress } from '../shared/ports.ts';
import { sleepFor } from '../shared/retry.ts';
import { LEASE_MS, submitBatch, type BatchDeps } from './batch.ts';
import { withholdLapsed } from './hold.ts';
import { deliverLetters, type LetterReport } from './letters.ts';
import { createPace } from './pace.ts';

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
  /** Why there are skipped, failed, uncertain or waiting ones, in words, with how many each. */
  reasons: { reason: string; count: number }[];
  letters: LetterReport;
}

/**
 * Deliver the day's editions to everybody who is due, and the letters that wait. Of an edition that is held nothing is
 * planned or handed over, and one that names what has lapsed since it was composed is held before its first mail.
 *
 * In: an edition, and confirmed subscribers without a delivery of it. Out: one delivery row for each of them, saying what
 * became of it. Safe to repeat and for any number of processes: rows are unique, batches are frozen before they are handed
 * over and sent under a key of their own, and a batch whose worker died is taken over once its lease has run out (this
 * waits for it).
 */
export async function deliver(
  deps: DeliverDeps,
  options: { onProgress?: Progress; signal?: AbortSignal } = {},
): Promise<DeliverReport> {
  const { db, config, clock } = deps;
  const letters = await deliverLetters(deps);
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const editions: Edition[] = [];
  let planned = 0;
  for (const found of await listEditionsOfDay(db, day)) {
    const edition = await withholdLapsed(deps, found);
    editions.push(edition);
    planned += await plan(deps, edition);
  }
  await submitAll(deps, editions, options);
  const counts = await countAll(deps, editions);
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
    reasons: reasonsIn(counts),
    letters,
  };
}

/**
 * Go on with what earlier runs planned and could not finish: batches that are put off, or whose worker died. Plans
 * nothing, so it may run at any time of the day; safe to repeat and for any number of processes.
 */
export async function deliverWaiting(
  deps: DeliverDeps,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  await submitAll(deps, [], options);
}

function plan({ db, config, clock }: DeliverDeps, edition: Edition): Promise<number> {
  return planDeliveries(db, {
    editionId: edition.id,
    known: config.categories.map(({ slug }) => slug),
    filled: edition.frame.categories.map(({ slug }) => slug),
    batchSize: config.deliver.batchSize,
    sample: config.sample,
    now: clock.now(),
  });
}

/** Longer than a lease: what another worker has not finished by then waits for the next run. */
const WAIT_MAX_MS = 2 * LEASE_MS;

async function submitAll(
  deps: DeliverDeps,
  editions: readonly Edition[],
  { onProgress, signal }: { onProgress?: Progress; signal?: AbortSignal },
): Promise<void> {
  const opened = new Map<string, OpenEdition>();
  const pace = createPace(deps.config.deliver.requestsPerSecond, deps.clock);
  const paced = deps.mailer.name === 'outbox' ? () => Promise.resolve() : pace;
  for (;;) {
    const batch = signal?.aborted ? undefined : await claimDue(deps, signal);
    if (!batch) return;
    const open = opened.get(batch.editionId) ?? (await deps.composer.open(batch.editionId));
    opened.set(batch.editionId, open);
    await paced();
    await submitBatch(deps, batch, open);
    if (editions.length > 0 && onProgress) onProgress(...(await progressOf(deps, editions)));
  }
}

/** The next batch; waits a little for one that is put off or in the hands of a worker that may have died. */
async function claimDue(
  { db, clock }: DeliverDeps,
  signal: AbortSignal | undefined,
): Promise<ClaimedBatch | undefined> {
  for (let waitedMs = 0; ;) {
    const now = clock.now();
    const batch = await claimBatch(db, { now, leaseUntil: new Date(now.getTime() + LEASE_MS) });
    if (batch) return batch;
    const nextAt = await findNextBatchAt(db);
    const waitMs = nextAt ? Math.max(20, nextAt.getTime() - now.getTime() + 20) : Infinity;
    if (signal?.aborted || waitedMs + waitMs > WAIT_MAX_MS) return undefined;
    const napMs = Math.min(waitMs, 1000);
    await sleepFor(napMs, signal);
    waitedMs += napMs;
  }
}

async function progressOf(deps: DeliverDeps, editions: readonly Edition[]): Promise<[number, number]> {
  const counts = await countAll(deps, editions);
  const total = counts.reduce((sum, { state, count }) => (state === 'skipped' ? sum : sum + count), 0);
  const open = counts.reduce((sum, { state, count }) => (state === 'planned' ? sum + count : sum), 0);
  return [total - open, total];
}

/** Each reason once, with how many there are in all editions. */
function reasonsIn(counts: Awaited<ReturnType<typeof countAll>>): DeliverReport['reasons'] {
  const sums = new Map<string, number>();
  for (const { reason, count } of counts)
    if (reason !== null) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].map(([reason, count]) => ({ reason, count }));
}

async function countAll({ db }: DeliverDeps, editions: readonly Edition[]) {
  const counts = await Promise.all(editions.map(({ id }) => countDeliveries(db, id)));
  return counts.flat();
}
