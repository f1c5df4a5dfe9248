/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Whether a text is a language tag, BCP 47. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The first part of a language tag, which is the language itself: "pt" of "pt-BR", "en" of "EN_us". */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** A language tag as BCP 47 writes it: "en_US" becomes "en-US"; of several the first; undefined for what is none. */
export function languageTag(text: string | undefined): string | undefined {
  try {
    const first = text
      ?.trim()
      .replaceAll('_', '-')
      .split(/[\s,;]/)[0];
    const tag = Intl.getCanonicalLocales(first)[0];
    return tag === 'und' ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** Scripts, ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);
