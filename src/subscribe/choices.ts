import type { Subscriber } from '../../db/subscriber.ts';
import { languagesSpoken } from '../../strings/strings.ts';
import { parseAddress, type Address } from '../shared/address.ts';
import type { Config } from '../shared/config.ts';
import { isTimezone } from '../shared/day.ts';
import { invalid } from '../shared/errors.ts';
import { isLanguage } from '../shared/language.ts';
import { readName } from '../shared/person.ts';

/**
 * Read the address that somebody typed.
 *
 * Errors: InvalidError `subscription.address`.
 */
export function readAddress(typed: string): Address {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid(
      'subscription.address',
      'This is not a mail address that we can write to. It should look like name@example.org.',
    );
  return address;
}

/**
 * Read the categories that somebody chose: in their order, each once.
 *
 * Errors: InvalidError `subscription.categories` when none is chosen, with the given sentence, or one is not there.
 */
export function readCategories(config: Config, chosen: string[], noneChosen = CHOOSE_ONE): string[] {
  const slugs = [...new Set(chosen)];
  const known = new Set(config.categories.map(({ slug }) => slug));
  if (slugs.length === 0) throw invalid('subscription.categories', noneChosen);
  if (!slugs.every((slug) => known.has(slug)))
    throw invalid(
      'subscription.categories',
      'One of these categories is not there, or no longer. Please choose again.',
    );
  return slugs;
}

/**
 * Read how often somebody wants the digest.
 *
 * Errors: InvalidError `subscription.cadence`.
 */
export function readCadence(chosen: string): Subscriber['cadence'] {
  if (chosen !== 'daily' && chosen !== 'weekly')
    throw invalid(
      'subscription.cadence',
      'Please choose how often the digest comes: every day, or once a week.',
    );
  return chosen;
}

/**
 * Read how somebody wants to be called; null when they do not say.
 *
 * Errors: InvalidError `subscription.name`.
 */
export function readOwnName(typed: string | undefined): string | null {
  const read = readName(typed ?? '');
  if (!read.ok) throw invalid('subscription.name', read.reason);
  return read.name || null;
}

/**
 * Read the language that somebody chose for letters and pages: one of those that have words, as `own` or the newsroom
 * writes it.
 *
 * Errors: InvalidError `subscription.language`.
 */
export function readLanguage({ newsroom }: Config, chosen: string, own?: string): string {
  if (!languagesSpoken(own, newsroom.language).includes(chosen))
    throw invalid('subscription.language', UNKNOWN_LANGUAGE);
  return chosen;
}

/**
 * Read language and time zone; the newsroom's where nothing is said.
 *
 * Errors: InvalidError `subscription.language`, `subscription.timezone`.
 */
export function readLocale(
  { newsroom }: Config,
  said: { language?: string | undefined; timezone?: string | undefined },
): { language: string; timezone: string } {
  const language = said.language || newsroom.language;
  const timezone = said.timezone || newsroom.timezone;
  if (language.length > 35 || !isLanguage(language)) throw invalid('subscription.language', UNKNOWN_LANGUAGE);
  if (timezone.length > 64 || !isTimezone(timezone))
    throw invalid('subscription.timezone', 'This time zone is not known to us.');
  return { language, timezone };
}

/** The names of those categories that the newsroom still has, in the given order. */
export function namesOf(config: Config, slugs: string[]): string[] {
  const names = new Map(config.categories.map(({ slug, name }) => [slug, name]));
  return slugs.flatMap((slug) => names.get(slug) ?? []);
}

const CHOOSE_ONE = 'Please choose at least one category.';
const UNKNOWN_LANGUAGE = 'This language is not known to us.';
