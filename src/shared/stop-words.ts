import lists from 'stopwords-iso' with { type: 'json' };
import { baseLanguage } from './language.ts';

/** The words of each language that tell nothing, by ISO 639-1. */
export const STOP_WORDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(lists));

/**
 * Make what sees in which language words are written, by the words that tell nothing: every text is full of them.
 *
 * Shape: `said` is what the article says of itself; it is believed unless another language explains more than twice as
 * many of the words. Without it the language that explains most is taken, or undefined when none explains a sixth of them,
 * or five. A text that is taken for one of another language would keep all its small words, and be near to all others of
 * which that is true.
 */
export function createLanguageGuess(): (
  words: readonly string[],
  said: string | undefined,
) => string | undefined {
  const languages = [...STOP_WORDS.keys()];
  const places = new Map<string, number[]>();
  languages.forEach((language, i) => {
    for (const word of STOP_WORDS.get(language) ?? []) {
      const known = places.get(word) ?? [];
      if (known.push(i) === 1) places.set(word, known);
    }
  });
  return (words, said) => {
    const explained = new Uint32Array(languages.length);
    for (const word of words) for (const i of places.get(word) ?? []) explained[i] = (explained[i] ?? 0) + 1;
    const most = Math.max(...explained);
    const isSure = most >= EXPLAINED_MIN && most >= words.length * EXPLAINED_PART;
    const seen = isSure ? languages[explained.indexOf(most)] : undefined;
    if (said === undefined || seen === undefined) return said ?? seen;
    const own = languages.indexOf(baseLanguage(said));
    return own >= 0 && (explained[own] ?? 0) * 2 < most ? seen : said;
  };
}

const EXPLAINED_MIN = 5;
const EXPLAINED_PART = 1 / 6;
