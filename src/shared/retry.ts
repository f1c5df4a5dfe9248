import { AppError } from './errors.ts';

export interface RetryOptions {
  /** How often to try in all. */
  attempts: number;
  /** Wait before the second try, in ms; doubled for each further one, with up to half of it added at random. */
  delayMs: number;
  /** The longest wait that the other side may ask for; when it asks for more, its error is thrown at once. */
  waitMsMax?: number;
  signal?: AbortSignal;
  /** Replaced in tests. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Do something again while it fails in a way that may pass.
 *
 * Errors: the last one; at once when it is not an AppError marked `retryable`, or when the signal is raised. A
 * `retryAfterSeconds` on the error is honoured in place of the back-off.
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { attempts, delayMs, waitMsMax = 60_000, signal, sleep = sleepFor } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof AppError) || !error.retryable || attempt >= attempts) throw error;
      const backOff = delayMs * 2 ** (attempt - 1) * (1 + Math.random() / 2);
      const waitMs = error.retryAfterSeconds === undefined ? backOff : error.retryAfterSeconds * 1000;
      if (waitMs > waitMsMax) throw error;
      await sleep(Math.max(waitMs, 0), signal);
      if (signal?.aborted) throw error;
    }
  }
}

/** Wait; ends early (without an error) when the signal is raised. */
export function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    signal?.addEventListener('abort', done);
  });
}

/**
 * Run one piece of work per item, at most `width` at a time, in order of the list.
 *
 * Errors: the first one thrown, after the running pieces have settled; the rest are not begun.
 */
export async function forEachLimited<T>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed: { error: unknown } | undefined;
  const lane = async () => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        await work(items[index] as T, index);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (failed) throw failed.error;
}
