import type { WithDb } from '../../db/client.ts';
import {
  markBatchEnded,
  markBatchForRetry,
  markBatchSubmitted,
  type ClaimedBatch,
  type MemberResult,
} from '../../db/delivery-claim.ts';
import { splitBatch } from '../../db/delivery-split.ts';
import { AppError, failure } from '../shared/errors.ts';
import type { Composer, Mail, Mailer, MailOutcome, OpenEdition, Ports } from '../shared/ports.ts';
import { composed, type Composed } from './edition-mail.ts';
import { meaningOf, MailRefused, NO_ANSWER } from './outcome.ts';
import type { Pace, PaceHold } from './pace.ts';

export type BatchDeps = WithDb<Ports & { mailer: Mailer; composer: Composer }>;

/** What handing over a batch needs beside the ports. */
export interface Desk {
  deps: BatchDeps;
  pace: Pace;
  /** A worker that does not say so again within this time has lost its batch. */
  leaseMs: number;
  /** The first wait after a call that failed; doubled for each further one, up to five minutes. */
  backOffMs: number;
  signal?: AbortSignal | undefined;
}

/** What a batch's end means for those behind it. */
export type BatchEnd = { hold: PaceHold } | { stop: string } | undefined;

/** The same bytes under the same key are the same call for 24 hours; an hour is left for clocks and slow calls. */
export const KEY_GOOD_MS = 23 * 3_600_000;
const BACK_OFF_MAX_MS = 300_000;
const CLOCKS_APART_MS = 300_000;

/**
 * What a call depends on beside its batch: mailer and account, composer revision and link key, and the bytes of a call. A
 * program that does not share it makes other calls under the same keys.
 */
export const makeOf = ({
  mailer,
  composer,
  config,
}: Pick<BatchDeps, 'mailer' | 'composer' | 'config'>): string =>
  [mailer.name, mailer.server, mailer.account, composer.revision, config.deliver.batchBytesMax]
    .filter((each) => each !== undefined)
    .join(' ');

/**
 * Hand over one claimed batch and write down how it ended.
 *
 * Everything that its bytes depend on was frozen and committed by the claim, so a second call after a crash is the same
 * call: the same mails under the same key. Where the provider could not tell (no keys, or the key is too old), the batch
 * is `uncertain` and nobody gets it twice.
 */
export async function submitBatch(desk: Desk, batch: ClaimedBatch, edition: OpenEdition): Promise<BatchEnd> {
  const { deps } = desk;
  const doubt = reasonForDoubt(batch, deps.mailer, deps.clock.now());
  if (isLost(batch, deps.clock.now())) return undefined;
  if (doubt) {
    await markBatchEnded(deps.db, batch, { state: 'uncertain', ...doubt });
    return undefined;
  }
  return handOver(desk, batch, composed(batch, edition));
}

async function handOver(desk: Desk, batch: ClaimedBatch, all: readonly Composed[]): Promise<BatchEnd> {
  const { deps, pace } = desk;
  const { db, mailer, clock } = deps;
  const kept = await withinBounds(desk, batch, all);
  if (!kept) return undefined;
  const mails = kept.flatMap(({ mail }) => mail ?? []);
  // The same call again is no further mail for the day's ceiling.
  const counted = batch.called ? 0 : mails.length;
  const hold = mails.length > 0 ? await pace.enter(counted, desk.signal) : undefined;
  if (hold) return putOff(desk, batch, hold);
  if (isLost(batch, clock.now())) {
    await pace.giveBack(counted);
    return undefined;
  }
  const sent = mails.length > 0 ? await call(mailer, batch, mails) : [];
  if (mailer.limits) await pace.heed(mailer.limits() ?? NO_LIMITS);
  if ('error' in sent) return afterFailure(desk, batch, { error: sent.error, kept });
  const outcomes = new Map(mails.map((mail, i) => [mail, sent[i] ?? NO_ANSWER]));
  const outcomeOf = ({ mail }: Composed) => (mail && outcomes.get(mail)) ?? NOTHING_FOR_THEM;
  const left = kept.filter((each) => isNotBegun(outcomeOf(each)));
  const isLater = left.length > 0 && (await handOverLater(desk, batch, kept, left));
  if (isLater) await pace.giveBack(left.length);
  // Where somebody else has the batch by now, what becomes of them is theirs to say.
  const results = kept
    .filter((each) => !isLater || !left.includes(each))
    .map((each): MemberResult => ({ subscriberId: each.member.subscriberId, ...resultOf(outcomeOf(each)) }));
  // What was handed over and cannot be written down stays claimed: the next worker makes the same call again.
  await markBatchSubmitted(db, batch, { results, now: clock.now(), repeatable: mailer.repeatable });
  return undefined;
}

