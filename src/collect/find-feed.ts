import { AppError, invalid, notFound } from '../shared/errors.ts';
import type { PublicHttp } from '../shared/ports.ts';
import type { Config } from '../shared/config.ts';
import { decodeText } from './decode.ts';
import { COMMON_FEED_PATHS, feedLinksIn } from './feed/discover.ts';
import { readFeed, type Feed } from './feed/feed.ts';
import { badStatus } from './status.ts';
import { absoluteUrl, hostOf } from './url.ts';

export interface FoundFeed {
  url: string;
  feed: Feed;
}

interface FindDeps {
  http: PublicHttp;
  config: Config;
  clock: { now(): Date };
}

/**
 * Find the feeds of a site from any address of it.
 *
 * Shape: the address itself when it is a feed; else those that the page names (comments last); else the first that answers
 * at one of the usual places. At least one, each read.
 * Errors: AppError `source.no_feed_found`; the fetcher's own when the address cannot be read at all.
 * Source: RSS and Atom autodiscovery (`link rel=alternate`).
 */
export async function findFeeds(deps: FindDeps, address: string): Promise<FoundFeed[]> {
  const url = webAddress(address);
  const answer = await get(deps, url);
  const feed = tryFeed(deps, answer);
  if (feed) return [{ url, feed }];
  const html = decodeText(answer.body, answer.headers['content-type']);
  const named = feedLinksIn(html, answer.url).slice(0, NAMED_MAX);
  const found = await readEach(
    deps,
    named.map((link) => link.url),
    NAMED_MAX,
  );
  if (found.length > 0) return found;
  const usual = COMMON_FEED_PATHS.map((path) => new URL(path, answer.url).href);
  const guessed = await readEach(deps, usual, 1);
  if (guessed.length > 0) return guessed;
  throw notFound(
    'source.no_feed_found',
    `There is no feed at ${hostOf(url)}: the page names none, and there is none at the usual places. Look on the site for its feed, and give that address.`,
  );
}

/** An address as people type it: without a scheme it is https. Errors: AppError `source.bad_address`. */
export function webAddress(typed: string): string {
  const text = typed.trim();
  const url = absoluteUrl(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`,
    'https://invalid',
  );
  if (url === undefined)
    throw invalid(
      'source.bad_address',
      'This is not a web address; write it as https://example.org/feed.xml.',
    );
  return url;
}

const NAMED_MAX = 5;

async function get({ http, config }: FindDeps, url: string) {
  const { feedBytesMax: bytesMax, timeoutMs } = config.collect;
  return http.fetchPublic({ url, bytesMax, timeoutMs });
}

function tryFeed({ config, clock }: FindDeps, answer: Awaited<ReturnType<typeof get>>): Feed | undefined {
  if (answer.status !== 200) throw badStatus(answer, clock.now());
  const { itemsMax } = config.collect;
  try {
    return readFeed(answer.body, { url: answer.url, contentType: answer.headers['content-type'], itemsMax });
  } catch (error) {
    if (error instanceof AppError && error.code === 'source.not_a_feed') return undefined;
    throw error;
  }
}

/** Those that can be read, up to `wanted`; what cannot be read is no feed of this site. */
async function readEach(deps: FindDeps, urls: readonly string[], wanted: number): Promise<FoundFeed[]> {
  const found: FoundFeed[] = [];
  for (const url of urls) {
    if (found.length === wanted) break;
    try {
      const feed = tryFeed(deps, await get(deps, url));
      if (feed) found.push({ url, feed });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return found;
}
