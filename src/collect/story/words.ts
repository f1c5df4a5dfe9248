/**
 * The words of a text in lower case, for comparing texts with each other.
 *
 * Shape: runs of letters, digits and marks; in scripts that put no space between words every character is one.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(UNSPACED.test(plain) ? UNSPACED_WORD : WORD) ?? [];
}

const SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u');
const UNSPACED_WORD = new RegExp(`[${SCRIPTS}]|(?:(?![${SCRIPTS}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
