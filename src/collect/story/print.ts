import { combined, hashOf } from '../../shared/hash.ts';
import { createTerms, type Terms } from './terms.ts';
import { wordsOf } from '../../shared/words.ts';

/** What a piece is compared by, in place of its text. */
export interface Print {
  terms: Terms;
  /** Hash of the title. */
  title: number;
  /** Hashes of title and text, to tell whether both are the same. */
  whole: [number, number];
  /** Sorted hashes of every five words in a row; none where the text is too short to be known by them. */
  shingles: Uint32Array;
}

/** Another way of making prints has another number; prints of different ways cannot be compared. */
export const PRINT_VERSION = 1;

/** How much of a text is looked at, in characters. */
export const TEXT_CHARACTERS_MAX = 12_000;

/**
 * Make what turns articles into prints.
 *
 * Shape: `language` is the article's, null where it is not known; `fallback` is the newsroom's.
 * Source: Broder, On the resemblance and containment of documents, 1997 (shingles).
 */
export function createPrints(
  fallback: string,
): (article: { title: string; text: string; language: string | null }) => Print {
  const termsOf = createTerms(fallback);
  return ({ title, text, language }) => {
    const start = text.slice(0, TEXT_CHARACTERS_MAX);
    const titleWords = wordsOf(title).join(' ');
    const words = wordsOf(start);
    const all = words.join(' ');
    return {
      terms: termsOf({ title, text: start, language }),
      title: hashOf(titleWords),
      whole: [hashOf(`${titleWords} / ${all}`), hashOf(`${all} / ${titleWords}`)],
      shingles: words.length < WORDS_MIN ? new Uint32Array() : shinglesOf(words),
    };
  };
}

/** A print as it is kept: two rows of bytes. */
export function packPrint({ terms, title, whole, shingles }: Print): { terms: Buffer; shingles: Buffer } {
  const parts = [terms.words, terms.inTitle, terms.inLead].map(bytesOf);
  return {
    terms: Buffer.concat(parts),
    shingles: Buffer.concat([bytesOf(Uint32Array.of(title, ...whole)), bytesOf(shingles)]),
  };
}

/** The way back; without shingles nothing can be told to be the same text. */
export function unpackPrint(kept: { terms: Buffer; shingles: Buffer | null }): Print {
  const count = Math.floor(kept.terms.length / TERM_BYTES);
  const counts = Uint8Array.from(kept.terms.subarray(count * WORD_BYTES));
  const [title = 0, one = 0, other = 0] = numbersOf((kept.shingles ?? NOTHING).subarray(0, HEAD_BYTES));
  return {
    terms: {
      words: numbersOf(kept.terms.subarray(0, count * WORD_BYTES)),
      inTitle: counts.subarray(0, count),
      inLead: counts.subarray(count),
    },
    title,
    whole: [one, other],
    shingles: numbersOf((kept.shingles ?? NOTHING).subarray(HEAD_BYTES)),
  };
}

const SHINGLE_WORDS = 5;
/** A text of fewer words is the same as another only when all of it is. */
const WORDS_MIN = 40;
const WORD_BYTES = 4;
const TERM_BYTES = WORD_BYTES + 2;
const HEAD_BYTES = 3 * WORD_BYTES;
const NOTHING = Buffer.alloc(0);

function shinglesOf(words: readonly string[]): Uint32Array {
  const hashes = Uint32Array.from(words.map(hashOf));
  const all = new Uint32Array(hashes.length - SHINGLE_WORDS + 1);
  for (let i = 0; i < all.length; i += 1) all[i] = combined(hashes, i, i + SHINGLE_WORDS);
  all.sort();
  return all.filter((shingle, i) => i === 0 || shingle !== all[i - 1]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

/** A copy, since what comes from the database need not begin where a number may. */
function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / WORD_BYTES));
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = bytes.readUInt32LE(i * WORD_BYTES);
  return numbers;
}
