import { mergeNear } from './merge.ts';
import { addPiece, addProductsOf, createPostings, createSums, taken } from './postings.ts';
import { createStories, type Stories } from './stories.ts';
import type { Vectors } from './vectors.ts';

export interface Placed {
  id: string;
  /** When it was published, ms. */
  at: number;
  /** The story it is held to tell; null when nobody has looked yet. */
  storyId: string | null;
  /** A duplicate goes where its original is. */
  duplicateOfId: string | null;
  /** To be placed; the others stay where they are, unless their story is merged. */
  isNew: boolean;
}

/**
 * Gather what tells the same story.
 *
 * Shape: the story of each piece, by the id of the piece that began it. Pieces come in the order of time. Each new one
 * joins the nearest story that is still open (cosine with its centroid over .20, last told at most 3 days before), or
 * begins one; then stories that have come near to each other become one, which keeps the older one's id. A piece whose
 * text has changed stays in its story while it is near it, and always in one that others joined after it began it.
 * Source: Allan et al., Topic detection and tracking pilot study, 1998 (single pass, TF-IDF, centroids).
 */
export function groupStories(pieces: readonly Placed[], vectors: Vectors): string[] {
  const stories = createStories(
    pieces.map(({ at }) => at),
    vectors,
  );
  const touched = new Set<number>();
  const postings = createPostings(vectors);
  const sums = createSums(pieces.length);
  const begun = beginnersOfOthers(pieces);
  const nearTo = (place: number) => {
    addProductsOf(postings, { vectors, piece: place }, { into: sums, keys: stories.byPlace });
    // A centroid is at least as long as one piece.
    return taken(sums, NEAR_MIN).map(({ key, sum }): Near => ({ story: key, product: sum }));
  };
  pieces.forEach((piece, place) => {
    if (piece.duplicateOfId !== null) return;
    const near = piece.isNew ? nearTo(place) : [];
    const story = storyFor(piece, near, { stories, begun });
    // Of a story just begun there is nothing else yet.
    const known = stories.placesOf(story).length === 0 ? 0 : undefined;
    stories.put(place, story, known ?? near.find((one) => one.story === story)?.product);
    if (piece.isNew) touched.add(story);
    addPiece(postings, vectors, place);
  });
  mergeNear(stories, touched, { vectors, postings });
  const placeOf = new Map(pieces.map(({ id }, place) => [id, place]));
  return pieces.map((piece, place) => {
    const first = piece.duplicateOfId === null ? place : placeOf.get(piece.duplicateOfId);
    if (first !== undefined) return stories.idOf(stories.of(first));
    return piece.storyId ?? piece.duplicateOfId ?? piece.id;
  });
}

interface Near {
  story: number;
  /** With the sum of the story's pieces. */
  product: number;
}

/** Cosine of a piece with the centroid of the story it joins. */
const NEAR_MIN = 0.2;

/** The number of the story that a piece goes to; one that is not there yet is begun. */
function storyFor(
  piece: Placed,
  near: readonly Near[],
  { stories, begun }: { stories: Stories; begun: ReadonlySet<string> },
): number {
  const id = begun.has(piece.id) ? piece.id : piece.storyId;
  const own = id === null ? undefined : stories.numberOf(id);
  if (id !== null && (!piece.isNew || begun.has(piece.id))) return own ?? stories.begin(id, false);
  const open = near.flatMap(({ story, product }) => {
    const cosine = stories.isOpen(story, piece.at) ? product / stories.lengthOf(story) : 0;
    return cosine > NEAR_MIN ? [{ story, cosine }] : [];
  });
  if (own !== undefined && open.some(({ story }) => story === own)) return own;
  const best = open.toSorted((a, b) => b.cosine - a.cosine || a.story - b.story)[0];
  return best?.story ?? stories.begin(piece.id, true);
}

/** The pieces whose story has settled pieces of others in it. */
function beginnersOfOthers(pieces: readonly Placed[]): Set<string> {
  const followed = pieces.filter(({ id, storyId, isNew }) => !isNew && storyId !== id);
  return new Set(followed.flatMap(({ storyId }) => storyId ?? []));
}
