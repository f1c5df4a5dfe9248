import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { AppError, upstream } from './errors.ts';
import { retryAfterSeconds } from './http-hold.ts';

/** What a server of the OpenAI kind is to us: how its failures are coded, and what the operator looks at. */
export interface ServerWords {
  /** Before the dot of every code. */
  noun: string;
  /** As a sentence begins. */
  server: string;
  /** After "Check". */
  account: string;
  /** After "Check". */
  address: string;
}

/**
 * Turn whatever the SDK threw into a failure that says what can be done about it.
 *
 * Shape: an AppError, also one within, stays as it is. The sentence holds the status and the server's code, never the key
 * nor what the server said.
 * Errors: `.unreachable` (never connected), `.unavailable` (no answer in time, or cut off) and `.rate_limited`, all
 * retryable; `.refused`: key, rights, account, address or name, so that no further call makes sense; `.failed`,
 * retryable where the server may think better of it.
 */
export function serverFailure(error: unknown, words: ServerWords): AppError {
  const chain = causesOf(error);
  const ours = chain.find((one) => one instanceof AppError);
  if (ours) return ours;
  if (error instanceof APIError && error.status !== undefined) return answered(error, words);
  const { noun, server } = words;
  const options = { cause: error, retryable: true };
  if (chain.some(isUnreachable))
    return upstream(`${noun}.unreachable`, `${server} cannot be reached.`, options);
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError || chain.some(isCut))
    return upstream(`${noun}.unavailable`, `${server} did not answer in time, or not in full.`, options);
  return unreadable(words, error);
}

/** An answer that came whole and makes no sense. */
export const unreadable = ({ noun, server }: ServerWords, cause?: unknown) =>
  upstream(`${noun}.failed`, `${server} gave an answer that cannot be read.`, { cause, retryable: true });

/** What a server answered, in words fit for a row: the status, and a code that is a word. */
export function saidBy({ status, code, type }: APIError, { server }: ServerWords): string {
  const word = [code, type].find(
    (one) => typeof one === 'string' && /^[a-z]{2,30}(?:_[a-z]{1,30}){0,6}$/.test(one),
  );
  return `${server} answered ${String(status)}${word ? ` (${word})` : ''}.`;
}

function answered(error: APIError, words: ServerWords): AppError {
  const { noun, account, address } = words;
  const status = Number(error.status);
  const said = saidBy(error, words);
  if (REFUSED.has(status) || [error.code, error.type].some((one) => UNPAID.has(String(one))))
    return upstream(`${noun}.refused`, `${said} Check ${account}.`, { cause: error });
  if (status < 400 || ELSEWHERE.has(status) || error.code === 'model_not_found')
    return upstream(`${noun}.refused`, `${said} Check ${address}.`, { cause: error });
  const wait = waitOf(error.headers);
  const options = { cause: error, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) };
  if (status === 429) return upstream(`${noun}.rate_limited`, said, { ...options, retryable: true });
  return upstream(`${noun}.failed`, said, { ...options, retryable: status >= 500 || PASSING.has(status) });
}

const REFUSED = new Set([401, 402, 403, 407]);
const ELSEWHERE = new Set([404, 405]);
const PASSING = new Set([408, 409, 425]);
const UNPAID = new Set(['insufficient_quota', 'billing_not_active', 'billing_hard_limit_reached']);

/** Units: seconds. A date is told by the server's own clock, since ours may differ. */
function waitOf(headers: Headers | undefined): number | undefined {
  const precise = headers?.get('retry-after-ms')?.trim() ?? '';
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(precise)) return Math.ceil(Number(precise) / 1000);
  const toldAt = new Date(headers?.get('date') ?? Number.NaN);
  const wait = retryAfterSeconds(headers?.get('retry-after') ?? undefined, toldAt);
  return Number.isFinite(wait) ? wait : undefined;
}

/** An error and what it comes of, outermost first. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one instanceof Error && chain.length < 8; one = one.cause) chain.push(one);
  return chain;
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** No name, no way, no port that listens, or a certificate that cannot be trusted: nothing was sent. */
const isUnreachable = (error: unknown) =>
  UNREACHABLE.test(codeOf(error)) ||
  (error instanceof Error && /before secure TLS connection/.test(error.message));

const UNREACHABLE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ERR_INVALID_URL|EPROTO|ERR_(?:TLS|SSL)_\w+|\w*CERT(?:IFICATE)?(?:_\w+)?|UNABLE_TO_\w+)$/;

const isCut = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    error.name === 'TimeoutError' ||
    /^(?:ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED|UND_ERR_\w+)$/.test(codeOf(error)));
