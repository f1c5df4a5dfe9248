import type { SignatureDisplay } from '../../db/signature.ts';
import { parseAddress, type Address } from '../shared/address.ts';
import { invalid } from '../shared/errors.ts';
import { cleanText } from '../shared/html.ts';
import { isLinkLike, readName } from '../shared/person.ts';

/**
 * Read the address that a signer typed.
 *
 * Errors: InvalidError `signature.address`.
 */
export function readAddress(typed: string): Address {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid(
      'signature.address',
      'This is not a mail address that we can write to. It should look like name@example.org.',
    );
  return address;
}

/**
 * Read the name that a signer typed.
 *
 * Errors: InvalidError `signature.name`.
 */
export function readSigner(typed: string): string {
  const read = readName(typed);
  if (!read.ok) throw invalid('signature.name', read.reason);
  if (read.name === '') throw invalid('signature.name', 'Please write your name: a petition counts people.');
  return read.name;
}

/**
 * Read where a signer lives; null when they do not say.
 *
 * Errors: InvalidError `signature.place`.
 */
export function readPlace(typed: string | undefined): string | null {
  const read = readName(typed ?? '');
  if (!read.ok) throw invalid('signature.place', read.reason);
  return read.name || null;
}

/**
 * Read how a signer wants to be shown: a choice that the form does not make for them.
 *
 * Errors: InvalidError `signature.display`.
 */
export function readDisplay(typed: string): SignatureDisplay {
  if (typed === 'name' || typed === 'initials' || typed === 'hidden') return typed;
  throw invalid('signature.display', 'Please choose how you want to be shown.');
}

/** A signer as others see them: `Ana Prado`, `A. P.`, or undefined for who is hidden or has no name fit to show. */
export function shownName(name: string, display: SignatureDisplay): string | undefined {
  const clean = cleanText(name);
  if (display === 'hidden' || clean === '' || isLinkLike(clean)) return undefined;
  return display === 'name' ? clean : initialsOf(clean);
}

/** A name as it may stand where somebody else could read it: `A… P…`. */
export function maskName(name: string): string {
  return wordsOf(name)
    .map((word) => `${firstLetterOf(word)}…`)
    .join(' ');
}

const initialsOf = (name: string) => {
  const words = wordsOf(name);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => `${firstLetterOf(word ?? '')}.`).join(' ');
};

const wordsOf = (name: string) => name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The first letter as a reader sees it, with the marks that belong to it. */
function firstLetterOf(word: string): string {
  for (const { segment } of new Intl.Segmenter('und').segment(word))
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase('und');
  return '';
}
