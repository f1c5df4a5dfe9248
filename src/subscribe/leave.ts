import { insertConsent, markSubscriberLeft, type SubscriberState } from '../../db/subscriber.ts';
import { maskAddress } from '../shared/address.ts';
import { subscriberOf, unknownLink, type ReaderDeps } from './link.ts';
import { LEAVE_WORDING } from './wording.ts';

/** How somebody ended their subscription. */
export type LeaveRoute = keyof typeof LEAVE_WORDING;

/** What the unsubscribe page shows; undefined when the link speaks for nobody. Changes nothing. */
export async function findLeaver(
  deps: ReaderDeps,
  token: string,
): Promise<{ state: SubscriberState; language: string; maskedAddress: string } | undefined> {
  const subscriber = await subscriberOf(deps, 'unsubscribe', token);
  if (!subscriber) return undefined;
  const { state, language, address } = subscriber;
  return { state, language, maskedAddress: maskAddress(address) };
}

/**
 * End a subscription at once. The row stays, so that nobody can add the address again without its owner.
 *
 * Shape: the token is one made for `unsubscribe`, or, by `preferences`, one made for `me`.
 * Safe to repeat: the row changes once and one consent is recorded. The link is good for ever.
 * Errors: NotFoundError `link.unknown`.
 * Source: RFC 8058 for `one-click`, RFC 2369 for `mailto`.
 */
export async function leave(deps: ReaderDeps, token: string, by: LeaveRoute): Promise<void> {
  const found = await subscriberOf(deps, by === 'preferences' ? 'me' : 'unsubscribe', token);
  if (!found) throw unknownLink();
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    if (!(await markSubscriberLeft(tx, found.id, { by, at }))) return;
    const route = by === 'preferences' ? 'web' : 'mail';
    const consent = { subscriberId: found.id, act: 'left', wording: LEAVE_WORDING[by], route, at } as const;
    await insertConsent(tx, consent);
  });
}
