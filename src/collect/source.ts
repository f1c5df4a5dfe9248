import { createHash } from 'node:crypto';
import { claimSource, markSource, type Source } from '../../db/source.ts';
import { AppError, failure, refused, upstream } from '../shared/errors.ts';
import type { FetchResponse } from '../shared/ports.ts';
import { decodeText } from './decode.ts';
import type { CollectDeps } from './deps.ts';
import { nextTurn, retryAfter } from './due.ts';
import { readFeed, type Feed } from './feed/feed.ts';
import { storeItems } from './items.ts';
import { hostOf } from './url.ts';

/** What asking one source came to. */
export type SourceTurn = { title: string } & (
  | { outcome: 'read'; added: number; updated: number; leftOut: number }
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; code: string; reason: string }
);

/**
 * Ask one source, and write down its items and how it answered, all or nothing.
 *
 * Shape: undefined when another process has it or it is no longer due at `dueAt`.
 * Errors: the database's own, when not even the failure can be written down.
 */
export async function readSource(
  deps: CollectDeps,
  id: string,
  dueAt: Date | undefined,
): Promise<SourceTurn | undefined> {
  let claimed: Source | undefined;
  try {
    return await deps.db.transaction(async (tx) => {
      claimed = await claimSource(tx, id, dueAt);
      return claimed && (await takeTurn({ ...deps, db: tx }, claimed));
    });
  } catch (error) {
    // Its items could not be written; the transaction is gone, and with it everything but the reason.
    if (!claimed) throw error;
    return markFailed(deps, claimed, error);
  }
}

async function takeTurn(deps: CollectDeps, source: Source): Promise<SourceTurn> {
  const answer = await ask(deps, source).catch((error: unknown) => ({ error }));
  if ('error' in answer) return markFailed(deps, source, answer.error);
  const now = deps.clock.now();
  const success = {
    checkedAt: now,
    succeededAt: now,
    nextCheckAt: nextTurn(now, { ok: true }),
    failureCount: 0,
    errorCode: null,
    errorReason: null,
  };
  if (!answer.feed) {
    await markSource(deps.db, source.id, { ...success, ...answer.validators });
    return { outcome: 'unchanged', title: source.title };
  }
  const { title, homeUrl, items, leftOut } = answer.feed;
  const shown = source.titleConfigured ? source.title : (title ?? source.title);
  const stored = await storeItems(deps, { source, items, now });
  const about = { title: shown, homeUrl: homeUrl ?? source.homeUrl };
  await markSource(deps.db, source.id, { ...success, ...answer.validators, ...about });
  return { outcome: 'read', title: shown, ...stored, leftOut };
}

type Validators = Partial<Pick<Source, 'etag' | 'lastModified' | 'bodyHash'>>;

/** A feed, or none when it is the one that was read last. */
async function ask(
  deps: CollectDeps,
  source: Source,
): Promise<{ feed: Feed | undefined; validators: Validators }> {
  const { feedBytesMax: bytesMax, timeoutMs, itemsMax } = deps.config.collect;
  const headers = { accept: ACCEPT, ...conditionsOf(source) };
  const response = await deps.http.fetchPublic({ url: source.url, headers, bytesMax, timeoutMs });
  if (response.status === 304 && source.bodyHash !== null) return { feed: undefined, validators: {} };
  if (response.status !== 200) throw badStatus(response, deps.clock.now());
  const bodyHash = createHash('sha256').update(response.body).digest('hex');
  const { etag = null, 'last-modified': lastModified = null } = response.headers;
  const validators = { etag, lastModified, bodyHash };
  if (bodyHash === source.bodyHash) return { feed: undefined, validators };
  const text = decodeText(response.body, response.headers['content-type']);
  return { feed: readFeed(text, { url: response.url, itemsMax }), validators };
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

function badStatus({ status, url, headers }: FetchResponse, now: Date): AppError {
  const host = hostOf(url);
  const wait = retryAfter(headers['retry-after'], now);
  const options = { retryable: true, ...(wait !== undefined && { retryAfterSeconds: wait }) };
  if (status === 401 || status === 403)
    return refused('source.refused', `${host} refuses to give its feed (${status}).`);
  if (status === 404) return upstream('source.not_found', `${host} has no feed at this address (404).`);
  if (status === 410) return upstream('source.gone', `${host} says that this feed is gone for good (410).`);
  if (status === 429)
    return upstream('source.too_often', `${host} asks us to come less often (429).`, options);
  if (status >= 500) return upstream('source.broken', `${host} answered with an error (${status}).`, options);
  return upstream('source.bad_status', `${host} answered with status ${status} in place of a feed.`, options);
}

async function markFailed(deps: CollectDeps, source: Source, error: unknown): Promise<SourceTurn> {
  const { code, reason } = failure(error);
  const now = deps.clock.now();
  const failureCount = source.failureCount + 1;
  const retryAfterSeconds = error instanceof AppError ? error.retryAfterSeconds : undefined;
  await markSource(deps.db, source.id, {
    checkedAt: now,
    nextCheckAt: nextTurn(now, { ok: false, code, failureCount, retryAfterSeconds }),
    failureCount,
    errorCode: code,
    errorReason: reason,
  });
  deps.log.warn({ sourceId: source.id, code, failureCount }, 'a source failed');
  return { outcome: 'failed', title: source.title, code, reason };
}
