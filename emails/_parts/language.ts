/**
 * A language tag as programs know it: "en_US" becomes "en-US"; undefined for what is none.
 *
 * Source: BCP 47, by Intl.
 */
export function tagOf(language: string | null): string | undefined {
  try {
    return Intl.getCanonicalLocales(language?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The same, or English: whose rules hold where nobody knows the language. */
export const rulesOf = (language: string): string => tagOf(language) ?? 'en';
