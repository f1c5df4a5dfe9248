export interface Lanes {
  /** Put work into the lane of a key; work of one key is done one after the other, in the order in which it came. */
  add(key: string, work: () => Promise<void>): void;
  /** Done when nothing is left, also of what was added meanwhile. Errors: the first one thrown; the rest is not begun. */
  drained(): Promise<void>;
}

/**
 * Do work at most `width` at a time, and one at a time for each key, so that a slow site holds up nobody but itself.
 *
 * Units: `restMs` is how long a key rests after each piece of work; while it rests it takes no place from others.
 */
export function createLanes({ width, restMs }: { width: number; restMs: (key: string) => number }): Lanes {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  const busy = new Set<string>();
  const resting = new Map<string, NodeJS.Timeout>();
  let failed: { error: unknown } | undefined;
  let finish: (() => void) | undefined;

  const start = () => {
    for (const [key, queue] of waiting) {
      if (busy.size >= width) break;
      const work = busy.has(key) || resting.has(key) ? undefined : queue.shift();
      if (queue.length === 0) waiting.delete(key);
      if (work) void run(key, work);
    }
    if (busy.size === 0 && waiting.size === 0) finish?.();
  };
  const run = async (key: string, work: () => Promise<void>) => {
    busy.add(key);
    try {
      await work();
    } catch (error) {
      failed ??= { error };
      waiting.clear();
    }
    busy.delete(key);
    rest(key);
    start();
  };
  const rest = (key: string) => {
    const ms = waiting.has(key) ? restMs(key) : 0;
    if (ms <= 0) return;
    const wake = () => {
      resting.delete(key);
      start();
    };
    resting.set(key, setTimeout(wake, ms));
  };
  return {
    add(key, work) {
      if (failed) return;
      const queue = waiting.get(key);
      if (queue) queue.push(work);
      else waiting.set(key, [work]);
      start();
    },
    async drained() {
      await new Promise<void>((resolve) => {
        finish = resolve;
        start();
      });
      for (const timer of resting.values()) clearTimeout(timer);
      if (failed) throw failed.error;
    },
  };
}
