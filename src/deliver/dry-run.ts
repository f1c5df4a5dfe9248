import { and, eq, TransactionRollbackError } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { deliveries } from '../../db/delivery.ts';
import { isEditionSent } from '../../db/edition-again.ts';
import { countBatches, countOutcomes } from '../../db/delivery-read.ts';
import { listEditionsOfDay, type Edition, type EditionFault } from '../../db/edition.ts';
import { subscribers } from '../../db/subscriber.ts';
import { dayOf, type Day } from '../shared/day.ts';
import type { BatchDeps } from './batch.ts';
import { nameOf } from './hold.ts';
import { createPace, type PaceHold } from './pace.ts';
import { plan } from './plan.ts';
import { reasonOf } from './reasons.ts';
import { findRestored, type Restored } from './restored.ts';

/** What delivering the day would come to. */
export interface DryRun {
  day: Day;
  editions: DryEdition[];
  /** Nothing would go out before, and why. */
  paused: PaceHold | null;
}

export interface DryEdition {
  number: number;
  cadence: Edition['cadence'];
  /** Why it would not go out: it is held, or would be for what was found now. */
  held: { reason: string; faults: EditionFault[] } | null;
  /** Deliveries that would be planned, the skipped among them. */
  planned: number;
  /** How its deliveries would stand before the first call. */
  deliveries: { state: string; reason: string | null; count: number }[];
  /** Batches that would be handed over, with their mails, in so many calls. */
  batches: number;
  mails: number;
  calls: number;
  /** At the newsroom's pace, ceilings of mails a day aside; null where files are written as fast as they can be. */
  seconds: number | null;
  /** Of HTML and text together, in bytes, of some of the mails; null where there is none. */
  sizes: { composed: number; median: number; largest: number } | null;
}

/**
 * Tell what delivering the day would come to. Nothing is written and nothing is sent: the planning is done in a
 * transaction that is taken back.
 */
export async function dryRun(
  deps: BatchDeps,
  { day: asked }: { day?: Day | undefined } = {},
): Promise<DryRun> {
  const { db, config, clock } = deps;
  const day = asked ?? dayOf(clock.now(), config.newsroom.timezone);
  const editions: DryEdition[] = [];
  for (const edition of await listEditionsOfDay(db, day)) editions.push(await triedOut(deps, edition));
  return { day, editions, paused: (await createPace(deps, deps.mailer).findHold()) ?? null };
}

/** How many mails are composed to see how large they are. */
const COMPOSED_MAX = 100;

async function triedOut(deps: BatchDeps, edition: Edition): Promise<DryEdition> {
  const { number, cadence } = edition;
  const isJudged = edition.heldAt === null && !(await isEditionSent(deps.db, edition.id));
  const lapsed = isJudged ? await deps.composer.findLapsed(edition.id) : [];
  const faults = [...edition.faults.filter(({ check }) => check !== 'force'), ...lapsed];
  const held =
    edition.heldAt !== null
      ? { reason: edition.heldReason ?? '', faults: edition.faults }
      : isHeldFor(edition, lapsed)
        ? { reason: 'What it names is in force no more.', faults }
        : null;
  const planned = await takenBack(deps.db, (tx) => plannedIn({ ...deps, db: tx }, edition, held === null));
  const calls = planned.batches;
  return { number, cadence, held, ...planned, calls, seconds: secondsFor(deps, calls) };
}

/** A fault that a person let it go with does not hold it again. */
const isHeldFor = ({ faults }: Edition, lapsed: readonly EditionFault[]) => {
  const known = new Set(faults.map(nameOf));
  return lapsed.some((fault) => !known.has(nameOf(fault)));
};

async function plannedIn(deps: BatchDeps, edition: Edition, goesOut: boolean) {
  const { db } = deps;
  const restored: Restored | undefined = await findRestored(deps);
  const planned = goesOut ? await plan(deps, edition, restored) : 0;
  const outcomes = await countOutcomes(db, edition.id);
  const open = (await countBatches(db, edition.id)).filter(
    ({ state }) => goesOut && (state === 'planned' || state === 'claimed'),
  );
  return {
    planned,
    deliveries: outcomes.map((each) => ({ state: each.state, reason: reasonOf(each), count: each.count })),
    batches: open.reduce((sum, each) => sum + each.batches, 0),
    mails: open.reduce((sum, each) => sum + each.mails, 0),
    sizes: await sizesOf(deps, edition),
  };
}

async function sizesOf({ db, composer }: BatchDeps, edition: Edition): Promise<DryEdition['sizes']> {
  const readers = await db
    .select({
      subscriberId: deliveries.subscriberId,
      linkEpoch: subscribers.linkEpoch,
      categories: deliveries.categories,
      had: deliveries.had,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(eq(deliveries.editionId, edition.id), eq(deliveries.state, 'planned')))
    .orderBy(deliveries.subscriberId)
    .limit(COMPOSED_MAX);
  if (readers.length === 0) return null;
  const open = await composer.open(edition.id);
  const bytes = readers
    .flatMap((reader) => {
      const mail = open.mailFor(reader);
      return mail ? [Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text)] : [];
    })
    .toSorted((a, b) => a - b);
  const largest = bytes.at(-1);
  const median = bytes[Math.floor(bytes.length / 2)];
  return largest === undefined || median === undefined ? null : { composed: bytes.length, median, largest };
}

function secondsFor({ mailer, config }: BatchDeps, calls: number): number | null {
  return mailer.name === 'outbox' ? null : calls / config.deliver.requestsPerSecond;
}

/** Do something to the database, and undo it. */
async function takenBack<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const done: { result?: T } = {};
  try {
    await db.transaction(async (tx) => {
      done.result = await work(tx);
      tx.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError && 'result' in done)) throw error;
  }
  return done.result as T;
}
