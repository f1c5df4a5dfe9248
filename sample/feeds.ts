import { escapeHtml } from '../src/shared/html.ts';
import { urlOf, type SampleArticle } from './article.ts';
import { inventedLine, originOf, type Outlet } from './outlets.ts';

/** An article with the instant at which its outlet published it. */
export type PublishedArticle = SampleArticle & { publishedAt: Date };

/** Where the film of a video story would be. */
export function filmUrlOf(article: SampleArticle): string {
  return `${originOf(article.outlet)}/film/${article.slug}`;
}

/**
 * An outlet's feed in the outlet's own format.
 *
 * Shape: RSS 2.0 with dc and media elements, Atom, or JSON Feed 1.1; in the order given. RSS and Atom carry summaries, the
 * JSON Feed the whole text.
 * Source: RSS 2.0 specification; Media RSS 1.5.1; RFC 4287; jsonfeed.org 1.1.
 */
export function feedOf(
  outlet: Outlet,
  articles: readonly PublishedArticle[],
): { type: string; body: string } {
  if (outlet.format === 'atom')
    return { type: 'application/atom+xml; charset=utf-8', body: atomOf(outlet, articles) };
  if (outlet.format === 'json')
    return { type: 'application/feed+json; charset=utf-8', body: jsonOf(outlet, articles) };
  return { type: 'application/rss+xml; charset=utf-8', body: rssOf(outlet, articles) };
}

function rssOf(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const origin = originOf(outlet.slug);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeHtml(outlet.title)}</title>
<link>${origin}/</link>
<atom:link href="${origin}${outlet.feedPath}" rel="self" type="application/rss+xml"/>
<description>${escapeHtml(`${outlet.tagline}. ${inventedLine}`)}</description>
<language>${outlet.language}</language>
${articles.map(rssItemOf).join('\n')}
</channel>
</rss>
`;
}

function rssItemOf(article: PublishedArticle): string {
  const film = `<media:content url="${filmUrlOf(article)}" medium="video"/>`;
  const creator = article.author === null ? '' : `<dc:creator>${escapeHtml(article.author)}</dc:creator>`;
  return `<item>
<title>${escapeHtml(article.title)}</title>
<link>${urlOf(article)}</link>
<guid isPermaLink="false">${article.outlet}:${article.slug}</guid>
<pubDate>${article.publishedAt.toUTCString()}</pubDate>
${creator}
<description>${escapeHtml(article.summary)}</description>
${article.kind === 'video' ? film : ''}</item>`;
}

function atomOf(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const origin = originOf(outlet.slug);
  const updatedAt = articles[0]?.publishedAt.toISOString() ?? '1970-01-01T00:00:00.000Z';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<title>${escapeHtml(outlet.title)}</title>
<subtitle>${escapeHtml(`${outlet.tagline}. ${inventedLine}`)}</subtitle>
<id>${origin}/</id>
<link href="${origin}/"/>
<link rel="self" href="${origin}${outlet.feedPath}"/>
<updated>${updatedAt}</updated>
${articles.map(atomEntryOf).join('\n')}
</feed>
`;
}

function atomEntryOf(article: PublishedArticle): string {
  const publishedAt = article.publishedAt.toISOString();
  const author = article.author ?? 'Gazette staff';
  return `<entry xml:lang="${article.language}">
<title type="html">${escapeHtml(escapeHtml(article.title))}</title>
<id>tag:${article.outlet}.localhost,2026:${article.slug}</id>
<link rel="alternate" type="text/html" href="${urlOf(article)}"/>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<author><name>${escapeHtml(author)}</name></author>
<summary>${escapeHtml(article.summary)}</summary>
</entry>`;
}

function jsonOf(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const origin = originOf(outlet.slug);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.title,
    home_page_url: `${origin}/`,
    feed_url: `${origin}${outlet.feedPath}`,
    description: `${outlet.tagline}. ${inventedLine}`,
    language: outlet.language,
    items: articles.map(jsonItemOf),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function jsonItemOf(article: PublishedArticle): object {
  const film = { url: filmUrlOf(article), mime_type: 'video/mp4' };
  return {
    id: `${article.outlet}:${article.slug}`,
    url: urlOf(article),
    title: article.title,
    summary: article.summary,
    content_html: article.body.trim(),
    date_published: article.publishedAt.toISOString(),
    language: article.language,
    ...(article.author === null ? {} : { authors: [{ name: article.author }] }),
    ...(article.kind === 'video' ? { attachments: [film] } : {}),
  };
}
