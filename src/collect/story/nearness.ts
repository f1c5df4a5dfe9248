import { addProducts, createPostings, createSums } from './postings.ts';
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
export function createWordNearness(vectors: Vectors, count: number): Nearness {
  const index = { vectors, postings: createPostings(vectors), sums: createSums(count) };
  for (let place = 0; place < count; place += 1) index.postings.add(place);
  return {
    near(place) {
      addProducts(place, index, (other) => other);
      const near: Near[] = [];
      index.sums.take((other, similarity) => {
        if (other !== place && similarity >= SIMILARITY_MIN)
          near.push({ place: other, similarity: Math.min(similarity, 1) });
      });
      return near;
    },
  };
}
