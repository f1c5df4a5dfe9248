import { AppError, upstream, type ErrorOptions } from '../shared/errors.ts';
import type { MailOutcome } from '../shared/ports.ts';

/**
 * What a failed call means for its batch.
 *
 * `taken`: whether the mails may have been taken all the same (`unknown`), so that only the same call may be made again.
 * `next`: make it again later (`retry`), as soon as the provider lets anybody (`pause`), not before a person has changed
 * something (`stop`), without the mails that it refuses (`split`), or never (`end`).
 */
export interface FaultMeaning {
  taken: 'no' | 'unknown';
  next: 'retry' | 'pause' | 'stop' | 'split' | 'end';
}

/** The code of a call of which nobody knows how it ended. */
export const UNREACHABLE = 'mail.unreachable';

const MEANINGS: Record<string, FaultMeaning> = {
  /** No answer, or none that can be read: cut, timed out, half a body, another program's page. */
  [UNREACHABLE]: { taken: 'unknown', next: 'retry' },
  /** 5xx. */
  'mail.server_error': { taken: 'unknown', next: 'retry' },
  /** Another call under this key is under way. */
  'mail.concurrent': { taken: 'unknown', next: 'retry' },
  /** No connection was made at all. */
  'mail.unavailable': { taken: 'no', next: 'retry' },
  /** The outbox cannot be written: the same files are written again. */
  'mail.outbox': { taken: 'no', next: 'retry' },
  /** 429 for calls a second. */
  'mail.rate_limited': { taken: 'no', next: 'pause' },
  /** 429 for mails a day or a month. */
  'mail.quota': { taken: 'no', next: 'pause' },
  /** 401, 403, a suspended key. */
  'mail.denied': { taken: 'no', next: 'stop' },
  /** Strict validation found a mail that it does not take: nothing was. */
  'mail.invalid': { taken: 'no', next: 'split' },
  /** The key was used before, with other bytes. */
  'mail.key_reused': { taken: 'unknown', next: 'end' },
  /** Anything else that is refused: not for what stands in it, so a person has to look. */
  'mail.refused': { taken: 'no', next: 'stop' },
};

/** What the code of a failed call means; of one that nobody foresaw nobody knows how it ended. */
export const meaningOf = (code: string): FaultMeaning =>
  MEANINGS[code] ?? { taken: 'unknown', next: 'retry' };

/** A call was refused for one of its mails, where the provider says which. */
export class MailRefused extends AppError {
  /** Its place in the batch, from 0; undefined where the provider does not say it. */
  readonly place: number | undefined;

  constructor(sentence: string, place: number | undefined, options?: ErrorOptions) {
    super('upstream', 'mail.invalid', sentence, options);
    this.place = place;
  }
}

/**
 * The outcome of a mail that was handed over alone.
 *
 * Errors: AppError with the code and reason that the mailer gave; never retryable, since it took the call.
 */
export function outcomeOrThrow(outcome: MailOutcome | undefined): { providerId: string } {
  if (outcome?.ok) return outcome;
  const { code, reason } = outcome ?? NO_ANSWER;
  throw upstream(code, reason);
}

/** What is known of a mail of which its mailer says nothing. */
export const NO_ANSWER = {
  ok: false,
  uncertain: true,
  code: 'mail.no_answer',
  reason: 'The mailer said nothing of this mail.',
} as const satisfies MailOutcome;
