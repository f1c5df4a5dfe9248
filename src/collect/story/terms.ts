import { detect } from 'tinyld/light';
import { hashOf } from './hash.ts';
import { createStems } from './stems.ts';
import { termWordsOf } from './words.ts';

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
 * Shape: stems by language; where an article's is not known, the one that its text is seen to be in, else `fallback`.
 * The title and the first 200 words count: news tells first what it is about.
 */
export function createTerms(fallback: string): (piece: Worded) => Terms {
  const stemsOf = createStems();
  return (piece) => {
    const lead = piece.text.slice(0, LEAD_CHARACTERS_MAX);
    const stem = stemsOf(piece.language ?? seenIn(`${piece.title}. ${lead}`) ?? fallback);
    const counts = new Map<number, { title: number; lead: number }>();
    const add = (words: string[], place: 'title' | 'lead') => {
      for (const word of words) {
        const term = stem(word);
        if (term === undefined) continue;
        const hash = hashOf(term);
        const count = counts.get(hash) ?? { title: 0, lead: 0 };
        count[place] = Math.min(count[place] + 1, COUNT_MAX);
        counts.set(hash, count);
      }
    };
    add(termWordsOf(piece.title).slice(0, TITLE_WORDS_MAX), 'title');
    add(termWordsOf(lead).slice(0, LEAD_WORDS_MAX), 'lead');
    return termsOf(counts);
  };
}

const TITLE_WORDS_MAX = 60;
const LEAD_WORDS_MAX = 200;
const LEAD_CHARACTERS_MAX = 3_000;
const COUNT_MAX = 255;
/** Shorter texts are guessed wrong too often. */
const DETECTED_CHARACTERS_MIN = 80;
const DETECTED_CHARACTERS_MAX = 400;

function seenIn(text: string): string | undefined {
  if (text.length < DETECTED_CHARACTERS_MIN) return undefined;
  return detect(text.slice(0, DETECTED_CHARACTERS_MAX)) || undefined;
}

function termsOf(counts: Map<number, { title: number; lead: number }>): Terms {
  const words = Uint32Array.from(counts.keys()).toSorted();
  const inTitle = Uint8Array.from(words, (word) => counts.get(word)?.title ?? 0);
  const inLead = Uint8Array.from(words, (word) => counts.get(word)?.lead ?? 0);
  return { words, inTitle, inLead };
}
