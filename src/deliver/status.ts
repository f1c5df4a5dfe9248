import { and, asc, count, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { deliveryBatches } from '../../db/delivery.ts';
import { countBatches, countDeliveries } from '../../db/delivery-read.ts';
import { editionLinks } from '../../db/edition-link.ts';
import { findDropped } from '../../db/edition-tally.ts';
import { findLatestEdition, listEditionsOfDay, type Edition, type EditionFault } from '../../db/edition.ts';
import { findMailPace, mailsOn } from '../../db/mail-pace.ts';
import type { Day } from '../shared/day.ts';
import { notFound } from '../shared/errors.ts';
import { makeOf, type BatchDeps } from './batch.ts';
import { ceilingOn, fullDay } from './ceiling.ts';
import { reasonOf } from './reasons.ts';
import { paceNameOf } from './pace.ts';

/** How the editions of a day stand, and how fast mails may go. */
export interface DeliveryStatus {
  day: Day;
  editions: EditionStatus[];
  pace: PaceStatus;
}

export interface EditionStatus {
  number: number;
  cadence: Edition['cadence'];
  held: { since: Date; by: Edition['heldBy']; reason: string; faults: EditionFault[] } | null;
  /** Its rows were dropped for their age; only the numbers are left. */
  dropped: boolean;
  deliveries: { state: string; reason: string | null; count: number }[];
  batches: {
    /** Not at their end. */
    open: number;
    mails: number;
    /** In the hands of a worker. */
    claimed: number;
    /** When the next open one that no worker has is due, and why it was put off, where it was. */
    nextAt: Date | null;
    putOff: { reason: string; batches: number }[];
    /** Open, and called first by another make of the program: only that one may call them again for 23 hours. */
    ofOtherMakes: { madeBy: string; batches: number }[];
  };
  /** How often somebody went where a link leads, the most followed first; empty where nobody counts. */
  clicks: { url: string; clicks: number }[];
}

export interface PaceStatus {
  mailer: string;
  requestsPerSecond: number;
  /** Nothing goes out before, and why. */
  held: { until: Date; reason: string } | null;
  /** Mails that were handed over on this day of UTC, and the most there may be; null where there is no ceiling. */
  mailsToday: number;
  mailsMax: number | null;
}

/**
 * Tell how the editions of a day stand, of the latest day with one where none is named.
 *
 * Errors: AppError `edition.unknown`.
 */
export async function deliveryStatus(
  deps: BatchDeps,
  { day: asked }: { day?: Day | undefined } = {},
): Promise<DeliveryStatus> {
  const { db } = deps;
  const day = asked ?? (await findLatestEdition(db))?.day;
  const found = day === undefined ? [] : await listEditionsOfDay(db, day);
  if (day === undefined || found.length === 0)
    throw notFound('edition.unknown', day ? `There is no edition of ${day}.` : 'There is no edition yet.');
  const editions = [];
  for (const edition of found) editions.push(await statusOf(deps, edition));
  return { day, editions, pace: await paceOf(deps) };
}

const LINKS_MAX = 1000;
const MAKES_MAX = 20;

async function statusOf(deps: BatchDeps, edition: Edition): Promise<EditionStatus> {
  const { db } = deps;
  const { id, number, cadence, heldAt, heldBy, heldReason, faults } = edition;
  const outcomes = await countDeliveries(db, id);
  return {
    number,
    cadence,
    held: heldAt === null ? null : { since: heldAt, by: heldBy, reason: heldReason ?? '', faults },
    dropped: (await findDropped(db, id)) !== null,
    deliveries: outcomes.map((each) => ({ state: each.state, reason: reasonOf(each), count: each.count })),
    batches: await batchesOf(deps, id),
    clicks: await db
      .select({ url: editionLinks.url, clicks: editionLinks.clicks })
      .from(editionLinks)
      .where(eq(editionLinks.editionId, id))
      .orderBy(sql`${editionLinks.clicks} desc`, asc(editionLinks.number))
      .limit(LINKS_MAX),
  };
}

async function batchesOf(deps: BatchDeps, editionId: string): Promise<EditionStatus['batches']> {
  const groups = await countBatches(deps.db, editionId);
  const open = groups.filter(({ state }) => state === 'planned' || state === 'claimed');
  const waiting = open.filter(({ state }) => state === 'planned');
  const [nextAt] = waiting.map(({ dueAt }) => new Date(dueAt)).toSorted((a, b) => a.getTime() - b.getTime());
  return {
    open: sum(open, 'batches'),
    mails: sum(open, 'mails'),
    claimed: sum(
      open.filter(({ state }) => state === 'claimed'),
      'batches',
    ),
    nextAt: nextAt ?? null,
    putOff: waiting.flatMap((each) => {
      const reason = reasonOf(each);
      return reason === null ? [] : [{ reason, batches: each.batches }];
    }),
    ofOtherMakes: await otherMakes(deps.db, { editionId, make: makeOf(deps) }),
  };
}

function sum<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

async function otherMakes(
  db: Db,
  { editionId, make }: { editionId: string; make: string },
): Promise<EditionStatus['batches']['ofOtherMakes']> {
  const rows = await db
    .select({ madeBy: deliveryBatches.madeBy, batches: count() })
    .from(deliveryBatches)
    .where(
      and(
        eq(deliveryBatches.editionId, editionId),
        sql`state in ('planned', 'claimed')`,
        isNotNull(deliveryBatches.firstCallAt),
        ne(deliveryBatches.madeBy, make),
      ),
    )
    .groupBy(deliveryBatches.madeBy)
    .orderBy(deliveryBatches.madeBy)
    .limit(MAKES_MAX);
  return rows.map(({ madeBy, batches }) => ({ madeBy: madeBy ?? '', batches }));
}

async function paceOf({ db, clock, config, mailer }: BatchDeps): Promise<PaceStatus> {
  const name = paceNameOf(mailer);
  const pace = await findMailPace(db, name);
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  const { heldUntil = null, heldReason = null, allowedPerSecond = null } = pace ?? {};
  const mailsToday = pace ? mailsOn(pace, today) : 0;
  const mailsMax = ceilingOn(config.deliver, today) ?? null;
  const isHeld = heldUntil !== null && heldUntil > now;
  const isFull = mailsMax !== null && mailsToday >= mailsMax;
  return {
    mailer: name,
    requestsPerSecond: Math.min(config.deliver.requestsPerSecond, allowedPerSecond ?? Infinity),
    held: isHeld
      ? { until: heldUntil, reason: heldReason ?? '' }
      : (isFull && fullDay(config.deliver, { day: today, left: 0 })) || null,
    mailsToday,
    mailsMax,
  };
}
