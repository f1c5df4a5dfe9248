import { createStems } from '../../shared/stems.ts';
import { createLanguageGuess } from '../../shared/stop-words.ts';
import { termWordsOf } from '../../shared/words.ts';

/** What a piece is about: each of its words once, hashed, with how often it stands in the title and in the beginning. */
export interface Terms {
  words: Uint32Array;
  inTitle: Uint8Array;
  inLead: Uint8Array;
}

export interface Worded {
  title: string;
  /** Plain text. */
  text: string;
  /** BCP 47; null where nobody has said it. */
  language: string | null;
}

/**
 * Make what turns pieces into terms; it remembers the stems it has met.
 *
 * Shape: stems by language: that of the article, or where it says none or plainly the wrong one, the one that its text is
 * seen to be in, else `fallback`.
 * The title and the first 100 words count: news tells first what it is about.
 */
export function createTerms(fallback: string): (piece: Worded) => Terms {
  const stemsOf = createStems();
  const guess = createLanguageGuess();
  return ({ title, text, language }) => {
    const inTitle = termWordsOf(title).slice(0, TITLE_WORDS_MAX);
    const inLead = termWordsOf(text.slice(0, LEAD_CHARACTERS_MAX)).slice(0, LEAD_WORDS_MAX);
    const stem = stemsOf(guess([...inTitle, ...inLead], language ?? undefined) ?? fallback);
    return termsOf(inTitle.map(stem), inLead.map(stem));
  };
}

const TITLE_WORDS_MAX = 60;
const LEAD_WORDS_MAX = 100;
const LEAD_CHARACTERS_MAX = 2_000;
const COUNT_MAX = 255;
function termsOf(inTitle: readonly number[], inLead: readonly number[]): Terms {
  const all = Uint32Array.from([...inTitle, ...inLead]).toSorted();
  const words = all.filter((word, i) => word !== 0 && word !== all[i - 1]);
  return { words, inTitle: countsOf(words, inTitle), inLead: countsOf(words, inLead) };
}

function countsOf(words: Uint32Array, among: readonly number[]): Uint8Array {
  const counts = new Uint8Array(words.length);
  const sorted = Uint32Array.from(among).toSorted();
  let at = 0;
  for (const word of sorted) {
    if (word === 0) continue;
    while (words[at] !== word) at += 1;
    counts[at] = Math.min((counts[at] ?? 0) + 1, COUNT_MAX);
  }
  return counts;
}
