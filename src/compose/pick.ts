import type { Config } from '../shared/config.ts';
import { scoreParts, sumOf, type Parts, type Ranked } from '../shared/rank.ts';

/** What may stand in an edition, with all of its score but what the others in it decide. */
export interface Scored {
  articleId: string;
  /** The same for all who tell the same story. */
  storyId: string;
  publishedAt: Date;
  /** Known to the newsroom, first heading first. */
  categories: string[];
  parts: Parts;
}

/** What the score of a day's story rests on. */
export type Candidate = Ranked & Omit<Scored, 'parts'>;

/** `categories` are the headings that had room, at most two; `score` is the sum of `parts`, the balance among them. */
export interface Picked extends Scored {
  score: number;
}

type Limits = Pick<Config['digest'], 'storiesMax' | 'perCategoryMax'>;

/** A candidate with its parts as they are at an instant. */
export function scored(
  { articleId, storyId, categories, ...ranked }: Candidate,
  { now, digest }: { now: Date; digest: Pick<Config['digest'], 'windowHours'> },
): Scored {
  const parts = scoreParts(ranked, now, digest.windowHours);
  return { articleId, storyId, publishedAt: ranked.publishedAt, categories, parts };
}

/**
 * Choose the stories of an edition: the highest scores first, one article of each story, at most `perCategoryMax` under
 * each heading and `storiesMax` in all.
 *
 * Shape: highest first. What stands under a heading with few stories so far is lifted a little (`balance`), so that no
 * heading fills an edition alone; the lift never grows while the edition does, so scores fall in the order of the choice.
 * Stories without a category are never picked. Equal scores are ordered by time, then by id, so that the choice is the
 * same in every run.
 */
export function choose(candidates: readonly Scored[], { storiesMax, perCategoryMax }: Limits): Picked[] {
  const filled = new Map<string, number>();
  const countOf = (slug: string) => filled.get(slug) ?? 0;
  const picked: Picked[] = [];
  let left = onePerStory(candidates);
  while (picked.length < storiesMax) {
    left = left.filter(({ categories }) => categories.some((slug) => countOf(slug) < perCategoryMax));
    const next = highest(left, (each) => each.score + liftOf(each, countOf));
    if (!next) break;
    left = left.filter((each) => each !== next);
    const balance = liftOf(next, countOf);
    const open = next.categories.filter((slug) => countOf(slug) < perCategoryMax);
    const categories = open.slice(0, HEADINGS_MAX);
    for (const slug of categories) filled.set(slug, countOf(slug) + 1);
    picked.push({ ...next, categories, parts: { ...next.parts, balance }, score: next.score + balance });
  }
  return picked;
}

const HEADINGS_MAX = 2;
/** Less than an open petition or one more outlet: it decides between near equals. */
const BALANCE_MAX = 0.2;

/** Of each story the article that stands highest. */
function onePerStory(candidates: readonly Scored[]): Picked[] {
  const seen = new Set<string>();
  return candidates
    .filter(({ categories }) => categories.length > 0)
    .map((candidate) => ({ ...candidate, score: sumOf(candidate.parts) }))
    .toSorted((a, b) => b.score - a.score || inOrder(a, b))
    .filter(({ storyId }) => !seen.has(storyId) && seen.add(storyId));
}

/** By the emptiest of its headings, the full ones too: what counts only ever grows. */
const liftOf = ({ categories }: Scored, countOf: (slug: string) => number): number =>
  BALANCE_MAX / (1 + Math.min(...categories.map(countOf)));

function highest(left: readonly Picked[], scoreNow: (each: Picked) => number): Picked | undefined {
  let best: { each: Picked; score: number } | undefined;
  for (const each of left) {
    const score = scoreNow(each);
    if (!best || score > best.score || (score === best.score && inOrder(each, best.each) < 0))
      best = { each, score };
  }
  return best?.each;
}

const inOrder = (a: Scored, b: Scored) =>
  b.publishedAt.getTime() - a.publishedAt.getTime() || a.articleId.localeCompare(b.articleId, 'en');
