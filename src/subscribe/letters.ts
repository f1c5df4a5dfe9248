import { insertLetter, insertLetterUpTo, type LetterKind } from '../../db/letter.ts';
import type { Db } from '../../db/client.ts';
import type { Subscriber } from '../../db/subscriber.ts';
import { dayOf } from '../shared/day.ts';
import { namesOf } from './choices.ts';
import type { ReaderDeps } from './link.ts';

/**
 * Ask for the letter that asks to confirm, three a day for one address at most; false when that many are under way.
 *
 * Shape: the letter's facts name the chosen categories, one a line.
 */
export async function askToConfirm(
  { config, clock }: ReaderDeps,
  {
    db,
    subscriber,
    categories = subscriber.categories,
  }: { db: Db; subscriber: Subscriber; categories?: string[] },
): Promise<boolean> {
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const facts = { categories: namesOf(config, categories).join('\n') };
  const key = `confirm:${subscriber.addressKey}:${day}`;
  return insertLetterUpTo(db, { ...letterTo(subscriber, 'confirm', clock.now()), dedupeKey: key, facts }, 3);
}

/** Tell somebody who is a subscriber that their address was given again; once a day at most. */
export async function sayKnown({ config, clock }: ReaderDeps, db: Db, subscriber: Subscriber): Promise<void> {
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const dedupeKey = `known:${subscriber.addressKey}:${day}`;
  await insertLetter(db, { ...letterTo(subscriber, 'known', clock.now()), dedupeKey });
}

/** Welcome somebody who has just confirmed; once for each confirmation. */
export async function sayWelcome(
  { config, clock }: ReaderDeps,
  { db, subscriber }: { db: Db; subscriber: Subscriber },
): Promise<void> {
  const dedupeKey = `welcome:${subscriber.id}:${subscriber.confirmedAt?.toISOString()}`;
  const facts = { categories: namesOf(config, subscriber.categories).join('\n') };
  await insertLetter(db, { ...letterTo(subscriber, 'welcome', clock.now()), dedupeKey, facts });
}

/** Send a subscriber a fresh link to their preferences; one in each hour of the clock at most. */
export async function sendFreshLink({ db, clock }: ReaderDeps, subscriber: Subscriber): Promise<void> {
  const hour = clock.now().toISOString().slice(0, 13);
  const dedupeKey = `fresh-link:${subscriber.addressKey}:${hour}`;
  await insertLetter(db, { ...letterTo(subscriber, 'fresh-link', clock.now()), dedupeKey });
}

function letterTo({ id, address, linkEpoch }: Subscriber, kind: LetterKind, now: Date) {
  return { kind, address, subscriberId: id, linkEpoch, nextTryAt: now, createdAt: now };
}
