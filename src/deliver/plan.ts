import { planDeliveries } from '../../db/delivery-plan.ts';
import type { Edition } from '../../db/edition.ts';
import type { BatchDeps } from './batch.ts';
import { batchSizeFor } from './batch-size.ts';
import { zonesTooEarly } from './local-hour.ts';
import { doubtOf, type Restored } from './restored.ts';

/**
 * Plan an edition's deliveries for everybody who is due and has none yet; nothing of one that is held.
 *
 * Shape: returns how many rows were new. Safe to repeat and for any number of processes.
 */
export async function plan(
  deps: BatchDeps,
  edition: Edition,
  restored: Restored | undefined,
): Promise<number> {
  const { db, config, clock } = deps;
  if (edition.heldAt !== null) return 0;
  return planDeliveries(db, {
    editionId: edition.id,
    known: config.categories.map(({ slug }) => slug),
    filled: edition.frame.categories.map(({ slug }) => slug),
    batchSize: await batchSizeFor(deps, edition),
    sample: config.sample,
    tooEarly: await zonesTooEarly(deps, edition.day),
    doubt: doubtOf(restored, edition.day),
    now: clock.now(),
  });
}
