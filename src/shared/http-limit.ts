/** A time limit that runs only while it is told to. */
export interface TimeLimit {
  signal: AbortSignal;
  run(): void;
  pause(): void;
}

/** Raise the signal once it has run for so long in all; its reason is called TimeoutError. */
export function createTimeLimit(timeoutMs: number): TimeLimit {
  const controller = new AbortController();
  let leftMs = timeoutMs;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    run() {
      since = performance.now();
      timer = setTimeout(() => controller.abort(timedOut()), leftMs);
    },
    pause() {
      clearTimeout(timer);
      leftMs = Math.max(0, leftMs - (performance.now() - since));
    },
  };
}

/** Wait for something until the signal is raised, whose reason is then thrown. */
export async function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

const timedOut = () => new DOMException('the time is up', 'TimeoutError');
