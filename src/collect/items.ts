import { createHash } from 'node:crypto';
import {
  insertArticle,
  listKnownArticles,
  markArticle,
  upsertCategories,
  type KnownArticle,
} from '../../db/article-collect.ts';
import type { Source } from '../../db/source.ts';
import { countWords, slugOf } from '../shared/html.ts';
import { categorize } from './categorize.ts';
import { plausibleDate } from './feed/date.ts';
import type { CollectDeps } from './deps.ts';
import type { FeedItem } from './feed/feed.ts';
import { plainText } from './markup.ts';

interface Offer {
  source: Source;
  items: readonly FeedItem[];
  now: Date;
}

/**
 * Write down what a feed offers: new articles, and changes of those it offered before.
 *
 * Shape: an item is an article that is there already when the feed's identity of it or its address is; an article
 * belongs to the source that brought it first, and only that one changes it. Items go in by address, so that two
 * sources with the same ones do not wait for each other crosswise.
 */
export async function storeItems(
  deps: CollectDeps,
  { source, items, now }: Offer,
): Promise<{ added: number; updated: number }> {
  const guids = items.map((item) => item.guid);
  const urls = items.map((item) => item.url);
  const known = await listKnownArticles(deps.db, { sourceId: source.id, guids, urls });
  const own = known.filter((article) => article.sourceId === source.id);
  const byGuid = new Map(own.map((article) => [article.guid, article]));
  const byUrl = new Map(known.map((article) => [article.url, article]));
  const total = { added: 0, updated: 0 };
  for (const item of items.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
    const article = byGuid.get(item.guid) ?? byUrl.get(item.url);
    if (!article) total.added += Number(await addItem(deps, item, { source, now }));
    else if (article.sourceId === source.id && article.contentHash !== hashOf(item)) {
      await changeItem(deps, item, { source, article, now });
      total.updated += 1;
    }
  }
  return total;
}

/** The last part of an article's address on the site: the title in letters that any address may hold, and a mark of its own. */
export function articleSlug(title: string, url: string): string {
  const mark = createHash('sha256').update(url).digest('hex').slice(0, 7);
  const words = slugOf(title).slice(0, 60).replace(/-+$/, '');
  return `${words || 'article'}-${mark}`;
}

async function addItem(
  deps: CollectDeps,
  item: FeedItem,
  { source, now }: { source: Source; now: Date },
): Promise<boolean> {
  const id = await insertArticle(deps.db, {
    ...saidBy(item),
    ...textOf(item),
    slug: articleSlug(item.title, item.url),
    url: item.url,
    sourceId: source.id,
    guid: item.guid,
    language: item.language ?? null,
    publishedAt: plausibleDate(item.publishedAt, now),
    collectedAt: now,
    pageState: item.hasPage ? 'pending' : 'none',
  });
  if (id !== undefined) await file(deps, id, item, source);
  return id !== undefined;
}

/** The page's text stays until the page has been read again; the feed's own is replaced at once. */
async function changeItem(
  deps: CollectDeps,
  item: FeedItem,
  { source, article, now }: { source: Source; article: KnownArticle; now: Date },
): Promise<void> {
  const pageWasRead = article.pageState === 'read';
  await markArticle(deps.db, article.id, {
    ...saidBy(item),
    ...(!pageWasRead && textOf(item)),
    updatedAt: now,
    ...(item.hasPage && { pageState: 'pending', pageTries: 0, pageReason: null }),
  });
  await file(deps, article.id, item, source);
}

function saidBy(item: FeedItem) {
  return {
    title: item.title,
    kind: item.kind,
    author: item.author ?? null,
    summary: item.summary ?? null,
    imageUrl: item.imageUrl ?? null,
    contentHash: hashOf(item),
  };
}

function textOf({ html, language }: FeedItem) {
  const body = plainText(html);
  return { body, html, wordCount: countWords(body, language) };
}

function hashOf({ title, summary, html }: FeedItem): string {
  const said = [title, summary ?? '', plainText(html)];
  return createHash('sha256').update(said.join('\0')).digest('hex');
}

async function file(deps: CollectDeps, id: string, item: FeedItem, source: Source): Promise<void> {
  const text = [item.summary ?? '', plainText(item.html)].join('\n');
  const about = { title: item.title, text, sourceCategories: source.categories };
  await upsertCategories(deps.db, id, categorize(about, deps.config.categories));
}
