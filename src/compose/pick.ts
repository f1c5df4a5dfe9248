import type { Config } from '../shared/config.ts';
import { scoreOf, type Ranked } from '../shared/rank.ts';

/** What the choice of a day's stories rests on. */
export interface Candidate extends Ranked {
  articleId: string;
  /** Known to the newsroom, first heading first. */
  categories: string[];
}

export interface Picked extends Candidate {
  score: number;
}

/**
 * Choose the stories of an edition: the highest scores first, at most `perCategoryMax` under each heading and
 * `storiesMax` in all.
 *
 * Shape: highest first; `categories` of a picked story are the headings that had room for it, at most two. Stories
 * without a category are never picked. Equal scores are ordered by time, then by id, so that the choice is the same in
 * every run.
 */
export function pickStories(
  candidates: readonly Candidate[],
  { now, digest }: { now: Date; digest: Config['digest'] },
): Picked[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate, now, digest.windowHours) }))
    .toSorted(byRank);
  const filled = new Map<string, number>();
  const picked: Picked[] = [];
  for (const candidate of ranked) {
    if (picked.length === digest.storiesMax) break;
    const open = candidate.categories.filter((slug) => (filled.get(slug) ?? 0) < digest.perCategoryMax);
    const categories = open.slice(0, HEADINGS_MAX);
    if (categories.length === 0) continue;
    for (const slug of categories) filled.set(slug, (filled.get(slug) ?? 0) + 1);
    picked.push({ ...candidate, categories });
  }
  return picked;
}

const HEADINGS_MAX = 2;

const byRank = (a: Picked, b: Picked) =>
  b.score - a.score ||
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  a.articleId.localeCompare(b.articleId, 'en');
