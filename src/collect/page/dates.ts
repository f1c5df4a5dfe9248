import { readDate } from '../feed/date.ts';

/** The first of some texts that is a date a page can have been published on: not before the web, not in a far future. */
export function firstDate(said: (string | undefined)[]): Date | undefined {
  return said.map((text) => readDate(text)).find((date) => date !== undefined && isPossible(date));
}

/** The day that an address names: /2026/05/03/story, /2026-05-03-story, /20260503/story. */
export function dateInUrl(url: string): string | undefined {
  const path = URL.parse(url)?.pathname ?? '';
  const found =
    /(?:\/|-|_)(20\d\d)([-/_]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?=[/_-]|\.|$)/.exec(
      path,
    );
  if (!found) return undefined;
  const [, year, , month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const YEAR_MIN = 1990;
const YEAR_MAX = 2100;
const isPossible = (date: Date) => date.getUTCFullYear() >= YEAR_MIN && date.getUTCFullYear() < YEAR_MAX;
