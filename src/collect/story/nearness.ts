import { addPiece, addProductsOf, createPostings, createSums, taken } from './postings.ts';
import type { Vectors } from './vectors.ts';

/** Tells which pieces are near to one: by their words, or by what a model makes of them. */
export interface Nearness {
  /** The others that are near enough to be worth a look, in no order; `similarity` is 0 to 1, .20 and more the same matter. */
  near(place: number): Near[];
}

export interface Near {
  place: number;
  similarity: number;
}

/** Less is chance: so much have two pieces in common that share a name and a common word. */
export const SIMILARITY_MIN = 0.12;

/** Nearness by words: the cosine of the vectors. */
export function createWordNearness(vectors: Vectors): Nearness {
  const count = vectors.starts.length - 1;
  const postings = createPostings(vectors);
  for (let place = 0; place < count; place += 1) addPiece(postings, vectors, place);
  const keys = Int32Array.from({ length: count }, (_, place) => place);
  const sums = createSums(count);
  return {
    near(place) {
      addProductsOf(postings, { vectors, piece: place }, { into: sums, keys });
      return taken(sums, SIMILARITY_MIN)
        .filter(({ key }) => key !== place)
        .map(({ key, sum }) => ({ place: key, similarity: Math.min(sum, 1) }));
    },
  };
}
