import type { Petition } from '../../db/petition.ts';
import { shortDate } from '../shared/day.ts';
import { conflict } from '../shared/errors.ts';
import type { Config } from '../shared/config.ts';

/** Whether it can be signed: now, no more, or not yet. */
export type PetitionState = 'open' | 'closed' | 'upcoming';

/** The state of a petition at an instant. One that the configuration no longer names is closed. */
export function stateOf(
  { active, opensAt, closesAt }: Pick<Petition, 'active' | 'opensAt' | 'closesAt'>,
  now: Date,
): PetitionState {
  if (!active || (closesAt && now > closesAt)) return 'closed';
  return opensAt && now < opensAt ? 'upcoming' : 'open';
}

/**
 * Refuse to go on with a petition that cannot be signed now.
 *
 * Units: `graceMs` after closing still counts as open.
 * Errors: ConflictError `petition.closed`, `petition.not_open`, with the date in words.
 */
export function requireOpen(
  petition: Petition,
  { now, newsroom, graceMs = 0 }: { now: Date; newsroom: Config['newsroom']; graceMs?: number },
): void {
  const { opensAt, closesAt } = petition;
  const inWords = (at: Date) => shortDate(at, newsroom.timezone, newsroom.language);
  const state = stateOf({ ...petition, closesAt: closesAt && new Date(closesAt.getTime() + graceMs) }, now);
  if (state === 'upcoming' && opensAt)
    throw conflict('petition.not_open', `This petition can be signed from ${inWords(opensAt)} on.`);
  if (state === 'closed' && closesAt && now > closesAt)
    throw conflict('petition.closed', `This petition closed on ${inWords(closesAt)}.`);
  if (state === 'closed') throw conflict('petition.closed', 'This petition has closed.');
}

/** For how long after closing a signature that was asked for in time can still be confirmed. */
export const CONFIRM_GRACE_MS = 24 * 60 * 60 * 1000;
