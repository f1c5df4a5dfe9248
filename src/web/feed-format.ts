import type { ArticleCard } from '../../db/article.ts';
import { escapeHtml } from '../shared/html.ts';
import { namedCategories, type Site } from './site.ts';

/** Whose feed it is: its title, the page it stands for and its own address, both from the root. */
export interface FeedHead {
  title: string;
  path: string;
  self: string;
}

/**
 * Articles as an RSS feed.
 *
 * Shape: a description is what the licence lets us show; the link is our own page, which links to the source.
 * Source: RSS 2.0 specification; RFC 822 dates; the Atom namespace for `self`.
 */
export function rss(site: Site, head: FeedHead, articles: readonly ArticleCard[]): string {
  const newest = articles[0]?.publishedAt;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', head.title),
    element('link', site.url + head.path),
    `<atom:link rel="self" type="application/rss+xml" href="${xml(site.url + head.self)}"/>`,
    element('description', site.tagline),
    element('language', site.language),
    newest ? element('lastBuildDate', newest.toUTCString()) : '',
    ...articles.map((article) => rssItem(site, article)),
    '</channel></rss>\n',
  ].join('\n');
}

/**
 * Articles as a JSON Feed.
 *
 * Source: jsonfeed.org, version 1.1.
 */
export function jsonFeed(site: Site, head: FeedHead, articles: readonly ArticleCard[]): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    description: site.tagline,
    home_page_url: site.url + head.path,
    feed_url: site.url + head.self,
    language: site.language,
    items: articles.map((article) => ({
      id: articleUrl(site, article),
      url: articleUrl(site, article),
      title: article.title,
      content_text: article.excerpt || article.title,
      date_published: article.publishedAt.toISOString(),
      authors: [{ name: article.sourceTitle }],
      tags: namedCategories(site, article.categories).map(({ name }) => name),
      ...(article.language ? { language: article.language } : {}),
    })),
  };
}

function rssItem(site: Site, article: ArticleCard): string {
  const url = articleUrl(site, article);
  return [
    '<item>',
    element('title', article.title),
    element('link', url),
    `<guid isPermaLink="true">${xml(url)}</guid>`,
    element('pubDate', article.publishedAt.toUTCString()),
    ...namedCategories(site, article.categories).map(({ name }) => element('category', name)),
    element('description', [article.excerpt, article.sourceTitle].filter(Boolean).join(' — ')),
    '</item>',
  ].join('');
}

const articleUrl = (site: Site, { slug }: ArticleCard) => `${site.url}/articles/${encodeURIComponent(slug)}`;

const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** Escape for XML, without the characters that XML 1.0 forbids. */
const xml = (text: string) => escapeHtml(text.replace(FORBIDDEN, ''));

const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
