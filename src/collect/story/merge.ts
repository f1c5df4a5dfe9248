import { addProducts, addTo, createSums, taken, type Postings } from './postings.ts';
import type { Stories } from './stories.ts';
import { forEachWord, type Vectors } from './vectors.ts';

/**
 * Make one of the stories that have come near to each other, nearest first, until no two are.
 *
 * Shape: `changed` are the numbers of the stories in which there is something new; two that are as they were stay apart.
 */
export function mergeNear(
  stories: Stories,
  changed: ReadonlySet<number>,
  index: { vectors: Vectors; postings: Postings },
): void {
  const comparer = createComparer(stories, index);
  let looking = [...changed];
  while (looking.length > 0) {
    const pairs = looking
      .flatMap((story) => comparer.nearTo(story))
      .toSorted((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
    const merged = new Set<number>();
    const kept: number[] = [];
    for (const { a, b } of pairs) {
      // What has been merged meanwhile is looked at again in the next round, by its new centroid.
      if (merged.has(a) || merged.has(b)) continue;
      merged.add(a).add(b);
      kept.push(stories.merge(a, b).kept);
    }
    looking = kept;
  }
}

const NEAR_MIN = 0.2;

interface Pair {
  a: number;
  b: number;
  cosine: number;
}

function createComparer(stories: Stories, { vectors, postings }: { vectors: Vectors; postings: Postings }) {
  const centroid = createSums(vectors.wordCount);
  const products = createSums(stories.count());
  return {
    /** The stories that are near enough to be one with this one. */
    nearTo(story: number): Pair[] {
      for (const place of stories.placesOf(story))
        forEachWord(vectors, place, (word, weight) => addTo(centroid, word, weight));
      for (const { key: word, sum: weight } of taken(centroid))
        addProducts(postings, { word, weight }, { into: products, keys: stories.byPlace });
      const near: Pair[] = [];
      // Every centroid is at least as long as one piece.
      for (const { key: other, sum: product } of taken(products, NEAR_MIN * stories.lengthOf(story))) {
        const cosine = product / stories.lengthOf(story) / stories.lengthOf(other);
        if (other === story || cosine <= NEAR_MIN || !stories.overlap(story, other)) continue;
        near.push({ a: Math.min(story, other), b: Math.max(story, other), cosine });
      }
      return near;
    },
  };
}
