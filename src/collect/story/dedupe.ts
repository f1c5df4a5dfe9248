import { ownShingles } from './boilerplate.ts';
import { firstTold, type Piece } from './piece.ts';
import { createShingleIndex } from './shingle-index.ts';

export type Told = Pick<Piece, 'id' | 'url' | 'outlet' | 'at' | 'duplicateOfId' | 'isNew'> & {
  print: Pick<Piece['print'], 'title' | 'whole' | 'shingles'>;
};

/**
 * Find which pieces tell what an earlier one told in the same words.
 *
 * Shape: for each piece that is new, or that what is new bears on, the piece that told it first, or null. A piece is a
 * duplicate of one published at most 3 days before it when at least half of the 5-word shingles of the shorter text stand
 * in the other; what an outlet puts under all its texts does not count, and texts under 40 words must be equal, title
 * included. Originals only are named, so there are no chains. The order of `pieces` makes no difference.
 *
 * A settled piece is looked at again when its original is new, changed or a duplicate itself, and when a new one told
 * earlier what it tells. One whose original is not among the pieces keeps it.
 * Source: Broder, On the resemblance and containment of documents, 1997.
 */
export function findDuplicates(pieces: readonly Told[]): Map<string, string | null> {
  const ordered = pieces.toSorted(firstTold);
  const contents = contentsOf(ordered);
  const sizeOf = (some: readonly Told[]) => some.reduce((sum, { print }) => sum + print.shingles.length, 0);
  const news = ordered.filter(({ isNew }) => isNew);
  const finder = createFinder(ordered, contents, sizeOf(ordered));
  // Asked by settled pieces only.
  const fresh = createFinder(ordered, contents, news.length < ordered.length ? sizeOf(news) : 0);
  const present = new Set(ordered.map(({ id }) => id));
  const gone = new Set(news.map(({ id }) => id));
  const found = new Map<string, string | null>();
  ordered.forEach((piece, place) => {
    const { id, isNew, duplicateOfId } = piece;
    const lost = duplicateOfId !== null && present.has(duplicateOfId) && gone.has(duplicateOfId);
    const overtaken = duplicateOfId === null && !isNew && fresh.find(place) !== undefined;
    const open = isNew || lost || overtaken;
    const original = open ? (finder.find(place)?.id ?? null) : duplicateOfId;
    if (open) found.set(id, original);
    if (original !== duplicateOfId) gone.add(id);
    if (original !== null) return;
    finder.add(place);
    if (open && news.length < ordered.length) fresh.add(place);
  });
  return found;
}

const CONTAINMENT_MIN = 0.5;
const WINDOW_MS = 3 * 24 * 3_600_000;
/** What is left of a text without its outlet's notices is too little to tell by. */
const SHINGLES_MIN = 20;

/** Finds originals among the pieces that were added. */
function createFinder(pieces: readonly Told[], contents: readonly Uint32Array[], expected: number) {
  const index = createShingleIndex(contents, expected);
  const byWhole = new Map<string, number>();
  const wholeOf = (place: number) => pieces[place]?.print.whole.join() ?? '';
  const candidates = (place: number) => {
    if (contents[place]?.length) return index.candidates(place);
    return byWhole.get(wholeOf(place)) ?? [];
  };
  return {
    add(place: number): void {
      if (contents[place]?.length) index.add(place);
      else byWhole.set(wholeOf(place), place);
    },
    /** The one with the most in common; the earliest of equals. */
    find(place: number): Told | undefined {
      const since = (pieces[place]?.at ?? 0) - WINDOW_MS;
      let best: { piece: Told; containment: number } | undefined;
      for (const other of [candidates(place)].flat().toSorted((a, b) => a - b)) {
        const piece = pieces[other];
        if (!piece || piece.at < since) continue;
        const containment = containmentOf(contents[place] ?? NONE, contents[other] ?? NONE);
        if (containment >= CONTAINMENT_MIN && containment > (best?.containment ?? 0))
          best = { piece, containment };
      }
      return best?.piece;
    },
  };
}

const NONE = new Uint32Array();

function contentsOf(pieces: readonly Told[]): Uint32Array[] {
  return ownShingles(pieces).map((own) => (own.length < SHINGLES_MIN ? NONE : own));
}

/** Which part of the smaller set stands in the other; of two without any, all of it. */
function containmentOf(a: Uint32Array, b: Uint32Array): number {
  let [i, k, shared] = [0, 0, 0];
  while (i < a.length && k < b.length) {
    const [x, y] = [a[i] ?? 0, b[k] ?? 0];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 1 : shared / smaller;
}
