import { forEachWord, type Vectors } from './vectors.ts';

/**
 * An index from words to the pieces that have them, to which pieces are added one by one.
 *
 * Shape: linked lists in typed arrays, newest piece first, so that twenty thousand pieces take some megabytes.
 */
export function createPostings(vectors: Vectors) {
  const { starts, words, weights, wordCount } = vectors;
  const heads = new Int32Array(wordCount).fill(-1);
  const next = new Int32Array(weights.length);
  const pieces = new Uint32Array(weights.length);
  return {
    add(piece: number): void {
      const end = starts[piece + 1] ?? 0;
      for (let entry = starts[piece] ?? end; entry < end; entry += 1) {
        const word = words[entry] ?? 0;
        next[entry] = heads[word] ?? -1;
        pieces[entry] = piece;
        heads[word] = entry;
      }
    },
    /** Call back with each piece that has the word, and how much it weighs there. */
    visit(word: number, meet: (piece: number, weight: number) => void): void {
      for (let entry = heads[word] ?? -1; entry >= 0; entry = next[entry] ?? -1)
        meet(pieces[entry] ?? 0, weights[entry] ?? 0);
    },
  };
}

export type Postings = ReturnType<typeof createPostings>;

/**
 * Sums that are begun anew again and again without being cleared whole.
 *
 * Shape: `take` calls back with each key that was added to since the last time, and forgets it.
 */
export function createSums(size: number) {
  const sums = new Float64Array(size);
  const touched: number[] = [];
  return {
    add(key: number, amount: number): void {
      if (sums[key] === 0) touched.push(key);
      sums[key] = (sums[key] ?? 0) + amount;
    },
    take(visit: (key: number, sum: number) => void): void {
      for (const key of touched) {
        const sum = sums[key] ?? 0;
        sums[key] = 0;
        visit(key, sum);
      }
      touched.length = 0;
    },
  };
}

export type Sums = ReturnType<typeof createSums>;

/** Add to `sums` the products of a piece with all that are in the index, each under the key that `keyOf` gives it. */
export function addProducts(
  piece: number,
  { vectors, postings, sums }: { vectors: Vectors; postings: Postings; sums: Sums },
  keyOf: (other: number) => number,
): void {
  forEachWord(vectors, piece, (word, weight) => {
    postings.visit(word, (other, itsWeight) => sums.add(keyOf(other), weight * itsWeight));
  });
}
