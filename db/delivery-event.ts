import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { deliveryBatches, type BatchKey, type BatchState, type DeliveryState } from './delivery.ts';
import { rowsOf } from './delivery-partition.ts';
import { editions, type Edition } from './edition.ts';

/** A delivery with its batch, as an event finds it. */
export interface ClaimedDelivery extends Record<string, unknown> {
  /** Of its row: `planned` is as its batch stands. */
  state: DeliveryState;
  code: string | null;
  providerId: string | null;
  batch: number | null;
  batchState: BatchState | null;
  batchCode: string | null;
  /** The provider's id of it, where the batch has it. */
  batchProviderId: string | null;
}

/** Read a delivery and hold its row until the transaction ends; undefined when there is none. The edition has its place. */
export async function claimDelivery(
  tx: Db,
  editionId: string,
  subscriberId: string,
): Promise<ClaimedDelivery | undefined> {
  const [row] = await tx.execute<ClaimedDelivery>(sql`
    select r.state, r.code, r.provider_id as "providerId", r.batch, b.state as "batchState", b.code as "batchCode",
      b.provider_ids[array_position(b.subscriber_ids, r.subscriber_id)] as "batchProviderId"
    from ${rowsOf(editionId)} r
    left join delivery_batches b on b.edition_id = r.edition_id and b.number = r.batch
    where r.edition_id = ${editionId} and r.subscriber_id = ${subscriberId}
    for update of r`);
  return row;
}

/**
 * A mail of a batch is with the provider, and so all of it is, since a call is taken whole or not at all: write that down,
 * unless it stands so already. One that nobody has called is left alone, whatever it is.
 *
 * Shape: of the times at which it may have been taken the earliest stays. True when it is submitted now.
 */
export async function markBatchTaken(db: Db, { editionId, number }: BatchKey, at: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    update delivery_batches set state = 'submitted', members = null, code = null, reason = null,
      submitted_at = least(submitted_at, ${at.toISOString()})
    where edition_id = ${editionId} and number = ${number} and (
      (state in ('claimed', 'uncertain', 'planned') and first_call_at is not null)
      or (state = 'submitted' and provider_ids is null and (submitted_at is null or submitted_at > ${at.toISOString()})))
    returning number`);
  return rows.length > 0;
}

/** Write the provider's id of one delivery, and what became of it where that is more than its row says. */
export async function markDelivery(
  db: Db,
  of: { editionId: string; subscriberId: string; providerId: string | null },
  became?: Pick<ClaimedDelivery, 'state' | 'code'>,
): Promise<void> {
  const { editionId, subscriberId, providerId } = of;
  const state = became ? sql`, state = ${became.state}, code = ${became.code}, reason = null` : sql``;
  await db.execute(sql`
    update ${rowsOf(editionId)} set provider_id = ${providerId}${state}
    where edition_id = ${editionId} and subscriber_id = ${subscriberId}`);
}

/** How many mails of an edition have been handed over, or may have been. */
export async function countCalled(db: Db, editionId: string): Promise<number> {
  const [row] = await db
    .select({ mails: sql<number>`coalesce(sum(cardinality(${deliveryBatches.subscriberIds})), 0)::int` })
    .from(deliveryBatches)
    .where(
      sql`${deliveryBatches.editionId} = ${editionId} and (state in ('claimed', 'submitted', 'uncertain')
        or (state = 'planned' and first_call_at is not null))`,
    );
  return row?.mails ?? 0;
}

/** How an edition is held, and whether a batch of it waits that nobody has called. */
export async function findHold(
  db: Db,
  editionId: string,
): Promise<(Pick<Edition, 'day' | 'heldAt' | 'heldBy'> & { waiting: boolean }) | undefined> {
  const [row] = await db
    .select({
      day: editions.day,
      heldAt: editions.heldAt,
      heldBy: editions.heldBy,
      waiting: sql<boolean>`exists (select 1 from delivery_batches b
        where b.edition_id = ${editionId} and b.state = 'planned' and b.first_call_at is null)`,
    })
    .from(editions)
    .where(eq(editions.id, editionId))
    .for('update');
  return row;
}
