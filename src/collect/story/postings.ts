import type { Vectors } from './vectors.ts';

/** From words to the pieces that have them: the entries of word `w` begin at `starts[w]`, `counts[w]` of them are there. */
export interface Postings {
  starts: Uint32Array;
  counts: Uint32Array;
  pieces: Uint32Array;
  weights: Float32Array;
}

/** Postings with room for all pieces, none of them added yet. */
export function createPostings(vectors: Vectors): Postings {
  const { words, weights, wordCount, starts: pieceStarts } = vectors;
  const total = pieceStarts.at(-1) ?? 0;
  const starts = new Uint32Array(wordCount + 1);
  for (let entry = 0; entry < total; entry += 1) {
    const after = (words[entry] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let word = 0; word < wordCount; word += 1)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const counts = new Uint32Array(wordCount);
  return { starts, counts, pieces: new Uint32Array(total), weights: new Float32Array(weights.length) };
}

/** Let one more piece be found. */
export function addPiece(postings: Postings, vectors: Vectors, piece: number): void {
  const end = vectors.starts[piece + 1] ?? 0;
  for (let entry = vectors.starts[piece] ?? end; entry < end; entry += 1) {
    const word = vectors.words[entry] ?? 0;
    const count = postings.counts[word] ?? 0;
    const at = (postings.starts[word] ?? 0) + count;
    postings.pieces[at] = piece;
    postings.weights[at] = vectors.weights[entry] ?? 0;
    postings.counts[word] = count + 1;
  }
}

/** Sums by key that are begun anew again and again without being cleared whole. */
export interface Sums {
  sums: Float64Array;
  touched: number[];
}

export const createSums = (size: number): Sums => ({ sums: new Float64Array(size), touched: [] });

export function addTo({ sums, touched }: Sums, key: number, amount: number): void {
  const sum = sums[key] ?? 0;
  if (sum === 0) touched.push(key);
  sums[key] = sum + amount;
}

/** Each key whose sum has come to `least` since the last time, with it; all sums are then forgotten. */
export function taken({ sums, touched }: Sums, least = 0): { key: number; sum: number }[] {
  const enough: { key: number; sum: number }[] = [];
  for (const key of touched) {
    const sum = sums[key] ?? 0;
    sums[key] = 0;
    if (sum >= least) enough.push({ key, sum });
  }
  touched.length = 0;
  return enough;
}

/** Add a word's weight times that in each piece that has the word, each under the key that `keys` has for the piece. */
export function addProducts(
  { starts, counts, pieces, weights }: Postings,
  { word, weight }: { word: number; weight: number },
  { into, keys }: { into: Sums; keys: Int32Array },
): void {
  const { sums, touched } = into;
  const start = starts[word] ?? 0;
  const end = start + (counts[word] ?? 0);
  for (let at = start; at < end; at += 1) {
    const key = keys[pieces[at] ?? 0] ?? 0;
    const sum = sums[key] ?? 0;
    if (sum === 0) touched.push(key);
    sums[key] = sum + weight * (weights[at] ?? 0);
  }
}

/** The same for all words of a piece. */
export function addProductsOf(
  postings: Postings,
  { vectors, piece }: { vectors: Vectors; piece: number },
  target: { into: Sums; keys: Int32Array },
): void {
  const end = vectors.starts[piece + 1] ?? 0;
  for (let entry = vectors.starts[piece] ?? end; entry < end; entry += 1) {
    const [word, weight] = [vectors.words[entry] ?? 0, vectors.weights[entry] ?? 0];
    addProducts(postings, { word, weight }, target);
  }
}
