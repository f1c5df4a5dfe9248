import { upstream } from '../shared/errors.ts';
import type { MailOutcome } from '../shared/ports.ts';

/** The code of a call of which nobody knows how it ended: the mails may have been taken. */
export const UNREACHABLE = 'mail.unreachable';

/**
 * The outcome of a mail that was handed over alone.
 *
 * Errors: AppError with the code and reason that the mailer gave; never retryable, since it took the call.
 */
export function outcomeOrThrow(outcome: MailOutcome | undefined): { providerId: string } {
  if (outcome?.ok) return outcome;
  const { code, reason } = outcome ?? {
    code: 'mail.no_answer',
    reason: 'The mailer said nothing of this mail.',
  };
  throw upstream(code, reason);
}
