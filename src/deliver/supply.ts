import {
  claimBatches,
  findNextBatchAt,
  markBatchesAlive,
  markBatchForRetry,
  type ClaimedBatch,
} from '../../db/delivery-claim.ts';
import { failure } from '../shared/errors.ts';
import { sleepFor } from '../shared/retry.ts';
import { KEY_GOOD_MS, makeOf, type Desk } from './batch.ts';

/** Claimed batches, one after the other, for several lanes. */
export interface Supply {
  /** The next batch that is due, after waiting a little for one that is put off or whose worker may have died. */
  nextDue(): Promise<ClaimedBatch | undefined>;
  /** A batch is at its end, or put off. */
  done(batch: ClaimedBatch): void;
  /** Give back what nobody has begun with. */
  close(): Promise<void>;
}

/** A statement that claims many costs the database less than many that claim one. */
const CLAIMS_PER_LANE = 2;

/** What another worker has not finished within so many leases waits for the next run. */
const LEASES_WAITED = 2;

/**
 * Claim batches, several in one statement, and keep the leases of all that are in hand.
 */
export function createSupply(desk: Desk): Supply {
  const { deps, signal, leaseMs } = desk;
  const waiting: ClaimedBatch[] = [];
  const inHand = new Set<ClaimedBatch>();
  // Where a call cannot be repeated, what nobody has begun with must not look as if it had been called.
  const limit = deps.mailer.repeatable ? CLAIMS_PER_LANE * deps.config.deliver.concurrency : 1;
  let claiming: Promise<number> | undefined;
  let isMore = false;

  const claim = async () => {
    const now = deps.clock.now();
    const claimed = await claimBatches(deps.db, { ...claimOf(desk, now), limit });
    waiting.push(...claimed);
    for (const batch of claimed) inHand.add(batch);
    isMore = claimed.length === limit;
    return claimed.length;
  };
  /** One claim at a time; a lane that waits for it hears how it ended. */
  const claimOnce = () => {
    claiming ??= claim().finally(() => (claiming = undefined));
    return claiming;
  };
  const beat = async () => {
    const leaseUntil = new Date(deps.clock.now().getTime() + leaseMs);
    try {
      // Of one that another worker has by now the lease stays as it was: it is lost.
      for (const batch of await markBatchesAlive(deps.db, [...inHand], leaseUntil))
        batch.leaseUntil = leaseUntil;
    } catch (error) {
      deps.log.warn({ code: failure(error).code }, 'the leases of batches could not be renewed');
    }
  };
  const heart = setInterval(() => void beat(), leaseMs / 3);

  async function next(): Promise<ClaimedBatch | undefined> {
    while (waiting.length === 0) if ((await claimOnce()) === 0) return undefined;
    const batch = waiting.shift();
    // While these are handed over the next ones are claimed.
    if (isMore && limit > 1 && waiting.length < limit / 2) claimOnce().catch(() => undefined);
    return batch;
  }

  return {
    async nextDue() {
      for (let waitedMs = 0; ;) {
        const batch = await next();
        if (batch) return batch;
        const now = deps.clock.now();
        const nextAt = await findNextBatchAt(deps.db, claimOf(desk, now));
        const waitMs = nextAt ? Math.max(20, nextAt.getTime() - now.getTime() + 20) : Infinity;
        if (signal?.aborted || waitedMs + waitMs > LEASES_WAITED * leaseMs) return undefined;
        const napMs = Math.min(waitMs, 1000);
        await sleepFor(napMs, signal);
        waitedMs += napMs;
      }
    },
    done: (batch) => void inHand.delete(batch),
    async close() {
      clearInterval(heart);
      isMore = false;
      await claiming?.catch(() => undefined);
      const dueAt = deps.clock.now();
      for (const batch of waiting.splice(0))
        await markBatchForRetry(deps.db, batch, { dueAt, code: null, reason: null, unused: true });
    },
  };
}

const claimOf = ({ deps, leaseMs }: Desk, now: Date) => ({
  now,
  leaseUntil: new Date(now.getTime() + leaseMs),
  madeBy: makeOf(deps),
  keysGoodFrom: new Date(now.getTime() - KEY_GOOD_MS),
});
