import { createHmac, timingSafeEqual } from 'node:crypto';
import { isPublicName } from '../shared/outlet.ts';
import type { FetchRequest } from '../shared/ports.ts';

/** What a hub and we know of each other for one source; made of the newsroom's secret, so nothing has to be kept. */
export interface HubKeys {
  /** The last part of the address that the hub calls. */
  callbackToken: string;
  /** With it the hub signs what it sends. */
  hubSecret: string;
}

/** Derive the keys of a source; the same source always has the same. */
export function hubKeys(secret: string, sourceId: string): HubKeys {
  return {
    callbackToken: derived(secret, 'callback', sourceId),
    hubSecret: derived(secret, 'hub', sourceId),
  };
}

/** Whether a called address holds the token of this source. */
export function isCallbackToken(secret: string, sourceId: string, token: string): boolean {
  return isSame(Buffer.from(token), Buffer.from(hubKeys(secret, sourceId).callbackToken));
}

/**
 * Whether hubs can call a site: over https, by a public name.
 *
 * Units: the names that are reserved for private use, tests and examples are not public.
 */
export function isPublicSite(siteUrl: string): boolean {
  const url = URL.parse(siteUrl);
  return url?.protocol === 'https:' && isPublicName(url.hostname);
}

/**
 * What to send to a hub so that it tells us when a topic changes, or stops doing so.
 *
 * Shape: the hub answers 202 and asks back at the callback (`readVerification`) before it means anything.
 * Source: W3C WebSub section 5.1.
 */
export function hubRequest(subscription: {
  mode: 'subscribe' | 'unsubscribe';
  hubUrl: string;
  topicUrl: string;
  callbackUrl: string;
  leaseSeconds: number;
  hubSecret: string;
}): Pick<FetchRequest, 'url' | 'headers' | 'body'> & { method: 'POST' } {
  const form = new URLSearchParams({
    'hub.mode': subscription.mode,
    'hub.topic': subscription.topicUrl,
    'hub.callback': subscription.callbackUrl,
    'hub.lease_seconds': String(subscription.leaseSeconds),
    'hub.secret': subscription.hubSecret,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { url: subscription.hubUrl, method: 'POST', headers, body: form.toString() };
}

/** What a hub wants to know at the callback: whether we meant it, or that it will not. */
export type Verification =
  | { kind: 'subscribe'; challenge: string; leaseSeconds: number }
  | { kind: 'unsubscribe'; challenge: string }
  | { kind: 'denied'; reason: string };

/**
 * Read the question of a hub; undefined when it is none, or about another topic than this source's.
 *
 * Shape: `challenge` is to be sent back as plain text as it stands.
 * Units: a lease is held to between an hour and 30 days, 10 days where the hub does not say.
 * Source: W3C WebSub sections 5.2 and 5.3.
 */
export function readVerification(query: URLSearchParams, topicUrl: string): Verification | undefined {
  if (query.get('hub.topic') !== topicUrl) return undefined;
  const mode = query.get('hub.mode');
  if (mode === 'denied') return { kind: 'denied', reason: (query.get('hub.reason') ?? '').slice(0, 200) };
  const challenge = query.get('hub.challenge') ?? '';
  if (challenge === '' || challenge.length > CHALLENGE_CHARACTERS_MAX) return undefined;
  if (mode === 'unsubscribe') return { kind: 'unsubscribe', challenge };
  if (mode !== 'subscribe') return undefined;
  return { kind: 'subscribe', challenge, leaseSeconds: leaseOf(query.get('hub.lease_seconds')) };
}

/**
 * Whether what was sent to the callback is signed with the secret that the hub was given.
 *
 * Shape: `signature` is the `X-Hub-Signature` header. What is in the body is not used: it only means that the source is
 * worth asking now.
 * Source: W3C WebSub section 7.1.
 */
export function isSignedByHub(signature: string | undefined, body: Buffer, hubSecret: string): boolean {
  const [, method = '', digest = ''] =
    /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(signature ?? '') ?? [];
  if (method === '') return false;
  const expected = createHmac(method.toLowerCase(), hubSecret).update(body).digest();
  return isSame(Buffer.from(digest, 'hex'), expected);
}

/** For how long to ask a hub, in seconds. */
export const leaseSecondsWanted = 10 * 86_400;

const LEASE_SECONDS_MIN = 3_600;
const LEASE_SECONDS_MAX = 30 * 86_400;
const CHALLENGE_CHARACTERS_MAX = 2_000;

function leaseOf(text: string | null): number {
  const seconds = /^\d{1,12}$/.test(text ?? '') ? Number(text) : leaseSecondsWanted;
  return Math.min(Math.max(seconds, LEASE_SECONDS_MIN), LEASE_SECONDS_MAX);
}

function derived(secret: string, use: 'callback' | 'hub', sourceId: string): string {
  return createHmac('sha256', `websub\0${secret}`).update(`${use}\0${sourceId}`).digest('base64url');
}

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
