import { and, count, eq, notExists, sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { editions } from './edition.ts';
import { subscribers } from './subscriber.ts';

export type DeliveryState =
  'planned' | 'submitted' | 'delivered' | 'bounced' | 'complained' | 'skipped' | 'failed' | 'uncertain';

/** One edition for one subscriber, and what became of it. */
export const deliveries = pgTable(
  'deliveries',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    state: text().$type<DeliveryState>().notNull(),
    /** Why it was skipped or failed, as a code and in words. */
    code: text(),
    reason: text(),
    /** Their categories in their order, as they were when the delivery was planned. */
    categories: text().array().notNull(),
    /** Articles that they had in another edition, so this one leaves them out; only of a weekly one. */
    had: uuid()
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
    /** Null for the skipped. */
    batch: integer(),
    providerId: text('provider_id'),
    plannedAt: timestamp('planned_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.subscriberId] }),
    index('deliveries_batch').on(table.editionId, table.batch),
    index('deliveries_subscriber').on(table.subscriberId),
  ],
);

export type BatchState = 'planned' | 'claimed' | 'submitted' | 'failed' | 'uncertain';

/** One reader of a batch, with everything that their mail's bytes depend on, frozen by the first claim. */
export interface BatchMember {
  subscriberId: string;
  address: string;
  name: string | null;
  linkEpoch: number;
  categories: string[];
  /** Articles that they had already. */
  had?: string[];
}

/** Up to 100 deliveries that are handed to the mail provider in one call. */
export const deliveryBatches = pgTable(
  'delivery_batches',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    state: text().$type<BatchState>().notNull(),
    members: jsonb().$type<BatchMember[]>(),
    attempts: integer().notNull().default(0),
    /** When the first call was begun: its bytes and key are good for 23 hours from then. */
    firstCallAt: timestamp('first_call_at', { withTimezone: true }),
    /** Another worker may take it after this. */
    leaseUntil: timestamp('lease_until', { withTimezone: true }),
    /** Not tried again before. */
    nextTryAt: timestamp('next_try_at', { withTimezone: true }),
    code: text(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.number] }),
    index('delivery_batches_claim').on(table.state, table.nextTryAt, table.editionId, table.number),
  ],
);

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryBatch = typeof deliveryBatches.$inferSelect;

/**
 * Take the next batch that is due: planned, or claimed by a worker whose lease has run out; never of a held edition.
 *
 * The first claim freezes its members with everything that their mails' bytes depend on; who has left since the planning
 * is marked as skipped. Later claims change nothing of that. Committed before anything is sent.
 */
export async function claimBatch(
  db: Db,
  claim: { now: Date; leaseUntil: Date },
): Promise<ClaimedBatch | undefined> {
  const now = claim.now.toISOString();
  return db.transaction(async (tx) => {
    const [batch] = await tx
      .select()
      .from(deliveryBatches)
      .where(
        sql`((${deliveryBatches.state} = 'planned' and ${deliveryBatches.nextTryAt} <= ${now})
          or (${deliveryBatches.state} = 'claimed' and ${deliveryBatches.leaseUntil} < ${now})) and ${isNotHeld}`,
      )
      .orderBy(deliveryBatches.editionId, deliveryBatches.number)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!batch) return undefined;
    const members = batch.members ?? (await freezeMembers(tx, batch));
    const attempts = batch.attempts + 1;
    const firstCallAt = batch.firstCallAt ?? claim.now;
    await tx
      .update(deliveryBatches)
      .set({ state: 'claimed', members, attempts, firstCallAt, leaseUntil: claim.leaseUntil })
      .where(batchIs(batch));
    return { ...batch, state: 'claimed', members, attempts, firstCallAt, resumed: batch.state === 'claimed' };
  });
}

