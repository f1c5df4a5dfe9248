import { Resend, type CreateEmailOptions, type ErrorResponse } from 'resend';
import { AppError, upstream } from '../shared/errors.ts';
import type { Mail, MailBatch, Mailer, MailOutcome } from '../shared/ports.ts';
import { UNREACHABLE } from './outcome.ts';

export interface ResendOptions {
  apiKey: string;
  /** Another server that speaks the same API. */
  baseUrl?: string | undefined;
  userAgent: string;
  timeoutMs: number;
}

/**
 * The mailer that hands batches to Resend.
 *
 * Shape: one call a batch (`/emails/batch`, strict validation; a single mail goes to `/emails`), under the batch's
 * idempotency key, which Resend keeps for 24 hours.
 * Errors: AppError `mail.*`: retryable for rate limits, 5xx, timeouts and cut connections (`mail.unreachable` when the
 * call may have been taken all the same); `mail.refused` with Resend's own words when it will not take the call at all.
 * Source: Resend's OpenAPI document and its page on idempotency keys.
 */
export function createResendMailer(options: ResendOptions): Mailer {
  const { apiKey, baseUrl, userAgent, timeoutMs } = options;
  const resend = new Resend(apiKey, { userAgent, ...(baseUrl ? { baseUrl } : {}) });
  return {
    name: 'resend',
    repeatable: true,
    async send(batch) {
      const signal = AbortSignal.timeout(timeoutMs);
      const ids = await callFor(resend, batch, signal).catch((error: unknown) => {
        if (error instanceof AppError) throw error;
        throw upstream(UNREACHABLE, 'The mail provider gave no answer that can be read.', {
          cause: error,
          retryable: true,
        });
      });
      return batch.mails.map((_, i) => outcomeOf(ids[i]));
    },
  };
}

async function callFor(
  resend: Resend,
  { mails, idempotencyKey }: MailBatch,
  signal: AbortSignal,
): Promise<unknown[]> {
  const [only] = mails;
  if (only && mails.length === 1) {
    const { data, error, headers } = await resend.emails.send(bodyOf(only), { idempotencyKey, signal });
    if (error) throw failureOf(error, headers);
    return [idOf(data)];
  }
  const options = { idempotencyKey, signal, batchValidation: 'strict' as const };
  const { data, error, headers } = await resend.batch.send(mails.map(bodyOf), options);
  if (error) throw failureOf(error, headers);
  const list: unknown = data.data;
  return Array.isArray(list) ? list.map(idOf) : [];
}

function bodyOf(mail: Mail): CreateEmailOptions {
  const { from, to, replyTo, subject, html, text, headers, group } = mail;
  return {
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    html,
    text,
    headers,
    tags: [
      { name: 'group', value: group.replace(/[^A-Za-z0-9_-]/g, '_') },
      { name: 'mail', value: mail.id },
    ],
  };
}

const idOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;

/** A 200 without an id for a mail: it may have been taken, so it must not be sent again under another key. */
function outcomeOf(id: unknown): MailOutcome {
  if (typeof id === 'string' && id !== '') return { ok: true, providerId: id };
  const reason = 'The provider took the call but gave this mail no id.';
  return { ok: false, uncertain: true, code: 'mail.no_id', reason };
}

function failureOf(error: ErrorResponse, headers: Record<string, string> | null): AppError {
  const status = error.statusCode ?? 0;
  if (status === 0)
    return upstream(UNREACHABLE, 'The mail provider gave no answer that can be read.', { retryable: true });
  const passing = status === 429 || status >= 500 || error.name === 'concurrent_idempotent_requests';
  const quota = /quota_exceeded/.test(error.name);
  const wait = Number(headers?.['retry-after'] ?? Number.NaN);
  const code =
    passing || quota
      ? 'mail.unavailable'
      : error.name === 'invalid_idempotent_request'
        ? 'mail.key_reused'
        : 'mail.refused';
  return upstream(
    code,
    `The mail provider answered ${status} (${error.name}): ${withoutAddresses(error.message)}`,
    {
      retryable: passing || quota,
      ...(Number.isFinite(wait) ? { retryAfterSeconds: wait } : {}),
    },
  );
}

/** A provider may repeat an address in its answer; it must not reach a log or a row's reason. */
const withoutAddresses = (text: string) =>
  text.replace(/[^\s<>"'`]+@[^\s<>"'`]+/g, '(address)').slice(0, 300);