/** Its lease has run out while we waited or slept: another worker may have it, and a key may have grown old. */
const isLost = (batch: ClaimedBatch, now: Date) => now >= batch.leaseUntil;

const NO_LIMITS = { perSecond: undefined, waitSeconds: undefined };

const call = (mailer: Mailer, batch: ClaimedBatch, mails: Mail[]) =>
  mailer.send({ idempotencyKey: keyOf(batch), mails }).catch((error: unknown) => ({ error }));

/** The edition's random id and the batch's number, nothing else: it must not change from one attempt to the next. */
const keyOf = ({ editionId, number }: ClaimedBatch) => `edition/${editionId}/${number}`;

/**
 * Keep a batch within the bytes of a call: those at its end go out in a batch of a new number. Where it was called before
 * it is within them already, unless a worker died before it could divide it.
 *
 * Shape: who stays; undefined when somebody else has the batch by now.
 */
async function withinBounds(
  { deps }: Desk,
  batch: ClaimedBatch,
  all: readonly Composed[],
): Promise<readonly Composed[] | undefined> {
  let bytes = 0;
  const fitting = all.findIndex(({ mail }) => {
    bytes += mail ? bytesOf(mail) : 0;
    return bytes > deps.config.deliver.batchBytesMax;
  });
  if (fitting < 0) return all;
  const count = Math.max(1, fitting);
  if (count === all.length) return all;
  const keep = all.slice(0, count);
  const parts = [idsOf(all.slice(count))];
  const split = await splitBatch(deps.db, batch, { parts, keep: idsOf(keep), now: deps.clock.now() });
  return split ? keep : undefined;
}

/** About what a mail takes in a call; whole mails are far larger than what is not counted. */
function bytesOf(mail: Mail): number {
  const { escaped } = mail;
  const body = escaped ? escaped.html.bytes + escaped.text.bytes : mail.html.length + mail.text.length;
  return body + mail.subject.length + HEADERS_BYTES;
}

/** About what a mail has beside HTML, text and subject. */
export const HEADERS_BYTES = 900;

const idsOf = (some: readonly Composed[]) => some.map(({ member }) => member.subscriberId);

/** Nothing may go out now: the batch waits, its key unused. */
async function putOff({ deps }: Desk, batch: ClaimedBatch, hold: PaceHold): Promise<BatchEnd> {
  const { until: dueAt, reason } = hold;
  await markBatchForRetry(deps.db, batch, { dueAt, code: 'mail.held', reason, unused: true });
  return { hold };
}

async function afterFailure(
  desk: Desk,
  batch: ClaimedBatch,
  { error, kept }: { error: unknown; kept: readonly Composed[] },
): Promise<BatchEnd> {
  const { deps, pace } = desk;
  const { db, clock, log, mailer } = deps;
  const { code, reason } = failure(error);
  const { taken, next } = meaningOf(code);
  log.warn(
    { edition: batch.editionId, batch: batch.number, code, attempt: batch.attempts },
    'a batch could not be handed over',
  );
  const unused = taken === 'no';
  if (unused && !batch.called) await pace.giveBack(kept.filter(({ mail }) => mail).length);
  const dueAt = dueAfter(desk, batch, error);
  switch (next) {
    case 'pause': {
      await pace.hold(dueAt, reason);
      await markBatchForRetry(db, batch, { dueAt, code, reason, unused });
      // A short pause is waited out where the next call is begun.
      return isBrief(dueAt, clock.now()) ? undefined : { hold: { until: dueAt, reason } };
    }
    case 'stop':
      await markBatchForRetry(db, batch, { dueAt, code, reason, unused });
      return { stop: reason };
    case 'split':
      // Nothing of this call was taken, but of an earlier one it may have been: nobody gets another key.
      if (batch.called) await markBatchEnded(db, batch, { state: 'uncertain', code, reason });
      else await splitRefused(desk, batch, { error, kept });
      return undefined;
    case 'end': {
      const state = unused && !batch.called ? 'failed' : 'uncertain';
      await markBatchEnded(db, batch, { state, code, reason });
      return undefined;
    }
    case 'retry':
      if (unused || mailer.repeatable) {
        const inTime = earliest(dueAt, clock.now());
        await markBatchForRetry(db, batch, { dueAt: inTime, code, reason, unused });
      } else await markBatchEnded(db, batch, { state: 'uncertain', code, reason });
      return undefined;
  }
}

