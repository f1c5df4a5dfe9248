import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from './client.ts';
import { deliveryBatches } from './delivery.ts';
import { editions } from './edition.ts';

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
 * Take away an edition of which nothing was sent, with what was planned of it; false when something was.
 *
 * Call it inside a transaction: the edition and its batches are locked before they are looked at, so that no worker can
 * plan or claim one meanwhile.
 */
export async function deleteUnsentEdition(tx: Db, editionId: string): Promise<boolean> {
  await tx.select({ id: editions.id }).from(editions).where(eq(editions.id, editionId)).for('update');
  await tx
    .select({ number: deliveryBatches.number })
    .from(deliveryBatches)
    .where(eq(deliveryBatches.editionId, editionId))
    .for('update');
  if (await isEditionSent(tx, editionId)) return false;
  await tx.delete(editions).where(eq(editions.id, editionId));
  return true;
}
