import type { Near } from './nearness.ts';
import type { Piece } from './piece.ts';

/** One article near another. */
export interface Related {
  relatedId: string;
  /** 0 to 1, in steps of a hundredth. */
  similarity: number;
}

/** One that is near, with what its rank depends on. */
export interface Neighbour extends Related {
  url: string;
  outlet: string;
  at: number;
}

export type Relatable = Pick<Piece, 'id' | 'url' | 'outlet' | 'at' | 'duplicateOfId'> & {
  /** The newsroom has written about it, so it stays worth reading. */
  isCommented: boolean;
};

/** From here on two pieces are about the same matter. */
export const SAME_MATTER = 0.2;

/**
 * What is near a piece, as it stands under it; undefined when it may not.
 *
 * Shape: no duplicate of anything, not the piece's own original, and published within 14 days of it, or at any time before
 * it when the newsroom has written about it.
 * Units: similarities are rounded to hundredths, so that one more article in the collection does not move them all.
 */
export function neighbourOf(
  piece: Relatable,
  other: Relatable,
  { similarity }: Pick<Near, 'similarity'>,
): Neighbour | undefined {
  if (other.duplicateOfId !== null || other.id === piece.duplicateOfId || other.id === piece.id)
    return undefined;
  const isRecent = Math.abs(piece.at - other.at) <= WINDOW_MS;
  if (!isRecent && !(other.isCommented && other.at < piece.at)) return undefined;
  const { id: relatedId, url, outlet, at } = other;
  return { relatedId, url, outlet, at, similarity: Math.round(similarity * 100) / 100 };
}

/**
 * The first ten of what is near a piece of `outlet`.
 *
 * Shape: what is about the same matter (.20 and more) before what is further away; of both, other outlets before the
 * piece's own, then the nearer, then the newer. So the reader meets other voices first, but none that is beside the point.
 */
export function nearestOf(outlet: string, neighbours: readonly Neighbour[]): Related[] {
  const rank = (one: Neighbour) => Number(one.similarity < SAME_MATTER) * 2 + Number(one.outlet === outlet);
  return neighbours
    .toSorted(
      (a, b) => rank(a) - rank(b) || b.similarity - a.similarity || b.at - a.at || (a.url < b.url ? -1 : 1),
    )
    .slice(0, RELATED_MAX)
    .map(({ relatedId, similarity }) => ({ relatedId, similarity }));
}

const RELATED_MAX = 10;
const WINDOW_MS = 14 * 24 * 3_600_000;
