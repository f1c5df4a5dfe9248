import { AMBIGUOUS, dateWordsOf } from './dates-words.ts';
import { plainDigits } from './numbers-digits.ts';
import { numbersIn, type FoundNumber } from './numbers-in.ts';

/** One date of a text, as far as it is written out. */
export interface FoundDate {
  raw: string;
  at: number;
  end: number;
  /** More than one where the order of day and month cannot be known. */
  readings: DateParts[];
}

/** Units: months from 1, weekdays from 0 (Sunday). */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
}

/** The dates of a text: in digits, with month names, weekdays and years, in the words of a language. */
export function datesIn(text: string, language: string, numbers = numbersIn(text, language)): FoundDate[] {
  const plain = plainDigits(text);
  const whole = [...numericIn(plain), ...namedIn(plain, language, numbers)];
  const years = yearsIn(plain).filter(({ at }) => !whole.some((one) => at >= one.at && at < one.end));
  return [...whole, ...years]
    .map((one) => ({ ...one, raw: text.slice(one.at, one.end) }))
    .toSorted((a, b) => a.at - b.at);
}

type Bare = Omit<FoundDate, 'raw'>;

const NUMERIC =
  /(?<![\d.,/-])(?:(?<iso>\d{4}-\d\d-\d\d)|(?<dots>\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d\d(?!\d))?)|(?<slashes>\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d\d)))(?![\d/-])/gu;

function numericIn(text: string): Bare[] {
  return [...text.matchAll(NUMERIC)].flatMap((match): Bare[] => {
    const [a = 0, b = 0, c] = match[0]
      .split(/\D+/)
      .filter((part) => part !== '')
      .map(Number);
    const full = c === undefined || c > 99 ? c : 2000 + c;
    const year = full === undefined ? {} : { year: full };
    const readings: DateParts[] =
      match.groups?.['iso'] === undefined
        ? [
            { ...year, month: b, day: a },
            ...(match.groups?.['slashes'] ? [{ ...year, month: a, day: b }] : []),
          ]
        : [{ year: a, month: b, day: c ?? 0 }];
    const real = readings.filter(
      ({ month = 0, day = 0 }) => month >= 1 && month <= 12 && day >= 1 && day <= 31,
    );
    return real.length === 0 ? [] : [{ at: match.index, end: match.index + match[0].length, readings: real }];
  });
}

/** What may stand between a day and its month. */
const DAY_GAP = /^(?:st|nd|rd|th|er|º|°)?\.?\s*(?:day\s)?(?:of\s|de\s|di\s)?$/iu;
const AFTER_GAP = /^\.?\s*(?:the\s)?$/iu;
const YEAR_AFTER = /^\.?(?:st|nd|rd|th)?,?\s*(?:de\s|of\s|del\s)?((?:1[5-9]|20)\d\d)(?!\d)/u;
const TIME_BEFORE =
  /(?:^|\s)(?:in|since|until|till|by|of|last|next|early|late|mid|from|to|this|before|after|every|between|and|en|em|de|depuis|im|seit|bis|ab|a|nel|da)[\s-]$/iu;

function namedIn(text: string, language: string, numbers: readonly FoundNumber[]): Bare[] {
  const words = dateWordsOf(language);
  if (words === undefined) return [];
  return [...text.matchAll(words.pattern)].flatMap((match): Bare[] => {
    const name = (match[1] ?? '').toLowerCase();
    const [at, end] = [match.index, match.index + match[0].length];
    const weekday = words.weekdays.get(name);
    if (weekday !== undefined) return [{ at, end, readings: [{ weekday }] }];
    const found = withDay(text, { at, end, month: words.months.get(name) ?? 0 }, numbers);
    return AMBIGUOUS.has(name) && !isSaid(text, { at, end }, found) ? [] : [found];
  });
}

/** Whether "May" is meant as a month: with a capital and beside a number or a word of time, or after "in", "by" or "on". */
function isSaid(text: string, { at, end }: { at: number; end: number }, found: Bare): boolean {
  const isBare = found.at === at && found.end === end;
  const before = text.slice(Math.max(0, at - 12), at);
  if (!/^\p{Lu}/u.test(text.slice(at))) return MONTH_BEFORE.test(before) && !GOES_ON.test(text.slice(end));
  return !isBare || TIME_BEFORE.test(before);
}

/** "in may", but not "in March and April" of boots, nor "comes in may be late". */
const MONTH_BEFORE = /(?:^|\s)(?:in|by|on)\s$/iu;
const GOES_ON = /^\s(?:be|have|not|well|come|go|take|help|lead|need|on|past|through|to)(?!\p{L})/iu;

function withDay(
  text: string,
  { at, end, month }: { at: number; end: number; month: number },
  numbers: readonly FoundNumber[],
): Bare {
  const before = numbers.find(
    (one) => one.end <= at && at - one.end < 12 && isDayNumber(one) && DAY_GAP.test(text.slice(one.end, at)),
  );
  const after =
    before === undefined
      ? numbers.find(
          (one) =>
            one.at >= end && one.at - end < 7 && isDayNumber(one) && AFTER_GAP.test(text.slice(end, one.at)),
        )
      : undefined;
  const last = after?.end ?? end;
  const year = YEAR_AFTER.exec(text.slice(last, last + 16));
  const day = before?.value ?? after?.value;
  const parts = { month, ...(day === undefined ? {} : { day }), ...(year ? { year: Number(year[1]) } : {}) };
  return { at: before?.at ?? at, end: last + (year?.[0].length ?? 0), readings: [parts] };
}

const YEAR =
  /(?:1[5-9]|20)\d\d(?<=(?:^|[\s(])(?:in|since|by|until|till|from|of|before|after|year|im|jahr|seit|bis|ab|von|en|depuis|dès|desde|em|de|ano|año|nel|dal|del|anno|and|to)\s\d{4})(?![\d.,:]?\d|\s?(?:%|per\b))/giu;

function yearsIn(text: string): Bare[] {
  return [...text.matchAll(YEAR)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    readings: [{ year: Number(match[0]) }],
  }));
}

function isDayNumber({ value }: FoundNumber): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31;
}
