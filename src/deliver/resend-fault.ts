import { upstream, type AppError } from '../shared/errors.ts';
import type { Mail, RateLimits } from '../shared/ports.ts';
import { MailRefused, UNREACHABLE } from './outcome.ts';

/** One answer of the provider. */
export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
  /** What its JSON says; undefined when it is none. */
  body: unknown;
}

/**
 * What an answer that is not a yes means, as the error that the call ends with.
 *
 * Shape: the code says what becomes of the batch (`outcome.ts`); the sentence holds the provider's own words, without
 * addresses and cut to 300 characters. MailRefused names the mail when the answer does, by its place or its address.
 * Units: waits in seconds, a day at most: whatever the provider says, it is asked once a day.
 * Source: Resend's list of errors; RFC 9110 section 10.2.3 (Retry-After).
 */
export function faultOf(answer: Answer, { mails, now }: { mails: readonly Mail[]; now: Date }): AppError {
  const { status, headers } = answer;
  const { name, message } = saidIn(answer.body);
  const said = `${String(status)}${name ? ` ${name}` : ''}`;
  const words = withoutAddresses(message, mails);
  const asAnswered = `The mail provider answered ${said}${words ? `: ${words}` : '.'}`;
  const retryAfter = retryAfterIn(headers, now);

  if (status < 400) return noAnswer();
  if (name === 'monthly_quota_exceeded')
    return upstream('mail.quota', MONTH_IS_FULL, later(secondsToMidnight(now)));
  if (name === 'daily_quota_exceeded')
    return upstream('mail.quota', DAY_IS_FULL, later(Math.max(retryAfter ?? 0, secondsToMidnight(now))));
  if (name === 'rate_limit_exceeded' || status === 429)
    return upstream('mail.rate_limited', asAnswered, later(retryAfter ?? resetIn(headers, now)));
  if (status >= 500) return upstream('mail.server_error', asAnswered, later(retryAfter));
  if (name === 'invalid_idempotent_request') return upstream('mail.key_reused', asAnswered);
  if (status === 409) return upstream('mail.concurrent', asAnswered, later(retryAfter));
  const remedy = remedyFor({ status, name, message: words });
  if (remedy) return upstream('mail.denied', `The mail provider refuses our calls (${said}): ${remedy}`);
  if (COME_AGAIN.has(status)) return noAnswer(undefined, retryAfter);
  // Without a name it is not Resend that speaks, but something on the way.
  if (ABOUT_MAILS.has(status) && status !== 413 && !name) return noAnswer(undefined, retryAfter);
  if (ABOUT_MAILS.has(status) && name !== 'invalid_idempotency_key')
    return new MailRefused(asAnswered, placeIn(answer.body, mails));
  return upstream('mail.refused', `${asAnswered} Ask whoever runs what stands between; nothing was taken.`);
}

/**
 * What a call without an answer means: whether it was begun at all is known only when no connection was made.
 */
export function faultOfSilence(error: unknown): AppError {
  return wasNotBegun(error) ? notBegun(error) : noAnswer(error);
}

/** Nothing was taken, and the same call may be made again. */
export function notBegun(cause?: unknown): AppError {
  return upstream('mail.unavailable', 'The mail provider cannot be reached: no connection was made.', {
    cause,
    retryable: true,
  });
}

/** The call may have been taken, and the same one may be made again. */
export function noAnswer(cause?: unknown, retryAfterSeconds?: number): AppError {
  return upstream(UNREACHABLE, 'The mail provider gave no answer that can be read.', {
    cause,
    ...later(retryAfterSeconds),
  });
}

const later = (wait: number | undefined) =>
  wait === undefined ? { retryable: true } : { retryable: true, retryAfterSeconds: wait };

/** How fast the provider says that it may be called; undefined when it says nothing of it. */
export function limitsIn(headers: Answer['headers'], now: Date): RateLimits | undefined {
  const limit = numberIn(headers, 'ratelimit-limit');
  const policy = textIn(headers, 'ratelimit-policy') ?? textIn(headers, 'ratelimit-limit') ?? '';
  const windowSeconds = Number(/;\s*w=(\d+)/.exec(policy)?.[1] ?? 1);
  const perSecond = limit && windowSeconds ? limit / windowSeconds : undefined;
  const isUsedUp = numberIn(headers, 'ratelimit-remaining') === 0;
  const waits = [retryAfterIn(headers, now), isUsedUp ? resetIn(headers, now) : undefined];
  const known = waits.filter((wait) => wait !== undefined);
  const waitSeconds = known.length > 0 ? Math.max(...known) : undefined;
  return perSecond === undefined && waitSeconds === undefined ? undefined : { perSecond, waitSeconds };
}

const DAY_IS_FULL =
  'The mail provider takes no more mails today (daily quota): it goes on after midnight UTC. With a larger plan say "deliver resume".';
const MONTH_IS_FULL =
  'The mail provider takes no more mails this month (monthly quota): take a larger plan and say "deliver resume"; it is tried once a day until then.';

/** Timed out while it read, sent to the wrong machine, asked too early: the same call may pass. */
const COME_AGAIN = new Set([408, 421, 425]);
/** Not what it takes, too large, not valid. */
const ABOUT_MAILS = new Set([400, 413, 422]);

