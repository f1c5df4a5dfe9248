import type { DateMark } from '../../../db/article.ts';
import { readClock, zoneIn } from './date-clock.ts';
import { monthOf, withoutMarks } from './date-words.ts';

/**
 * Read a date as feeds write them.
 *
 * Shape: RFC 822 and what is near it, ISO 8601 in all its forms, asctime, dates in digits (12/31/2026 is American,
 * 31.12.2026 European), month names of many languages, seconds since 1970. A time without a zone counts as UTC.
 * Errors: undefined when it cannot be read, or names a day that never was.
 */
export function readDate(text: string | undefined): Date | undefined {
  const said = tidy(text ?? '');
  if (said === '' || said.length > CHARACTERS_MAX) return undefined;
  return sinceEpoch(said) ?? isoWeekOrDay(said) ?? calendar(said);
}

/**
 * When a piece was published: what its source says, unless that is impossible.
 *
 * Shape: unless `mark` is `given`, it says why `at` is the time of collecting. A date up to an
 * hour ahead is a clock that is a little fast: it is taken as now, without a mark.
 */
export function judgeDate(
  said: { at: Date | undefined; state: 'given' | 'missing' | 'unreadable' },
  now: Date,
): { at: Date; mark: DateMark } {
  if (!said.at) return { at: now, mark: said.state === 'unreadable' ? 'unreadable' : 'missing' };
  if (said.at.getTime() > now.getTime() + FAST_CLOCK_MS) return { at: now, mark: 'future' };
  if (said.at.getUTCFullYear() < FIRST_YEAR) return { at: now, mark: 'ancient' };
  return { at: said.at > now ? now : said.at, mark: 'given' };
}

const CHARACTERS_MAX = 80;
const FAST_CLOCK_MS = 3_600_000;
const FIRST_YEAR = 1990;
/** The database knows later ones, but nobody else means them. */
const YEAR_MAX = 9_999;

/** What is only another way to write the same: wide digits, East Asian date words, odd dashes and spaces. */
function tidy(text: string): string {
  return text
    .slice(0, 4 * CHARACTERS_MAX)
    .normalize('NFKC')
    .replace(/(\d)\s*[年년月월]\s*/g, '$1-')
    .replace(/(\d)\s*[日일]\.?/g, '$1 ')
    .replace(/(\d)\s*[時时点點시]\s*(?=\d)/g, '$1:')
    .replace(/(\d)\s*[分분]\s*(?=\d)/g, '$1:')
    .replace(/오전|上午|午前|π\.?μ\.?/g, ' AM ')
    .replace(/오후|下午|午後|μ\.?μ\.?/g, ' PM ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function sinceEpoch(said: string): Date | undefined {
  if (/^\d{13}$/.test(said)) return new Date(Number(said));
  return /^\d{9,10}(?:\.\d+)?$/.test(said) ? new Date(Math.floor(Number(said) * 1000)) : undefined;
}

/** Week dates, days of the year and dates without separators, which only ISO 8601 has. */
function isoWeekOrDay(said: string): Date | undefined {
  const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?:T(.+))?$/i.exec(said);
  if (week) return weekDate(Number(week[1]), Number(week[2]), Number(week[3] ?? 1), week[4]);
  const ordinal = /^(\d{4})-?(\d{3})(?:[T ](.+))?$/i.exec(said);
  if (ordinal) return ordinalDate(Number(ordinal[1]), Number(ordinal[2]), ordinal[3]);
  const basic = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d.*))?$/i.exec(said);
  if (basic) return at({ year: Number(basic[1]), month: Number(basic[2]), day: Number(basic[3]) }, basic[4]);
  const year = /^(\d{4})(?:-(\d{1,2}))?$/.exec(said);
  return year ? at({ year: Number(year[1]), month: Number(year[2] ?? 1), day: 1 }, undefined) : undefined;
}

