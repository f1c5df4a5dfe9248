/**
 * Until when an answer asks for its whole site to be left alone; undefined when it does not.
 *
 * Shape: 429 and 503 with a `Retry-After` that can be read and is not over.
 * Units: at most 24 hours from `now`.
 * Source: RFC 9110 sections 10.2.3 and 15.6.4, RFC 6585 section 4.
 */
export function holdOf(status: number, retryAfter: string | undefined, now: Date): Date | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const seconds = retryAfterSeconds(retryAfter, now) ?? 0;
  return seconds > 0 ? new Date(now.getTime() + Math.min(seconds, HOLD_SECONDS_MAX) * 1000) : undefined;
}

/**
 * How long `Retry-After` asks to wait.
 *
 * Units: seconds from `now`, never negative; undefined when it says nothing that can be read.
 */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text));
  const at = /[a-z]/i.test(text) && text.length < 60 ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

const HOLD_SECONDS_MAX = 24 * 3_600;
