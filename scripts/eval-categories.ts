import { createFiling, type Shelf } from '../src/collect/categorize.ts';

/** An article with the categories it belongs to, as people labelled it. */
export interface Labelled {
  slug: string;
  title: string;
  text: string;
  language?: string;
  labels: { categories: string[] };
}

export interface CategoryScores {
  rules: Scores;
  /** The keywords together with what was learned from the other half. */
  learned: Scores;
}

/** Macro-F1, from 0 to 1. */
export interface Scores {
  halves: [number, number];
  mean: number;
  byCategory: { slug: string; articles: number; precision: number; recall: number; f1: number }[];
}

/**
 * How well articles are filed without a model: each half of them by what editors would have decided of the other half.
 *
 * Shape: the halves are made by slug, every second article of each first heading, so they are the same in every run. F1 is
 * taken for each category of the newsroom that has articles in a half, and each counts alike; `byCategory` is over both.
 */
export function categoryScores(
  articles: readonly Labelled[],
  { categories }: { categories: readonly Shelf[] },
): CategoryScores {
  const [first, second] = halvesOf(articles);
  const rules = createFiling(categories);
  const taught = (half: readonly Labelled[]) => createFiling(categories, half.map(decided));
  return {
    rules: scoresOf([predicted(first, rules), predicted(second, rules)], categories),
    learned: scoresOf([predicted(first, taught(second)), predicted(second, taught(first))], categories),
  };
}

/** Every second article by slug, among those with the same first heading. */
function halvesOf<T extends Labelled>(articles: readonly T[]): [T[], T[]] {
  const sorted = articles.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const halves: [T[], T[]] = [[], []];
  for (const group of Map.groupBy(sorted, ({ labels }) => labels.categories[0] ?? '').values())
    group.forEach((article, i) => halves[i % 2 === 0 ? 0 : 1].push(article));
  return halves;
}

export interface Predicted {
  labels: readonly string[];
  filed: readonly string[];
}

const decided = ({ labels, ...article }: Labelled) => ({ ...article, categories: labels.categories });

function predicted(articles: readonly Labelled[], file: ReturnType<typeof createFiling>): Predicted[] {
  return articles.map(({ labels, ...article }) => ({
    labels: labels.categories,
    filed: file({ ...article, sourceCategories: [] }),
  }));
}

function scoresOf([first, second]: [Predicted[], Predicted[]], categories: readonly Shelf[]): Scores {
  const halves: [number, number] = [macroF1(first, categories), macroF1(second, categories)];
  const byCategory = countsOf([...first, ...second], categories);
  return { halves, mean: (halves[0] + halves[1]) / 2, byCategory };
}

/** Macro-F1 over the categories that articles are labelled with. */
export function macroF1(predicted: readonly Predicted[], categories: readonly Shelf[]): number {
  const counted = countsOf(predicted, categories);
  return counted.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, counted.length);
}

function countsOf(predicted: readonly Predicted[], categories: readonly Shelf[]): Scores['byCategory'] {
  return categories.flatMap(({ slug }) => {
    const articles = predicted.filter(({ labels }) => labels.includes(slug)).length;
    const filed = predicted.filter((one) => one.filed.includes(slug));
    const right = filed.filter(({ labels }) => labels.includes(slug)).length;
    if (articles === 0) return [];
    const precision = filed.length === 0 ? 0 : right / filed.length;
    const recall = right / articles;
    return { slug, articles, precision, recall, f1: (2 * right) / (filed.length + articles) };
  });
}
