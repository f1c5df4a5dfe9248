import type { CategoryConfig } from '../shared/config.ts';

export interface Categorised {
  title: string;
  /** Plain text. */
  text: string;
  /** Slugs that every story of its source belongs to. */
  sourceCategories: readonly string[];
}

/**
 * File an article by the newsroom's keywords.
 *
 * Shape: at most 3 slugs, first heading first. A keyword counts where it stands as a whole word or phrase, in any case;
 * three times in the title. The categories of the source always belong; by keywords alone a category needs a weight of 2,
 * so one mention in passing files nothing. Equal weights keep the newsroom's own order.
 */
export function categorize(
  article: Categorised,
  categories: readonly Pick<CategoryConfig, 'slug' | 'keywords'>[],
): string[] {
  const title = article.title.normalize('NFKC');
  const text = article.text.normalize('NFKC').slice(0, TEXT_CHARACTERS_MAX);
  const weighed = categories.map(({ slug, keywords }) => {
    const weight = keywords.reduce((sum, keyword) => sum + weightOf(keyword, title, text), 0);
    return { slug, weight, given: article.sourceCategories.includes(slug) };
  });
  return weighed
    .filter(({ weight, given }) => given || weight >= WEIGHT_MIN)
    .toSorted((a, b) => Number(b.given) - Number(a.given) || b.weight - a.weight)
    .slice(0, CATEGORIES_MAX)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ slug }) => slug);
}

const CATEGORIES_MAX = 3;
const WEIGHT_MIN = 2;
const TITLE_WEIGHT = 3;
/** A word that is repeated all over does not outweigh all others. */
const MENTIONS_MAX = 3;
const TEXT_CHARACTERS_MAX = 20_000;

function weightOf(keyword: string, title: string, text: string): number {
  const pattern = patternOf(keyword);
  const mentions = Math.min(text.match(pattern)?.length ?? 0, MENTIONS_MAX);
  return TITLE_WEIGHT * Math.min(title.match(pattern)?.length ?? 0, 1) + mentions;
}

function patternOf(keyword: string): RegExp {
  const words = keyword.normalize('NFKC').trim().split(/\s+/).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
