import type { WithDb } from '../../db/client.ts';
import { claimLetter, type DueLetter, type LetterEnd } from '../../db/letter.ts';
import { listSuppressions } from '../../db/suppression.ts';
import type { LetterProps } from '../../emails/letters.tsx';
import { spokenOf } from '../../strings/strings.ts';
import { addressKey } from '../shared/address.ts';
import { AppError, failure, refused } from '../shared/errors.ts';
import { directionOf } from '../shared/language.ts';
import type { Mail, Mailer, Ports } from '../shared/ports.ts';
import { issueToken, type TokenPurpose } from '../shared/token.ts';
import { meaningOf, outcomeOrThrow } from './outcome.ts';
import { createPace, type Pace } from './pace.ts';
import { reasonOf } from './reasons.ts';

export type LetterDeps = WithDb<Ports & { mailer: Mailer }>;

export interface LetterReport {
  sent: number;
  failed: number;
  /** Put off to a later try. */
  waiting: number;
}

/**
 * Send the letters that are due.
 *
 * In: rows that other rooms put into `letters`. Out: the same rows, sent, put off or failed with the reason. Safe to
 * repeat: a letter is worked on under its row's lock and handed over under its own id, whatever number of processes. To a
 * suppressed address nothing is sent, whatever the cause.
 */
export async function deliverLetters(deps: LetterDeps): Promise<LetterReport> {
  const report: LetterReport = { sent: 0, failed: 0, waiting: 0 };
  const pace = createPace(deps, deps.mailer);
  const work = async (letter: DueLetter) => {
    const end = await send(deps, pace, letter);
    report[end.state] += 1;
    return end;
  };
  while (await claimLetter(deps.db, deps.clock.now(), work));
  return report;
}

const ATTEMPTS_MAX = 6;

/** Older ones are given up: their key is good no more, and nobody waits for them any longer. */
const AGE_MS_MAX = 23 * 3_600_000;

async function send(deps: LetterDeps, pace: Pace, letter: DueLetter): Promise<LetterEnd> {
  const now = deps.clock.now();
  try {
    await refuseSuppressed(deps, letter);
    const mail = await mailOf(deps, letter);
    // Letters keep the pace and are in no day's ceiling: somebody is waiting for them.
    const hold = await pace.enter(0);
    if (hold) return { state: 'waiting', code: 'mail.held', reason: hold.reason, nextTryAt: hold.until };
    const outcomes = await deps.mailer.send({ idempotencyKey: `letter/${letter.id}`, mails: [mail] });
    const { providerId } = outcomeOrThrow(outcomes[0]);
    return { state: 'sent', code: null, reason: null, providerId, sentAt: now };
  } catch (error) {
    const { code, reason } = failure(error);
    deps.log.warn({ letter: letter.id, kind: letter.kind, code }, 'a letter could not be sent');
    const nextTryAt = nextTryOf(letter, error, now);
    if (!nextTryAt) return { state: 'failed', code, reason };
    if (meaningOf(code).next === 'pause') await pace.hold(nextTryAt, reason);
    return { state: 'waiting', code, reason, nextTryAt };
  }
}

/** When a letter that could not be sent is tried again; undefined when it is given up. */
function nextTryOf(letter: DueLetter, error: unknown, now: Date): Date | undefined {
  const { code, retryable } = failure(error);
  const { next } = meaningOf(code);
  // What a person or another day puts right is waited for; what fails by itself is not tried for ever.
  const isBarred = code.startsWith('mail.') && (next === 'pause' || next === 'stop');
  if (!isBarred && (!retryable || letter.attempts + 1 >= ATTEMPTS_MAX)) return undefined;
  if (now.getTime() - letter.createdAt.getTime() > AGE_MS_MAX) return undefined;
  const asked = error instanceof AppError ? error.retryAfterSeconds : undefined;
  const waitSeconds = asked ?? 30 * 4 ** Math.min(letter.attempts, ATTEMPTS_MAX - 2);
  return new Date(now.getTime() + waitSeconds * 1000);
}

/** Errors: AppError `address.suppressed`, which says nothing of the address. */
async function refuseSuppressed({ db, secret }: LetterDeps, { address }: DueLetter): Promise<void> {
  const causes = await listSuppressions(db, addressKey(secret, address));
  if (causes.length === 0) return;
  const code = 'address.suppressed';
  throw refused(code, reasonOf({ code, reason: null }) ?? code);
}

async function mailOf(deps: LetterDeps, letter: DueLetter): Promise<Mail> {
  const { newsroom } = deps.config;
  // Loaded with the first letter: React Email is large, and most runs have none to send.
  const { renderLetter } = await import('./letter-render.ts');
  const { subject, html, text } = await renderLetter(propsOf(deps, letter));
  return {
    id: letter.id,
    group: letter.kind,
    tags: { letter: letter.id },
    from: newsroom.from,
    to: letter.address,
    ...(newsroom.replyTo ? { replyTo: newsroom.replyTo } : {}),
    subject,
    html,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    date: letter.createdAt,
  };
}

/** What a letter says in its reader's language, or else the newsroom's, with its links: made here and kept nowhere. */
function propsOf(deps: LetterDeps, letter: DueLetter): LetterProps {
  const { config, siteUrl } = deps;
  const { name, tagline, postalAddress } = config.newsroom;
  const language = spokenOf(letter.language, config.newsroom.language);
  const frame = {
    language,
    dir: directionOf(language),
    sample: config.sample,
    newsroom: { name, tagline, postalAddress, homeUrl: siteUrl },
  };
  const { facts } = letter;
  const categories = (facts.categories ?? '').split('\n').filter((line) => line !== '');
  const petition = { title: facts.title ?? '', target: facts.target ?? '' };
  const link = (path: string, purpose: TokenPurpose) =>
    `${siteUrl}/${path}/${issueToken(deps.secret, { purpose, ids: [subjectOf(letter, purpose)], epoch: letter.linkEpoch })}`;
  switch (letter.kind) {
    case 'confirm':
      return { ...frame, kind: letter.kind, categories, links: { confirm: link('c', 'confirm') } };
    case 'welcome':
      return {
        ...frame,
        kind: letter.kind,
        categories,
        links: { preferences: link('me', 'me'), unsubscribe: link('u', 'unsubscribe') },
      };
    case 'known':
    case 'fresh-link':
      return { ...frame, kind: letter.kind, links: { preferences: link('me', 'me') } };
    case 'confirm-signature':
      return {
        ...frame,
        kind: letter.kind,
        petition,
        signer: facts.signer ?? '',
        links: { confirm: link('c', 'confirm-signature') },
      };
    case 'receipt':
      return {
        ...frame,
        kind: letter.kind,
        petition,
        links: { signature: link('g', 'signature'), petition: `${siteUrl}/petitions/${facts.petition}` },
      };
  }
}

function subjectOf(letter: DueLetter, purpose: TokenPurpose): string {
  const aboutSignature = purpose === 'confirm-signature' || purpose === 'signature';
  const id = aboutSignature ? letter.signatureId : letter.subscriberId;
  if (id === null)
    throw new AppError('invalid', 'letter.no_subject', 'The letter does not say whom it is about.');
  return id;
}
