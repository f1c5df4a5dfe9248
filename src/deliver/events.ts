import type { Db, WithDb } from '../../db/client.ts';
import { claimDelivery, markBatchTaken, markDelivery } from '../../db/delivery-event.ts';
import { hasPartition } from '../../db/delivery-partition.ts';
import { changeTally } from '../../db/edition-tally.ts';
import {
  countBounces,
  findMailEvent,
  insertMailEvent,
  listMailEventsOf,
  markMailEvent,
} from '../../db/mail-event.ts';
import { claimAddress, replaceSuppression, upsertSuppression } from '../../db/suppression.ts';
import { addressKey } from '../shared/address.ts';
import type { Ports } from '../shared/ports.ts';
import { readEventBody, type EventBody } from './event-body.ts';
import { holdIfTooMany } from './event-breaker.ts';
import { saysMore, standingOf } from './event-outcome.ts';
import { causesOf, OF_MAILS } from './event-suppress.ts';

export type EventDeps = WithDb<Ports>;

export interface ReceivedEvent {
  type: string;
  /** It was known already, and nothing was changed. */
  repeated: boolean;
  /** The token of a link whose owner wants no more mails, until `closeUnsubscribe` says that it was heeded. */
  unsubscribe: string | undefined;
}

/**
 * Take in what the mail provider tells of a mail or an address.
 *
 * In: the body of an event whose signature was found good, and its id. Out: the event, and what follows of it: how the
 * delivery stands, to which address nothing more is sent, how many mails of the edition came back, and whether it is held
 * for that. All at once or nothing. Safe to repeat, and in any order: the same events always end in the same.
 * Errors: AppError `webhook.body`, and then nothing is kept.
 */
export async function receiveEvent(
  deps: EventDeps,
  { id, body, receivedAt }: { id: string; body: string; receivedAt: Date },
): Promise<ReceivedEvent> {
  const event = readEventBody(body);
  const { type, editionId, subscriberId, providerId, address, unsubscribe } = event;
  const key = address === undefined ? null : addressKey(deps.secret, address);
  const at = event.at ?? receivedAt;
  const detail = unsubscribe === undefined ? event.detail : { ...event.detail, unsubscribe: 'asked' };
  const row = { id, type, at, receivedAt, editionId, subscriberId, providerId, addressKey: key, detail };
  const isNew = await deps.db.transaction(async (tx) => {
    if (key !== null) await claimAddress(tx, key);
    if (!(await insertMailEvent(tx, row))) return false;
    if (key !== null) await judgeAddress(tx, key, event);
    await followDelivery(tx, deps, { event, at });
    return true;
  });
  if (isNew || unsubscribe === undefined) return { type, repeated: !isNew, unsubscribe };
  const kept = await findMailEvent(deps.db, id);
  const isOpen = kept?.detail.unsubscribe === 'asked';
  return { type, repeated: true, unsubscribe: isOpen ? unsubscribe : undefined };
}

/** The wish to get no more mails that came with an event was heeded, or spoke for nobody: a repetition says it no more. */
export async function closeUnsubscribe({ db }: EventDeps, id: string): Promise<void> {
  await markMailEvent(db, id, { unsubscribe: 'closed' });
}

/** More than a mail a day, and all that is told of it, for a year. */
const EVENTS_MAX = 2000;
const BOUNCES_MIN = 3;

async function judgeAddress(tx: Db, key: string, { type, outcome }: EventBody): Promise<void> {
  const ofProvider = type.startsWith('suppression.') || type === 'email.suppressed';
  const ofMail = OF_MAILS.includes(type);
  const forGood = type === 'email.complained' || outcome?.code === 'bounce.permanent';
  if (!ofProvider && !ofMail) return;
  const isFrequent = ofMail && (await countBounces(tx, key)) >= BOUNCES_MIN;
  if (!ofProvider && !forGood && !isFrequent) return;
  const causes = causesOf(await listMailEventsOf(tx, key, { limit: EVENTS_MAX }));
  // Never taken back: the events may have been deleted for their age.
  for (const cause of ['bounced', 'complained'] as const) {
    const at = causes[cause];
    if (forGood && at) await upsertSuppression(tx, { addressKey: key, cause, at });
  }
  if (ofProvider) await replaceSuppression(tx, { addressKey: key, cause: 'provider', at: causes.provider });
  if (isFrequent) await replaceSuppression(tx, { addressKey: key, cause: 'bounces', at: causes.bounces });
}

async function followDelivery(
  tx: Db,
  deps: EventDeps,
  { event, at }: { event: EventBody; at: Date },
): Promise<void> {
  const { editionId, subscriberId, batch, outcome, providerId } = event;
  if (!outcome || editionId === null || subscriberId === null) return;
  if (!(await hasPartition(tx, editionId))) return;
  const found = await claimDelivery(tx, editionId, subscriberId);
  if (!found || found.batch === null || standingOf(found).state === 'skipped') return;
  // What is told of a mail of an earlier batch says nothing of the one in which it goes out again.
  const isOfBatch = batch === undefined || batch === found.batch;
  const taken = isOfBatch && (await markBatchTaken(tx, { editionId, number: found.batch }, at));
  const delivery = taken ? { ...found, batchState: 'submitted' as const, batchCode: null } : found;
  const known = standingOf(delivery);
  const told = found.batchProviderId === null ? [found.providerId, providerId] : [found.providerId];
  const smallest = told.filter((each) => each !== null).toSorted()[0] ?? null;
  const of = { editionId, subscriberId, providerId: smallest };
  if (!saysMore(outcome, known)) {
    if (smallest !== found.providerId) await markDelivery(tx, of);
    return;
  }
  const { state } = outcome;
  await markDelivery(tx, of, outcome);
  const change = (of: 'bounced' | 'complained') => Number(state === of) - Number(known.state === of);
  const [bounced, complained] = [change('bounced'), change('complained')];
  if (bounced === 0 && complained === 0) return;
  const tally = await changeTally(tx, editionId, { bounced, complained });
  if (tally) await holdIfTooMany(tx, deps, tally);
}
