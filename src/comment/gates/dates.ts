import { datesIn, type DateParts } from './dates-in.ts';
import type { Ground } from './ground.ts';
import { numbersIn } from './numbers-in.ts';

/**
 * Make what finds the dates of a text that neither the source nor anything known has, as the text writes them.
 *
 * Shape: dates in digits or with a month's name, bare months, weekdays, and years after a word such as "in" or "since".
 * A weekday may also follow from a date of the source, a date of the source may be given the ground's year, and the
 * ground's own day, month, weekday and year are fine. Relative words ("tomorrow", "last week") are not judged, nor is
 * anything in names of months that we do not know.
 */
export function createDateGate(ground: Ground): (text: string) => string[] {
  const known = createKnownDates(ground);
  return (text) =>
    datesIn(text, ground.language)
      .filter(({ readings }) => !readings.some((parts) => isKnown(parts, known)))
      .map(({ raw }) => raw);
}

interface KnownDates {
  dates: readonly DateParts[];
  years: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  yearNow: number;
}

function createKnownDates({ source, known, language, day }: Ground): KnownDates {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const text = [source.text, ...known].join('\n\n');
  const languages = [...new Set([language, source.language ?? language])];
  const numbers = languages.map((one) => numbersIn(text, one));
  const found = languages.flatMap((one, i) => datesIn(text, one, numbers[i]));
  const dates = [{ year, month, day: date }, ...found.flatMap(({ readings }) => readings)];
  return {
    dates,
    years: new Set([
      year,
      ...numbers.flat().flatMap(({ value }) => value ?? []),
      ...dates.flatMap((one) => one.year ?? []),
    ]),
    weekdays: new Set(dates.flatMap((one) => one.weekday ?? weekdayOf(one, year) ?? [])),
    yearNow: year,
  };
}

function weekdayOf({ year, month, day }: DateParts, yearNow: number): number | undefined {
  if (month === undefined || day === undefined) return undefined;
  return new Date(Date.UTC(year ?? yearNow, month - 1, day)).getUTCDay();
}

function isKnown(parts: DateParts, { dates, years, weekdays, yearNow }: KnownDates): boolean {
  if (parts.weekday !== undefined) return weekdays.has(parts.weekday);
  if (parts.month === undefined) return parts.year === undefined || years.has(parts.year);
  return dates.some(
    (one) =>
      one.month === parts.month &&
      (parts.day === undefined || one.day === parts.day) &&
      (parts.year === undefined || (one.year ?? yearNow) === parts.year),
  );
}
