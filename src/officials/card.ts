import type { Official } from '../../db/official.ts';
import type { Day } from '../shared/day.ts';

/** What a reader needs to write to somebody, as plain data for pages. */
export interface OfficialCard {
  slug: string;
  name: string;
  office: string;
  jurisdiction: string | undefined;
  party: string | undefined;
  addresses: { label?: string | undefined; lines: string[] }[];
  phones: string[];
  formUrl: string | undefined;
  email: string | undefined;
  /** Where these facts come from, and when they were last checked. */
  source: string;
  asOf: Day;
  /** Opens a letter in the reader's own mail program; only where there is an address. */
  mailto?: string;
}

/**
 * One official as a card, with a letter for the reader's mail program where there is an address.
 *
 * Units: `mailto` has at most 1,800 characters; a letter that is longer is left out of it, subject first kept.
 */
export function officialCard(official: Official, letter?: { subject: string; body: string }): OfficialCard {
  const { slug, name, office, addresses, phones, source } = official;
  const email = official.email ?? undefined;
  return {
    slug,
    name,
    office,
    addresses,
    phones,
    source,
    email,
    jurisdiction: official.jurisdiction ?? undefined,
    party: official.party ?? undefined,
    formUrl: official.formUrl ?? undefined,
    asOf: official.asOfDay,
    ...(email === undefined ? {} : { mailto: mailtoOf(email, letter) }),
  };
}

const MAILTO_MAX = 1800;

/** Source: RFC 6068 (line breaks are %0D%0A, the address is percent-encoded but for its @). */
function mailtoOf(address: string, letter?: { subject: string; body: string }): string {
  const bare = `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
  if (!letter) return bare;
  const withSubject = `${bare}?subject=${encoded(letter.subject)}`;
  const whole = `${withSubject}&body=${encoded(letter.body.replace(/\r?\n/g, '\r\n'))}`;
  return [whole, withSubject].find((uri) => uri.length <= MAILTO_MAX) ?? bare;
}

/** A lone surrogate cannot be encoded; it becomes the replacement character. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
