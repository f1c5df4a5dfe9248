import { wordsOf } from '../../shared/words.ts';

/**
 * The places of paragraphs that say again what an earlier one says.
 *
 * Shape: the same words, whatever their case and punctuation, or three fifths of the runs of five words of the shorter of
 * the two. An empty paragraph repeats nothing.
 */
export function repeatsIn(paragraphs: readonly string[]): number[] {
  const seen = paragraphs.map((paragraph) => {
    const words = wordsOf(paragraph);
    return { text: words.join(' '), shingles: shinglesOf(words) };
  });
  return seen.flatMap((one, i) => (seen.slice(0, i).some((earlier) => isAgain(one, earlier)) ? [i] : []));
}

interface Seen {
  text: string;
  shingles: ReadonlySet<string>;
}

const SHINGLE_WORDS = 5;
const SHARE = 0.6;

function shinglesOf(words: readonly string[]): Set<string> {
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  return new Set(Array.from({ length: count }, (_, i) => words.slice(i, i + SHINGLE_WORDS).join(' ')));
}

function isAgain(one: Seen, earlier: Seen): boolean {
  if (one.text === earlier.text) return one.text !== '';
  const [few, many] = one.shingles.size <= earlier.shingles.size ? [one, earlier] : [earlier, one];
  if (few.shingles.size === 0) return false;
  return (
    [...few.shingles].filter((shingle) => many.shingles.has(shingle)).length / few.shingles.size >= SHARE
  );
}
