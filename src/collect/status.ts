import { refused, upstream, type AppError } from '../shared/errors.ts';
import { retryAfterSeconds } from '../shared/http-hold.ts';
import type { FetchResponse } from '../shared/ports.ts';
import { hostOf } from './url.ts';

/** What a status in place of a feed means, as an error with a sentence for the newsroom. */
export function badStatus({ status, url, headers }: FetchResponse, now: Date): AppError {
  const host = hostOf(url);
  const wait = retryAfterSeconds(headers['retry-after'], now);
  const options = { retryable: true, ...(wait !== undefined && { retryAfterSeconds: wait }) };
  if (headers['cf-mitigated'] !== undefined)
    return refused(
      'source.challenge',
      `${host} wants to see a person with a browser before it gives its feed; ask it to let programs read the feed.`,
    );
  if (status === 401 || status === 403)
    return refused('source.refused', `${host} refuses to give its feed (${status}).`);
  if (status === 402) return refused('source.refused', `${host} wants money for its feed (402).`);
  if (status === 404) return upstream('source.not_found', `${host} has no feed at this address (404).`);
  if (status === 410)
    return upstream(
      'source.gone',
      `${host} says that this feed is gone for good (410); it is not asked any more.`,
    );
  if (status === 429)
    return upstream('source.too_often', `${host} asks us to come less often (429).`, options);
  if (status >= 500) return upstream('source.broken', `${host} answered with an error (${status}).`, options);
  return upstream('source.bad_status', `${host} answered with status ${status} in place of a feed.`, options);
}
