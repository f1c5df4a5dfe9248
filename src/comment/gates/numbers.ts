import type { Stem } from '../../shared/stems.ts';
import { datesIn } from './dates-in.ts';
import type { Ground } from './ground.ts';
import { timeKey } from './numbers-digits.ts';
import { numbersIn, type FoundNumber } from './numbers-in.ts';
import { wordsOf } from '../../shared/words.ts';
import { stemIn } from './overlap-stem.ts';

/**
 * Make what finds the numbers of a text that occur neither in the source nor in anything known, as the text writes them.
 *
 * Shape: numbers compare by value, in digits of any notation and in words of six languages. Words up to twelve are
 * everyday words: they are found only where the noun after them stands in the source after another number, and never
 * after this one, or where it is said of the source's noun that so many have come to harm or gone ("two nurses have died"). A
 * fraction of something ("a third of the nurses") is found where the source has no such fraction. "One", "half", "a dozen" and the like are never judged, nor are dates, which `dates.ts` judges. What
 * could be reckoned from the source's numbers is strange all the same: a writer must not calculate.
 */
export function createNumberGate(ground: Ground): (text: string) => string[] {
  const stem = stemIn(ground.language);
  const known = createKnownNumbers(ground, stem);
  const shares = new Set(fractionsIn(ground.source.text).map(({ name }) => name));
  return (given) => {
    const text = given.replace(NO_AMOUNT, (match) => ' '.repeat(match.length));
    const numbers = numbersIn(text, ground.language);
    const dates = datesIn(text, ground.language, numbers);
    const strange = numbers
      .filter(({ at, end }) => !dates.some((date) => at >= date.at && end <= date.end))
      .filter((number) => !isVague(text, number))
      .flatMap((number) => strangeIn(number, known, { stem, text }));
    const parts = fractionsIn(text).filter(({ name }) => !shares.has(name));
    return [...strange, ...parts.map(({ raw }) => raw)];
  };
}

/** "A third of", "zwei Drittel der", by the last word in its plain form; not a quarter of an hour. */
function fractionsIn(text: string): { raw: string; name: string }[] {
  return [...text.matchAll(FRACTION)].map((match) => ({
    raw: match[0].trim(),
    name: (match.groups?.['name'] ?? '').toLowerCase().replace(/(?<!tier)s$/u, ''),
  }));
}

const FRACTION =
  /(?<!\p{L})(?:an?|one|two|three|four|five|six|seven|nine|ein|zwei|drei|vier|un|une|deux|trois|tres|dos|um|uma|dois|duas|três|uno|due|tre|quattro|los|les|as|os|i)[\s-](?<name>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|drittel|viertel|fünftel|sechstel|achtel|zehntel|tiers|quarts?|cinquièmes?|dixièmes?|tercios?|terços?|terz[oi]|cuartos?|quartos?|quinto|quinti|décimos?)\s(?:of|der|des|von|de|do|da|dos|das|del|dei|delle|della|degli)(?!\p{L})(?!\s(?:an?|the)\s(?:hour|mile|century|year|kilomet\p{L}+))/giu;

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
  /** The stems of the source's words. */
  words: ReadonlySet<number>;
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
  return { keys, before, words: new Set(wordsOf(source.text).map(stem)) };
}

function strangeIn(
  { readings, value, isWord, next, raw, end }: FoundNumber,
  known: KnownNumbers,
  { stem, text }: { stem: Stem; text: string },
): string[] {
  const isEveryday = isWord && value !== undefined && value <= EVERYDAY_MAX;
  if (!isEveryday) return readings.some((keys) => keys.every((key) => known.keys.has(key))) ? [] : [raw];
  if (value <= 1) return [];
  for (const [i, word] of next.entries()) {
    const noun = stem(word);
    if (noun === 0 && i === 0 && ADJECTIVES.has(word)) continue;
    if (noun === 0) return [];
    const others = known.before.get(noun);
    const isTold = i === 0 && known.words.has(noun) && SUFFERED.test(text.slice(end, end + 80));
    if (others?.has(value) === true) return [];
    if (others !== undefined || isTold) return [`${raw} ${next.slice(0, i + 1).join(' ')}`];
  }
  return [];
}

/** After a noun: that those have come to harm, or gone. English only. */
const SUFFERED =
  /^[\s-]\p{L}+\s(?:(?:have|had|has|were|are|was)\s(?:already\s|since\s|been\s)*)?(?:died|drowned|dead|killed|injured|hurt|wounded|arrested|sacked|fired|dismissed|jailed|missing|poisoned|left|quit|resigned|fled|collapsed)(?!\p{L})/u;

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
