import { hasUnsettled, listSettleable, lockSettling } from '../../db/story.ts';
import type { Db } from '../../db/client.ts';
import type { CollectDeps } from './deps.ts';
import { findDuplicates } from './story/dedupe.ts';
import { createDenseNearness } from './story/dense.ts';
import { printUnsettled, type FreshPrint } from './story/fresh.ts';
import { groupStories } from './story/group.ts';
import { loadPieces, type LoadedPiece } from './story/load.ts';
import { createWordNearness } from './story/nearness.ts';
import { relate } from './story/relate.ts';
import { vectorsOf } from './story/vectors.ts';
import { writeSettled } from './story/write.ts';

export interface SettleReport {
  /** Articles that were new, or whose text had changed. */
  settled: number;
  /** How many of the articles are duplicates that were none before. */
  duplicates: number;
  /** How many stories began. */
  stories: number;
  /** What could not be done as it was meant, in words. */
  notes: string[];
}

/**
 * Settle which articles tell the same in the same words, which tell the same story, and which are related.
 *
 * Looks at what is new or has changed, and at the rest only as far as that bears on it; without anything new it asks one
 * question and writes nothing. All of it is written in one transaction, in which no other process settles; what is decided
 * depends on what was published when, not on the order of arrival. So a run that was killed leaves nothing half done, and
 * the next one comes to what it would have come to. An article that changes meanwhile stays unsettled.
 */
export async function settleTexts(
  deps: Omit<CollectDeps, 'http' | 'pages' | 'robots'>,
): Promise<SettleReport> {
  const now = deps.clock.now();
  const nothing: SettleReport = { settled: 0, duplicates: 0, stories: 0, notes: [] };
  const orphansSince = new Date(now.getTime() - ORPHAN_DAYS * DAY_MS);
  if (!(await hasUnsettled(deps.db, { orphansSince }))) return nothing;
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY_MS);
  const { fresh, notes } = await printUnsettled(deps, since);
  const settled = await deps.db.transaction(async (tx) => {
    await lockSettling(tx);
    return settleAll(tx, { fresh, now, since, embeddedBy: deps.embedder?.name });
  });
  return { ...settled, notes };
}

const DAY_MS = 24 * 3_600_000;
const WINDOW_DAYS = 14;
const ORPHAN_DAYS = 3;
const ARTICLES_MAX = 50_000;
const COMMENTED_MAX = 2_000;

interface Settling {
  fresh: ReadonlyMap<string, FreshPrint>;
  now: Date;
  since: Date;
  embeddedBy: string | undefined;
}

async function settleAll(tx: Db, { fresh, now, since, embeddedBy }: Settling) {
  const rows = await listSettleable(tx, { since, limit: ARTICLES_MAX, commentedLimit: COMMENTED_MAX });
  const before = await loadPieces(tx, { rows, fresh, embeddedBy });
  const originals = findDuplicates(before);
  const deduped = before.map((piece): LoadedPiece => {
    const original = originals.get(piece.id);
    return original === undefined ? piece : { ...piece, duplicateOfId: original };
  });
  const vectors = vectorsOf(deduped.map(({ print }) => print.terms));
  const storyIds = groupStories(deduped, vectors);
  const after = deduped.map((piece, i): LoadedPiece => ({ ...piece, storyId: storyIds[i] ?? piece.id }));
  const words = createWordNearness(vectors);
  const nearness =
    embeddedBy === undefined
      ? words
      : createDenseNearness(
          after.map(({ embedding }) => embedding),
          words,
        );
  const related = await relate(tx, { pieces: after, fresh: freshOf(before, after), nearness });
  return writeSettled(tx, { before, after, related, now });
}

/** What is new, and what is told anew or no more by others. */
function freshOf(before: readonly LoadedPiece[], after: readonly LoadedPiece[]): Set<number> {
  const changed = (place: number) => isDuplicate(before[place]) !== isDuplicate(after[place]);
  return new Set([...after.keys()].filter((place) => after[place]?.isNew || changed(place)));
}

const isDuplicate = (piece: LoadedPiece | undefined) => (piece?.duplicateOfId ?? null) !== null;
