import type { Print } from './print.ts';

/** An article as it is settled. */
export interface Piece {
  id: string;
  url: string;
  /** The site that it comes from. */
  outlet: string;
  /** When it was published, ms. */
  at: number;
  print: Print;
  /** The article that told it first in the same words. */
  duplicateOfId: string | null;
  /** The article that began the story it tells. */
  storyId: string | null;
  /** New, or its text has changed: it is to be settled. The others keep what they have unless it bears on them. */
  isNew: boolean;
}

/** The order of settling: who told first, and not who was heard first. */
export function firstTold(a: Pick<Piece, 'at' | 'url'>, b: Pick<Piece, 'at' | 'url'>): number {
  return a.at - b.at || (a.url < b.url ? -1 : 1);
}
