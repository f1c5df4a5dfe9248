import type { OpenEdition } from '../shared/ports.ts';
import { submitBatch, type BatchEnd, type Desk } from './batch.ts';
import { createSupply } from './supply.ts';

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
  const supply = createSupply(desk);
  const opened = new Map<string, Promise<OpenEdition>>();
  let end: LanesEnd;
  const lane = async () => {
    for (;;) {
      if (end || signal?.aborted) return;
      const batch = await supply.nextDue();
      if (!batch) return;
      const open = opened.get(batch.editionId) ?? deps.composer.open(batch.editionId);
      opened.set(batch.editionId, open);
      const ended = await submitBatch(desk, batch, await open).finally(() => supply.done(batch));
      end ??= ended;
      await onBatch();
    }
  };
  const lanes = Array.from({ length: deps.config.deliver.concurrency }, lane);
  const results = await Promise.allSettled(lanes);
  await supply.close();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return end;
}
