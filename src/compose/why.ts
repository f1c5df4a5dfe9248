import type { WithDb } from '../../db/client.ts';
import { findEdition, listEditionFragments, listEditionStories, type Edition } from '../../db/edition.ts';
import { dayOf, type Day } from '../shared/day.ts';
import { notFound } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { sumOf, type Parts } from '../shared/rank.ts';
import { candidatesOf, type Occasion } from './daily.ts';
import { planFor, type Plan } from './personalise.ts';
import { choose, type Scored } from './pick.ts';
import { openPieces } from './pieces.ts';
import { registryAt } from './registry.ts';

/** Why a story stands where it stands. */
export interface Ranking {
  title: string;
  /** The headings that it stands under; of what was not picked, those that it could have. */
  categories: string[];
  /** The sum of the parts. */
  score: number;
  /** By name; empty in an edition from before parts were kept. */
  parts: Parts;
  /**
   * How it stands in the mail of a reader who chose every category. Of an edition that is not composed yet, whether it would
   * be `picked`, or why not: it has `no category`, there is `no room` for it, another article tells the `same story`, or an
   * edition of the last days has `told` it.
   */
  form: 'full' | 'brief' | 'more' | 'picked' | 'no category' | 'no room' | 'same story' | 'told';
}

/**
 * Explain the ranking of a day's edition, highest first; before it is composed, that of what could stand in it now.
 *
 * Errors: AppError `edition.unknown` for another day than today that has no edition.
 */
export async function listRanking(
  deps: WithDb<Ports>,
  { day: asked, cadence = 'daily' }: { day?: Day | undefined; cadence?: Edition['cadence'] } = {},
): Promise<Ranking[]> {
  const now = deps.clock.now();
  const today = dayOf(now, deps.config.newsroom.timezone);
  const day = asked ?? today;
  const edition = await findEdition(deps.db, day, cadence);
  if (edition) return rankingOf(deps, edition);
  if (day !== today || cadence === 'weekly')
    throw notFound('edition.unknown', `There is no ${cadence} edition of ${day}.`);
  return rankingNow(deps, { day, now, registry: await registryAt(deps, now) });
}

async function rankingOf({ db }: WithDb<Ports>, { id, frame }: Edition): Promise<Ranking[]> {
  const stories = await listEditionStories(db, id);
  const categories = frame.categories.map(({ slug }) => slug);
  const { nonce, siteUrl, bytesMax } = frame;
  const fragments = await listEditionFragments(db, id);
  const pieces = openPieces(fragments, { nonce, siteUrl, categories, stories, bytesMax });
  const forms = formsOf(planFor(pieces, { categories }));
  const ranked = new Map<string, Ranking>();
  for (const { articleId, category, score, parts, snapshot } of stories) {
    const seen = ranked.get(articleId);
    const form = forms.get(articleId) ?? 'more';
    if (seen) seen.categories.push(category);
    else
      ranked.set(articleId, {
        title: snapshot.title,
        categories: [category],
        score,
        parts: parts ?? {},
        form,
      });
  }
  return [...ranked.values()].toSorted(byScore);
}

async function rankingNow(deps: WithDb<Ports>, occasion: Occasion): Promise<Ranking[]> {
  const { rows, candidates, told } = await candidatesOf(deps, occasion);
  const titleOf = (articleId: string) => rows.get(articleId)?.title ?? '';
  const picked = choose(candidates, deps.config.digest);
  const isIn = new Set(picked.map(({ articleId }) => articleId));
  const stories = new Set(picked.map(({ storyId }) => storyId));
  const out = candidates.filter(({ articleId }) => !isIn.has(articleId));
  const reasonOf = ({ categories, storyId }: Scored) =>
    categories.length === 0 ? 'no category' : stories.has(storyId) ? 'same story' : 'no room';
  return [
    ...picked.map((each) => ({
      title: titleOf(each.articleId),
      categories: each.categories,
      score: each.score,
      parts: each.parts,
      form: 'picked' as const,
    })),
    ...[
      ...out.map((each) => leftOut(titleOf(each.articleId), each, reasonOf(each))),
      ...told.map((each) => leftOut(each.title, each, 'told')),
    ].toSorted(byScore),
  ];
}

const leftOut = (title: string, { categories, parts }: Scored, form: Ranking['form']): Ranking => ({
  title,
  categories,
  score: sumOf(parts),
  parts,
  form,
});

const byScore = (a: Ranking, b: Ranking) => b.score - a.score || a.title.localeCompare(b.title, 'en');

const formsOf = (plan: Plan | undefined) =>
  new Map(
    (plan?.categories ?? []).flatMap(({ stories }) =>
      stories.map(({ articleId, form }) => [articleId, form]),
    ),
  );
