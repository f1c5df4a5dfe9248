import {
  listComparableArticles,
  listRelatedIds,
  markArticle,
  upsertRelated,
} from '../../db/article-collect.ts';
import { findDuplicates } from './story/dedupe.ts';
import type { CollectDeps } from './deps.ts';
import { findRelated, type Related } from './story/related.ts';

/**
 * Settle which of the last days' articles tell the same, and which are related; returns how many new duplicates there are.
 *
 * Looks at the texts as they stand, not at what this run brought, so that it also makes good what a killed run left
 * undone. Writes differences only.
 */
export async function settleTexts(deps: CollectDeps): Promise<number> {
  const now = deps.clock.now().getTime();
  const since = new Date(now - RELATED_DAYS * DAY_MS);
  const articles = await listComparableArticles(deps.db, { since, limit: ARTICLES_MAX });
  const recent = articles.filter(
    ({ publishedAt }) => publishedAt.getTime() >= now - 2 * DUPLICATE_DAYS * DAY_MS,
  );
  const originals = findDuplicates(recent, new Date(now - DUPLICATE_DAYS * DAY_MS));
  const settled = articles.map((article) => {
    const original = originals.get(article.id);
    return { ...article, duplicateOfId: original === undefined ? article.duplicateOfId : original };
  });
  const changed = settled.filter(({ duplicateOfId }, i) => duplicateOfId !== articles[i]?.duplicateOfId);
  for (const { id, duplicateOfId } of changed) await markArticle(deps.db, id, { duplicateOfId });
  await settleRelated(deps, findRelated(settled));
  return changed.filter(({ duplicateOfId }) => duplicateOfId !== null).length;
}

const DAY_MS = 24 * 3_600_000;
const DUPLICATE_DAYS = 3;
const RELATED_DAYS = 14;
const ARTICLES_MAX = 4_000;

async function settleRelated(deps: CollectDeps, found: Map<string, Related[]>): Promise<void> {
  const stored = await listRelatedIds(deps.db, [...found.keys()]);
  for (const [id, related] of found)
    if (spelled(related) !== spelled(stored.get(id) ?? [])) await upsertRelated(deps.db, id, related);
}

function spelled(related: readonly Related[]): string {
  return related
    .map(({ relatedId, similarity }) => `${relatedId}:${similarity}`)
    .toSorted()
    .join();
}
