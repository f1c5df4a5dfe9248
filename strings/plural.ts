/**
 * The form of a word that goes with a count.
 *
 * Source: Unicode CLDR plural rules, by Intl.PluralRules.
 */
export function pluralOf<T>(language: string, count: number, forms: PluralForms<T>): T {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

/** One form for each category that the language has; `other` is in all of them. */
export type PluralForms<T> = Partial<Record<Intl.LDMLPluralRule, T>> & { other: T };
