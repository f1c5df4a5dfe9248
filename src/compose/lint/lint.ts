import type { EditionFault } from '../../../db/edition.ts';
import { checkAround } from './around.ts';
import { checkContrast } from './contrast.ts';
import { checkForce } from './force.ts';
import { checkHeaders } from './headers.ts';
import { checkLinks } from './links.ts';
import { look, type LintInput, type Looked } from './looked.ts';
import { checkMarkup } from './markup.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkSize } from './size.ts';
import { checkText } from './text.ts';
import { checkWhole } from './whole.ts';

export type { LintInput } from './looked.ts';

/**
 * Look at everything that an edition's mails can be made of, before any of them is sent.
 *
 * In: the edition as it is kept. Out: what keeps it from being sent, in order; empty for one that may go out. Every
 * fragment is looked at once in each form, and whole mails as readers get them: each category alone, all of them in
 * order and in reverse. Nobody's links are in them but those of a reader who does not exist.
 * Shape: at most `FAULTS_MAX`, then one that says how many more. A fragment that is missing is reported alone.
 */
export function lintEdition(input: LintInput): EditionFault[] {
  const missing = checkWhole(input);
  return capped(distinct(missing.length > 0 ? missing : faultsIn(look(input))));
}

/** More tell nobody anything new. */
export const FAULTS_MAX = 50;

const CHECKS: readonly ((looked: Looked) => EditionFault[])[] = [
  checkSize,
  checkPlaceholders,
  checkLinks,
  checkHeaders,
  checkText,
  checkAround,
  checkMarkup,
  checkContrast,
  checkForce,
];

const faultsIn = (looked: Looked) => CHECKS.flatMap((check) => check(looked));

function distinct(faults: readonly EditionFault[]): EditionFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function capped(faults: EditionFault[]): EditionFault[] {
  const more = faults.length - FAULTS_MAX;
  if (more <= 0) return faults;
  const problem = `There are ${more} more faults. Mend these first, then compose the edition again.`;
  return [...faults.slice(0, FAULTS_MAX), { check: 'more', where: 'the edition', problem }];
}
