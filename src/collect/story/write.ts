import type { Db } from '../../../db/client.ts';
import { lockArticles, markSettled, replaceRelated } from '../../../db/story.ts';
import type { LoadedPiece } from './load.ts';
import type { RelatedChange } from './relate.ts';

/**
 * Write what the pieces came to, differences only.
 *
 * Shape: `before` and `after` are the same pieces in the same order. Rows that somebody has written since they were read
 * are left as they are; the next run settles them.
 */
export async function writeSettled(
  tx: Db,
  {
    before,
    after,
    related,
    now,
  }: { before: readonly LoadedPiece[]; after: readonly LoadedPiece[]; related: RelatedChange; now: Date },
): Promise<{ settled: number; duplicates: number; stories: number }> {
  const places = [...after.keys()].filter((place) => isChanged(before[place], after[place]));
  const ids = places.flatMap((place) => after[place]?.id ?? []);
  const versions = await lockArticles(tx, ids);
  const changed = places
    .flatMap((place) => after[place] ?? [])
    .filter(({ id, rowVersion }) => versions.get(id) === rowVersion);
  await markSettled(
    tx,
    changed.map(({ id, duplicateOfId, storyId }) => ({ id, duplicateOfId, storyId: storyId ?? id })),
    now,
  );
  await replaceRelated(tx, related.gone, related.said);
  const known = new Map(before.map((piece) => [piece.id, piece]));
  const stories = new Set(before.map(({ storyId }) => storyId));
  return {
    settled: changed.filter(({ isNew }) => isNew).length,
    duplicates: changed.filter(({ id, duplicateOfId }) => duplicateOfId && !known.get(id)?.duplicateOfId)
      .length,
    stories: changed.filter(({ id, storyId }) => storyId === id && !stories.has(id)).length,
  };
}

function isChanged(before: LoadedPiece | undefined, after: LoadedPiece | undefined): boolean {
  if (!before || !after) return false;
  return after.isNew || before.duplicateOfId !== after.duplicateOfId || before.storyId !== after.storyId;
}
