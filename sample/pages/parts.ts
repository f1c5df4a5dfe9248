import { escapeHtml } from '../../src/shared/html.ts';
import { urlOf } from '../article.ts';
import type { PublishedArticle } from '../feeds.ts';
import { inventedLine, originOf, type Outlet } from '../outlets.ts';

/** What a template is given: the outlet, the article, and the outlet's other articles for the boxes beside it. */
export interface PageInput {
  outlet: Outlet;
  article: PublishedArticle;
  others: readonly PublishedArticle[];
  timezone: string;
}

/** A whole HTML document of an outlet. */
export function documentOf(
  outlet: Outlet,
  parts: { title: string; head: string; body: string; language?: string },
) {
  return `<!doctype html>
<html lang="${parts.language ?? outlet.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)} | ${escapeHtml(outlet.title)}</title>
<link rel="alternate" type="${FEED_TYPE[outlet.format]}" title="${escapeHtml(outlet.title)}" href="${originOf(outlet.slug)}${outlet.feedPath}">
${parts.head}
</head>
<body>
${parts.body}
</body>
</html>
`;
}

/** The visible line that says the outlet is invented. */
export function inventedNote(): string {
  return `<p class="invented"><small>${escapeHtml(inventedLine)}</small></p>`;
}

/** Links to articles, as list items. */
export function linksTo(articles: readonly PublishedArticle[]): string {
  return articles.map((each) => `<li><a href="${urlOf(each)}">${escapeHtml(each.title)}</a></li>`).join('\n');
}

/** The article's canonical link element and its description. */
export function canonicalHead(article: PublishedArticle): string {
  return `<link rel="canonical" href="${urlOf(article)}">
<meta name="description" content="${escapeHtml(article.summary)}">`;
}

/** Date and time as the outlet prints them. */
export function printedTime(input: PageInput): string {
  return new Intl.DateTimeFormat(input.outlet.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: input.timezone,
  }).format(input.article.publishedAt);
}

const FEED_TYPE = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };
