import { fitScale } from './learner-scale.ts';
import { scoreOf, tallyOf, type Filed } from './learner-tally.ts';
import type { Bag } from './learner-bag.ts';

export type Model = (bag: Bag) => { slug: string; margin: number }[];

/**
 * Learn what words say of each category, for articles of one language.
 *
 * Shape: `filed` newest first; a margin for every category that there is enough to learn of; undefined when that is fewer
 * than two.
 */
export function createModel(filed: readonly Filed[]): Model | undefined {
  const slugs = learnable(filed);
  if (slugs.length < CATEGORIES_MIN) return undefined;
  const tally = tallyOf(filed, slugs);
  const tried = filed.slice(0, TRIED_MAX).flatMap(({ bag, categories }) =>
    slugs.map((slug, category) => {
      const belongs = categories.includes(slug);
      return { score: scoreOf(tally, { bag, category, own: belongs ? 'for' : 'against' }), belongs };
    }),
  );
  const marginOf = fitScale(tried);
  return (bag) =>
    slugs.map((slug, category) => ({ slug, margin: marginOf(scoreOf(tally, { bag, category })) }));
}

const CATEGORIES_MIN = 2;
const DECISIONS_MIN = 5;
/** How many decisions the scale is fitted on. */
const TRIED_MAX = 500;

function learnable(filed: readonly Filed[]): string[] {
  const counts = new Map<string, number>();
  for (const { categories } of filed)
    for (const slug of new Set(categories)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= DECISIONS_MIN && filed.length - count >= DECISIONS_MIN)
    .map(([slug]) => slug)
    .toSorted();
}
