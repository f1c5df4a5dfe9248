/**
 * How long what a person writes may be, so that mails and pages hold it.
 *
 * Units: characters; `paragraphs` counts them.
 */
export const PERSON_MAX = {
  short: 900,
  paragraph: 5_000,
  paragraphs: 12,
  title: 140,
  detail: 1_500,
  letter: 6_000,
  /** A subject, and a line of the mail. */
  line: 160,
} as const;

/** What is wrong with a text that is longer than its limit, as the end of a sentence; undefined when nothing is. */
export function lengthFault(text: string, max: number): string | undefined {
  if (text.length <= max) return undefined;
  return `is longer than ${max.toLocaleString('en')} characters (${text.length.toLocaleString('en')})`;
}
