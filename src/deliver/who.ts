import type { Db, WithDb } from '../../db/client.ts';
import type { DeliveryState } from '../../db/delivery.ts';
import {
  listDeliveries,
  listDeliveriesTo,
  listEditionsFrom,
  type ListedDelivery,
} from '../../db/delivery-read.ts';
import { findDropped, type Outcome } from '../../db/edition-tally.ts';
import { findLatestEdition, listEditionsOfDay } from '../../db/edition.ts';
import { findSubscriberByKey, type Subscriber } from '../../db/subscriber.ts';
import { addressKey, parseAddress } from '../shared/address.ts';
import { addDays, dayOf, type Day } from '../shared/day.ts';
import { invalid, notFound } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { reasonOf } from './reasons.ts';

export interface WhoAsked {
  /** Without it the latest, or for one subscriber every edition that is kept. */
  day?: Day | undefined;
  /** An address. */
  subscriber?: string | undefined;
  state?: string | undefined;
}

export interface WhoEdition {
  day: Day;
  number: number;
  cadence: 'daily' | 'weekly';
}

/** A delivery with its reason in words. */
export type WhoRow = ListedDelivery;

/** A part of the answer: some rows of one edition, or a sentence why there are none. */
export interface WhoPart {
  /** Null where the sentence is not about one edition. */
  edition: WhoEdition | null;
  rows: WhoRow[];
  note: string | null;
  /** What became of an edition whose rows were dropped for their age. */
  dropped: Outcome[] | null;
}

const STATES: readonly DeliveryState[] = [
  'planned',
  'submitted',
  'delivered',
  'bounced',
  'complained',
  'skipped',
  'failed',
  'uncertain',
];

/**
 * Tell who got what: everybody of a day's editions, or one subscriber.
 *
 * Shape: page by page, by subscriber, so that the whole never stands in memory; of one subscriber the newest edition first.
 * Errors: AppError `edition.unknown`, `delivery.state`, `subscriber.address`, `subscriber.unknown`.
 */
export async function* who(deps: WithDb<Ports>, asked: WhoAsked): AsyncGenerator<WhoPart> {
  const state = readState(asked.state);
  if (asked.subscriber === undefined)
    yield* toEverybody(deps.db, await editionsOf(deps.db, asked.day), state);
  else yield* toOne(deps, await subscriberOf(deps, asked.subscriber), { day: asked.day, state });
}

/** One subscriber by their address. Errors: AppError `subscriber.address`, `subscriber.unknown`. */
async function subscriberOf({ db, secret }: WithDb<Ports>, typed: string): Promise<Subscriber> {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid('subscriber.address', 'This is not a mail address; it should look like name@example.org.');
  const subscriber = await findSubscriberByKey(db, addressKey(secret, address));
  if (!subscriber) throw notFound('subscriber.unknown', 'There is no subscriber with this address.');
  return subscriber;
}

const PAGE = 5_000;
const EDITIONS_MAX = 10_000;

type KeptEdition = WhoEdition & { id: string };

async function* toEverybody(
  db: Db,
  editions: readonly KeptEdition[],
  state: DeliveryState | undefined,
): AsyncGenerator<WhoPart> {
  for (const { id: editionId, ...rest } of editions) {
    const edition = plain(rest);
    const dropped = await findDropped(db, editionId);
    if (dropped) yield aboutDropped(edition, dropped);
    else {
      let shown = 0;
      for await (const rows of pagesOf(db, { editionId, state })) {
        shown += rows.length;
        yield { edition, rows, note: null, dropped: null };
      }
      if (shown === 0) yield aboutNone(edition, state);
    }
  }
}

async function* pagesOf(
  db: Db,
  asked: { editionId: string; state: DeliveryState | undefined },
): AsyncGenerator<WhoRow[]> {
  for (let after: string | undefined; ;) {
    const rows = await listDeliveries(db, { ...asked, limit: PAGE, after });
    if (rows.length > 0) yield rows.map(inWords);
    after = rows.at(-1)?.subscriberId;
    if (rows.length < PAGE) return;
  }
}

async function* toOne(
  deps: WithDb<Ports>,
  subscriber: Subscriber,
  { day, state }: { day: Day | undefined; state: DeliveryState | undefined },
): AsyncGenerator<WhoPart> {
  const { db } = deps;
  const editions = day === undefined ? await keptEditions(deps) : await editionsOf(db, day);
  const editionIds = editions.map(({ id }) => id);
  const found = await listDeliveriesTo(db, { subscriberId: subscriber.id, editionIds });
  const rows = new Map(found.map(({ editionId, ...row }) => [editionId, inWords(row)]));
  let shown = 0;
  for (const { id, ...rest } of editions) {
    const row = rows.get(id);
    const edition = plain(rest);
    if (row && (state === undefined || row.state === state)) {
      shown += 1;
      yield { edition, rows: [row], note: null, dropped: null };
    } else if (!row && day !== undefined) {
      shown += 1;
      const dropped = await findDropped(db, id);
      yield dropped ? aboutDropped(edition, dropped) : aboutMissing(edition, subscriber);
    }
  }
  if (shown > 0) return;
  const which = state === undefined ? '' : ` that is ${state}`;
  yield { edition: null, rows: [], note: `There is no delivery to them${which}.`, dropped: null };
}

function keptEditions({ db, clock, config }: WithDb<Ports>): Promise<KeptEdition[]> {
  const today = dayOf(clock.now(), config.newsroom.timezone);
  return listEditionsFrom(db, { from: addDays(today, -config.deliver.keepDays), limit: EDITIONS_MAX });
}

async function editionsOf(db: Db, asked: Day | undefined): Promise<KeptEdition[]> {
  const day = asked ?? (await findLatestEdition(db))?.day;
  const editions = day === undefined ? [] : await listEditionsOfDay(db, day);
  if (editions.length > 0) return editions;
  throw notFound('edition.unknown', asked ? `There is no edition of ${asked}.` : 'There is no edition yet.');
}

/** Errors: AppError `delivery.state`. */
function readState(typed: string | undefined): DeliveryState | undefined {
  const state = STATES.find((known) => known === typed);
  if (typed !== undefined && state === undefined)
    throw invalid('delivery.state', `There is no state "${typed}"; there are ${STATES.join(', ')}.`);
  return state;
}

const inWords = (row: ListedDelivery): WhoRow => ({ ...row, reason: reasonOf(row) });

const plain = ({ day, number, cadence }: WhoEdition): WhoEdition => ({ day, number, cadence });

const nameOf = ({ number, day }: WhoEdition) => `edition ${String(number)} of ${day}`;

const aboutDropped = (edition: WhoEdition, dropped: Outcome[]): WhoPart => ({
  edition,
  rows: [],
  note: `Who got what of ${nameOf(edition)} is kept no more for its age, only how many.`,
  dropped,
});

const aboutNone = (edition: WhoEdition, state: DeliveryState | undefined): WhoPart => ({
  edition,
  rows: [],
  note:
    state === undefined
      ? `No delivery of ${nameOf(edition)} is planned.`
      : `No delivery of ${nameOf(edition)} is ${state}.`,
  dropped: null,
});

function aboutMissing(edition: WhoEdition, { state, cadence }: Subscriber): WhoPart {
  const why = {
    pending: 'They have not confirmed their subscription.',
    left: 'They have left.',
    confirmed:
      cadence === edition.cadence
        ? 'It was not planned for them, or not yet.'
        : `They get the ${cadence} edition.`,
  }[state];
  return {
    edition,
    rows: [],
    note: `There is no delivery of ${nameOf(edition)} to them. ${why}`,
    dropped: null,
  };
}
