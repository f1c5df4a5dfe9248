import { parseJsonFeed, type JsonFeed } from 'feedsmith';
import { html, plain, type RawFeed, type RawItem } from './raw.ts';

/**
 * Read a JSON Feed, of any version or none; undefined for JSON that is no feed.
 *
 * Source: jsonfeed.org 1.1.
 */
export function readJson(text: string): { feed: RawFeed; items: RawItem[] } | undefined {
  const feed = parsed(text);
  if (!feed) return undefined;
  const { authors, hubs, items = [] } = feed;
  return {
    feed: {
      title: plain(feed.title),
      description: plain(feed.description),
      homes: [feed.home_page_url],
      id: undefined,
      self: feed.feed_url,
      hubs: (hubs ?? []).filter(({ type }) => /^websub$/i.test(type ?? '')).map(({ url }) => url),
      language: feed.language,
      published: [],
      updated: [],
      authors: (authors ?? []).map(({ name }) => name),
      refreshMinutes: undefined,
    },
    items: items.map(ofJson),
  };
}

function parsed(text: string): JsonFeed.Feed<string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isFeed = 'items' in value && Array.isArray(value.items);
  try {
    return parseJsonFeed(isFeed ? { ...value, version: VERSION } : value);
  } catch {
    return undefined;
  }
}

const VERSION = 'https://jsonfeed.org/version/1.1';

function ofJson(item: JsonFeed.Item<string>): RawItem {
  return {
    id: item.id,
    links: [item.url, item.external_url, /^https?:/i.test(item.id ?? '') ? item.id : undefined],
    title: plain(item.title),
    authors: (item.authors ?? []).map(({ name }) => name),
    categories: item.tags ?? [],
    summary: plain(item.summary),
    content: html(item.content_html) ?? plain(item.content_text),
    published: [item.date_published],
    updated: [item.date_modified],
    language: item.language,
    images: [item.image, item.banner_image].map((url) => ({ url, alt: undefined })),
    attachments: (item.attachments ?? []).map((file) => ({
      url: file.url,
      type: file.mime_type,
      bytes: file.size_in_bytes,
      durationSeconds: file.duration_in_seconds,
    })),
    durationSeconds: undefined,
  };
}
