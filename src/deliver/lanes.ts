import { claimBatch, findNextBatchAt, type ClaimedBatch } from '../../db/delivery-claim.ts';
import type { OpenEdition } from '../shared/ports.ts';
import { sleepFor } from '../shared/retry.ts';
import { KEY_GOOD_MS, makeOf, submitBatch, type BatchEnd, type Desk } from './batch.ts';

/** How a run over the open batches ended: with nothing left that is due, or before that. */
export type LanesEnd = Exclude<BatchEnd, undefined> | undefined;

/**
 * Hand over everything that is due, several batches at a time, and wait a little for what is put off or in the hands of a
 * worker that may have died.
 *
 * Shape: `onBatch` is told after each batch.
 */
export async function submitAll(desk: Desk, onBatch: () => Promise<void>): Promise<LanesEnd> {
  const { deps, signal } = desk;
  const hold = await desk.pace.findHold();
  if (hold) return { hold };
  const opened = new Map<string, Promise<OpenEdition>>();
  let end: LanesEnd;
  const lane = async (isLast: boolean) => {
    for (;;) {
      if (end || signal?.aborted) return;
      const batch = isLast ? await claimDue(desk) : await claim(desk);
      if (!batch) return;
      const open = opened.get(batch.editionId) ?? deps.composer.open(batch.editionId);
      opened.set(batch.editionId, open);
      const ended = await submitBatch(desk, batch, await open);
      end ??= ended;
      await onBatch();
    }
  };
  // One of them waits for what is not due yet; the others end when there is nothing more to do at once.
  const lanes = Array.from({ length: deps.config.deliver.concurrency }, (_, i) => lane(i === 0));
  const results = await Promise.allSettled(lanes);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return end;
}

/** What another worker has not finished within so many leases waits for the next run. */
const LEASES_WAITED = 2;

async function claimDue(desk: Desk): Promise<ClaimedBatch | undefined> {
  const { deps, signal, leaseMs } = desk;
  for (let waitedMs = 0; ;) {
    const batch = await claim(desk);
    if (batch) return batch;
    const now = deps.clock.now();
    const nextAt = await findNextBatchAt(deps.db, claimOf(desk, now));
    const waitMs = nextAt ? Math.max(20, nextAt.getTime() - now.getTime() + 20) : Infinity;
    if (signal?.aborted || waitedMs + waitMs > LEASES_WAITED * leaseMs) return undefined;
    const napMs = Math.min(waitMs, 1000);
    await sleepFor(napMs, signal);
    waitedMs += napMs;
  }
}

function claim(desk: Desk): Promise<ClaimedBatch | undefined> {
  const now = desk.deps.clock.now();
  return claimBatch(desk.deps.db, claimOf(desk, now));
}

const claimOf = ({ deps, leaseMs }: Desk, now: Date) => ({
  now,
  leaseUntil: new Date(now.getTime() + leaseMs),
  madeBy: makeOf(deps),
  keysGoodFrom: new Date(now.getTime() - KEY_GOOD_MS),
});
