/** The quotations in a text: what stands between double quotation marks of any kind, of at least three words. */
export function quotesIn(text: string): string[] {
  return [...text.matchAll(/[“„«"]([^“”„«»"]{2,})[”“»"]/gu)]
    .map((match) => match[1] ?? '')
    .filter((quote) => quote.trim().split(/\s+/).length >= WORDS_MIN);
}

/** A quotation without what typographers may change: white space, the form of quotation marks, dashes and dots, a last comma. */
export function normalizeQuote(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛`´]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,;:!?]+$/, '');
}

/** Two words in quotation marks are a term, not a quotation. */
const WORDS_MIN = 3;
