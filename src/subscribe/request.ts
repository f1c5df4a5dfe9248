import {
  claimSubscriber,
  insertConsent,
  insertSubscriber,
  markSubscriberPending,
  type NewSubscriber,
  type Subscriber,
} from '../../db/subscriber.ts';
import { addressKey } from '../shared/address.ts';
import {
  readAddress,
  readCadence,
  readCategories,
  readLanguage,
  readLocale,
  readOwnName,
} from './choices.ts';
import { askToConfirm, sayKnown } from './letters.ts';
import type { ReaderDeps } from './link.ts';

export interface SubscriptionRequest {
  address: string;
  name?: string | undefined;
  /** Slugs, in the order in which they should stand in the digest. */
  categories: string[];
  /** `daily` or `weekly`; every day when left out. */
  cadence?: string | undefined;
  /** Of letters and pages: one that has words here; the newsroom's when left out. */
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
 * Errors: InvalidError `subscription.address`, `.categories`, `.name`, `.cadence`, `.language`, `.timezone`; then nothing is stored.
 */
export async function requestSubscription(deps: ReaderDeps, input: SubscriptionRequest): Promise<void> {
  const address = readAddress(input.address);
  const categories = readCategories(deps.config, input.categories);
  const language = input.language === undefined ? undefined : readLanguage(deps.config, input.language);
  const asked: NewSubscriber = {
    address,
    addressKey: addressKey(deps.secret, address),
    name: readOwnName(input.name),
    cadence: readCadence(input.cadence ?? 'daily'),
    categories,
    ...readLocale(deps.config, { ...input, language }),
    requestedAt: deps.clock.now(),
  };
  await deps.db.transaction(async (tx) => {
    const added = await insertSubscriber(tx, asked);
    const known = added ?? (await claimSubscriber(tx, asked.addressKey));
    if (!known) throw new Error('a subscriber vanished while they asked to subscribe');
    if (known.state === 'confirmed') return sayKnown(deps, tx, known);
    const subscriber: Subscriber = { ...known, address, state: 'pending' };
    // What was chosen changes only together with the letter that tells of it.
    if (!(await askToConfirm(deps, { db: tx, subscriber, categories }))) return;
    if (!added) await markSubscriberPending(tx, known.id, asked);
    await insertConsent(tx, {
      subscriberId: known.id,
      act: 'requested',
      wording: input.wording,
      route: input.route,
      at: asked.requestedAt,
    });
  });
}
