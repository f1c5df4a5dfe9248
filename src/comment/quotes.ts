import { countWords, visibleText } from '../shared/html.ts';

/** The quotations in a text: what stands between quotation marks of any kind, of at least three words. */
export function quotesIn(text: string): string[] {
  return [DOUBLE, SINGLE_CURVED, SINGLE_STRAIGHT]
    .flatMap((pattern) => [...text.normalize('NFKC').matchAll(pattern)].map((match) => match[1] ?? ''))
    .filter((quote) => countWords(quote) >= WORDS_MIN);
}

/** A quotation without what typographers may change: white space, the form of quotation marks, dashes and dots, a last comma. */
export function normalizeQuote(text: string): string {
  return visibleText(text)
    .normalize('NFKC')
    .replace(/[‘’‚‛`´‹›]/gu, "'")
    .replace(/[“”„‟«»「」『』]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,;:!?]+$/, '');
}

/** Two words in quotation marks are a term, not a quotation. */
const WORDS_MIN = 3;

/** Languages open with what others close with, so any mark pairs with the next. */
const DOUBLE = /[“”„‟«»"「」『』]([^“”„‟«»"「」『』]+)[“”„‟«»"「」『』]/gu;
/** A single mark before a letter is an apostrophe. */
const SINGLE_CURVED = /(?<![\p{L}\p{N}])[‘‚‹]([^‘‚‹]+?)[’‘›](?![\p{L}\p{N}])/gu;
const SINGLE_STRAIGHT =
  /(?<![\p{L}\p{N}])'((?=\p{L})(?:[^']|(?<=\p{L})'(?=\p{L}))+(?<=\S))'(?![\p{L}\p{N}])/gu;
