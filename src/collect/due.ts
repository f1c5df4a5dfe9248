/** What asking a source came to, as far as its next turn depends on it. */
export type Turn =
  { ok: true } | { ok: false; code: string; failureCount: number; retryAfterSeconds?: number | undefined };

/**
 * When a source is asked again.
 *
 * Shape: hourly after a success; after the n-th failure in a row 1 h x 2^(n-1), at most 7 days, and not before the
 * source said; a source that says it is gone for good waits a year.
 * Units: a few minutes are taken off, so that an hourly schedule finds an hourly source due.
 * Source: RFC 9110 sections 10.2.3 (Retry-After) and 15.5.11 (410 Gone).
 */
export function nextTurn(now: Date, turn: Turn): Date {
  if (turn.ok) return after(now, HOUR_MS - SLACK_MS);
  if (turn.code === 'source.gone') return after(now, 365 * DAY_MS);
  const backOff = Math.min(HOUR_MS * 2 ** Math.min(turn.failureCount - 1, 20), 7 * DAY_MS) - SLACK_MS;
  const asked = Math.min((turn.retryAfterSeconds ?? 0) * 1000, 7 * DAY_MS);
  return after(now, Math.max(backOff, asked));
}

/**
 * How long `Retry-After` asks to wait.
 *
 * Units: seconds from `now`, never negative; undefined when it says nothing that can be read.
 */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SLACK_MS = 5 * 60_000;

const after = (now: Date, ms: number) => new Date(now.getTime() + ms);
