import type { WithDb } from '../../db/client.ts';
import { findSubscriber, type Subscriber } from '../../db/subscriber.ts';
import { conflict, notFound, type AppError } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { readToken, type TokenPurpose } from '../shared/token.ts';

/** What this room takes. */
export type ReaderDeps = WithDb<Ports>;

/**
 * Whom a link speaks for; undefined when it is forged, made for something else, revoked, or its person is gone.
 *
 * A link that ends a subscription is good for ever: it is not compared with the subscriber's epoch.
 */
export async function subscriberOf(
  { db, secret }: ReaderDeps,
  purpose: Extract<TokenPurpose, 'confirm' | 'unsubscribe' | 'me'>,
  token: string,
): Promise<Subscriber | undefined> {
  const subject = readToken(secret, purpose, token);
  const [id, ...rest] = subject?.ids ?? [];
  if (!subject || id === undefined || rest.length > 0) return undefined;
  const subscriber = await findSubscriber(db, id);
  const good = purpose === 'unsubscribe' || subject.epoch === subscriber?.linkEpoch;
  return good ? subscriber : undefined;
}

/** The answer to a link that speaks for nobody. */
export function unknownLink(): AppError {
  return notFound(
    'link.unknown',
    'This link does not work, or no longer does. Please check that it is whole, or ask for a fresh one.',
  );
}

/** The answer to somebody who acts on a subscription that has ended. */
export function endedSubscription(): AppError {
  return conflict(
    'subscription.left',
    'This subscription was ended. To have it again, please subscribe anew.',
  );
}
