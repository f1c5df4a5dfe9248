import { insertConsent, markSubscriberConfirmed, type Subscriber } from '../../db/subscriber.ts';
import { namesOf } from './choices.ts';
import { sayWelcome } from './letters.ts';
import { endedSubscription, subscriberOf, unknownLink, type ReaderDeps } from './link.ts';

/** What the confirm page shows; undefined when the link speaks for nobody. Changes nothing. */
export async function findConfirmation(
  deps: ReaderDeps,
  token: string,
): Promise<(Pick<Subscriber, 'state' | 'language' | 'cadence'> & { categories: string[] }) | undefined> {
  const subscriber = await subscriberOf(deps, 'confirm', token);
  if (!subscriber) return undefined;
  const { state, language, cadence, categories } = subscriber;
  return { state, language, cadence, categories: namesOf(deps.config, categories) };
}

/**
 * Confirm a subscription: a token of a confirm letter comes in, a confirmed subscriber comes out.
 *
 * Safe to repeat: the row changes once, and with it one consent is recorded and one welcome is asked for.
 * Errors: NotFoundError `link.unknown`; ConflictError `subscription.left` when they have ended it since.
 */
export async function confirmSubscription(
  deps: ReaderDeps,
  token: string,
  { wording }: { wording: string },
): Promise<{ subscriber: Subscriber; alreadyConfirmed: boolean }> {
  const found = await subscriberOf(deps, 'confirm', token);
  if (!found) throw unknownLink();
  const at = deps.clock.now();
  const confirmed = await deps.db.transaction(async (tx) => {
    const subscriber = await markSubscriberConfirmed(tx, found.id, at);
    if (!subscriber) return undefined;
    await insertConsent(tx, { subscriberId: found.id, act: 'confirmed', wording, route: 'mail', at });
    await sayWelcome(deps, { db: tx, subscriber });
    return subscriber;
  });
  if (confirmed) return { subscriber: confirmed, alreadyConfirmed: false };
  const now = (await subscriberOf(deps, 'confirm', token)) ?? found;
  if (now.state === 'left') throw endedSubscription();
  return { subscriber: now, alreadyConfirmed: true };
}
