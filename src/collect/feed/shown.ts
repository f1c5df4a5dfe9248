import { excerptOf } from '../../shared/html.ts';
import { harmless } from './harmless.ts';
import { hasTags, htmlOf, lineOf } from './said.ts';
import type { FeedDocument, FeedEntry } from './shape.ts';
import type { TextValue } from './xml/text-value.ts';

/** What `broadside try --json` prints of a feed. */
export interface ShownFeed {
  feed: Shown<'title' | 'url' | 'description' | 'language' | 'id'> & {
    publishedAt: string | null;
    updatedAt: string | null;
    repaired: boolean;
  };
  items: ShownItem[];
}

export interface ShownItem extends Shown<'title' | 'url' | 'id' | 'author' | 'summary' | 'html'> {
  categories: string[];
  publishedAt: string | null;
  updatedAt: string | null;
  attachments: { url: string; type: string | null }[];
}

type Shown<T extends string> = Record<T, string | null>;

/**
 * A feed as `broadside try` shows it: entries in document order, those without an address too.
 *
 * Shape: titles, summaries and texts keep the feed's own markup, made harmless; times are ISO 8601; what the feed does
 * not say is null. A title that is missing is made of what there is, as collecting does.
 */
export function shownFeed(document: FeedDocument): ShownFeed {
  const { title, url, description, language, id, publishedAt, updatedAt, repaired, entries } = document;
  const base = url ?? document.selfUrl;
  return {
    feed: {
      title: shown(title, base) ?? url ?? null,
      url: url ?? null,
      description: shown(description, base),
      language: language ?? null,
      id: id ?? null,
      publishedAt: publishedAt?.toISOString() ?? null,
      updatedAt: updatedAt?.toISOString() ?? null,
      repaired,
    },
    items: entries.map((entry) => shownItem(entry, base)),
  };
}

function shownItem(entry: FeedEntry, base: string | undefined): ShownItem {
  const { url, id, authors, categories, publishedAt, updatedAt, attachments } = entry;
  const at = url ?? base;
  return {
    title: shown(entry.title, at) ?? madeTitle(entry),
    url: url ?? null,
    id: id ?? null,
    author: authors.join(', ') || null,
    categories,
    summary: shown(entry.summary, at),
    html: shown(entry.content, at),
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: updatedAt?.toISOString() ?? null,
    attachments: attachments.map(({ url, type }) => ({ url, type: type ?? null })),
  };
}

function shown(text: TextValue | undefined, base: string | undefined): string | null {
  if (text === undefined) return null;
  return (hasTags(text) ? harmless(htmlOf(text), base) : text.value).trim() || null;
}

function madeTitle({ summary, content, url }: FeedEntry): string | null {
  return excerptOf(lineOf(summary ?? content), 90) || (url ?? null);
}
