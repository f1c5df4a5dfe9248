import { DIGITS, plainDigits, readingsOf, timeKey } from './numbers-digits.ts';
import { parseNumber } from './numbers-parse.ts';
import type { NumberWords } from './numbers-list.ts';
import { numberWordsOf } from './numbers-words.ts';

/** One number of a text. */
export interface FoundNumber {
  /** As the text writes it. */
  raw: string;
  at: number;
  end: number;
  /** Each reading is a list of keys, all of which must be known; see `readingsOf`. */
  readings: string[][];
  /** The value, where it is one. */
  value: number | undefined;
  isWord: boolean;
  /** The two words right after it, in lower case. */
  next: string[];
}

/** The numbers of a text in the order in which they stand, in digits and in the words of a language. */
export function numbersIn(text: string, language: string): FoundNumber[] {
  const plain = plainDigits(text).replace(HOURS, ':');
  const words = numberWordsOf(language);
  const digits = digitsIn(plain, words);
  const taken = (at: number) => digits.some((one) => at >= one.at && at < one.end);
  const spelled = words === undefined ? [] : wordsIn(plain, words).filter(({ at }) => !taken(at));
  return [...digits, ...spelled]
    .map((one) => ({ ...one, raw: text.slice(one.at, one.end), next: nextWords(plain, one.end) }))
    .toSorted((a, b) => a.at - b.at);
}

type Bare = Omit<FoundNumber, 'raw' | 'next'>;

/** "17h30" */
const HOURS = /(?<=\b\d{1,2})h(?=\d\d(?!\d))/giu;

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const AFTER = /^[\s\u00a0-]{0,2}([\p{L}\p{M}]+)(?:[\s\u00a0-]{1,2}([\p{L}\p{M}]+))?/u;
const SUFFIX = /^(?:[\s\u00a0-]?)(\p{L}+)/u;

function nextWords(text: string, end: number): string[] {
  const [, first, second] = AFTER.exec(text.slice(end, end + 60)) ?? [];
  return [first, second].flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]));
}

function digitsIn(text: string, words: NumberWords | undefined): Bare[] {
  return [...text.matchAll(DIGITS)].map((match) => {
    const [run] = match;
    const name = /[\p{L}\p{M}][\p{L}\p{M}-]*$/u.exec(
      text.slice(Math.max(0, match.index - 24), match.index),
    )?.[0];
    const at = match.index - (name?.length ?? 0);
    const end = match.index + run.length;
    if (name !== undefined)
      return { at, end, readings: [[nameKey(name + run)]], value: undefined, isWord: false };
    return { ...scaled(text, readingsOf(run), { at, end }, words), isWord: false };
  });
}

/** "N5" and "Covid-19": the number is a part of a name. */
function nameKey(word: string): string {
  return `w${word.toLowerCase().replace(/[\s-]/gu, '')}`;
}

/** "3 million", "17k", "5 pm", "17h": what stands right after a number changes what it is worth. */
function scaled(
  text: string,
  readings: string[][],
  { at, end }: { at: number; end: number },
  words: NumberWords | undefined,
): Omit<Bare, 'isWord'> {
  const first = readings[0] ?? [];
  const value = first.length === 1 && !first[0]?.startsWith('t') ? Number(first[0]) : undefined;
  const suffix = SUFFIX.exec(text.slice(end, end + 20));
  const word = suffix?.[1]?.toLowerCase() ?? '';
  const length = suffix?.[0].length ?? 0;
  const scale = words?.scales.get(word) ?? SHORT_SCALES.get(word);
  if (scale !== undefined && value !== undefined) {
    const times = String(Number((value * scale).toPrecision(12)));
    const both = word.length === 1 ? [[times], ...readings] : [[times]];
    return { at, end: end + length, readings: both, value: Number(both[0]?.[0]) };
  }
  return { at, end, readings: [...readings, ...clockReadings(text.slice(end), first, readings)], value };
}

const SHORT_SCALES = new Map([
  ['k', 1000],
  ['m', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
]);

function clockReadings(after: string, first: readonly string[], readings: readonly string[][]): string[][] {
  const time = readings.flat().find((key) => key.startsWith('t'));
  const [hours = 0, minutes = 0] =
    time === undefined ? [Number(first[0])] : time.slice(1).split(':').map(Number);
  if (first.length !== 1 || !Number.isInteger(hours) || hours > 24) return [];
  const keys =
    /^[\s\u00a0]?(?:h|uhr|heures)\b/iu.test(after) || time !== undefined ? [timeKey(hours, minutes)] : [];
  if (AFTERNOON.test(after) && hours < 12) keys.push(timeKey(hours + 12, minutes));
  if (MORNING.test(after)) keys.push(timeKey(hours, minutes));
  return keys.flatMap((key) =>
    minutes === 0 ? [[key], [String(Number(key.slice(1).split(':')[0]))]] : [[key]],
  );
}

const AFTERNOON = /^[\s\u00a0-]?(?:p\.?m\b|(?:o’clock )?(?:in the (?:afternoon|evening)|at night))/iu;
const MORNING = /^[\s\u00a0-]?(?:a\.?m\b|o['’]clock|in the morning)/iu;

function wordsIn(text: string, language: NumberWords): Bare[] {
  const matches = [...text.matchAll(WORD)];
  const found: Bare[] = [];
  for (let i = 0; i < matches.length; i += 1) {
    const word = (matches[i]?.[0] ?? '').toLowerCase();
    if (!language.small.has(word) && !mayBegin(word, language)) continue;
    const ahead = matches.slice(i, i + WORDS_MAX);
    const parsed = parseNumber(
      ahead.map((match) => match[0].toLowerCase()),
      ahead.map((match, j) => isJoined(text, ahead[j - 1], match)),
      language,
    );
    if (parsed === undefined) continue;
    const at = matches[i]?.index ?? 0;
    const end = endOf(matches[i + parsed.count - 1]);
    const key = String(parsed.value);
    const readings = [[key], ...clockReadings(text.slice(end, end + 30), [key], [])];
    found.push({ at, end, readings, value: parsed.value, isWord: true });
    i += parsed.count - 1;
  }
  return found;
}

/** A number has no more words than this. */
const WORDS_MAX = 12;

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}

/** Whether only a space or a hyphen stands between two words. */
function isJoined(text: string, before: RegExpExecArray | undefined, after: RegExpExecArray): boolean {
  return before !== undefined && /^(?:[\s\u00a0]+|-)$/u.test(text.slice(endOf(before), after.index));
}

function mayBegin(word: string, { scales, fused }: NumberWords): boolean {
  return scales.has(word) || (fused !== undefined && (fused.hundred.test(word) || fused.thousand.test(word)));
}
