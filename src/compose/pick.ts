import type { Config } from '../shared/config.ts';

/** What the choice of a day's stories rests on. */
export interface Candidate {
  articleId: string;
  publishedAt: Date;
  /** Known to the newsroom, first heading first. */
  categories: string[];
  /** It has an opinion and an action. */
  hasCommentary: boolean;
  /** An open petition goes with it. */
  hasPetition: boolean;
  /** How many independent outlets tell its story, itself included. */
  outlets: number;
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
    .map((candidate) => ({ ...candidate, score: total(scoreParts(candidate, now, digest.windowHours)) }))
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

/**
 * What a story's score is made of. Units: each part from 0 to its weight.
 */
export function scoreParts(
  candidate: Candidate,
  now: Date,
  windowHours: number,
): { freshness: number; commentary: number; petition: number; corroboration: number } {
  const ageHours = Math.max(0, now.getTime() - candidate.publishedAt.getTime()) / 3_600_000;
  return {
    freshness: 1 - Math.min(1, ageHours / windowHours),
    commentary: candidate.hasCommentary ? 1 : 0,
    petition: candidate.hasPetition ? 0.5 : 0,
    corroboration: Math.min(1, (candidate.outlets - 1) / 4),
  };
}

const HEADINGS_MAX = 2;

const total = (parts: ReturnType<typeof scoreParts>) =>
  parts.freshness + parts.commentary + parts.petition + parts.corroboration;

const byRank = (a: Picked, b: Picked) =>
  b.score - a.score ||
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  a.articleId.localeCompare(b.articleId, 'en');
