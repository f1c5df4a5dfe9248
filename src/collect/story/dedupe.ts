import { wordsOf } from './words.ts';

export interface Told {
  id: string;
  url: string;
  title: string;
  /** Plain text: the body, else the summary. */
  text: string;
  publishedAt: Date;
  duplicateOfId: string | null;
}

/**
 * Find which articles tell what an earlier one told in the same words.
 *
 * Shape: for each article published at or after `since` the article that told it first, or null. An article is a
 * duplicate of one published at most 3 days before it when at least half of the 5-word shingles of the shorter text
 * stand in the other; texts under 40 words must be equal, title included. Originals only are named, so there are no
 * chains. What was published before `since` keeps what it has. The order of `articles` makes no difference.
 * Source: Broder, On the resemblance and containment of documents, 1997.
 */
export function findDuplicates(articles: readonly Told[], since: Date): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const index = createIndex();
  for (const article of articles.toSorted(firstTold)) {
    const print = printOf(article);
    const settled = article.publishedAt < since;
    const original = settled ? article.duplicateOfId : index.find(print, article.publishedAt);
    if (!settled) found.set(article.id, original);
    if (original === null) index.add(article, print);
  }
  return found;
}

/** What a text is recognised by: the hashes of its shingles, or all its words when they are few. */
type Print = { shingles: Set<number> } | { whole: string };

const SHINGLE_WORDS = 5;
const WORDS_MIN = 40;
const CONTAINMENT_MIN = 0.5;
const WINDOW_MS = 3 * 24 * 3_600_000;

function firstTold(a: Told, b: Told): number {
  return a.publishedAt.getTime() - b.publishedAt.getTime() || (a.url < b.url ? -1 : 1);
}

function printOf({ title, text }: Told): Print {
  const words = wordsOf(text);
  if (words.length < WORDS_MIN) return { whole: [...wordsOf(title), '/', ...words].join(' ') };
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let i = SHINGLE_WORDS; i <= hashes.length; i += 1)
    shingles.add(combined(hashes, i - SHINGLE_WORDS, i));
  return { shingles };
}

function createIndex() {
  const originals: { id: string; publishedAt: number; size: number }[] = [];
  const byShingle = new Map<number, number[]>();
  const byWhole = new Map<string, number>();
  return {
    add({ id, publishedAt }: Told, print: Print): void {
      const place = originals.length;
      const size = 'whole' in print ? 0 : print.shingles.size;
      originals.push({ id, publishedAt: publishedAt.getTime(), size });
      if ('whole' in print) byWhole.set(print.whole, place);
      else for (const shingle of print.shingles) pushTo(byShingle, shingle, place);
    },
    /** The original with the most in common; the earliest of equals. */
    find(print: Print, publishedAt: Date): string | null {
      const shared = 'whole' in print ? wholeMatch(print.whole) : countShared(print.shingles, byShingle);
      const size = 'whole' in print ? 0 : print.shingles.size;
      let best: { id: string; containment: number } | undefined;
      for (const [place, count] of [...shared].toSorted(([a], [b]) => a - b)) {
        const original = originals[place];
        if (!original || publishedAt.getTime() - original.publishedAt > WINDOW_MS) continue;
        const containment = size === 0 ? 1 : count / Math.min(size, original.size);
        if (containment >= CONTAINMENT_MIN && containment > (best?.containment ?? 0))
          best = { id: original.id, containment };
      }
      return best?.id ?? null;
    },
  };
  function wholeMatch(whole: string): Map<number, number> {
    const place = byWhole.get(whole);
    return new Map(place === undefined ? [] : [[place, 1]]);
  }
}

function countShared(shingles: Set<number>, byShingle: Map<number, number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const shingle of shingles)
    for (const place of byShingle.get(shingle) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  return shared;
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** FNV-1a over UTF-16 units, 32 bits: a rare collision moves a containment by one shingle. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function combined(hashes: readonly number[], from: number, to: number): number {
  let sum = 7;
  for (let i = from; i < to; i += 1) sum = Math.imul(sum, 0x01000193) ^ (hashes[i] ?? 0);
  return sum >>> 0;
}
