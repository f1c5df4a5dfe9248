import type { Print } from './print.ts';

/**
 * The shingles of each piece without those that its outlet puts under everything: a notice or an invitation that stands in
 * pieces with at least four different titles.
 *
 * Shape: in the order of `pieces`; the newest hundred titles of an outlet are looked at.
 */
export function ownShingles(
  pieces: readonly { outlet: string; print: Pick<Print, 'title' | 'shingles'> }[],
): Uint32Array[] {
  const own = pieces.map(({ print }) => print.shingles);
  for (const places of Map.groupBy(pieces.keys(), (place) => pieces[place]?.outlet).values()) {
    const repeated = repeatedIn(places.flatMap((place) => pieces[place]?.print ?? []));
    if (repeated.size === 0) continue;
    for (const place of places) {
      const shingles = own[place];
      if (shingles?.some((shingle) => repeated.has(shingle)))
        own[place] = shingles.filter((shingle) => !repeated.has(shingle));
    }
  }
  return own;
}

const TITLES_MIN = 4;
const TITLES_MAX = 100;

function repeatedIn(prints: readonly Pick<Print, 'title' | 'shingles'>[]): Set<number> {
  const oneByTitle = new Map(prints.slice(-4 * TITLES_MAX).map(({ title, shingles }) => [title, shingles]));
  const chosen = [...oneByTitle.values()].filter(({ length }) => length > 0).slice(-TITLES_MAX);
  const repeated = new Set<number>();
  if (chosen.length < TITLES_MIN) return repeated;
  const all = new Uint32Array(chosen.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const shingles of chosen) {
    all.set(shingles, end);
    end += shingles.length;
  }
  all.sort();
  for (let i = TITLES_MIN - 1; i < all.length; i += 1)
    if (all[i] === all[i - TITLES_MIN + 1]) repeated.add(all[i] ?? 0);
  return repeated;
}
