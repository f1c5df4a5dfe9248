import type { Db } from '../../db/client.ts';
import {
  findSubscriberByKey,
  insertConsent,
  insertSubscriber,
  type Subscriber,
} from '../../db/subscriber.ts';
import { addressKey } from '../shared/address.ts';
import { readAddress, readCadence, readCategories, readLocale, readOwnName } from './choices.ts';
import { askToConfirm } from './letters.ts';
import type { ReaderDeps } from './link.ts';
import { ADDED_WORDING } from './wording.ts';

export interface AddedSubscriber {
  address: string;
  name?: string | undefined;
  categories: string[];
  /** `daily` or `weekly`; every day when left out. */
  cadence?: string | undefined;
  /** The newsroom vouches for their consent; otherwise they get a letter that asks to confirm. */
  confirmed: boolean;
  route: keyof typeof ADDED_WORDING;
  sample?: boolean | undefined;
  language?: string | undefined;
  timezone?: string | undefined;
  /** How the consent came about, where it is known better than by the route. */
  wording?: string | undefined;
}

/** `known`: there already, untouched. `left`: they ended it, and only they can take it up again. */
export type AddOutcome = 'added' | 'known' | 'left';

/**
 * Add a subscriber on the newsroom's own account: from the command line, or one of the sample's invented readers.
 *
 * Safe to repeat, and to run at once for one address: a row that is there is never changed.
 * Errors: InvalidError as `requestSubscription`.
 */
export async function addSubscriber(deps: ReaderDeps, input: AddedSubscriber): Promise<AddOutcome> {
  const address = readAddress(input.address);
  const categories = readCategories(deps.config, input.categories);
  const at = deps.clock.now();
  const asked = {
    address,
    addressKey: addressKey(deps.secret, address),
    name: readOwnName(input.name),
    cadence: readCadence(input.cadence ?? 'daily'),
    categories,
    ...readLocale(deps.config, input),
    requestedAt: at,
    state: input.confirmed ? 'confirmed' : 'pending',
    confirmedAt: input.confirmed ? at : null,
    sample: input.sample ?? false,
  } as const;
  return deps.db.transaction(async (tx) => {
    const subscriber = await insertSubscriber(tx, asked);
    if (!subscriber) return outcomeOf(tx, asked.addressKey);
    const wording = input.wording ?? ADDED_WORDING[input.route];
    await insertConsent(tx, { subscriberId: subscriber.id, act: 'added', wording, route: input.route, at });
    if (!input.confirmed) await askToConfirm(deps, { db: tx, subscriber, categories });
    return 'added';
  });
}

async function outcomeOf(db: Db, key: string): Promise<AddOutcome> {
  const subscriber = await findSubscriberByKey(db, key);
  return subscriber && hasLeft(subscriber) ? 'left' : 'known';
}

/** A person who left and was then entered in the form by somebody has still left until they confirm. */
const hasLeft = ({ state, leftAt }: Subscriber) => state === 'left' || leftAt !== null;
