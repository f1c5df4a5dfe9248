import { createHash } from 'node:crypto';
import {
  insertArticles,
  insertCategories,
  listKnownArticles,
  markArticle,
  upsertCategories,
  type KnownArticle,
} from '../../db/article-collect.ts';
import { insertArticleVersion } from '../../db/article-version.ts';
import type { Source } from '../../db/source.ts';
import { countWords, slugOf } from '../shared/html.ts';
import { outletOf } from '../shared/outlet.ts';
import { judgeDate } from './feed/date.ts';
import type { CollectRun } from './deps.ts';
import type { Feed, FeedItem } from './feed/feed.ts';
import { plainText } from './markup.ts';

interface Offer<T = FeedItem> {
  source: Source;
  items: readonly T[];
  now: Date;
}

/** An item with its text, which is looked at several times. */
type Told = FeedItem & { text: string };

/**
 * Write down what a feed offers: new articles, and changes of those it offered before.
 *
 * Shape: an item is an article that is there already when the feed's identity of it or its address is; an article
 * belongs to the source that brought it first, and only that one changes it, until a source of the site where it stands
 * offers it. What it said before is kept.
 */
export async function storeItems(
  deps: CollectRun,
  { source, items: offered, now }: Offer,
): Promise<{ added: number; updated: number; leftOut: Feed['leftOutItems'] }> {
  const items = offered.map((item) => ({ ...item, text: plainText(item.html) }));
  const guids = items.map((item) => item.guid);
  const urls = items.map((item) => item.url);
  const known = await listKnownArticles(deps.db, { sourceId: source.id, guids, urls });
  const own = known.filter((article) => article.sourceId === source.id);
  const byGuid = new Map(own.map((article) => [article.guid, article]));
  const byUrl = new Map(known.map((article) => [article.url, article]));
  const found = items.map((item) => ({ item, article: byGuid.get(item.guid) ?? byUrl.get(item.url) }));
  const byIdentity = found.toSorted(
    (a, b) => Number(byGuid.has(b.item.guid)) - Number(byGuid.has(a.item.guid)),
  );
  // An article is one item's: the one that has its identity before one that has only its address.
  const matched = byIdentity.flatMap(({ item, article }) => (article ? [{ item, article }] : []));
  const first = new Map(matched.toReversed().map(({ item, article }) => [article.id, item]));
  const changed = matched
    .filter(({ item, article }) => first.get(article.id) === item)
    .filter(({ item, article }) => mayChange(article, source) && article.contentHash !== hashOf(item))
    .toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1));
  for (const { item, article } of changed) await changeItem(deps, item, { source, article, now });
  const fresh = found.flatMap(({ item, article }) => (article ? [] : [item]));
  const leftOut = matched
    .filter(({ item, article }) => first.get(article.id) !== item)
    .map(({ item }) => ({
      title: item.title,
      reason: 'Its address is that of another article of the feed.',
    }));
  return { added: await addItems(deps, { source, items: fresh, now }), updated: changed.length, leftOut };
}

/** Its own source may; and one of the site that the article is of, whoever told of it first, and it is that one's from then on. */
function mayChange(article: KnownArticle, source: Source): boolean {
  if (article.sourceId === source.id) return true;
  return outletOf(article.url) === source.outlet && article.outlet !== source.outlet;
}

/** The last part of an article's address on the site: the title in letters that any address may hold, and a mark of its own. */
export function articleSlug(title: string, url: string): string {
  const mark = createHash('sha256').update(url).digest('hex').slice(0, 7);
  const words = slugOf(title).slice(0, 60).replace(/-+$/, '');
  return `${words || 'article'}-${mark}`;
}

async function addItems(deps: CollectRun, { source, items, now }: Offer<Told>): Promise<number> {
  const byUrl = new Map(items.map((item) => [item.url, item]));
  const rows = await insertArticles(
    deps.db,
    items.map((item) => newArticle(item, { source, now })),
  );
  const filed: { articleId: string; categories: string[] }[] = [];
  for (const { id: articleId, url } of rows) {
    const item = byUrl.get(url);
    if (item) filed.push({ articleId, categories: await filedUnder(deps, item, source) });
  }
  await insertCategories(deps.db, filed);
  return rows.length;
}

function newArticle(item: Told, { source, now }: { source: Source; now: Date }) {
  const { publishedAt: at, dateState: state } = item;
  const { at: publishedAt, mark: dateMark } = judgeDate({ at, state }, now);
  return {
    ...saidBy(item),
    ...textOf(item),
    slug: articleSlug(item.title, item.url),
    url: item.url,
    sourceId: source.id,
    guid: item.guid,
    language: item.language ?? null,
    publishedAt,
    dateMark,
    collectedAt: now,
    pageState: item.hasPage && source.pages ? ('pending' as const) : ('none' as const),
  };
}

/** The page's text stays until the page has been read again; the feed's own is replaced at once. */
async function changeItem(
  deps: CollectRun,
  item: Told,
  { source, article, now }: { source: Source; article: KnownArticle; now: Date },
): Promise<void> {
  const pageWasRead = article.pageState === 'read';
  await insertArticleVersion(deps.db, { articleId: article.id, replacedAt: now });
  await markArticle(deps.db, article.id, {
    ...saidBy(item),
    ...(article.sourceId !== source.id && { sourceId: source.id, guid: item.guid }),
    ...(!pageWasRead && textOf(item)),
    updatedAt: now,
    settledAt: null,
    ...(item.hasPage &&
      source.pages && { pageState: 'pending', pageTries: 0, pageCode: null, pageReason: null }),
  });
  await upsertCategories(deps.db, article.id, await filedUnder(deps, item, source));
}

function saidBy(item: Told) {
  return {
    title: item.title,
    kind: item.kind,
    author: item.author ?? null,
    summary: item.summary ?? null,
    imageUrl: item.imageUrl ?? null,
    imageAlt: item.imageAlt ?? null,
    mediaUrl: item.mediaUrl ?? null,
    mediaSeconds: item.mediaSeconds ?? null,
    contentHash: hashOf(item),
  };
}

function textOf({ html, text: body, language }: Told) {
  return { body, html, wordCount: countWords(body, language) };
}

function hashOf({ title, summary, text }: Told): string {
  const said = [title, summary ?? '', text];
  return createHash('sha256').update(said.join('\0')).digest('hex');
}

async function filedUnder(deps: CollectRun, item: Told, source: Source): Promise<string[]> {
  const { title, language } = item;
  const text = `${item.summary ?? ''}\n${item.text}`;
  return deps.file(deps.db, { title, text, language, sourceCategories: source.categories });
}
