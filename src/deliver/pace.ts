import { sleepFor } from '../shared/retry.ts';
import type { Clock } from '../shared/ports.ts';

/** Let pieces of work that keep one pace run one after another; each ends as it would alone. */
export function createTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * Keep calls apart: the returned function waits until the next one may be made.
 *
 * Units: calls per second. Within one process; several processes each keep their own pace.
 */
export function createPace(requestsPerSecond: number, clock: Clock): () => Promise<void> {
  const gapMs = 1000 / requestsPerSecond;
  let nextAt = 0;
  return async () => {
    const now = clock.now().getTime();
    const at = Math.max(now, nextAt);
    nextAt = at + gapMs;
    if (at > now) await sleepFor(at - now);
  };
}
