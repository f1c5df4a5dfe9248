import { parseFeed } from 'feedsmith';
import type { ArticleKind } from '../../../db/article.ts';
import { invalid } from '../../shared/errors.ts';
import { excerptOf, visibleText } from '../../shared/html.ts';
import { readDate } from './date.ts';
import { rawFeedOf, type RawFeed, type RawItem } from './raw.ts';
import { plainLine, plainText, sanitise } from '../markup.ts';
import { absoluteUrl, canonicalUrl, hostOf } from '../url.ts';

/** One entry of a feed, in our words. */
export interface FeedItem {
  /** The feed's own identity of it; its address where the feed gives none, or the same to several. */
  guid: string;
  /** Canonical. */
  url: string;
  title: string;
  author: string | undefined;
  /** Plain text. */
  summary: string | undefined;
  /** Sanitised; empty when the feed holds no more than a summary. */
  html: string;
  /** As the feed says, judged by nobody yet. */
  publishedAt: Date | undefined;
  kind: ArticleKind;
  imageUrl: string | undefined;
  language: string | undefined;
  /** False when its address is the recording itself. */
  hasPage: boolean;
}

export interface Feed {
  title: string | undefined;
  homeUrl: string | undefined;
  /** Newest first. */
  items: FeedItem[];
  /** Entries without a usable address. */
  leftOut: number;
}

/**
 * Read one feed document into items, newest first.
 *
 * Shape: RSS, RDF, Atom and JSON Feed become the same FeedItem; items without a link are left out and counted.
 * Errors: AppError `source.empty`, `source.not_a_feed`, `source.malformed`; the sentence names the host of `url`.
 * Source: RSS 2.0 specification; RFC 4287; jsonfeed.org 1.1; Media RSS 1.5.1.
 */
export function readFeed(text: string, { url, itemsMax }: { url: string; itemsMax: number }): Feed {
  const raw = parse(text, hostOf(url));
  const items = raw.items.map((item) => itemOf(item, raw, url)).filter((item) => item !== undefined);
  const unique = withOwnGuids(items);
  const newest = unique.toSorted((a, b) => Number(b.publishedAt ?? 0) - Number(a.publishedAt ?? 0));
  return {
    title: raw.title === undefined ? undefined : plainLine(raw.title) || undefined,
    homeUrl: absoluteUrl(raw.home, url),
    items: newest.slice(0, itemsMax),
    leftOut: raw.items.length - items.length,
  };
}

function parse(text: string, host: string): RawFeed {
  const head = text.slice(0, 2000).trimStart().toLowerCase();
  if (head === '') throw invalid('source.empty', `${host} answered with nothing.`);
  try {
    return rawFeedOf(parseFeed(text));
  } catch (error) {
    if (WEB_PAGE.test(head))
      throw invalid('source.not_a_feed', `What ${host} sends is a web page, not a feed.`);
    const malformed = error instanceof Error && error.name !== 'DetectError';
    if (!malformed) throw invalid('source.not_a_feed', `What ${host} sends is in no feed format known here.`);
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    throw invalid('source.malformed', `The feed of ${host} cannot be read: ${excerptOf(reason, 160)}.`, {
      cause: error,
    });
  }
}

const WEB_PAGE =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|title|meta|div|p|script)\b/s;
const SUMMARY_CHARACTERS_MAX = 1_000;
/** A description that is longer than this is the text itself. */
const SUMMARY_WORDS_MAX = 150;

function itemOf(raw: RawItem, feed: RawFeed, feedUrl: string): FeedItem | undefined {
  const base = absoluteUrl(raw.base, feedUrl) ?? feedUrl;
  const recording = raw.media.find((media) => KINDS.test(media.type ?? '') && media.url !== undefined);
  const url = canonicalUrl(raw.link ?? recording?.url ?? '', base);
  if (url === undefined) return undefined;
  const summary = plainText(raw.summary ?? '');
  const isText = raw.content === undefined && summary.split(/\s+/).length > SUMMARY_WORDS_MAX;
  const html = sanitise(raw.content ?? (isText ? (raw.summary ?? '') : ''), url);
  const title = plainLine(raw.title ?? '') || excerptOf(summary || plainText(html), 90) || hostOf(url);
  return {
    guid: visibleText(raw.id?.slice(0, 500) ?? '').trim() || url,
    url,
    title: excerptOf(title, 300),
    author: excerptOf(plainLine(raw.author ?? ''), 120) || undefined,
    summary: excerptOf(summary || plainText(html), SUMMARY_CHARACTERS_MAX) || undefined,
    html,
    publishedAt: readDate(raw.date),
    kind: kindOf(raw, url),
    imageUrl: absoluteUrl(raw.image ?? raw.media.find((media) => media.type?.startsWith('image'))?.url, base),
    language: languageTag(raw.language ?? feed.language),
    hasPage: !RECORDING.test(new URL(url).pathname),
  };
}

const KINDS = /^(?:video|audio)/;
const RECORDING = /\.(?:mp3|m4a|ogg|opus|wav|mp4|m4v|webm|mov)$/i;
const VIDEO_PAGE =
  /^https?:\/\/(?:(?:www|m)\.)?(?:youtube\.com\/(?:watch|shorts|live)|youtu\.be\/|vimeo\.com\/\d)/;

function kindOf(raw: RawItem, url: string): ArticleKind {
  const types = raw.media.map((media) => media.type ?? '');
  if (VIDEO_PAGE.test(url) || types.some((type) => type.startsWith('video'))) return 'video';
  return types.some((type) => type.startsWith('audio')) ? 'audio' : 'text';
}

/** A guid that several entries share names none of them; an address that several share is the first one's. */
function withOwnGuids(items: FeedItem[]): FeedItem[] {
  const seen = new Map<string, number>();
  for (const item of items) seen.set(item.guid, (seen.get(item.guid) ?? 0) + 1);
  const byUrl = new Map<string, FeedItem>();
  for (const item of items)
    if (!byUrl.has(item.url))
      byUrl.set(item.url, (seen.get(item.guid) ?? 0) > 1 ? { ...item, guid: item.url } : item);
  return [...byUrl.values()];
}

/** A language tag in its usual spelling; undefined for what is none. */
export function languageTag(text: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(text?.trim().replace('_', '-'))[0];
  } catch {
    return undefined;
  }
}
