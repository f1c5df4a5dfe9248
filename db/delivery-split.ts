import { eq, sql, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { batchIs, isOurs, type Held } from './delivery-claim.ts';
import { rowsOf } from './delivery-partition.ts';
import { deliveryBatches, type FrozenMember } from './delivery.ts';
import { PLANNING_LOCK } from './lock.ts';

/** Members of a batch that go out in one of a new number, in its order. */
export type BatchPart = readonly string[];

/**
 * Divide a batch of which nothing was taken: each part becomes a batch of a new number, to be frozen anew. With `keep` those
 * stay in it as they are, and it stays claimed; else it is at its end. Who stands in no part keeps what was written of them.
 *
 * Shape: false when somebody else has the batch by now; then nothing was changed.
 */
export async function splitBatch(
  db: Db,
  batch: Held,
  {
    parts,
    keep,
    now,
    refused = [],
  }: {
    parts: readonly BatchPart[];
    keep?: BatchPart;
    now: Date;
    refused?: readonly { subscriberId: string; code: string; reason: string }[];
  },
): Promise<boolean> {
  const { editionId, number } = batch;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
    // Rows before their batch, as events take them.
    const everybody = [...parts.flat(), ...(keep ?? []), ...refused.map(({ subscriberId }) => subscriberId)];
    await tx.execute(sql`
      select 1 from ${rowsOf(editionId)} where edition_id = ${editionId} and subscriber_id = any(${idArray(everybody)})
      order by subscriber_id for update`);
    const [row] = await tx.select().from(deliveryBatches).where(isOurs(batch)).for('update');
    if (!row) return false;
    const [last] = await tx
      .select({ number: sql<number>`max(${deliveryBatches.number})` })
      .from(deliveryBatches)
      .where(eq(deliveryBatches.editionId, editionId));
    const frozen = new Map(row.subscriberIds.map((id, i) => [id, row.members?.[i]]));
    const membersOf = (ids: BatchPart): FrozenMember[] =>
      ids.flatMap((id) => {
        const member = frozen.get(id);
        return member ? [member] : [];
      });
    let next = last?.number ?? number;
    for (const ids of parts.filter((part) => part.length > 0)) {
      next += 1;
      await tx.insert(deliveryBatches).values({
        editionId,
        number: next,
        state: 'planned',
        dueAt: now,
        attempts: row.attempts,
        subscriberIds: [...ids],
      });
      await tx.execute(sql`
        update ${rowsOf(editionId)} set batch = ${next}
        where edition_id = ${editionId} and subscriber_id = any(${idArray(ids)})`);
    }
    for (const { subscriberId, code, reason } of refused)
      await tx.execute(sql`
        update ${rowsOf(editionId)} set state = 'failed', code = ${code}, reason = ${reason}
        where edition_id = ${editionId} and subscriber_id = ${subscriberId} and state = 'planned'`);
    await tx
      .update(deliveryBatches)
      .set(
        keep
          ? { subscriberIds: [...keep], members: membersOf(keep) }
          : { state: 'split', members: null, firstCallAt: null },
      )
      .where(batchIs(batch));
    return true;
  });
}

const idArray = (ids: BatchPart): SQL => sql`${sql.param([...ids], deliveryBatches.subscriberIds)}::uuid[]`;
