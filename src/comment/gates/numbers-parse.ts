import type { NumberWords } from './numbers-list.ts';

/**
 * What the number at the beginning of some words is worth, and how many of the words it takes; undefined where they do
 * not begin with one.
 *
 * Shape: `joined[i]` says whether only a space or a hyphen stands before the i-th word; a comma ends a number.
 */
export function parseNumber(
  words: readonly string[],
  joined: readonly boolean[],
  language: NumberWords,
): { value: number; count: number } | undefined {
  let sum: Sum = { whole: 0, part: undefined };
  let count = 0;
  for (let i = 0; i < words.length && (i === 0 || joined[i] === true); i += 1) {
    const word = words[i] ?? '';
    const next = addTo(sum, word, language);
    if (next === undefined) {
      const goesOn = count > 0 && language.and.has(word) && joined[i + 1] === true;
      if (goesOn && mayFollow(sum.part, words.slice(i + 1), language)) continue;
      break;
    }
    sum = next;
    count = i + 1;
  }
  return count === 0 ? undefined : { value: sum.whole + (sum.part ?? 0), count };
}

/** What has been read: `part` waits for what may multiply it. */
interface Sum {
  whole: number;
  part: number | undefined;
}

function addTo({ whole, part }: Sum, word: string, language: NumberWords): Sum | undefined {
  const scale = language.scales.get(word);
  if (scale === undefined) {
    const worth = worthOf(word, language);
    const both = worth === undefined ? undefined : sumOf(part, worth, language);
    return both === undefined ? undefined : { whole, part: both };
  }
  if (scale === 100) return { whole, part: (part ?? 1) * scale };
  const isHigher = whole > 0 && whole < scale;
  const all = isHigher ? whole + (part ?? 0) : (part ?? 1);
  return { whole: (isHigher ? 0 : whole) + all * scale, part: undefined };
}

/** Longer words are no numbers, and taking them apart would not end. */
const LETTERS_MAX = 80;

/** What one word is worth, be it put together of several. */
function worthOf(word: string, language: NumberWords): number | undefined {
  const known = language.small.get(word);
  if (known !== undefined || language.fused === undefined || word.length > LETTERS_MAX) return known;
  for (const [pattern, times] of [
    [language.fused.thousand, 1000],
    [language.fused.hundred, 100],
  ] as const) {
    const [, before, after] = pattern.exec(word) ?? [];
    if (before === undefined || after === undefined) continue;
    const high = before === '' ? 1 : worthOf(before, language);
    const low = after === '' ? 0 : worthOf(after, language);
    return high === undefined || low === undefined || low >= times ? undefined : high * times + low;
  }
  return undefined;
}

/** Two words that stand together as one number; undefined where the second begins another. */
function sumOf(part: number | undefined, next: number, { byTwenties }: NumberWords): number | undefined {
  if (part === undefined) return next;
  const low = part % 100;
  if (byTwenties === true) {
    if (low === 4 && next === 20) return part + 76;
    if ((low === 60 || low === 80) && next > 0 && next < 20) return part + next;
    if ((low === 10 || low === 70 || low === 90) && next >= 7 && next <= 9) return part + next;
  }
  if (low === 0 && part >= 100 && next < 100) return part + next;
  return low >= 20 && low % 10 === 0 && next > 0 && next < 10 ? part + next : undefined;
}

/** "and" belongs to the number only where the next word goes on with it, and not to "one hundred and two hundred". */
function mayFollow(part: number | undefined, ahead: readonly string[], language: NumberWords): boolean {
  const [next = '', after = ''] = ahead;
  const worth = worthOf(next, language);
  if (worth === undefined || language.scales.get(after) === 100) return false;
  if (language.and.has('and') && part !== undefined && part < 100) return false;
  return sumOf(part, worth, language) !== undefined;
}
