/**
 * Whether a line says nothing but when: "Published 3 May 2026, 10:12 | Updated 11:00 GMT", "Freitag, 5. Juni".
 *
 * Source: the names of months and days are those of Unicode CLDR, as Intl has them.
 */
export function isDateLine(line: string): boolean {
  if (line.length > LINE_MAX || !/\d/.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return DATE_OF_DIGITS.test(line);
  return words.some((word) => WHEN.has(word)) && words.every((word) => WHEN.has(word) || AROUND.has(word));
}

const LINE_MAX = 120;
const DATE_OF_DIGITS = /^\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\D+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?\W*$/;
const LANGUAGES = 'en de fr es pt it nl sv da nb fi pl cs tr ru uk'.split(' ');

const AROUND = new Set(
  (
    'at on by the of and a am pm h t z uhr um am den der le la à el los las de del em às as il alle om kl o ' +
    'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest eet msk jst aest th st nd rd ' +
    'first last originally min mins minute minutes read hour hours day days ago'
  ).split(' '),
);

const WHEN = new Set(
  (
    'posted published updated created modified update publicado publicada atualizado actualizado publié mis jour ' +
    'veröffentlicht aktualisiert stand erstellt pubblicato aggiornato gepubliceerd bijgewerkt publicerad uppdaterad ' +
    'опубликовано обновлено'
  )
    .split(' ')
    .concat(LANGUAGES.flatMap(namesIn)),
);

function namesIn(language: string): string[] {
  const styles = [{ month: 'long' }, { month: 'short' }, { weekday: 'long' }, { weekday: 'short' }] as const;
  return [...styles, { day: 'numeric', month: 'long' } as const].flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    // Thirteen steps of 29 days meet every month, and every day of the week.
    const days = Array.from({ length: 13 }, (_, i) => format.format(Date.UTC(2026, 0, 1 + 29 * i)));
    return days.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []);
  });
}
