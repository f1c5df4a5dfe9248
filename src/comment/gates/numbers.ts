import type { Stem } from '../../shared/stems.ts';
import { datesIn } from './dates-in.ts';
import type { Ground } from './ground.ts';
import { timeKey } from './numbers-digits.ts';
import { numbersIn, type FoundNumber } from './numbers-in.ts';
import { stemIn } from './overlap-stem.ts';

/**
 * Make what finds the numbers of a text that occur neither in the source nor in anything known, as the text writes them.
 *
 * Shape: numbers compare by value, in digits of any notation and in words of six languages. Words up to twelve are
 * everyday words: they are found only where the noun after them stands in the source after another number, and never
 * after this one. "One", "half", "a dozen" and the like are never judged, nor are dates, which `dates.ts` judges. What
 * could be reckoned from the source's numbers is strange all the same: a writer must not calculate.
 */
export function createNumberGate(ground: Ground): (text: string) => string[] {
  const stem = stemIn(ground.language);
  const known = createKnownNumbers(ground, stem);
  return (given) => {
    const text = given.replace(NO_AMOUNT, (match) => ' '.repeat(match.length));
    const numbers = numbersIn(text, ground.language);
    const dates = datesIn(text, ground.language, numbers);
    return numbers
      .filter(({ at, end }) => !dates.some((date) => at >= date.at && end <= date.end))
      .filter((number) => !isVague(text, number))
      .flatMap((number) => strangeIn(number, known, stem));
  };
}

/** A point of a list, a phrase, a size of paper, a gas: digits that count nothing. */
const NO_AMOUNT = /^[ \t]*\(?\d{1,2}[.)](?=\s)|\b(?:24\/7|A[345]|CO2|MP[34])\b/gmu;

/** "a few hundred" */
function isVague(text: string, { at, value = 0, isWord, raw }: FoundNumber): boolean {
  return isWord && value >= 100 && !/[\s-]/u.test(raw) && VAGUE.test(text.slice(Math.max(0, at - 12), at));
}

const VAGUE =
  /(?:few|several|some|many|einige|mehrere|paar|quelques|plusieurs|varios|varias|algunos|algunas|unos|alguns|algumas|vários|várias|alcune|qualche)\s$/iu;

interface KnownNumbers {
  keys: ReadonlySet<string>;
  /** The numbers that stand right before a noun, by the noun's stem. */
  before: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Stop words that stand before a noun. */
const ADJECTIVES = new Set([
  'long',
  'full',
  'whole',
  'new',
  'different',
  'other',
  'big',
  'small',
  'more',
  'last',
]);
const EVERYDAY_MAX = 12;
/** "Ask three people" says nothing about the 600 people of the source. */
const COMPARABLE_MAX = 24;

function createKnownNumbers({ source, known, language, day }: Ground, stem: Stem): KnownNumbers {
  const languages = [...new Set([language, source.language ?? language])];
  const text = [source.text, ...known].join('\n\n');
  const all = languages.map((one) => numbersIn(text, one));
  const keys = new Set(all.flatMap((numbers) => numbers.flatMap(({ readings }) => readings.flat())));
  keys.add(String(Number(day.slice(0, 4))));
  for (const time of spokenTimes(source.text, language)) keys.add(time);
  const before = new Map<number, Set<number>>();
  for (const { value = Infinity, next, at } of all[0] ?? []) {
    if (at >= source.text.length) continue;
    for (const word of value > COMPARABLE_MAX ? [] : next) {
      const key = stem(word);
      if (key !== 0) before.set(key, (before.get(key) ?? new Set()).add(value));
    }
  }
  return { keys, before };
}

function strangeIn(
  { readings, value, isWord, next, raw }: FoundNumber,
  known: KnownNumbers,
  stem: Stem,
): string[] {
  const isEveryday = isWord && value !== undefined && value <= EVERYDAY_MAX;
  if (!isEveryday) return readings.some((keys) => keys.every((key) => known.keys.has(key))) ? [] : [raw];
  if (value <= 1) return [];
  for (const [i, word] of next.entries()) {
    const noun = stem(word);
    if (noun === 0 && i === 0 && ADJECTIVES.has(word)) continue;
    if (noun === 0) return [];
    const others = known.before.get(noun);
    if (others !== undefined) return others.has(value) ? [] : [`${raw} ${next.slice(0, i + 1).join(' ')}`];
  }
  return [];
}

const SPOKEN = /(?<![\p{L}\p{N}])([\p{L}]+)\s(past|to)\s([\p{L}]+)/gu;

/** "twenty to three" is 2:40. */
function* spokenTimes(text: string, language: string): Generator<string> {
  for (const [, minutes = '', side, hour = ''] of text.matchAll(SPOKEN)) {
    const [late] =
      minutes === 'half'
        ? [{ value: 30 }]
        : minutes === 'quarter'
          ? [{ value: 15 }]
          : numbersIn(minutes, language);
    const [at] =
      hour === 'midnight' ? [{ value: 0 }] : hour === 'noon' ? [{ value: 12 }] : numbersIn(hour, language);
    if (late?.value === undefined || at?.value === undefined || late.value > 30 || at.value > 12) continue;
    const total = at.value * 60 + (side === 'past' ? late.value : -late.value);
    for (const half of [0, 720]) {
      const all = (total + half + 1440) % 1440;
      yield timeKey(Math.floor(all / 60), all % 60);
    }
  }
}
