import { randomUUID } from 'node:crypto';
import type { WithDb } from '../../db/client.ts';
import { insertMailEvent } from '../../db/mail-event.ts';
import {
  claimAddress,
  deleteSuppression,
  listRecentSuppressions as listRecent,
  listSuppressions,
  upsertSuppression,
  type Suppression,
} from '../../db/suppression.ts';
import { addressKey, parseAddress } from '../shared/address.ts';
import { invalid } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { LET_GO } from './event-suppress.ts';

type SuppressDeps = WithDb<Pick<Ports, 'clock' | 'secret'>>;

/**
 * Send nothing more to an address because a person says so. Safe to repeat: the first time and note stay.
 *
 * Shape: returns every cause for which nothing is sent to it.
 * Errors: AppError `address.invalid`.
 */
export async function suppress(
  deps: SuppressDeps,
  { address, note }: { address: string; note?: string | undefined },
): Promise<Suppression[]> {
  const key = keyOf(deps, address);
  const at = deps.clock.now();
  await upsertSuppression(deps.db, { addressKey: key, cause: 'person', at, note: note?.trim() || null });
  return listSuppressions(deps.db, key);
}

/**
 * Let mails go to an address again, whatever the cause was: nothing that happened until now suppresses it any more.
 *
 * Shape: returns what was taken back; empty when it was not suppressed.
 * Errors: AppError `address.invalid`.
 */
export async function unsuppress(deps: SuppressDeps, address: string): Promise<Suppression[]> {
  const key = keyOf(deps, address);
  const at = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await claimAddress(tx, key);
    const taken = await deleteSuppression(tx, key);
    await insertMailEvent(tx, {
      id: `person/${randomUUID()}`,
      type: LET_GO,
      at,
      receivedAt: at,
      editionId: null,
      subscriberId: null,
      providerId: null,
      addressKey: key,
      detail: {},
    });
    return taken;
  });
}

/** Why nothing is sent to an address, the earliest cause first; empty when mails go to it. Errors: AppError `address.invalid`. */
export async function findSuppression(deps: SuppressDeps, address: string): Promise<Suppression[]> {
  return listSuppressions(deps.db, keyOf(deps, address));
}

/** The last addresses to which nothing is sent any more, by their keys, the newest first. */
export async function listRecentSuppressions(
  { db }: SuppressDeps,
  { limit }: { limit: number },
): Promise<Suppression[]> {
  return listRecent(db, { limit });
}

function keyOf({ secret }: SuppressDeps, typed: string): string {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid(
      'address.invalid',
      'This is no address that mail can reach. Write it like ada@inbox.example.',
    );
  return addressKey(secret, address);
}