function weekDate(year: number, week: number, weekday: number, time: string | undefined): Date | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const day = new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1));
  return at({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }, time);
}

function ordinalDate(year: number, dayOfYear: number, time: string | undefined): Date | undefined {
  const day = new Date(Date.UTC(year, 0, dayOfYear));
  if (dayOfYear < 1 || day.getUTCFullYear() !== year) return undefined;
  return at({ year, month: day.getUTCMonth() + 1, day: day.getUTCDate() }, time);
}

interface Day {
  year: number;
  month: number;
  day: number;
}

/** A day written in digits or with the name of its month, and a time before, behind or inside it. */
function calendar(said: string): Date | undefined {
  const named = /^(\d{4})-(\p{L}[\p{L}\p{M}]*)\.?-(\d{1,2})(.*)$/u.exec(said);
  const month = named ? monthOf(named[2] ?? '') : undefined;
  const text = named && month ? `${named[1]}-${month}-${named[3]}${named[4]}` : said;
  const digits = digitsIn(text);
  if (digits) return at(digits.day, digits.rest);
  const { clock, rest } = clockIn(text);
  const day = wordsIn(rest);
  return day && at(day, clock);
}

function digitsIn(said: string): { day: Day; rest: string } | undefined {
  const big = /(?<!\d)(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?!\d)[T,\s]*/i.exec(said);
  const small = /(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d:])[T,\s]*/i.exec(said);
  const found = big ?? small;
  if (!found) return undefined;
  const [whole, one = '', sign = '', two = '', three = ''] = found;
  const rest = `${said.slice(0, found.index)} ${said.slice(found.index + whole.length)}`.trim();
  if (big) return { day: { year: Number(one), month: Number(two), day: Number(three) }, rest };
  const year = fullYear(three);
  const american = sign === '/' ? Number(one) <= 12 : Number(two) > 12;
  const [month, day] = american ? [Number(one), Number(two)] : [Number(two), Number(one)];
  return { day: { year, month, day }, rest };
}

/** Splits the time of day with its zone from the words around it. */
function clockIn(said: string): { clock: string; rest: string } {
  const found =
    /(?<!\d)(?:[AP]M\s*)?\d{1,2}[:.]\d{1,2}(?:[:.]\d{1,2})?(?:[.,]\d+)?(?:\s*[ap]\.?m\b\.?)?\s*(?:[A-Z][A-Za-z]+\/[A-Za-z_]+|[A-Z]{1,5}\b)?\s*(?:[+-]\s?\d{1,2}(?::?\d{2})?(?!\d))?/i.exec(
      said,
    );
  if (!found) return { clock: '', rest: said };
  return {
    clock: found[0],
    rest: `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`,
  };
}

function wordsIn(said: string): Day | undefined {
  const plain = withoutMarks(said);
  const months = (plain.match(/\p{L}{3,}/gu) ?? []).map(monthOf).filter((month) => month !== undefined);
  const month = months.at(-1);
  const [one, two] = plain.match(/\d+/g) ?? [];
  if (month === undefined || one === undefined) return undefined;
  if (two === undefined) return one.length === 4 ? { year: Number(one), month, day: 1 } : undefined;
  return one.length === 4
    ? { year: Number(one), month, day: Number(two) }
    : { year: fullYear(two), month, day: Number(one) };
}

/** Two and three digits as RFC 5322 section 4.3 reads them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return year + (digits.length === 2 && year < 50 ? 2000 : 1900);
}

function at({ year, month, day }: Day, time: string | undefined): Date | undefined {
  const clock = readClock(time ?? '');
  if (!clock || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const local = new Date(0).setUTCFullYear(year, month - 1, day) + clock.seconds * 1000;
  const found = new Date(local - zoneIn(clock.behind, local) * 60_000);
  return Number.isNaN(found.getTime()) || found.getUTCFullYear() > YEAR_MAX ? undefined : found;
}

function daysIn(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}
