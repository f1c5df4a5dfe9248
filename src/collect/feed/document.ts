import { decodeText } from '../decode.ts';
import { invalid } from '../../shared/errors.ts';
import { excerptOf } from '../../shared/html.ts';
import { absoluteUrl, hostOf } from '../url.ts';
import { languageTag } from '../../shared/language.ts';
import { absoluteLink, entryOf, firstDate } from './entry.ts';
import { readLeniently } from './xml/reader.ts';
import { prologOf } from './xml/prolog.ts';
import type { RawFeed, RawItem } from './format/raw.ts';
import { readJson } from './format/json.ts';
import type { FeedDocument, FeedEntry } from './shape.ts';
import { looksLikePage } from './sniff.ts';
import { readXml } from './format/xml.ts';

/**
 * Read all that a feed says, in document order.
 *
 * Shape: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed become one shape; a broken document gives what is
 * whole in it, and says so. Without `url`, addresses are resolved against what the feed calls its own.
 * Errors: AppError `source.empty`, `source.not_a_feed`, `source.malformed`; the sentence names the host of `url`.
 * Source: RSS 2.0 specification; RFC 4287; jsonfeed.org 1.1; Media RSS 1.5.1.
 */
export function parseFeedDocument(
  body: Buffer | string,
  { url, contentType }: { url?: string | undefined; contentType?: string | undefined },
): FeedDocument {
  const text = typeof body === 'string' ? body : decodeText(body, contentType);
  const host = url === undefined ? 'the file' : hostOf(url);
  if (!/\S/.test(text)) throw invalid('source.empty', `${host} answered with nothing.`);
  const found = /^\s*\ufeff?\s*\{/.test(text) ? ofJson(text, url) : ofXml(text, url, host);
  if (found) return found;
  throw looksLikePage(text)
    ? invalid('source.not_a_feed', `What ${host} sends is a web page, not a feed.`)
    : invalid('source.not_a_feed', `What ${host} sends is in no feed format known here.`);
}

function ofJson(text: string, url: string | undefined): FeedDocument | undefined {
  const read = readJson(text);
  if (!read) return undefined;
  const base = baseOf(read.feed, url);
  const entries = read.items.map((item) => entryOf(item, read.feed, base));
  return { ...aboutFeed(read.feed, base), format: 'json', repaired: false, entries };
}

function ofXml(text: string, url: string | undefined, host: string): FeedDocument | undefined {
  try {
    const clean = readLeniently(text, url);
    if (!clean) return undefined;
    const { kind: format, repaired, isCut } = clean;
    const toEntry = (item: RawItem, feed: RawFeed): FeedEntry => entryOf(item, feed, baseOf(feed, url));
    const { feed, items: entries } = readXml(clean, toEntry);
    const leadsAway = EXTERNAL_ENTITY.test(prologOf(text).doctype);
    if (leadsAway || (entries.length === 0 && isCut))
      throw new Error(
        isCut && !leadsAway
          ? 'it is cut off before its first item ends'
          : 'it wants to bring in other files, which no feed needs',
      );
    return { ...aboutFeed(feed, baseOf(feed, url)), format, repaired, entries };
  } catch (error) {
    throw malformed(error, host);
  }
}

const EXTERNAL_ENTITY = /<!ENTITY\s+(?!%)[^>]*\b(?:SYSTEM|PUBLIC)\b/;

function malformed(error: unknown, host: string): Error {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return invalid('source.malformed', `The feed of ${host} cannot be read: ${excerptOf(reason, 160)}.`, {
    cause: error,
  });
}

function baseOf(feed: RawFeed, url: string | undefined): string | undefined {
  return [url, feed.self, ...feed.homes].find((address) => /^https?:/i.test(address?.trim() ?? ''))?.trim();
}

function aboutFeed(
  feed: RawFeed,
  base: string | undefined,
): Omit<FeedDocument, 'format' | 'repaired' | 'entries'> {
  return {
    title: feed.title,
    description: feed.description,
    id: feed.id,
    url: feed.homes.map((home) => absoluteLink(home, base)).find((home) => home !== undefined),
    selfUrl: absoluteUrl(feed.self, base ?? 'about:blank'),
    hubUrls: feed.hubs
      .map((hub) => absoluteUrl(hub, base ?? 'about:blank'))
      .filter((hub) => hub !== undefined),
    language: languageTag(feed.language),
    publishedAt: firstDate(feed.published).at,
    updatedAt: firstDate(feed.updated).at,
    refreshMinutes: feed.refreshMinutes,
  };
}
