import type { Near, Nearness } from './nearness.ts';
import { SIMILARITY_MIN } from './nearness.ts';

/**
 * Nearness by embeddings where both pieces have one, else by words.
 *
 * Shape: `embeddings` are those of the pieces, undefined where a piece has none; those of another length than most are
 * none. Models differ in how near they put texts that have nothing in common, so the mean of all is taken off first; what
 * is then left below a sixth is chance, and the rest is stretched to 0 to 1, so that .20 means for all models, and for
 * words, about the same.
 * Source: Mu and Viswanath, All-but-the-top, 2018 (taking off the mean).
 */
export function createDenseNearness(
  embeddings: readonly (Float32Array | undefined)[],
  words: Nearness,
): Nearness {
  const dense = centred(embeddings);
  return {
    near(place) {
      const own = dense[place];
      if (!own) return words.near(place);
      const byWords = words.near(place).filter((near) => !dense[near.place]);
      const byMeaning = dense.flatMap((other, at): Near[] => {
        if (!other || at === place) return [];
        const similarity = (productOf(own, other) - CHANCE) / (1 - CHANCE);
        return similarity >= SIMILARITY_MIN ? [{ place: at, similarity: Math.min(similarity, 1) }] : [];
      });
      return [...byMeaning, ...byWords];
    },
  };
}

const CHANCE = 0.16;
/** Of fewer texts the mean is mostly what these few are about. */
const CENTRED_MIN = 20;

function centred(embeddings: readonly (Float32Array | undefined)[]): (Float32Array | undefined)[] {
  const length = mostCommon(embeddings.flatMap((one) => one?.length ?? []));
  const same = embeddings.map((one) => (one && one.length === length ? normalised(one) : undefined));
  const there = same.filter((one) => one !== undefined);
  if (there.length < CENTRED_MIN) return same;
  const mean = new Float64Array(length);
  for (const one of there) one.forEach((value, i) => void (mean[i] = (mean[i] ?? 0) + value / there.length));
  return same.map((one) => one && normalised(one.map((value, i) => value - (mean[i] ?? 0))));
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(productOf(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function productOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function mostCommon(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}
