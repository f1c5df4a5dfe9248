import { findHubSource, listHubsToAsk, type HubSource } from '../../db/source-hub.ts';
import { markSource, type Source } from '../../db/source.ts';
import { failure } from '../shared/errors.ts';
import type { FetchResponse } from '../shared/ports.ts';
import type { CollectDeps } from './deps.ts';
import { absoluteUrl, hostOf } from './url.ts';
import {
  hubKeys,
  hubRequest,
  isCallbackToken,
  isPublicSite,
  isSignedByHub,
  leaseSecondsWanted,
  readVerification,
} from './websub.ts';

/**
 * The hub that a feed offers, and what the feed is called there: by the feed itself, else by the headers of its answer.
 *
 * Source: W3C WebSub section 4.
 */
export function hubOf(
  feed: { hubUrls: readonly string[]; selfUrl: string | undefined },
  { headers, url }: Pick<FetchResponse, 'headers' | 'url'>,
): Pick<Source, 'hubUrl' | 'topicUrl'> {
  const links = linksIn(headers['link'] ?? '');
  const hubUrl = absoluteUrl(feed.hubUrls[0] ?? links.get('hub'), url) ?? null;
  const topicUrl = absoluteUrl(feed.selfUrl ?? links.get('self') ?? url, url) ?? null;
  return hubUrl === null ? { hubUrl: null, topicUrl: null } : { hubUrl, topicUrl };
}

/**
 * Ask the hubs of sources to tell us of news, where the site can be called by strangers; returns what went wrong.
 *
 * Shape: each hub is asked anew every day, some of them a run. A source without a hub that works is simply asked in its turn.
 */
export async function askHubs(deps: CollectDeps): Promise<string[]> {
  if (!isPublicSite(deps.siteUrl)) return [];
  const now = deps.clock.now();
  const askedBefore = new Date(now.getTime() - ASKED_ANEW_MS);
  const notes: string[] = [];
  for (const source of await listHubsToAsk(deps.db, { askedBefore, limit: HUBS_MAX })) {
    const reason = await askHub(deps, source);
    await markSource(deps.db, source.id, { hubAskedAt: now });
    if (reason !== undefined) notes.push(`${source.title}: its hub does not tell us of news. ${reason}`);
  }
  return notes;
}

/** What answering hubs needs of the world. */
type HubDeps = Pick<CollectDeps, 'db' | 'secret'>;

/** What a hub sends to the address that it was given. */
export interface HubCall {
  sourceId: string;
  token: string;
}

/**
 * Answer a hub that asks whether we meant it: what to send back, undefined when we did not. Changes nothing.
 */
export async function answerHub(
  { db, secret }: HubDeps,
  { sourceId, token, query }: HubCall & { query: URLSearchParams },
): Promise<string | undefined> {
  if (!isOurCall({ secret }, { sourceId, token })) return undefined;
  const source = await findHubSource(db, sourceId);
  const asked = source && readVerification(query, source.topicUrl);
  // We ask to be told and never ask to be left alone: such a question is none of ours.
  return asked?.kind === 'subscribe' ? asked.challenge : undefined;
}

/** Whether an address was given to a hub by us; asked before anything that a stranger sends is read. */
export function isOurCall({ secret }: Pick<HubDeps, 'secret'>, { sourceId, token }: HubCall): boolean {
  return UUID.test(sourceId) && isCallbackToken(secret, sourceId, token);
}

/**
 * Heed a hub that says there is news: its source is asked with the next run. What the hub sends is neither believed nor
 * kept; returns whether the call was signed by the hub.
 */
export async function heedHub(
  { db, secret }: HubDeps,
  { sourceId, token, signature, body }: HubCall & { signature: string | undefined; body: Buffer },
): Promise<boolean> {
  if (!isOurCall({ secret }, { sourceId, token })) return false;
  if (!isSignedByHub(signature, body, hubKeys(secret, sourceId).hubSecret)) return false;
  const source = await findHubSource(db, sourceId);
  if (source) await markSource(db, sourceId, { nextCheckAt: null });
  return source !== undefined;
}

/** Hubs may promise less than they were asked for; asked every day, none forgets us for long. */
const ASKED_ANEW_MS = 24 * 3_600_000;
const HUBS_MAX = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function askHub(
  { http, config, secret, siteUrl }: CollectDeps,
  { id, hubUrl, topicUrl }: HubSource,
): Promise<string | undefined> {
  const { callbackToken, hubSecret } = hubKeys(secret, id);
  const request = hubRequest({
    mode: 'subscribe',
    hubUrl,
    topicUrl,
    callbackUrl: `${siteUrl}/websub/${id}/${callbackToken}`,
    leaseSeconds: leaseSecondsWanted,
    hubSecret,
  });
  try {
    const { timeoutMs } = config.collect;
    const { status } = await http.fetchPublic({ ...request, bytesMax: ANSWER_BYTES_MAX, timeoutMs });
    return status >= 200 && status < 300 ? undefined : `${hostOf(hubUrl)} answered with status ${status}.`;
  } catch (error) {
    return failure(error).reason;
  }
}

const ANSWER_BYTES_MAX = 100_000;

/** The addresses of a `Link` header by their relation; the first of each. */
function linksIn(header: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, address = '', parameters = ''] of header.slice(0, 8_000).matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /\brel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters);
    for (const relation of (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/))
      if (relation !== '' && !links.has(relation)) links.set(relation, address);
  }
  return links;
}