/** What a person can do where no call can succeed; undefined for any other refusal. */
function remedyFor({ status, name, message }: { status: number; name: string; message: string }) {
  if (/api_key/.test(name)) return 'put a valid key that may send mail into RESEND_API_KEY.';
  if (/suspend/i.test(`${name} ${status === 401 || status === 403 ? message : ''}`))
    return 'the account or its key is suspended; sign in to the provider and see what it asks for.';
  if (name === 'invalid_from_address' || ABOUT_SENDER.test(message))
    return 'verify the domain of newsroom.from with the provider, or write a sender whose domain is verified.';
  return REMEDIES.get(status);
}

const ABOUT_SENDER = /["'`]from["'`]|domain.{0,80}\bnot\b.{0,5}\bverified|verify.{0,20}\bdomain/is;

const NO_API = 'see that RESEND_BASE_URL is the address of Resend’s API, or leave it out.';
const REMEDIES = new Map([
  [401, 'put a valid key that may send mail into RESEND_API_KEY.'],
  [402, 'sign in to the provider and see what is to be paid.'],
  [403, 'sign in to the provider and see that the account, its key and its domain may send mail.'],
  [404, NO_API],
  [405, NO_API],
  [407, 'see that the proxy on the way lets this machine through.'],
]);

function saidIn(body: unknown): { name: string; message: string } {
  const { name, message } = fieldsOf(body);
  return { name: typeof name === 'string' ? name.slice(0, 60) : '', message: asText(message) };
}

const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2000) : '');

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A provider may repeat an address in its answer; it must not reach a log or a row's reason. */
function withoutAddresses(text: string, mails: readonly Mail[]): string {
  let left = text;
  for (const { to } of mails) left = left.replaceAll(to, '(address)');
  // What the cut in the middle of a word left of an address has no `@` to be known by.
  if (text.length === 2000) left = left.replace(/\S*$/, '');
  return left.replace(/[^\s<>"'`]+@[^\s<>"'`]+/g, '(address)').slice(0, 300);
}

/** The place of the refused mail: whose address is named, or else a number that stands for a place. */
function placeIn(body: unknown, mails: readonly Mail[]): number | undefined {
  if (mails.length === 1) return 0;
  const { message, errors } = fieldsOf(body);
  const [first] = (Array.isArray(errors) ? errors : []).map(fieldsOf);
  const text = `${asText(message)} ${asText(first?.message)}`;
  const byAddress = placeOfAddress(text, mails);
  if (byAddress !== undefined) return byAddress;
  const written = PLACES.map((place) => place.exec(text)?.[1]).find((digits) => digits !== undefined);
  const place = first && 'index' in first ? first.index : Number(written ?? Number.NaN);
  return typeof place === 'number' && Number.isInteger(place) && mails[place] ? place : undefined;
}

const PLACES = [
  /\[(\d{1,3})\]/,
  /\bemails?\.(\d{1,3})\b/i,
  /\bindex:? (\d{1,3})\b/i,
  /(?:^|\s)["'`]?(\d{1,3})\.[a-z]/i,
];

/** The longest address that stands in the text whole: `ann@x.example` is no part of `joann@x.example`. */
function placeOfAddress(text: string, mails: readonly Mail[]): number | undefined {
  const found = mails
    .map(({ to }, place) => ({ to: to.toLowerCase(), place }))
    .filter(({ to }) => standsWhole(to, text.toLowerCase()))
    .toSorted((a, b) => b.to.length - a.to.length);
  return found[0]?.place;
}

function standsWhole(address: string, text: string): boolean {
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    const after = text.slice(at + address.length, at + address.length + 2);
    if (!/[\w.%+-]/.test(text.charAt(at - 1)) && !/^(?:[\w-]|\.\w)/.test(after)) return true;
  }
  return false;
}

function wasNotBegun(error: unknown): boolean {
  const { code, syscall, errors } = fieldsOfError(error);
  if (Array.isArray(errors) && errors.length > 0) return errors.every(wasNotBegun);
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return typeof code === 'string' && NOT_BEGUN.test(code);
}

/** Errors carry these without saying so in their type. */
const fieldsOfError = (error: unknown) =>
  (error ?? {}) as { code?: unknown; syscall?: unknown; errors?: unknown };

/** No connection in time, a certificate that is not trusted. */
const NOT_BEGUN = /^(?:UND_ERR_CONNECT_TIMEOUT|.*CERT.*|UNABLE_TO_.*)$/;

const DAY_SECONDS = 86_400;

function secondsToMidnight(now: Date): number {
  return Math.ceil(DAY_SECONDS - ((now.getTime() / 1000) % DAY_SECONDS));
}

/** `Retry-After` gives seconds or a date. */
function retryAfterIn(headers: Answer['headers'], now: Date): number | undefined {
  const seconds = numberIn(headers, 'retry-after');
  if (seconds !== undefined) return Math.min(seconds, DAY_SECONDS);
  return withinDay((Date.parse(textIn(headers, 'retry-after') ?? '') - now.getTime()) / 1000);
}

/** `ratelimit-reset` gives seconds; some servers write the moment, as seconds since 1970. */
function resetIn(headers: Answer['headers'], now: Date): number | undefined {
  const said = numberIn(headers, 'ratelimit-reset') ?? Number.NaN;
  return withinDay(said > 1e9 ? said - now.getTime() / 1000 : said);
}

const withinDay = (seconds: number) =>
  Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), DAY_SECONDS);

function numberIn(headers: Answer['headers'], name: string): number | undefined {
  const digits = /^\s*(\d+(?:\.\d+)?)\s*(?:$|[,;])/.exec(textIn(headers, name) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function textIn(headers: Answer['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