async function freezeMembers(tx: Db, { editionId, number }: BatchKey): Promise<BatchMember[]> {
  const ofBatch = and(eq(deliveries.editionId, editionId), eq(deliveries.batch, number));
  await tx
    .update(deliveries)
    .set({ state: 'skipped', code: 'subscriber.left', reason: 'They left after the delivery was planned.' })
    .where(
      and(
        ofBatch,
        eq(deliveries.state, 'planned'),
        notExists(
          tx
            .select({ id: subscribers.id })
            .from(subscribers)
            .where(and(eq(subscribers.id, deliveries.subscriberId), eq(subscribers.state, 'confirmed'))),
        ),
      ),
    );
  return tx
    .select({
      subscriberId: subscribers.id,
      address: subscribers.address,
      name: subscribers.name,
      linkEpoch: subscribers.linkEpoch,
      categories: deliveries.categories,
      had: deliveries.had,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(ofBatch, eq(deliveries.state, 'planned')))
    .orderBy(subscribers.id);
}

/** Keep a claimed batch a while longer. */
export async function markBatchAlive(db: Db, batch: BatchKey, leaseUntil: Date): Promise<void> {
  await db
    .update(deliveryBatches)
    .set({ leaseUntil })
    .where(and(batchIs(batch), eq(deliveryBatches.state, 'claimed')));
}

/** What became of each mail of a batch that was handed over. */
export type MemberResult = { subscriberId: string } & (
  { ok: true; providerId: string } | { ok: false; code: string; reason: string; uncertain?: true }
);

/** The batch is with the provider: write down what it said of each mail. */
export async function markBatchSubmitted(
  db: Db,
  batch: BatchKey,
  { results, now }: { results: MemberResult[]; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const result of results) {
      const set = result.ok
        ? {
            state: 'submitted' as const,
            providerId: result.providerId,
            submittedAt: now,
            code: null,
            reason: null,
          }
        : {
            state: result.uncertain ? ('uncertain' as const) : ('failed' as const),
            code: result.code,
            reason: result.reason,
          };
      await tx
        .update(deliveries)
        .set(set)
        .where(
          and(
            eq(deliveries.editionId, batch.editionId),
            eq(deliveries.subscriberId, result.subscriberId),
            eq(deliveries.state, 'planned'),
          ),
        );
    }
    await tx
      .update(deliveryBatches)
      .set({ state: 'submitted', leaseUntil: null, code: null, reason: null })
      .where(batchIs(batch));
  });
}

/** The call failed in a way that may pass: the batch, frozen as it is, is tried again at `nextTryAt`. */
export async function markBatchForRetry(
  db: Db,
  batch: BatchKey,
  { nextTryAt, code, reason }: { nextTryAt: Date; code: string; reason: string },
): Promise<void> {
  await db
    .update(deliveryBatches)
    .set({ state: 'planned', leaseUntil: null, nextTryAt, code, reason })
    .where(batchIs(batch));
}

/** The batch is given up: for good (`failed`), or until somebody finds out what became of it (`uncertain`). */
export async function markBatchEnded(
  db: Db,
  batch: BatchKey,
  { state, code, reason }: { state: 'failed' | 'uncertain'; code: string; reason: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(deliveries)
      .set({ state, code, reason })
      .where(
        and(
          eq(deliveries.editionId, batch.editionId),
          eq(deliveries.batch, batch.number),
          eq(deliveries.state, 'planned'),
        ),
      );
    await tx.update(deliveryBatches).set({ state, leaseUntil: null, code, reason }).where(batchIs(batch));
  });
}

/** How many deliveries of an edition are in each state, and why, where there is a reason. */
export async function countDeliveries(
  db: Db,
  editionId: string,
): Promise<{ state: DeliveryState; code: string | null; reason: string | null; count: number }[]> {
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
  const gone: DeliveryState[] = ['submitted', 'delivered', 'bounced', 'complained', 'uncertain'];
  return counts.reduce((sum, each) => (gone.includes(each.state) ? sum + each.count : sum), 0);
}

/** When the next unfinished batch of what is not held can be looked at again; undefined when there is none. */
export async function findNextBatchAt(db: Db): Promise<Date | undefined> {
  const [row] = await db
    .select({
      at: sql<Date | null>`min(case when ${deliveryBatches.state} = 'claimed' then ${deliveryBatches.leaseUntil} else ${deliveryBatches.nextTryAt} end)`.mapWith(
        deliveryBatches.nextTryAt,
      ),
    })
    .from(deliveryBatches)
    .where(sql`${deliveryBatches.state} in ('planned', 'claimed') and ${isNotHeld}`);
  return row?.at ?? undefined;
}

/** Who got what of an edition, by address. */
export async function listDeliveries(
  db: Db,
  { editionId, limit, address }: { editionId: string; limit: number; address?: string | undefined },
) {
  return db
    .select({
      address: subscribers.address,
      state: deliveries.state,
      reason: deliveries.reason,
      categories: deliveries.categories,
      providerId: deliveries.providerId,
      submittedAt: deliveries.submittedAt,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(deliveries.editionId, editionId),
        address === undefined ? undefined : sql`lower(${subscribers.address}) = lower(${address})`,
      ),
    )
    .orderBy(subscribers.address)
    .limit(limit);
}

export interface BatchKey {
  editionId: string;
  number: number;
}

/** A batch in our hands. `resumed`: a worker had it before and did not say how it ended. */
export type ClaimedBatch = DeliveryBatch & { members: BatchMember[]; firstCallAt: Date; resumed: boolean };

const batchIs = ({ editionId, number }: BatchKey) =>
  and(eq(deliveryBatches.editionId, editionId), eq(deliveryBatches.number, number));

/** Few editions are ever held, so the query reads them once and claims by its index as before. */
const isNotHeld = sql`${deliveryBatches.editionId} not in (select id from ${editions} where held_at is not null)`;
