import { upstream, type AppError } from '../shared/errors.ts';

/** When the model server wants to be, or had better be, left alone by all workers of a run. */
export interface Quiet {
  until: Date | undefined;
  reason: string;
  /** Calls in a row that found nobody. */
  strikes: number;
  /** The most tokens that it has answered with at once: one that does not keep to the limit gets more set aside. */
  outputTokensSeen: number;
}

export const createQuiet = (): Quiet => ({
  until: undefined,
  reason: '',
  strikes: 0,
  outputTokensSeen: 0,
});

/** A server that did not answer so often in a row is left alone. */
const STRIKES_MAX = 3;
const QUIET_MS = 5 * 60_000;
/** A year: longer is no request that anybody means. */
const PATIENCE_SECONDS_MAX = 366 * 86_400;

/** Errors: AppError `model.parked` while the server is left alone. */
export function refuseWhileQuiet({ until, reason }: Quiet, now: Date): void {
  if (until !== undefined && until > now) throw parkedUntil(until, reason, now);
}

/** The server asked for patience: all workers leave it alone for as long. */
export function parked(quiet: Quiet, error: AppError, now: Date): AppError {
  const seconds = Math.min(Math.max(1, error.retryAfterSeconds ?? 0), PATIENCE_SECONDS_MAX);
  quiet.until = new Date(now.getTime() + seconds * 1000);
  quiet.reason = error.message;
  return parkedUntil(quiet.until, error.message, now);
}

/** A call found nobody, as often as it was tried; after several in a row all workers leave the server alone. */
export function exhausted(quiet: Quiet, error: AppError, now: Date): AppError {
  quiet.strikes += 1;
  const until = new Date(now.getTime() + QUIET_MS);
  if (quiet.strikes >= STRIKES_MAX) Object.assign(quiet, { until, reason: error.message, strikes: 0 });
  return parkedUntil(until, error.message, now);
}

function parkedUntil(until: Date, reason: string, now: Date): AppError {
  return upstream('model.parked', reason, {
    retryable: true,
    retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });
}
