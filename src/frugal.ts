import { setFlagsFromString } from 'node:v8';

/**
 * Make this process take less memory and a little more time, for commands that run beside a newsroom or on a small machine.
 *
 * Shape: the old part of the heap grows in small steps, and what is compiled is kept small. All of it is read whenever it
 * matters, so it may be set now; threads that are started later keep to it too.
 * Source: measured on `collect` of 80 sources, ten of them hostile, and 88 pages: 275 to 300 MB in place of 320 to 340, and
 * ten seconds in place of seven.
 */
export function beFrugal(): void {
  setFlagsFromString('--heap-growing-percent=15');
  setFlagsFromString('--no-maglev');
  setFlagsFromString('--optimize-for-size');
}
