import { createStems } from '../shared/stems.ts';
import { createLanguageGuess } from '../shared/stop-words.ts';
import { termWordsOf } from '../shared/words.ts';
import { baseLanguage } from '../shared/language.ts';

/** What an article says, as far as filing it goes. */
export interface Readable {
  title: string;
  /** Plain text. */
  text: string;
  /** BCP 47; where it is not said, the words tell it. */
  language?: string | null | undefined;
}

/** The stems of an article, each once, with how much it counts. */
export interface Bag {
  words: Uint32Array;
  weights: Float32Array;
  /** Of all weights. */
  sum: number;
}

/**
 * Make what turns articles into bags of stems; it remembers the stems it has met.
 *
 * Shape: `language` is the first part of the tag, or empty where nobody can tell. A word of the title counts twice, and
 * one that is repeated counts by the logarithm. Only the beginning counts: news tells first what it is about.
 */
export function createBags(): (article: Readable) => { language: string; bag: Bag } {
  const stemsOf = createStems();
  const guess = createLanguageGuess();
  return ({ title, text, language: said }) => {
    const inTitle = termWordsOf(title).slice(0, TITLE_WORDS_MAX);
    const inText = termWordsOf(text.slice(0, TEXT_CHARACTERS_MAX)).slice(0, TEXT_WORDS_MAX);
    const seen = guess([...inTitle, ...inText.slice(0, GUESS_WORDS_MAX)], said ?? undefined) ?? '';
    const language = baseLanguage(seen);
    const stem = stemsOf(language);
    return { language, bag: bagOf([...inTitle, ...inTitle, ...inText].map(stem)) };
  };
}

const TITLE_WORDS_MAX = 60;
const TEXT_WORDS_MAX = 300;
const TEXT_CHARACTERS_MAX = 4_000;
const GUESS_WORDS_MAX = 100;

function bagOf(stems: readonly number[]): Bag {
  const counts = new Map<number, number>();
  for (const stem of stems) if (stem !== 0) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = Float32Array.from(counts.values(), (count) => Math.log1p(count));
  return { words: Uint32Array.from(counts.keys()), weights, sum: weights.reduce((sum, one) => sum + one, 0) };
}
