import { createHash } from 'node:crypto';
import type { WithDb } from '../../db/client.ts';
import {
  markBatchAlive,
  markBatchEnded,
  markBatchForRetry,
  markBatchSubmitted,
  type BatchMember,
  type ClaimedBatch,
  type MemberResult,
} from '../../db/delivery.ts';
import { AppError, failure } from '../shared/errors.ts';
import type { Composer, Mail, Mailer, MailOutcome, OpenEdition, Ports } from '../shared/ports.ts';
import { createRoom, type Room } from '../shared/room.ts';
import { UNREACHABLE } from './outcome.ts';

export type BatchDeps = WithDb<Ports & { mailer: Mailer; composer: Composer }>;

/** A worker that does not say so again within this time has lost its batch. */
export const LEASE_MS = 15_000;

/** The same bytes under the same key are the same call for 24 hours; an hour is left for clocks and slow calls. */
const KEY_GOOD_MS = 23 * 3_600_000;
const ATTEMPTS_MAX = 10;

/**
 * Hand over one claimed batch and write down how it ended.
 *
 * Everything that its bytes depend on was frozen and committed by the claim, so a second call after a crash is the same
 * call: the same mails under the same key. Where the provider could not tell (no keys, or the key is too old), the batch
 * is `uncertain` and nobody gets it twice.
 */
export async function submitBatch(deps: BatchDeps, batch: ClaimedBatch, edition: OpenEdition): Promise<void> {
  const { db, clock, mailer, log } = deps;
  const place = { edition: batch.editionId, batch: batch.number };
  const doubt = reasonForDoubt(batch, mailer, clock.now());
  if (doubt) return markBatchEnded(db, batch, { state: 'uncertain', ...doubt });
  const stopBeating = keepAlive(deps, batch);
  try {
    const results = await handOver(mailer, batch, edition).catch((error: unknown) => ({ error }));
    // What was handed over and cannot be written down stays claimed: the next worker makes the same call again.
    if (!('error' in results)) return await markBatchSubmitted(db, batch, { results, now: clock.now() });
    const { code } = failure(results.error);
    log.warn({ ...place, code, attempt: batch.attempts }, 'a batch could not be handed over');
    await markNotHandedOver(deps, batch, results.error);
  } finally {
    stopBeating();
  }
}

async function handOver(mailer: Mailer, batch: ClaimedBatch, edition: OpenEdition): Promise<MemberResult[]> {
  const room = createRoom();
  const composed = batch.members.map((member) => ({ member, mail: mailOf(batch, member, edition, room) }));
  const mails = composed.flatMap(({ mail }) => mail ?? []);
  const sent = mails.length > 0 ? await mailer.send({ idempotencyKey: keyOf(batch), mails }) : [];
  const outcomes = new Map(mails.map((mail, i) => [mail, sent[i] ?? NO_ANSWER]));
  return composed.map(({ member: { subscriberId }, mail }) => ({
    subscriberId,
    ...((mail && outcomes.get(mail)) ?? NOTHING_FOR_THEM),
  }));
}

async function markNotHandedOver(
  { db, clock }: BatchDeps,
  batch: ClaimedBatch,
  error: unknown,
): Promise<void> {
  const { code, reason, retryable } = failure(error);
  if (retryable && batch.attempts < ATTEMPTS_MAX)
    return markBatchForRetry(db, batch, { nextTryAt: nextTryAt(batch, error, clock.now()), code, reason });
  const inDoubt = code === 'mail.key_reused' || code === UNREACHABLE;
  return markBatchEnded(db, batch, { state: inDoubt ? 'uncertain' : 'failed', code, reason });
}

/** The edition's random id and the batch's number, nothing else: it must not change from one attempt to the next. */
const keyOf = ({ editionId, number }: ClaimedBatch) => `edition/${editionId}/${number}`;

function reasonForDoubt(
  { attempts, firstCallAt, resumed }: ClaimedBatch,
  mailer: Mailer,
  now: Date,
): { code: string; reason: string } | undefined {
  if (attempts > 1 && now.getTime() - firstCallAt.getTime() > KEY_GOOD_MS)
    return {
      code: 'batch.key_too_old',
      reason: 'The first call is more than 23 hours ago and its end is not known.',
    };
  if (resumed && !mailer.repeatable)
    return {
      code: 'batch.interrupted',
      reason: 'The program stopped while it was sending; some may have got it.',
    };
  return undefined;
}

const NO_ANSWER: MailOutcome = {
  ok: false,
  uncertain: true,
  code: 'mail.no_answer',
  reason: 'The mailer said nothing of this mail.',
};
const NOTHING_FOR_THEM: MailOutcome = {
  ok: false,
  code: 'edition.nothing_for_them',
  reason: 'The edition has no story in their categories.',
};

function mailOf(
  batch: ClaimedBatch,
  member: BatchMember,
  edition: OpenEdition,
  room: Room,
): Mail | undefined {
  const { subscriberId, address, linkEpoch, categories, had = [] } = member;
  const mail = edition.mailFor({ subscriberId, linkEpoch, categories, had }, room);
  if (!mail) return undefined;
  const { subject, html, text, headers } = mail;
  room.clear();
  return {
    id: deliveryId(batch.editionId, subscriberId),
    group: edition.day,
    from: edition.from,
    to: address,
    ...(edition.replyTo ? { replyTo: edition.replyTo } : {}),
    subject,
    html,
    text,
    headers,
    date: batch.firstCallAt,
  };
}

/** The same for every attempt, and another for every edition: it becomes the Message-ID. */
function deliveryId(editionId: string, subscriberId: string): string {
  const hex = createHash('sha256').update(`${editionId}/${subscriberId}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function nextTryAt({ attempts }: ClaimedBatch, error: unknown, now: Date): Date {
  const asked = error instanceof AppError ? error.retryAfterSeconds : undefined;
  const backOff = Math.min(300, 2 ** attempts) * (1 + Math.random() / 2);
  return new Date(now.getTime() + (asked ?? backOff) * 1000);
}

function keepAlive({ db, clock, log }: BatchDeps, batch: ClaimedBatch): () => void {
  const beat = () =>
    markBatchAlive(db, batch, new Date(clock.now().getTime() + LEASE_MS)).catch((error: unknown) => {
      log.warn(
        { batch: batch.number, code: failure(error).code },
        'the lease of a batch could not be renewed',
      );
    });
  const timer = setInterval(() => void beat(), LEASE_MS / 3);
  return () => clearInterval(timer);
}
