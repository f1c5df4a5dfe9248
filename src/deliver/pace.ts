import { sleepFor } from '../shared/retry.ts';
import type { Clock } from '../shared/ports.ts';

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
