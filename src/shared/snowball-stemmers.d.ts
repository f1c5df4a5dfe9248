declare module 'snowball-stemmers' {
  /** Errors: throws when there is no stemmer of that name. */
  export function newStemmer(algorithm: string): { stem(word: string): string };
}
