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

/** A whole HTML document of an outlet, in the language of its text. */
export function documentOf(
  outlet: Outlet,
  parts: { title: string; head: string; body: string; language: string },
): string {
  return `<!doctype html>
<html lang="${parts.language}">
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

/** The article's canonical link element, its description and, where it has one, its author. */
export function canonicalHead({ article }: PageInput): string {
  const author = article.author === null ? '' : metaOf('name', 'author', article.author);
  return `<link rel="canonical" href="${urlOf(article)}">
${metaOf('name', 'description', article.summary)}
${author}`;
}

/**
 * Open Graph elements of an article.
 *
 * Source: ogp.me.
 */
export function openGraphHead({ outlet, article }: PageInput): string {
  const pairs = {
    'og:type': article.kind === 'video' ? 'video.other' : 'article',
    'og:title': article.title,
    'og:description': article.summary,
    'og:url': urlOf(article),
    'og:site_name': outlet.title,
    'article:published_time': article.publishedAt.toISOString(),
  };
  return Object.entries(pairs)
    .map(([name, content]) => metaOf('property', name, content))
    .join('\n');
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

function metaOf(attribute: 'name' | 'property', name: string, content: string): string {
  return `<meta ${attribute}="${name}" content="${escapeHtml(content)}">`;
}
