import type { Db } from '../../db/client.ts';
import {
  claimSubscriber,
  insertConsent,
  insertSubscriber,
  markSubscriberPending,
  upsertSubscriberCategories,
  type NewSubscriber,
  type Subscriber,
} from '../../db/subscriber.ts';
import { addressKey } from '../shared/address.ts';
import { readAddress, readCategories, readLocale, readOwnName } from './choices.ts';
import { askToConfirm, sayKnown } from './letters.ts';
import type { ReaderDeps } from './link.ts';

export interface SubscriptionRequest {
  address: string;
  name?: string | undefined;
  /** Slugs, in the order in which they should stand in the digest. */
  categories: string[];
  cadence?: 'daily' | undefined;
  language?: string | undefined;
  timezone?: string | undefined;
  /** The exact words that stood above the button. */
  wording: string;
  route: 'web';
}

/**
 * Ask for a subscription: what was typed comes in, a row that waits and a letter that asks to confirm come out.
 *
 * Whoever asks learns nothing about the address: new, waiting, subscribed or gone, the answer is the same, and only the
 * owner's letters differ. Safe to repeat and to run at once for one address: the row is held while it is judged, and
 * letters are limited by their keys.
 * Errors: InvalidError `subscription.address`, `.categories`, `.name`, `.language`, `.timezone`; then nothing is stored.
 */
export async function requestSubscription(deps: ReaderDeps, input: SubscriptionRequest): Promise<void> {
  const address = readAddress(input.address);
  const categories = readCategories(deps.config, input.categories);
  const asked: NewSubscriber = {
    address,
    addressKey: addressKey(deps.secret, address),
    name: readOwnName(input.name),
    cadence: input.cadence ?? 'daily',
    ...readLocale(deps.config, input),
    requestedAt: deps.clock.now(),
  };
  await deps.db.transaction(async (tx) => {
    const known = await pendingOrKnown(tx, asked);
    if (known.state === 'confirmed') return sayKnown(deps, tx, known);
    await upsertSubscriberCategories(tx, known.id, categories);
    if (!(await askToConfirm(deps, { db: tx, subscriber: known, categories }))) return;
    const { wording, route } = input;
    await insertConsent(tx, {
      subscriberId: known.id,
      act: 'requested',
      wording,
      route,
      at: asked.requestedAt,
    });
  });
}

/** The row of the address, held: new, or brought up to what was asked now, or untouched when it is confirmed. */
async function pendingOrKnown(db: Db, asked: NewSubscriber): Promise<Subscriber> {
  const added = await insertSubscriber(db, asked);
  if (added) return added;
  const known = await claimSubscriber(db, asked.addressKey);
  if (!known) throw new Error('a subscriber vanished while they asked to subscribe');
  if (known.state === 'confirmed') return known;
  await markSubscriberPending(db, known.id, asked);
  return { ...known, address: asked.address, state: 'pending' };
}
