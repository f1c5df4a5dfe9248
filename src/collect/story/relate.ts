import type { Db } from '../../../db/client.ts';
import {
  listRelatedNaming,
  listRelatedUnder,
  type NeighbourRow,
  type RelatedRow,
} from '../../../db/story.ts';
import type { LoadedPiece } from './load.ts';
import type { Near, Nearness } from './nearness.ts';
import { nearestOf, neighbourOf, type Neighbour, type Related } from './related.ts';

/** What is to be written of what is related. */
export interface RelatedChange {
  gone: RelatedRow[];
  said: RelatedRow[];
}

/**
 * Find what is related to the new pieces (`fresh` are their places), and put them under the old ones that they are near.
 *
 * Shape: the differences from what is stored. An old list keeps what it has, with the similarities of its time, and takes
 * in the new ones that are nearer; one that loses an article is made anew.
 */
export async function relate(
  db: Db,
  {
    pieces,
    fresh,
    nearness,
  }: { pieces: readonly LoadedPiece[]; fresh: ReadonlySet<number>; nearness: Nearness },
): Promise<RelatedChange> {
  const { lists, arrivals } = listsOfFresh(pieces, fresh, nearness);
  const placeOf = new Map(pieces.map(({ id }, place) => [id, place]));
  const idOf = (place: number) => pieces[place]?.id ?? '';
  const isFresh = (id: string) => fresh.has(placeOf.get(id) ?? -1);
  const naming = await listRelatedNaming(db, [...fresh].map(idOf));
  const holders = naming.flatMap(({ articleId }) => placeOf.get(articleId) ?? []);
  const touched = new Set([...arrivals.keys(), ...holders].filter((place) => !fresh.has(place)));
  const stored = Map.groupBy(
    await listRelatedUnder(db, [...touched, ...fresh].map(idOf)),
    ({ articleId }) => articleId,
  );
  for (const place of touched) {
    const rows = stored.get(idOf(place)) ?? [];
    const arrived = arrivals.get(place) ?? [];
    const isLost = ({ relatedId }: NeighbourRow) =>
      isFresh(relatedId) && !arrived.some((one) => one.relatedId === relatedId);
    const kept = rows.filter(({ relatedId }) => !isFresh(relatedId)).map(neighbourFrom);
    const list = rows.some(isLost) ? allNear(place, pieces, nearness) : [...kept, ...arrived];
    lists.set(place, nearestOf(pieces[place]?.outlet ?? '', list));
  }
  const changes = [...lists].map(([place, list]) =>
    changeOf(idOf(place), stored.get(idOf(place)) ?? [], list),
  );
  // Lists of articles too old to be loaded only lose what has become a duplicate.
  const duplicated = naming.filter(
    ({ articleId, relatedId }) =>
      !placeOf.has(articleId) && pieces[placeOf.get(relatedId) ?? -1]?.duplicateOfId != null,
  );
  return {
    gone: [...duplicated, ...changes.flatMap(({ gone }) => gone)],
    said: changes.flatMap(({ said }) => said),
  };
}

/** The lists of the new pieces, and the new ones that are near each old piece. */
function listsOfFresh(pieces: readonly LoadedPiece[], fresh: ReadonlySet<number>, nearness: Nearness) {
  const lists = new Map<number, Related[]>();
  const arrivals = new Map<number, Neighbour[]>();
  for (const place of fresh) {
    const piece = pieces[place];
    if (!piece) continue;
    const near = nearness.near(place);
    lists.set(place, nearestOf(piece.outlet, underOne(piece, pieces, near)));
    for (const one of near) {
      const other = pieces[one.place];
      if (!other || fresh.has(one.place)) continue;
      const neighbour = neighbourOf(other, piece, one);
      const arrived = arrivals.get(one.place) ?? [];
      if (neighbour && arrived.push(neighbour) === 1) arrivals.set(one.place, arrived);
    }
  }
  return { lists, arrivals };
}

function allNear(place: number, pieces: readonly LoadedPiece[], nearness: Nearness): Neighbour[] {
  const piece = pieces[place];
  return piece ? underOne(piece, pieces, nearness.near(place)) : [];
}

function underOne(piece: LoadedPiece, pieces: readonly LoadedPiece[], near: readonly Near[]): Neighbour[] {
  return near.flatMap((one) => {
    const other = pieces[one.place];
    return (other && neighbourOf(piece, other, one)) ?? [];
  });
}

/** The database keeps 32-bit floats. */
function neighbourFrom({ relatedId, similarity, url, outlet, publishedAt }: NeighbourRow): Neighbour {
  return { relatedId, url, outlet, at: publishedAt.getTime(), similarity: inHundredths(similarity) };
}

const inHundredths = (similarity: number) => Math.round(similarity * 100) / 100;

function changeOf(articleId: string, stored: readonly RelatedRow[], list: readonly Related[]): RelatedChange {
  const listed = new Set(list.map(({ relatedId }) => relatedId));
  const known = new Map(stored.map(({ relatedId, similarity }) => [relatedId, inHundredths(similarity)]));
  return {
    gone: stored.filter(({ relatedId }) => !listed.has(relatedId)),
    said: list
      .filter(({ relatedId, similarity }) => known.get(relatedId) !== similarity)
      .map((one) => ({ articleId, ...one })),
  };
}
