/**
 * The words of a text in lower case, for comparing texts with each other.
 *
 * Shape: runs of letters, digits and marks; in scripts that put no space between words every character is one.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(UNSPACED.test(plain) ? UNSPACED_WORD : WORD) ?? [];
}

/**
 * The same for telling what a text is about: in Chinese and Japanese every two neighbouring characters are a word, since
 * one alone stands in too many of them, and most words are two long; Thai, Lao, Khmer and Burmese are parted by the
 * dictionary that comes with the runtime, since their letters are only sounds.
 */
export function termWordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  if (!UNSPACED.test(plain)) return plain.match(WORD) ?? [];
  return (plain.match(RUN) ?? []).flatMap(partsOf);
}

/** Whether a text has letters of a script that puts no space between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const SYLLABLES = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const SCRIPTS = CJK + SYLLABLES;
const SPACED_WORD = `(?:(?![${SCRIPTS}])[\\p{L}\\p{N}\\p{M}])+`;

const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u');
const UNSPACED_WORD = new RegExp(`[${SCRIPTS}]|${SPACED_WORD}`, 'gu');
const RUN = new RegExp(`[${CJK}]+|[${SYLLABLES}]+|${SPACED_WORD}`, 'gu');
const STARTS_CJK = new RegExp(`^[${CJK}]`, 'u');
const STARTS_SYLLABLES = new RegExp(`^[${SYLLABLES}]`, 'u');
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function partsOf(run: string): string[] {
  if (STARTS_SYLLABLES.test(run)) return Array.from(SYLLABIC.segment(run), ({ segment }) => segment);
  if (!STARTS_CJK.test(run)) return [run];
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
}

/** Any of their languages: the runtime chooses the dictionary by the script. */
const SYLLABIC = new Intl.Segmenter('th', { granularity: 'word' });
