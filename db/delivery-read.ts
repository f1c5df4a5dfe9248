import { and, asc, count, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { deliveries, deliveryBatches, GONE, type DeliveryState } from './delivery.ts';
import { findDropped, type Outcome } from './edition-tally.ts';
import { editions } from './edition.ts';
import { subscribers } from './subscriber.ts';

/** How many deliveries of an edition are in each state, and why, where there is a reason; also of one that was dropped. */
export async function countDeliveries(db: Db, editionId: string): Promise<Outcome[]> {
  return (await findDropped(db, editionId)) ?? countOutcomes(db, editionId);
}

/** The same, counted now. */
export async function countOutcomes(db: Db, editionId: string): Promise<Outcome[]> {
  return db
    .select({ state: deliveries.state, code: deliveries.code, reason: deliveries.reason, count: count() })
    .from(deliveries)
    .where(eq(deliveries.editionId, editionId))
    .groupBy(deliveries.state, deliveries.code, deliveries.reason)
    .orderBy(deliveries.state, deliveries.code);
}

/** To how many readers an edition has gone, or may have. */
export async function countHandedOver(db: Db, editionId: string): Promise<number> {
  const counts = await countDeliveries(db, editionId);
  return counts.reduce((sum, each) => (GONE.includes(each.state) ? sum + each.count : sum), 0);
}

/** How many mails of some editions are in batches, and how many of them in batches that are at their end. */
export async function countBatched(
  db: Db,
  editionIds: readonly string[],
): Promise<{ done: number; total: number }> {
  if (editionIds.length === 0) return { done: 0, total: 0 };
  const mails = sql`cardinality(${deliveryBatches.subscriberIds})`;
  const [row] = await db
    .select({
      total: sql<number>`coalesce(sum(${mails}) filter (where state <> 'split'), 0)::int`,
      done: sql<number>`coalesce(sum(${mails}) filter (where state not in ('planned', 'claimed', 'split')), 0)::int`,
    })
    .from(deliveryBatches)
    .where(inArray(deliveryBatches.editionId, [...editionIds]));
  return row ?? { done: 0, total: 0 };
}

/** How the batches of an edition stand. */
export async function countBatches(db: Db, editionId: string) {
  return db
    .select({
      state: deliveryBatches.state,
      code: deliveryBatches.code,
      reason: deliveryBatches.reason,
      batches: count(),
      mails: sql<number>`sum(cardinality(${deliveryBatches.subscriberIds}))::int`,
      /** The earliest time at which one of them is due. */
      dueAt: sql<string>`min(${deliveryBatches.dueAt})`,
    })
    .from(deliveryBatches)
    .where(eq(deliveryBatches.editionId, editionId))
    .groupBy(deliveryBatches.state, deliveryBatches.code, deliveryBatches.reason)
    .orderBy(deliveryBatches.state, deliveryBatches.code);
}

/** One delivery as a person looks at it. Of a reader who was erased nothing but what became of it is known. */
export interface ListedDelivery {
  subscriberId: string;
  address: string | null;
  state: DeliveryState;
  code: string | null;
  reason: string | null;
  categories: string[];
  batch: number | null;
  providerId: string | null;
  plannedAt: Date;
  submittedAt: Date | null;
}

/**
 * Who got what of an edition, page by page: by subscriber, from the one behind `after` on.
 *
 * Shape: fewer than `limit` when it is the last page.
 */
export async function listDeliveries(
  db: Db,
  {
    editionId,
    limit,
    after,
    state,
  }: { editionId: string; limit: number; after?: string | undefined; state?: DeliveryState | undefined },
): Promise<ListedDelivery[]> {
  return listed(db)
    .where(
      and(
        eq(deliveries.editionId, editionId),
        after === undefined ? undefined : gt(deliveries.subscriberId, after),
        state === undefined ? undefined : eq(deliveries.state, state),
      ),
    )
    .orderBy(asc(deliveries.subscriberId))
    .limit(limit);
}

/** What one subscriber got of some editions, by edition. */
export async function listDeliveriesTo(
  db: Db,
  { subscriberId, editionIds }: { subscriberId: string; editionIds: readonly string[] },
): Promise<(ListedDelivery & { editionId: string })[]> {
  if (editionIds.length === 0) return [];
  return listed(db)
    .where(and(eq(deliveries.subscriberId, subscriberId), inArray(deliveries.editionId, [...editionIds])))
    .limit(editionIds.length);
}

function listed(db: Db) {
  return db
    .select({
      editionId: deliveries.editionId,
      subscriberId: deliveries.subscriberId,
      address: subscribers.address as unknown as SQL<string | null>,
      state: deliveries.state,
      code: deliveries.code,
      reason: deliveries.reason,
      categories: deliveries.categories,
      batch: deliveries.batch,
      providerId: deliveries.providerId,
      plannedAt: deliveries.plannedAt,
      submittedAt: deliveries.submittedAt,
    })
    .from(deliveries)
    .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .$dynamic();
}

/** The editions from a day on, with their days; the newest first. */
export async function listEditionsFrom(
  db: Db,
  { from, limit }: { from: string; limit: number },
): Promise<{ id: string; day: string; number: number; cadence: 'daily' | 'weekly' }[]> {
  return db
    .select({ id: editions.id, day: editions.day, number: editions.number, cadence: editions.cadence })
    .from(editions)
    .where(sql`${editions.day} >= ${from}`)
    .orderBy(sql`${editions.day} desc`, sql`${editions.number} desc`)
    .limit(limit);
}
