import { createBags, type Readable } from './learner-bag.ts';
import { createModel } from './learner-model.ts';
import type { Filed } from './learner-tally.ts';

/** How an editor filed an article. */
export interface Decision extends Readable {
  categories: readonly string[];
}

export interface Guess {
  slug: string;
  /** Above 0 for the category, below 0 against it. */
  margin: number;
}

export interface Learner {
  guess(article: Readable): Guess[];
}

/**
 * Learn from editors' decisions how articles are filed.
 *
 * Shape: `decisions` newest first; guesses surest first, and where nothing is sure there is none. A margin is the natural
 * logarithm of how many times likelier the article's words make the category than it was before they were read; a guess
 * needs 1 either way. That scale is not the learner's opinion of itself: it is fitted on what it says of each decision
 * without having seen that one. So with little to go by, or with decisions that follow no words, the margins stay small
 * and it is silent. Each language is learned for itself, from no fewer than 5 decisions for a category and 5 for others,
 * and from no fewer than 2 such categories.
 * Source: Rennie and others, Tackling the poor assumptions of naive Bayes text classifiers, 2003 (a category against all
 * others); Platt, Probabilistic outputs for support vector machines, 1999 (the scale).
 */
export function createLearner(decisions: readonly Decision[]): Learner {
  const read = createBags();
  const filed = new Map<string, Filed[]>();
  for (const { categories, ...article } of decisions) {
    const { language, bag } = read(article);
    const known = filed.get(language) ?? [];
    if (known.push({ bag, categories }) === 1) filed.set(language, known);
  }
  const models = new Map([...filed].map(([language, ofLanguage]) => [language, createModel(ofLanguage)]));
  const isSilent = ![...models.values()].some((model) => model !== undefined);
  return {
    guess(article) {
      if (isSilent) return [];
      const { language, bag } = read(article);
      return (models.get(language)?.(bag) ?? [])
        .filter(({ margin }) => Math.abs(margin) >= MARGIN_MIN)
        .toSorted((a, b) => Math.abs(b.margin) - Math.abs(a.margin));
    },
  };
}

const MARGIN_MIN = 1;
