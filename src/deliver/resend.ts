import { createHash } from 'node:crypto';
import { Resend, type CreateEmailOptions } from 'resend';
import { Pool } from 'undici';
import { AppError } from '../shared/errors.ts';
import type { Mail, MailBatch, Mailer, MailOutcome, RateLimits } from '../shared/ports.ts';
import { createBodyWriter } from './resend-body.ts';
import { faultOf, faultOfSilence, limitsIn, noAnswer, notBegun, type Answer } from './resend-fault.ts';

export interface ResendOptions {
  apiKey: string;
  /** Another server that speaks the same API. */
  baseUrl?: string | undefined;
  /** Resend refuses calls without one. */
  userAgent: string;
  /** For a whole call, its answer included. */
  timeoutMs: number;
  /** Calls under way at a time; more wait for one to end. */
  connections?: number;
  now?: () => Date;
}

/**
 * The mailer that hands batches to Resend.
 *
 * Shape: one call a batch (`/emails/batch`, strict validation), its body written by hand since `JSON.stringify` takes
 * longer than all the rest; a letter goes to `/emails` through Resend's own SDK. Both under the batch's idempotency key,
 * which Resend keeps for 24 hours; nothing is repeated here.
 * Errors: AppError `mail.*` and nothing else; `resend-fault.ts` says which answer becomes which.
 * Source: Resend's OpenAPI document and its page on idempotency keys.
 */
export function createResendMailer(options: ResendOptions): Mailer & { close(): Promise<void> } {
  const { baseUrl, now = () => new Date() } = options;
  const api = { ...options, url: (baseUrl ?? 'https://api.resend.com').replace(/\/+$/, '') };
  const letters = createLetterLane(api);
  const batches = createBatchLane(api);
  let limits: RateLimits | undefined;
  return {
    name: 'resend',
    ...(baseUrl ? { server: baseUrl } : {}),
    account: createHash('sha256').update(`account ${options.apiKey}`).digest('hex').slice(0, 8),
    repeatable: true,
    async send(batch) {
      const { mails } = batch;
      const [only] = mails;
      if (!only) return [];
      const isLetter = mails.length === 1 && !only.escaped;
      const answer = isLetter ? await letters(only, batch.idempotencyKey) : await batches.post(batch);
      limits = limitsIn(answer.headers, now());
      if (answer.status < 200 || answer.status >= 300) throw faultOf(answer, { mails, now: now() });
      return outcomesIn(answer.body, mails.length, isLetter);
    },
    limits: () => limits,
    close: () => batches.close(),
  };
}

interface Api extends ResendOptions {
  /** Without a slash at its end. */
  url: string;
}

/** The most that an answer may be: a hundred ids are 5 kB. */
const ANSWER_BYTES_MAX = 1_000_000;

function createBatchLane({ apiKey, url, userAgent, timeoutMs, connections = 4 }: Api) {
  const { origin, pathname } = new URL(`${url}/emails/batch`);
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: ANSWER_BYTES_MAX,
  });
  const write = createBodyWriter(connections);
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'user-agent': userAgent,
    'x-batch-validation': 'strict',
  };
  const post = async ({ mails, idempotencyKey }: MailBatch): Promise<Answer> => {
    if (pool.closed) throw notBegun();
    const body = write(mails);
    const answer = await pool
      .request({
        method: 'POST',
        path: pathname,
        headers: { ...headers, 'idempotency-key': idempotencyKey },
        body: body.bytes,
        signal: AbortSignal.timeout(timeoutMs),
      })
      .then(async (response) => ({
        status: response.statusCode,
        headers: response.headers,
        body: readJson(await response.body.text()),
      }))
      .catch((error: unknown) => {
        throw faultOfSilence(error);
      });
    // After any other answer the rest of the body may still be on its way out.
    if (answer.status === 200) body.giveBack();
    return answer;
  };
  return { post, close: () => (pool.closed ? Promise.resolve() : pool.close()) };
}

function createLetterLane({ apiKey, url, userAgent, timeoutMs }: Api) {
  const resend = new Resend(apiKey, { userAgent, baseUrl: url });
  return async (mail: Mail, idempotencyKey: string): Promise<Answer> => {
    // The SDK hands these on to `fetch`: a redirected POST would come out as a GET somewhere else.
    const options = {
      idempotencyKey,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual' as const,
    };
    const { data, error, headers } = await resend.emails
      .send(asResendTakesIt(mail), options)
      .catch((thrown: unknown) => {
        throw thrown instanceof AppError ? thrown : noAnswer(thrown);
      });
    const status = error ? error.statusCode : 200;
    // Without a status it is the SDK that speaks: there was no answer, or none that it could read.
    if (typeof status !== 'number') throw noAnswer();
    return { status, headers: headers ?? {}, body: error ?? data };
  };
}

function asResendTakesIt(mail: Mail): CreateEmailOptions {
  const { from, to, replyTo, subject, html, text, headers, tags } = mail;
  return {
    from,
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    html,
    text,
    headers,
    tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
  };
}

/** Undefined when it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a yes says of each mail.
 *
 * Errors: AppError `mail.unreachable` when it is no answer of the API, so that the same call is made again.
 */
function outcomesIn(body: unknown, count: number, isLetter: boolean): MailOutcome[] {
  if (typeof body !== 'object' || body === null) throw noAnswer();
  if (isLetter) return [outcomeOf(body)];
  const ids: unknown[] = 'data' in body && Array.isArray(body.data) ? body.data : [];
  return Array.from({ length: count }, (_, i) => outcomeOf(ids[i]));
}

/** Without an id it may have been taken all the same, so it must not be sent again under another key. */
function outcomeOf(taken: unknown): MailOutcome {
  const id = typeof taken === 'object' && taken !== null && 'id' in taken ? taken.id : undefined;
  if (typeof id === 'string' && id !== '') return { ok: true, providerId: id };
  const reason = 'The provider took the call but gave this mail no id.';
  return { ok: false, uncertain: true, code: 'mail.no_id', reason };
}