const isBrief = (until: Date, now: Date) => until.getTime() - now.getTime() <= BRIEF_MS;
const BRIEF_MS = 60_000;

/** Nobody waits longer than a key is good for. */
const earliest = (dueAt: Date, now: Date) => new Date(Math.min(dueAt.getTime(), now.getTime() + KEY_GOOD_MS));

/**
 * The provider refuses the call for one of its mails, and took none: that reader's delivery fails, and the others go out
 * in a batch of a new number. Where it does not say which, the batch is halved until it is alone.
 */
async function splitRefused(
  { deps }: Desk,
  batch: ClaimedBatch,
  { error, kept }: { error: unknown; kept: readonly Composed[] },
): Promise<void> {
  const { code, reason } = failure(error);
  const mailed = kept.filter(({ mail }) => mail).map(({ member }) => member.subscriberId);
  const place = error instanceof MailRefused ? error.place : undefined;
  const at = mailed.length === 1 ? 0 : place;
  const refusedId = at === undefined ? undefined : mailed[at];
  const nothing = kept
    .filter(({ mail }) => !mail)
    .map(({ member }) => ({ subscriberId: member.subscriberId, ...NOTHING_FOR_THEM }));
  const refused = [
    ...nothing,
    ...(refusedId === undefined ? [] : [{ subscriberId: refusedId, code, reason }]),
  ];
  const others = mailed.filter((id) => id !== refusedId);
  const half = Math.ceil(others.length / 2);
  const parts = refusedId === undefined ? [others.slice(0, half), others.slice(half)] : [others];
  await splitBatch(deps.db, batch, { parts, refused, now: deps.clock.now() });
}

/** Those of whom the mailer knows that it never began with them go out in a batch of a new number. */
function handOverLater(
  desk: Desk,
  batch: ClaimedBatch,
  kept: readonly Composed[],
  left: readonly Composed[],
): Promise<boolean> {
  const keep = idsOf(kept.filter((each) => !left.includes(each)));
  return splitBatch(desk.deps.db, batch, {
    parts: [idsOf(left)],
    keep,
    now: dueAfter(desk, batch, undefined),
  });
}

const resultOf = (outcome: MailOutcome) =>
  outcome.ok || !outcome.notBegun
    ? outcome
    : { ok: false as const, code: outcome.code, reason: outcome.reason, uncertain: true as const };

const isNotBegun = (outcome: MailOutcome) => !outcome.ok && outcome.notBegun === true;

function reasonForDoubt(
  { called, firstCallAt, resumed }: ClaimedBatch,
  mailer: Mailer,
  now: Date,
): { code: string; reason: string } | undefined {
  const ageMs = now.getTime() - firstCallAt.getTime();
  // A first call that lies ahead was written while a clock went wrong: how old it is nobody knows.
  if (called && (ageMs > KEY_GOOD_MS || ageMs < -CLOCKS_APART_MS))
    return {
      code: 'batch.key_too_old',
      reason: 'The first call is more than 23 hours ago and its end is not known.',
    };
  if (resumed && called && !mailer.repeatable)
    return {
      code: 'batch.interrupted',
      reason: 'The program stopped while it was sending; some may have got it.',
    };
  return undefined;
}

const NOTHING_FOR_THEM = {
  ok: false,
  code: 'edition.nothing_for_them',
  reason: 'The edition has no story in their categories.',
} as const satisfies MailOutcome;

function dueAfter({ deps, backOffMs }: Desk, { attempts }: ClaimedBatch, error: unknown): Date {
  const asked = error instanceof AppError ? error.retryAfterSeconds : undefined;
  const backOff =
    Math.min(BACK_OFF_MAX_MS, backOffMs * 2 ** Math.min(attempts - 1, 20)) * (1 + Math.random() / 2);
  return new Date(deps.clock.now().getTime() + (asked === undefined ? backOff : asked * 1000));
}
