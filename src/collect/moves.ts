import type { Db } from '../../db/client.ts';
import { findOtherSourceAt, type Source } from '../../db/source.ts';

/** What is known of where a source has moved. */
export type Moves = Pick<Source, 'fetchUrl' | 'movedTo' | 'movedSince' | 'movedCount'>;

/**
 * What becomes of a source's address when it answers from another for good, or no longer does.
 *
 * Shape: the new address is taken after it has been named by three answers in a row, over a day at least: a captive
 * portal or a mistake of an hour moves nothing.
 */
export function afterMove(source: Moves, movedTo: string | undefined, now: Date): Moves {
  if (movedTo === undefined || movedTo === source.fetchUrl)
    return { fetchUrl: source.fetchUrl, movedTo: null, movedSince: null, movedCount: 0 };
  const isSame = source.movedTo === movedTo && source.movedSince !== null;
  const movedSince = isSame ? source.movedSince : now;
  const movedCount = isSame ? source.movedCount + 1 : 1;
  const stable =
    movedCount >= ANSWERS_MIN && movedSince !== null && now.getTime() - movedSince.getTime() >= DAY_MS;
  if (stable) return { fetchUrl: movedTo, movedTo: null, movedSince: null, movedCount: 0 };
  return { fetchUrl: source.fetchUrl, movedTo, movedSince, movedCount };
}

/** The same, but an address that another source has already is never taken: it would be read twice. */
export async function addressKept(db: Db, source: Source, moves: Moves): Promise<Moves> {
  if (moves.fetchUrl === null || moves.fetchUrl === source.fetchUrl) return moves;
  const taken = await findOtherSourceAt(db, moves.fetchUrl, source.id);
  return taken ? { ...moves, fetchUrl: source.fetchUrl } : moves;
}

const ANSWERS_MIN = 3;
const DAY_MS = 24 * 3_600_000;
