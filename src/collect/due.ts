/** What asking a source came to, as far as its next turn depends on it. */
export type Turn =
  | { ok: true; articlesPerDay: number | null; ttlMinutes?: number | undefined }
  | { ok: false; failureCount: number; retryAfterSeconds?: number | undefined };

/**
 * When a source is asked again.
 *
 * Shape: after a success twice as often as it publishes, but at least every 24 hours and at most every 10 minutes, and
 * not before its feed's own `ttl`; hourly while nobody knows how often it publishes. After the n-th failure in a row
 * 1 h x 2^(n-1), at most 7 days, and not before the time that the source asked for, at most 24 hours.
 * Units: a twentieth is taken off, so that a schedule of ten minutes finds what is due every ten minutes.
 * Source: RFC 9110 section 10.2.3 (Retry-After); RSS 2.0 (ttl).
 */
export function nextTurn(now: Date, turn: Turn): Date {
  if (turn.ok) return after(now, intervalMs(turn) * PUNCTUALITY);
  const backOff = Math.min(HOUR_MS * 2 ** Math.min(turn.failureCount - 1, 20), 7 * DAY_MS) * PUNCTUALITY;
  const asked = Math.min((turn.retryAfterSeconds ?? 0) * 1000, DAY_MS);
  return after(now, Math.max(backOff, asked));
}

/** How a source publishes, by the times in its feed. */
export interface Rhythm {
  newestAt: Date | null;
  /** Null: fewer than two times are known. */
  articlesPerDay: number | null;
  /** The longest time between two articles that follow each other. */
  longestGapHours: number | null;
}

/** Tell from the times of a feed's articles how it publishes. Shape: times after `now` and impossible ones are not counted. */
export function rhythmOf(publishedAt: readonly (Date | undefined)[], now: Date): Rhythm {
  const times = publishedAt
    .flatMap((at) => (at && at <= now && at.getUTCFullYear() >= 1990 ? [at.getTime()] : []))
    .toSorted((a, b) => b - a);
  const [newest, oldest] = [times[0], times.at(-1)];
  const newestAt = newest === undefined ? null : new Date(newest);
  if (newest === undefined || oldest === undefined || times.length < 2)
    return { newestAt, articlesPerDay: null, longestGapHours: null };
  const days = Math.max(now.getTime() - oldest, HOUR_MS) / DAY_MS;
  const gaps = times.slice(1).map((at, i) => (times[i] ?? at) - at);
  const longestMs = gaps.reduce((longest, gap) => Math.max(longest, gap), 0);
  return {
    newestAt,
    articlesPerDay: Math.round((times.length / days) * 100) / 100,
    longestGapHours: Math.round(longestMs / HOUR_MS),
  };
}

/** How often a source publishes, also when it has been quiet for longer than its feed tells. */
export function rateNow({ newestAt, articlesPerDay }: Rhythm, now: Date): number | null {
  if (!newestAt || articlesPerDay === null) return articlesPerDay;
  const quietDays = (now.getTime() - newestAt.getTime()) / DAY_MS;
  return articlesPerDay / Math.max(1, quietDays - 1);
}

/**
 * Whether a source that answers has published nothing for much longer than between any two articles in its feed.
 *
 * Shape: three times its longest gap, and two days at least.
 */
export function isSilent(rhythm: Rhythm, now: Date): boolean {
  if (!rhythm.newestAt || rhythm.longestGapHours === null) return false;
  const silentMs = now.getTime() - rhythm.newestAt.getTime();
  return silentMs > Math.max(3 * rhythm.longestGapHours * HOUR_MS, 2 * DAY_MS);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PUNCTUALITY = 0.95;

function intervalMs({ articlesPerDay, ttlMinutes = 0 }: Extract<Turn, { ok: true }>): number {
  const natural = articlesPerDay === null ? HOUR_MS : DAY_MS / (2 * Math.max(articlesPerDay, 0.01));
  const polite = Math.max(natural, 10 * MINUTE_MS, ttlMinutes * MINUTE_MS);
  return Math.min(polite, DAY_MS);
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms);
