import type { Db } from '../../../db/client.ts';
import { listPrints, type SettleableRow } from '../../../db/story.ts';
import type { FreshPrint } from './fresh.ts';
import { firstTold, type Piece } from './piece.ts';
import { PRINT_VERSION, unpackPrint } from './print.ts';

/** A piece, with what relating and writing ask of it. */
export type LoadedPiece = Piece & {
  isCommented: boolean;
  embedding: Float32Array | undefined;
  /** The mark of its row as it was when it was read. */
  rowVersion: string;
};

/**
 * Put together what is compared, the first told first.
 *
 * Shape: what came or changed since the prints were made has none, and is left for the next run. Shingles are there of
 * what was published within 3 days of something new; nothing else can be its duplicate.
 */
export async function loadPieces(
  db: Db,
  {
    rows,
    fresh,
    embeddedBy,
  }: {
    rows: readonly SettleableRow[];
    fresh: ReadonlyMap<string, FreshPrint>;
    embeddedBy: string | undefined;
  },
): Promise<LoadedPiece[]> {
  const usable = rows.filter(
    ({ id, settledAt, rowVersion }) => settledAt !== null || fresh.get(id)?.rowVersion === rowVersion,
  );
  const days = daysAround(usable.filter(isNew).map(({ publishedAt }) => publishedAt));
  const pieces: LoadedPiece[] = [];
  for (let from = 0; from < usable.length; from += PRINTS_AT_ONCE) {
    const some = usable.slice(from, from + PRINTS_AT_ONCE);
    const dayById = new Map(some.map(({ id, publishedAt }) => [id, dayOf(publishedAt)]));
    const shinglesOf = (id: string) => days.has(dayById.get(id) ?? Number.NaN);
    const stored = some.filter(({ id }) => !fresh.has(id)).map(({ id }) => id);
    const prints = await listPrints(db, stored, { version: PRINT_VERSION, shinglesOf, embeddedBy });
    const byId = new Map(prints.map((print) => [print.articleId, print]));
    for (const row of some) {
      const print = fresh.get(row.id) ?? unpacked(byId.get(row.id));
      if (print) pieces.push(pieceOf(row, print));
    }
  }
  return pieces.toSorted(firstTold);
}

const PRINTS_AT_ONCE = 1_000;
const DAY_MS = 24 * 3_600_000;
const DUPLICATE_DAYS = 3;

const isNew = ({ settledAt, isOrphan }: SettleableRow) => settledAt === null || isOrphan;
const dayOf = (at: Date) => Math.floor(at.getTime() / DAY_MS);

function daysAround(times: readonly Date[]): Set<number> {
  const days = new Set<number>();
  for (const day of new Set(times.map(dayOf)))
    for (let near = day - DUPLICATE_DAYS; near <= day + DUPLICATE_DAYS; near += 1) days.add(near);
  return days;
}

function unpacked(stored: Awaited<ReturnType<typeof listPrints>>[number] | undefined) {
  if (!stored) return undefined;
  const { embedding } = stored;
  // A copy, since the bytes need not begin where a number may.
  const values = embedding && new Float32Array(Uint8Array.from(embedding).buffer);
  return { print: unpackPrint(stored), embedding: values ?? undefined };
}

function pieceOf(
  row: SettleableRow,
  { print, embedding }: Pick<FreshPrint, 'print' | 'embedding'>,
): LoadedPiece {
  const { id, url, outlet, publishedAt, duplicateOfId, storyId, isCommented, rowVersion } = row;
  const at = publishedAt.getTime();
  return {
    id,
    url,
    outlet,
    at,
    print,
    embedding,
    isCommented,
    rowVersion,
    storyId,
    duplicateOfId: row.isOrphan ? null : duplicateOfId,
    isNew: isNew(row),
  };
}
