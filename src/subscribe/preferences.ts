import {
  claimSubscriber,
  findSubscriberByKey,
  insertConsent,
  markSubscriberChoices,
  type Subscriber,
  type SubscriberState,
} from '../../db/subscriber.ts';
import { spokenOf } from '../../strings/strings.ts';
import { addressKey, maskAddress } from '../shared/address.ts';
import { conflict } from '../shared/errors.ts';
import { readAddress, readCadence, readCategories, readLanguage, readOwnName } from './choices.ts';
import { sendFreshLink } from './letters.ts';
import { endedSubscription, subscriberOf, unknownLink, type ReaderDeps } from './link.ts';

export interface Preferences {
  subscriberId: string;
  state: SubscriberState;
  maskedAddress: string;
  language: string;
  name: string | null;
  cadence: Subscriber['cadence'];
  /** Every category of the newsroom: the chosen ones first, in the subscriber's order. */
  categories: { slug: string; name: string; chosen: boolean }[];
}

export interface PreferenceChoices {
  /** Slugs, in the order in which they should stand in the digest. */
  categories: string[];
  /** `daily` or `weekly`. Left out: stays as it is. */
  cadence?: string | undefined;
  /** Of letters and pages: one that has words here. Left out: stays as it is. */
  language?: string | undefined;
  /** Left out: stays as it is. Empty: is removed. */
  name?: string | undefined;
  /** The exact words that stood above the button. */
  wording: string;
}

/** What the preferences page shows; undefined when the link speaks for nobody. Changes nothing. */
export async function findPreferences(deps: ReaderDeps, token: string): Promise<Preferences | undefined> {
  const subscriber = await subscriberOf(deps, 'me', token);
  if (!subscriber) return undefined;
  const { id, state, address, language, name, cadence, categories: chosen } = subscriber;
  const shelf = deps.config.categories.map((category) => ({ slug: category.slug, name: category.name }));
  const first = chosen.flatMap((slug) => shelf.find((category) => category.slug === slug) ?? []);
  const others = shelf.filter((category) => !chosen.includes(category.slug));
  return {
    subscriberId: id,
    state,
    language,
    name,
    cadence,
    maskedAddress: maskAddress(address),
    categories: [
      ...first.map((category) => ({ ...category, chosen: true })),
      ...others.map((category) => ({ ...category, chosen: false })),
    ],
  };
}

/**
 * Write what a subscriber chooses now.
 *
 * Safe to repeat: the same choices change nothing and record nothing. Categories that the newsroom gave up stay on the
 * row, after the chosen ones.
 * Errors: NotFoundError `link.unknown`; InvalidError `subscription.categories`, `.name`, `.cadence`, `.language`;
 * ConflictError `subscription.left`, `subscription.pending`.
 */
export async function changePreferences(
  deps: ReaderDeps,
  token: string,
  input: PreferenceChoices,
): Promise<void> {
  const found = await subscriberOf(deps, 'me', token);
  if (!found) throw unknownLink();
  const chosen = readCategories(deps.config, input.categories, NONE_CHOSEN);
  const name = input.name === undefined ? undefined : readOwnName(input.name);
  const cadence = input.cadence === undefined ? undefined : readCadence(input.cadence);
  const language =
    input.language === undefined ? undefined : readLanguage(deps.config, input.language, found.language);
  await deps.db.transaction(async (tx) => {
    const subscriber = await claimSubscriber(tx, found.addressKey);
    if (!subscriber) throw unknownLink();
    requireConfirmed(subscriber);
    const givenUp = subscriber.categories.filter((slug) => !isOffered(deps, slug));
    const next = {
      name: name === undefined ? subscriber.name : name,
      cadence: cadence ?? subscriber.cadence,
      language: languageAfter(deps, subscriber, language),
      categories: [...chosen, ...givenUp],
    };
    if (isSame(subscriber, next)) return;
    await markSubscriberChoices(tx, subscriber.id, next);
    const { wording } = input;
    await insertConsent(tx, {
      subscriberId: subscriber.id,
      act: 'changed',
      wording,
      route: 'web',
      at: deps.clock.now(),
    });
  });
}

/**
 * Mail a subscriber a fresh link to their preferences.
 *
 * Whoever asks learns nothing about the address: the answer is the same when it is not a subscriber's.
 * Errors: InvalidError `subscription.address`.
 */
export async function requestFreshLink(deps: ReaderDeps, { address }: { address: string }): Promise<void> {
  const key = addressKey(deps.secret, readAddress(address));
  const subscriber = await findSubscriberByKey(deps.db, key);
  if (subscriber?.state === 'confirmed') await sendFreshLink(deps, subscriber);
}

const NONE_CHOSEN =
  'Please keep at least one category. To get no more mails, use “Unsubscribe” further down this page.';

const isOffered = ({ config }: ReaderDeps, slug: string) =>
  config.categories.some((category) => category.slug === slug);

type Chosen = Pick<Subscriber, 'name' | 'cadence' | 'language' | 'categories'>;

const isSame = (a: Chosen, b: Chosen) =>
  a.name === b.name &&
  a.cadence === b.cadence &&
  a.language === b.language &&
  a.categories.join('\n') === b.categories.join('\n');

/** Whoever reads a language that has no words here hears the newsroom's; to leave it at that is no choice. */
function languageAfter({ config }: ReaderDeps, { language }: Subscriber, chosen: string | undefined): string {
  const heard = spokenOf(language, config.newsroom.language);
  return chosen === undefined || chosen === heard ? language : chosen;
}

function requireConfirmed({ state }: Subscriber): void {
  if (state === 'left') throw endedSubscription();
  if (state === 'pending')
    throw conflict(
      'subscription.pending',
      'Please confirm the subscription first, with the link in our mail.',
    );
}
