import type { Terms } from './terms.ts';

/** One vector a piece, of length 1; piece `i` has the entries from `starts[i]` up to `starts[i + 1]`. */
export interface Vectors {
  starts: Uint32Array;
  /** Words, numbered from 0. */
  words: Uint32Array;
  weights: Float32Array;
  wordCount: number;
}

/**
 * Weigh the words of a collection by how much they tell.
 *
 * Shape: a word weighs the more the more often it stands in the piece, the title counting threefold, and the fewer pieces
 * have it. The inverse document frequency is damped: a word that only one of two headlines has would else outweigh all
 * that they share. A collection counts as PRIOR pieces more than it has, so that in a small one too the words that two
 * pieces share weigh nearly as much as those they do not. Words of a third of all pieces tell nothing.
 * Source: Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988.
 */
export function vectorsOf(pieces: readonly Terms[]): Vectors {
  const { numbers, found } = countPieces(pieces);
  const rarities = Float64Array.from(found, (having) => rarityOf(having, pieces.length + PRIOR));
  const total = pieces.reduce((sum, { words }) => sum + words.length, 0);
  const vectors = {
    starts: new Uint32Array(pieces.length + 1),
    words: new Uint32Array(total),
    weights: new Float32Array(total),
    wordCount: found.length,
  };
  let end = 0;
  pieces.forEach((terms, piece) => {
    const start = end;
    terms.words.forEach((word, i) => {
      const number = numbers.get(word) ?? 0;
      const count = TITLE_WEIGHT * (terms.inTitle[i] ?? 0) + (terms.inLead[i] ?? 0);
      const weight = (1 + Math.log(count)) * (rarities[number] ?? 0);
      if (!(weight > 0)) return;
      vectors.words[end] = number;
      vectors.weights[end] = weight;
      end += 1;
    });
    normalise(vectors.weights.subarray(start, end));
    vectors.starts[piece + 1] = end;
  });
  return vectors;
}

/** Call back with each word of a piece and its weight. */
export function forEachWord(
  { starts, words, weights }: Vectors,
  piece: number,
  visit: (word: number, weight: number) => void,
): void {
  const end = starts[piece + 1] ?? 0;
  for (let i = starts[piece] ?? end; i < end; i += 1) visit(words[i] ?? 0, weights[i] ?? 0);
}

const TITLE_WEIGHT = 3;
const DAMPING = 0.75;
const PRIOR = 30;
const COMMON_PART = 0.3;

function rarityOf(having: number, total: number): number {
  return having > total * COMMON_PART ? 0 : Math.log((total + 1) / (having + 0.5)) ** DAMPING;
}

/** A number for each word, and how many pieces have it. */
function countPieces(pieces: readonly Terms[]): { numbers: Map<number, number>; found: number[] } {
  const numbers = new Map<number, number>();
  const found: number[] = [];
  for (const { words } of pieces)
    for (const word of words) {
      const number = numbers.get(word) ?? found.length;
      if (number === found.length) numbers.set(word, number);
      found[number] = (found[number] ?? 0) + 1;
    }
  return { numbers, found };
}

function normalise(weights: Float32Array): void {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / length;
}
