import type { Bag } from './learner-bag.ts';

export interface Filed {
  bag: Bag;
  categories: readonly string[];
}

/** How much each word stands in all decisions, and in those for each category. */
export interface Tally {
  /** Where a word's sums stand. */
  places: ReadonlyMap<number, number>;
  all: Side;
  inCategory: readonly Side[];
}

interface Side {
  words: Float64Array;
  sum: number;
}

/** Count the words of decisions for each of these categories. */
export function tallyOf(filed: readonly Filed[], slugs: readonly string[]): Tally {
  const places = new Map<number, number>();
  for (const { bag } of filed)
    for (const word of bag.words) if (!places.has(word)) places.set(word, places.size);
  const empty = (): Side => ({ words: new Float64Array(places.size), sum: 0 });
  const tally = { places, all: empty(), inCategory: slugs.map(empty) };
  for (const { bag, categories } of filed) {
    const sides = [tally.all, ...tally.inCategory.filter((_, i) => categories.includes(slugs[i] ?? ''))];
    bag.words.forEach((word, i) => {
      const [place, weight] = [places.get(word) ?? 0, bag.weights[i] ?? 0];
      for (const side of sides) side.words[place] = (side.words[place] ?? 0) + weight;
    });
    for (const side of sides) side.sum += bag.sum;
  }
  return tally;
}

/**
 * How much the words of an article speak for a category and against all others, by the root of how many of them are known.
 *
 * Shape: with `own` the article is one of those that were counted, on that side, and is left out of account.
 */
export function scoreOf(
  { places, all, inCategory }: Tally,
  { bag, category, own }: { bag: Bag; category: number; own?: 'for' | 'against' },
): number {
  const side = inCategory[category] ?? all;
  const sumFor = side.sum - (own === 'for' ? bag.sum : 0);
  const sumAll = all.sum - (own === undefined ? 0 : bag.sum);
  const partFor = sumFor / sumAll;
  let [score, known] = [0, 0];
  bag.words.forEach((word, i) => {
    const place = places.get(word);
    if (place === undefined) return;
    const weight = bag.weights[i] ?? 0;
    const inAll = (all.words[place] ?? 0) - (own === undefined ? 0 : weight);
    if (inAll < EPSILON) return;
    const inFor = (side.words[place] ?? 0) - (own === 'for' ? weight : 0);
    const ratio = (inFor + SMOOTHING * partFor) / (inAll - inFor + SMOOTHING * (1 - partFor));
    score += weight * Math.log((ratio * (1 - partFor)) / partFor);
    known += weight;
  });
  return known === 0 ? 0 : score / Math.sqrt(known);
}

/** How often a word is taken to have been seen beforehand, on both sides as often as words are there. */
const SMOOTHING = 20;
/** What is left of a sum when all of it has been taken away again. */
const EPSILON = 1e-6;
