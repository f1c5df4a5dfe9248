import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { hasPartition, rowsOf } from './delivery-partition.ts';
import { deliveryBatches } from './delivery.ts';
import { PLANNING_LOCK } from './lock.ts';

/** What a person says of deliveries of which nobody knows: they went out, they did not and shall not, or they go out now. */
export type Settlement = 'sent' | 'failed' | 'again';

/**
 * Settle the uncertain deliveries of an edition as a person says; returns how many.
 *
 * Shape: with `again` they go out in batches of new numbers, so under new keys: who got it before gets it twice. Nothing
 * else ever does that.
 */
export async function settleUncertain(
  db: Db,
  editionId: string,
  { as, batchSize, now, reason }: { as: Settlement; batchSize: number; now: Date; reason?: string | null },
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
    if (!(await hasPartition(tx, editionId))) return 0;
    const rows = rowsOf(editionId);
    await tx
      .select({ number: deliveryBatches.number })
      .from(deliveryBatches)
      .where(and(eq(deliveryBatches.editionId, editionId), eq(deliveryBatches.state, 'uncertain')))
      .for('update');
    const uncertain = sql`
      select r.subscriber_id from ${rows} r left join delivery_batches b on b.edition_id = r.edition_id and b.number = r.batch
      where r.state = 'uncertain' or (r.state = 'planned' and b.state = 'uncertain')`;
    const state = { sent: 'submitted', failed: 'failed', again: 'planned' }[as];
    const code = { sent: null, failed: 'delivery.settled_failed', again: null }[as];
    const said = as === 'again' ? null : (reason ?? null);
    const batch =
      as === 'again'
        ? sql`(select coalesce(max(number), 0) from delivery_batches where edition_id = ${editionId}) + u.place`
        : sql`r.batch`;
    const settled = await tx.execute<{ settled: number }>(sql`
      with u as materialized (
        select subscriber_id, 1 + (row_number() over (order by subscriber_id) - 1) / ${batchSize} as place
        from (${uncertain}) found
      ), written as (
        update ${rows} r set state = ${state}, code = ${code}, reason = ${said}, batch = ${batch},
          planned_at = case when ${as === 'again'} then ${now.toISOString()}::timestamptz else r.planned_at end
        from u where r.edition_id = ${editionId} and r.subscriber_id = u.subscriber_id and r.state in ('planned', 'uncertain')
        returning r.subscriber_id, r.batch
      ), anew as (
        insert into delivery_batches (edition_id, number, state, due_at, subscriber_ids)
        select ${editionId}::uuid, batch, 'planned', ${now.toISOString()}::timestamptz, array_agg(subscriber_id order by subscriber_id)
        from written where ${as === 'again'} group by batch
      )
      select count(*)::int as settled from written`);
    await tx
      .update(deliveryBatches)
      .set(
        as === 'again'
          ? { state: 'split', members: null }
          : { state: as === 'sent' ? 'submitted' : 'failed', members: null, code, reason: said },
      )
      .where(and(eq(deliveryBatches.editionId, editionId), eq(deliveryBatches.state, 'uncertain')));
    return settled[0]?.settled ?? 0;
  });
}

/**
 * Give up the certainty about what is open of some editions: nobody knows whether it went out. Returns how many batches.
 */
export async function doubtOpenBatches(
  db: Db,
  editionIds: readonly string[],
  { code, reason }: { code: string; reason: string },
): Promise<number> {
  if (editionIds.length === 0) return 0;
  const doubted = await db
    .update(deliveryBatches)
    .set({ state: 'uncertain', members: null, code, reason })
    .where(and(inArray(deliveryBatches.editionId, [...editionIds]), sql`state in ('planned', 'claimed')`))
    .returning({ number: deliveryBatches.number });
  return doubted.length;
}

/** What is open of an edition counts as planned now: it waited because a person wanted it to. */
export async function renewPlanned(db: Db, editionId: string, now: Date): Promise<void> {
  if (!(await hasPartition(db, editionId))) return;
  await db.execute(sql`
    update ${rowsOf(editionId)} r set planned_at = ${now.toISOString()} from delivery_batches b
    where b.edition_id = ${editionId} and b.state in ('planned', 'claimed') and r.edition_id = b.edition_id and r.batch = b.number`);
}
