import { wordsOf } from './words.ts';

export interface Comparable {
  id: string;
  url: string;
  sourceId: string;
  title: string;
  /** Plain text. */
  text: string;
  publishedAt: Date;
  duplicateOfId: string | null;
}

export interface Related {
  relatedId: string;
  /** Cosine, 0 to 1, in steps of a hundredth. */
  similarity: number;
}

/**
 * For each article the nearest others, nearest first.
 *
 * Shape: at most 10 an article; duplicates of anything are nobody's related article. At equal similarity other sources
 * come first, then the newer. The order of `articles` makes no difference.
 * Units: similarities are rounded to hundredths, so that one more article in the collection does not move them all.
 * Source: Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988 (TF-IDF, cosine).
 */
export function findRelated(articles: readonly Comparable[]): Map<string, Related[]> {
  const ordered = articles.toSorted(
    (a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.url < b.url ? -1 : 1),
  );
  const vectors = vectorsOf(ordered);
  const postings = postingsOf(vectors);
  return new Map(
    ordered.map((article, place) => {
      const near = [...nearTo(vectors[place] ?? new Map<string, number>(), postings)]
        .flatMap(([at, cosine]) => candidatesOf(article, ordered[at], cosine))
        .toSorted(
          (a, b) => b.similarity - a.similarity || Number(a.sameSource) - Number(b.sameSource) || b.at - a.at,
        );
      const kept = near.slice(0, RELATED_MAX);
      return [article.id, kept.map(({ relatedId, similarity }) => ({ relatedId, similarity }))];
    }),
  );
}

type Term = [word: string, weight: number];
type Vector = Map<string, number>;

const RELATED_MAX = 10;
const SIMILARITY_MIN = 0.08;
const TERMS_MAX = 80;
const WORDS_MAX = 800;
const TITLE_WEIGHT = 3;
/** A word in more than this part of the collection tells nothing. */
const COMMON_PART = 0.3;

interface Candidate extends Related {
  sameSource: boolean;
  at: number;
}

/** One candidate, or none when it is too far away or tells the same. */
function candidatesOf(article: Comparable, other: Comparable | undefined, cosine: number): Candidate[] {
  const similarity = Math.round(cosine * 100) / 100;
  if (!other || other.id === article.id || similarity < SIMILARITY_MIN) return [];
  if (other.duplicateOfId !== null || other.id === article.duplicateOfId) return [];
  const sameSource = other.sourceId === article.sourceId;
  return [{ relatedId: other.id, similarity, sameSource, at: other.publishedAt.getTime() }];
}

function vectorsOf(articles: readonly Comparable[]): Vector[] {
  const counts = articles.map(countTerms);
  const found = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  const commonMax = Math.max(3, articles.length * COMMON_PART);
  return counts.map((terms) => {
    const weighed = [...terms]
      .map(([term, count]) => ({ term, count, documents: found.get(term) ?? 1 }))
      .filter(({ documents }) => documents <= commonMax)
      .map(({ term, count, documents }): Term => [term, weightOf(count, documents, articles.length)]);
    return normalised(weighed.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, TERMS_MAX));
  });
}

function countTerms({ title, text }: Comparable): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word.length > 2 || !/^[\p{Script=Latin}\d]+$/u.test(word))
      counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const word of wordsOf(title)) add(word, TITLE_WEIGHT);
  for (const word of wordsOf(text).slice(0, WORDS_MAX)) add(word, 1);
  return counts;
}

const weightOf = (count: number, documents: number, total: number) =>
  (1 + Math.log(count)) * Math.log((total + 1) / (documents + 0.5));

function normalised(terms: Term[]): Vector {
  const length = Math.hypot(...terms.map(([, weight]) => weight)) || 1;
  return new Map(terms.map(([term, weight]) => [term, weight / length]));
}

function postingsOf(vectors: Vector[]): Map<string, [number, number][]> {
  const postings = new Map<string, [number, number][]>();
  vectors.forEach((vector, place) => {
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? [];
      if (list.push([place, weight]) === 1) postings.set(term, list);
    }
  });
  return postings;
}

function nearTo(vector: Vector, postings: Map<string, [number, number][]>): Map<number, number> {
  const cosines = new Map<number, number>();
  for (const [term, weight] of vector)
    for (const [place, other] of postings.get(term) ?? [])
      cosines.set(place, (cosines.get(place) ?? 0) + weight * other);
  return cosines;
}
