import { trustOf, type Trust } from './learner-trust.ts';
import { createLearner, type Decision } from './learner.ts';
import { createKeywordCounter } from './story/keywords.ts';

export interface Categorised {
  title: string;
  /** Plain text. */
  text: string;
  /** BCP 47, where it is known. */
  language?: string | null | undefined;
  /** Slugs that every story of its source belongs to. */
  sourceCategories: readonly string[];
}

/** A category with what files a story there. */
export interface Shelf {
  slug: string;
  /** A bare word weighs 1. */
  keywords: readonly (string | { word: string; weight: number })[];
}

/** File one article; for many, `createFiling` makes the keywords ready once. */
export function categorize(article: Categorised, categories: readonly Shelf[]): string[] {
  return createFiling(categories)(article);
}

/**
 * Make what files articles by the newsroom's keywords, and by what can be learned from editors' decisions.
 *
 * Shape: at most 3 slugs, first heading first. A keyword counts where it stands as a whole word or phrase, in any case, up
 * to three times, and three times more in the title; `ferr*` counts every word that begins so, which is how plurals and
 * the cases of other languages are meant. A negative weight speaks against a category. The categories of the source always
 * belong; by keywords alone a category needs a weight of 2, so one mention in passing files nothing. Equal weights keep the
 * newsroom's own order.
 *
 * `decisions`, newest first, teach how far the keywords of each category can be relied on, and a learner what other words
 * say. What it is sure of is laid on the scales with the keywords: it can add a category that they missed, and take out
 * one that few of them gave. Where it is silent, they decide alone what belongs; without decisions, also in which order.
 */
export function createFiling(
  categories: readonly Shelf[],
  decisions: readonly Decision[] = [],
): (article: Categorised) => string[] {
  const weigh = createWeighing(categories);
  const trusts = trustsOf(categories, { weigh, decisions });
  const learner = createLearner(decisions);
  return (article) => {
    const margins = new Map(learner.guess(article).map(({ slug, margin }) => [slug, margin]));
    const weights = weigh(article);
    return chosen(
      categories.map(({ slug }, i) => ({
        slug,
        evidence: evidenceOf(weights[i] ?? 0, trusts[i] ?? UNTRIED) + (margins.get(slug) ?? 0),
        given: article.sourceCategories.includes(slug),
      })),
    );
  };
}

const CATEGORIES_MAX = 3;
const WEIGHT_MIN = 2;
const TITLE_WEIGHT = 3;
/** A word that is repeated all over does not outweigh all others. */
const MENTIONS_MAX = 3;
const TEXT_CHARACTERS_MAX = 20_000;

const UNTRIED = trustOf([]);

const bare = (word: string) => ({ word, weight: 1 });

type Weigh = (article: Pick<Categorised, 'title' | 'text'>) => number[];

/** Make what weighs an article's keywords for each category. */
function createWeighing(categories: readonly Shelf[]): Weigh {
  const keywords = categories.flatMap((category, shelf) =>
    category.keywords.map((given) => ({ shelf, ...(typeof given === 'string' ? bare(given) : given) })),
  );
  const countIn = createKeywordCounter(keywords.map(({ word }) => word));
  return ({ title, text }) => {
    const weights = categories.map(() => 0);
    const add = (keyword: number, mentions: number) => {
      const { shelf, weight } = keywords[keyword] ?? { shelf: -1, weight: 0 };
      weights[shelf] = (weights[shelf] ?? 0) + weight * mentions;
    };
    for (const [keyword] of countIn(title)) add(keyword, TITLE_WEIGHT);
    for (const [keyword, mentions] of countIn(text.slice(0, TEXT_CHARACTERS_MAX)))
      add(keyword, Math.min(mentions, MENTIONS_MAX));
    return weights;
  };
}

function trustsOf(
  categories: readonly Shelf[],
  { weigh, decisions }: { weigh: Weigh; decisions: readonly Decision[] },
): Trust[] {
  const weighed = decisions.map((decision) => ({ decision, weights: weigh(decision) }));
  return categories.map(({ slug }, i) =>
    trustOf(
      weighed.map(({ decision, weights }) => ({
        suffices: (weights[i] ?? 0) >= WEIGHT_MIN,
        belongs: decision.categories.includes(slug),
      })),
    ),
  );
}

/** What a weight of keywords says, on the learner's scale: it files from 0, and each weight more says more. */
function evidenceOf(weight: number, trust: Trust): number {
  const over = weight - WEIGHT_MIN;
  return over < 0 ? (trust.fails * -over) / WEIGHT_MIN : trust.suffices + over;
}

function chosen(weighed: readonly { slug: string; evidence: number; given: boolean }[]): string[] {
  return weighed
    .filter(({ evidence, given }) => given || evidence >= 0)
    .toSorted((a, b) => Number(b.given) - Number(a.given) || b.evidence - a.evidence)
    .slice(0, CATEGORIES_MAX)
    .toSorted((a, b) => b.evidence - a.evidence)
    .map(({ slug }) => slug);
}
