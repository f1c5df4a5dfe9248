import { createKeywordCounter } from './story/keywords.ts';

export interface Categorised {
  title: string;
  /** Plain text. */
  text: string;
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
 * Make what files articles by the newsroom's keywords.
 *
 * Shape: at most 3 slugs, first heading first. A keyword counts where it stands as a whole word or phrase, in any case, up
 * to three times, and three times more in the title; `ferr*` counts every word that begins so, which is how plurals and
 * the cases of other languages are meant. A negative weight speaks against a category. The categories of the source always
 * belong; by keywords alone a category needs a weight of 2, so one mention in passing files nothing. Equal weights keep the
 * newsroom's own order.
 */
export function createFiling(categories: readonly Shelf[]): (article: Categorised) => string[] {
  const keywords = categories.flatMap((category, shelf) =>
    category.keywords.map((given) => ({ shelf, ...(typeof given === 'string' ? bare(given) : given) })),
  );
  const countIn = createKeywordCounter(keywords.map(({ word }) => word));
  return ({ title, text, sourceCategories }) => {
    const weights = categories.map(() => 0);
    const add = (keyword: number, mentions: number) => {
      const { shelf, weight } = keywords[keyword] ?? { shelf: -1, weight: 0 };
      weights[shelf] = (weights[shelf] ?? 0) + weight * mentions;
    };
    for (const [keyword] of countIn(title)) add(keyword, TITLE_WEIGHT);
    for (const [keyword, mentions] of countIn(text.slice(0, TEXT_CHARACTERS_MAX)))
      add(keyword, Math.min(mentions, MENTIONS_MAX));
    return chosen(
      categories.map(({ slug }, i) => ({
        slug,
        weight: weights[i] ?? 0,
        given: sourceCategories.includes(slug),
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

const bare = (word: string) => ({ word, weight: 1 });

function chosen(weighed: readonly { slug: string; weight: number; given: boolean }[]): string[] {
  return weighed
    .filter(({ weight, given }) => given || weight >= WEIGHT_MIN)
    .toSorted((a, b) => Number(b.given) - Number(a.given) || b.weight - a.weight)
    .slice(0, CATEGORIES_MAX)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ slug }) => slug);
}
