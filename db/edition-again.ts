import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { hasPartition, rowsOf } from './delivery-partition.ts';
import { deliveryBatches } from './delivery.ts';
import { editions, type Edition } from './edition.ts';

/**
 * Whether an edition counts as told on a day: all but those that were held back until their own day was over and of which
 * nothing went out. What stands in such a one is new to everybody. For a query on `editions`, or on an alias of it.
 */
export const countsAsTold = (table: Record<'id' | 'day' | 'heldAt', PgColumn>, day: string) =>
  sql`not (${table.heldAt} is not null and ${table.day} < ${day} and not exists (
    select 1 from ${deliveryBatches} call
    where call.edition_id = ${table.id} and call.first_call_at is not null))`;

/** Whether a mail of an edition may have gone out: a call for one of its batches was begun. */
export async function isEditionSent(db: Db, editionId: string): Promise<boolean> {
  const [row] = await db
    .select({ number: deliveryBatches.number })
    .from(deliveryBatches)
    .where(and(eq(deliveryBatches.editionId, editionId), isNotNull(deliveryBatches.firstCallAt)))
    .limit(1);
  return row !== undefined;
}

/**
 * Take away an edition of which nothing was sent, with what was planned of it.
 *
 * Call it inside a transaction: the edition and its batches are locked before they are looked at, so that no worker can
 * plan or claim one meanwhile.
 * Shape: returns it as it was at the end, who held it among the rest; undefined when somebody else took it away; `sent`
 * when something of it was, and it stays.
 */
export async function deleteUnsentEdition(tx: Db, editionId: string): Promise<Edition | 'sent' | undefined> {
  const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId)).for('update');
  await tx
    .select({ number: deliveryBatches.number })
    .from(deliveryBatches)
    .where(eq(deliveryBatches.editionId, editionId))
    .for('update');
  if (!edition) return undefined;
  if (await isEditionSent(tx, editionId)) return 'sent';
  if (await hasPartition(tx, editionId)) await tx.execute(sql`truncate ${rowsOf(editionId)}`);
  await tx.delete(editions).where(eq(editions.id, editionId));
  return edition;
}
