import { setFlagsFromString } from 'node:v8';

/**
 * Make this process take less memory and a little more time, for commands that run beside a newsroom or on a small machine.
 *
 * Shape: the old part of the heap grows in small steps, and the compiler that keeps the most beside it stays out. Both are
 * read whenever they matter, so they may be set now; threads that are started later keep to them too.
 * Source: measured on `collect` of 80 sources and 88 pages: 283 MB in place of 340, and a third more time for reading pages.
 */
export function beFrugal(): void {
  setFlagsFromString('--heap-growing-percent=15');
  setFlagsFromString('--no-maglev');
}
