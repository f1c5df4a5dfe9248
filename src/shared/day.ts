/** A calendar day in the newsroom's time zone, as `YYYY-MM-DD`. */
export type Day = string;

/** The day that an instant falls on in a time zone. */
export function dayOf(at: Date, timezone: string): Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(at);
}

/** Whether the text is a real calendar day (`2026-02-30` is not). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether a text is a day, or a day and time as `YYYY-MM-DDTHH:MM`. */
export function isMoment(text: string): boolean {
  const [day = '', time, ...rest] = text.split('T');
  return isDay(day) && rest.length === 0 && (time === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time));
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/**
 * The instant at which a wall clock in the zone shows this day and time.
 *
 * Units: `time` is `HH:MM`. A time that daylight saving skips is moved on by as much as it skips (02:30 becomes 03:30);
 * of one that it repeats, the first.
 */
export function instantOf(day: Day, time: string, timezone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = new Date(wall - offsetMsAt(new Date(wall - DAY_MS), timezone));
  const after = new Date(wall - offsetMsAt(new Date(wall + DAY_MS), timezone));
  const shows = (at: Date) => at.getTime() + offsetMsAt(at, timezone) === wall;
  if (shows(before)) return before;
  if (shows(after)) return after;
  return before;
}

/** "Monday, 23 November 2026" in the given language. */
export function dayInWords(day: Day, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** In the order of `Date`'s `getUTCDay`. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Date, time and zone in words: "Monday, November 23, 2026 at 6:30 AM EST". */
export function instantInWords(at: Date, timezone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: timezone,
  }).format(at);
}

/** A short date such as "23 Nov 2026" in the given language and zone. */
export function shortDate(at: Date, timezone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: timezone }).format(at);
}

/** Whether the runtime knows this IANA time zone; a bare offset such as `+01:00` knows no summer time and is none. */
export function isTimezone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;

function offsetMsAt(at: Date, timezone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(name);
  if (!match?.[1]) return 0;
  const [, sign, hours, minutes, seconds] = match;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -ms : ms;
}
