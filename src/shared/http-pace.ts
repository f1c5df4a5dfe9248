import { upstream, type AppError } from './errors.ts';

/** Watches how quickly a body comes. */
export interface Pace {
  count(bytes: number): void;
  stop(): void;
}

/**
 * Watch that a body, once it has begun, comes at a pace at which it could ever end.
 *
 * Shape: `onTooSlow` gets AppError `fetch.too_slow`, retryable. A server that drips bytes, as a trap or because it is
 * broken, would else keep its place until the whole time is up.
 * Units: at least 500 bytes in any `windowMs` (4 seconds).
 */
export function watchPace(host: string, onTooSlow: (error: AppError) => void, windowMs = WINDOW_MS): Pace {
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const judge = () => {
    if (bytes < BYTES_MIN) onTooSlow(tooSlow(host));
    bytes = 0;
  };
  return {
    count(more) {
      timer ??= setInterval(judge, windowMs);
      bytes += more;
    },
    stop: () => clearInterval(timer),
  };
}

const WINDOW_MS = 4_000;
const BYTES_MIN = 500;

function tooSlow(host: string): AppError {
  const sentence = `${host} sends its answer so slowly that it would never end.`;
  return upstream('fetch.too_slow', sentence, { retryable: true });
}
