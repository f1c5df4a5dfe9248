import { addTo, createSums, taken } from './postings.ts';
import { forEachWord, type Vectors } from './vectors.ts';

/** For so long after it was last told a story is open to more. */
const OPEN_MS = 3 * 24 * 3_600_000;

interface Story {
  id: string;
  /** Begun in this run; the id of one that was there before is known to the world. */
  isNew: boolean;
  first: number;
  last: number;
  /** Of the length of its centroid, which is the sum of its pieces; undefined until somebody asks. */
  squares: number | undefined;
  places: number[];
}

/**
 * The stories that are being put together, numbered in the order in which they begin; `times` and `vectors` are those of
 * the pieces.
 */
export function createStories(times: readonly number[], vectors: Vectors) {
  const sum = createSums(vectors.wordCount);
  const stories: Story[] = [];
  const numbers = new Map<string, number>();
  const of = new Int32Array(times.length).fill(-1);
  const timeOf = (place: number) => times[place] ?? 0;
  const squaresOf = ({ places }: Story) => {
    for (const place of places) forEachWord(vectors, place, (word, weight) => addTo(sum, word, weight));
    // What is left out of the vectors is of one piece only, and makes each of them as long as 1.
    const own = places.reduce((all, place) => all + 1 - squaresIn(vectors, place), 0);
    return taken(sum).reduce((all, { sum: weight }) => all + weight * weight, own);
  };
  return {
    /** The story of each piece that has been put into one. */
    byPlace: of,
    /** The story of a piece that has been put into one. */
    of: (place: number) => of[place] ?? 0,
    numberOf: (id: string) => numbers.get(id),
    idOf: (number: number) => stories[number]?.id ?? '',
    placesOf: (number: number): readonly number[] => stories[number]?.places ?? [],
    lengthOf(number: number): number {
      const story = stories[number];
      if (!story) return 1;
      story.squares ??= squaresOf(story);
      return Math.sqrt(story.squares) || 1;
    },
    count: () => stories.length,
    isOpen: (number: number, time: number) => time - (stories[number]?.last ?? time) <= OPEN_MS,
    /** Whether so little time passed between them that they may be one. */
    overlap(a: number, b: number): boolean {
      const [one, other] = [stories[a], stories[b]];
      if (!one || !other) return false;
      return Math.max(one.first, other.first) - Math.min(one.last, other.last) <= OPEN_MS;
    },
    begin(id: string, isNew: boolean): number {
      const story = { id, isNew, first: Infinity, last: -Infinity, squares: 0, places: [] };
      numbers.set(id, stories.push(story) - 1);
      return stories.length - 1;
    },
    /** Put a piece into a story; `product` is that of its vector with the story's sum, where it is known. */
    put(place: number, number: number, product?: number): void {
      const story = stories[number];
      if (!story) return;
      of[place] = number;
      story.squares = added(story.squares, product);
      story.first = Math.min(story.first, timeOf(place));
      story.last = Math.max(story.last, timeOf(place));
      story.places.push(place);
    },
    /** Make two one; returns which of the numbers goes on: that of the story known before, else of the older. */
    merge(a: number, b: number): { kept: number; gone: number } {
      const [older, younger] = a < b ? [a, b] : [b, a];
      const swap = (stories[older]?.isNew ?? false) && !(stories[younger]?.isNew ?? true);
      const [kept, gone] = swap ? [younger, older] : [older, younger];
      const [into, from] = [stories[kept], stories[gone]];
      if (!into || !from) return { kept, gone };
      into.squares = undefined;
      into.first = Math.min(into.first, from.first);
      into.last = Math.max(into.last, from.last);
      for (const place of from.places) of[place] = kept;
      into.places.push(...from.places);
      Object.assign(from, { squares: 0, places: [], first: Infinity, last: -Infinity });
      return { kept, gone };
    },
  };
}

export type Stories = ReturnType<typeof createStories>;

const added = (squares: number | undefined, product: number | undefined) =>
  squares === undefined || product === undefined ? undefined : squares + 2 * product + 1;

function squaresIn(vectors: Vectors, piece: number): number {
  let squares = 0;
  forEachWord(vectors, piece, (_, weight) => void (squares += weight * weight));
  return squares;
}
