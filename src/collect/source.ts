import { createHash } from 'node:crypto';
import { claimSource, markSource, type Source, type Wanted } from '../../db/source.ts';
import { AppError, failure } from '../shared/errors.ts';
import type { FetchResponse } from '../shared/ports.ts';
import type { CollectRun } from './deps.ts';
import { nextTurn, rateNow, rhythmOf } from './due.ts';
import { readFeed, type Feed } from './feed/feed.ts';
import { hubOf } from './hub.ts';
import { storeItems } from './items.ts';
import { addressKept, afterMove } from './moves.ts';
import { badStatus } from './status.ts';

/** What asking one source came to. */
export type SourceTurn = { id: string; title: string } & (
  | { outcome: 'read'; added: number; updated: number; leftOut: number; leftOutItems: Feed['leftOutItems'] }
  | { outcome: 'unchanged' }
  | { outcome: 'putOff'; reason: string }
  | { outcome: 'failed'; code: string; reason: string }
);

/**
 * Ask one source, and write down its items and how it answered, all or nothing.
 *
 * Shape: undefined when another process has it or it is no longer wanted.
 * Errors: the database's own, when not even the failure can be written down.
 */
export async function readSource(
  deps: CollectRun,
  id: string,
  wanted: Wanted,
): Promise<SourceTurn | undefined> {
  let claimed: Source | undefined;
  try {
    return await deps.db.transaction(async (tx) => {
      claimed = await claimSource(tx, id, wanted);
      return claimed && (await takeTurn({ ...deps, db: tx }, claimed));
    });
  } catch (error) {
    // Its items could not be written; the transaction is gone, and with it everything but the reason.
    if (!claimed) throw error;
    return markFailed(deps, claimed, error);
  }
}

async function takeTurn(deps: CollectRun, source: Source): Promise<SourceTurn> {
  const answer = await ask(deps, source).catch((error: unknown) => ({ error }));
  if ('error' in answer) return markFailed(deps, source, answer.error);
  const now = deps.clock.now();
  const { id } = source;
  const moved = await addressKept(deps.db, source, afterMove(source, answer.response.movedTo, now));
  if (!answer.feed) {
    const articlesPerDay = rateNow(source, now);
    await markSource(deps.db, id, { ...succeeded(now, { articlesPerDay }), ...answer.validators, ...moved });
    return { id, outcome: 'unchanged', title: source.title };
  }
  const { feed } = answer;
  const shown = source.titleConfigured ? source.title : (feed.title ?? source.title);
  const stored = await storeItems(deps, { source, items: feed.items, now });
  const rhythm = rhythmOf(
    feed.items.map(({ publishedAt }) => publishedAt),
    now,
  );
  await markSource(deps.db, id, {
    ...succeeded(now, { ...rhythm, ttlMinutes: feed.refreshMinutes }),
    ...answer.validators,
    ...moved,
    ...rhythm,
    ...hubChange(source, hubOf(feed, answer.response)),
    title: shown,
    homeUrl: feed.homeUrl ?? source.homeUrl,
  });
  const leftOut = feed.leftOut + stored.leftOut.length;
  const leftOutItems = [...feed.leftOutItems, ...stored.leftOut];
  return { id, outcome: 'read', title: shown, ...stored, leftOut, leftOutItems };
}

function succeeded(
  now: Date,
  rhythm: { articlesPerDay: number | null; ttlMinutes?: number | undefined },
): Partial<Source> {
  return {
    checkedAt: now,
    succeededAt: now,
    nextCheckAt: nextTurn(now, { ok: true, ...rhythm }),
    heldUntil: null,
    stoppedAt: null,
    failureCount: 0,
    failingSince: null,
    errorCode: null,
    errorReason: null,
  };
}

type Validators = Partial<Pick<Source, 'etag' | 'lastModified' | 'bodyHash'>>;

interface Answer {
  /** None when it is the one that was read last. */
  feed: Feed | undefined;
  validators: Validators;
  response: FetchResponse;
}

async function ask(deps: CollectRun, source: Source): Promise<Answer> {
  const { feedBytesMax: bytesMax, timeoutMs, itemsMax } = deps.config.collect;
  const url = source.fetchUrl ?? source.url;
  const headers = { accept: ACCEPT, ...conditionsOf(source) };
  const as = source.userAgent === null ? {} : { userAgent: source.userAgent };
  const response = await deps.http.fetchPublic({ url, headers, bytesMax, timeoutMs, ...as });
  if (response.heldUntil) deps.onHold(response.url, response.heldUntil);
  if (response.status === 304 && source.bodyHash !== null)
    return { feed: undefined, validators: {}, response };
  if (response.status !== 200) throw badStatus(response, deps.clock.now());
  const bodyHash = createHash('sha256').update(response.body).digest('hex');
  const { etag = null, 'last-modified': lastModified = null } = response.headers;
  const validators = { etag, lastModified, bodyHash };
  if (bodyHash === source.bodyHash) return { feed: undefined, validators, response };
  const contentType = response.headers['content-type'];
  return {
    feed: readFeed(response.body, { url: response.url, contentType, itemsMax }),
    validators,
    response,
  };
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

function conditionsOf({ etag, lastModified, bodyHash }: Source): Record<string, string> {
  if (bodyHash === null) return {};
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

const isLost = (code: string) => code === 'source.gone' || code === 'source.not_found';

/** Another hub, or another topic at it, is asked at once. */
function hubChange(source: Source, hub: Pick<Source, 'hubUrl' | 'topicUrl'>): Partial<Source> {
  const isSame = hub.hubUrl === source.hubUrl && hub.topicUrl === source.topicUrl;
  return isSame ? {} : { ...hub, hubAskedAt: null };
}

async function markFailed(deps: CollectRun, source: Source, error: unknown): Promise<SourceTurn> {
  const { code, reason } = failure(error);
  const { id, title } = source;
  const now = deps.clock.now();
  const retryAfterSeconds = error instanceof AppError ? error.retryAfterSeconds : undefined;
  if (code === 'fetch.site_on_hold') {
    const heldUntil = new Date(now.getTime() + (retryAfterSeconds ?? 60) * 1000);
    await markSource(deps.db, id, { heldUntil });
    return { id, outcome: 'putOff', title, reason };
  }
  const failureCount = source.failureCount + 1;
  await markSource(deps.db, id, {
    checkedAt: now,
    nextCheckAt: nextTurn(now, { ok: false, failureCount, retryAfterSeconds }),
    failureCount,
    failingSince: source.failingSince ?? now,
    // Where it has moved it is no more: the next turn is for the address that was given, which has the last word.
    ...(source.fetchUrl !== null && isLost(code) && { fetchUrl: null }),
    ...(source.fetchUrl === null && code === 'source.gone' && { stoppedAt: now }),
    movedTo: null,
    movedSince: null,
    movedCount: 0,
    errorCode: code,
    errorReason: reason,
  });
  deps.log.warn({ sourceId: id, code, failureCount }, 'a source failed');
  return { id, outcome: 'failed', title, code, reason };
}
