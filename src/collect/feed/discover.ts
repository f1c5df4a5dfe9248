import { cleanText } from '../../shared/html.ts';
import { absoluteUrl } from '../url.ts';
import { readTags } from './xml/tags.ts';

export interface FeedLink {
  url: string;
  title: string | undefined;
  /** As declared; undefined for a link that only looks like one to a feed. */
  type: string | undefined;
}

/** Where feeds often are, relative to the site, the likeliest first. */
export const COMMON_FEED_PATHS: readonly string[] = [
  '/feed',
  '/rss',
  '/feed.xml',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feed/',
  '/feeds/posts/default',
  '/feed.json',
  '/index.rdf',
  '/rss/news.xml',
  '/blog/feed',
  '/news/feed',
  '/?feed=rss2',
];

/**
 * The feeds that a page names, the best first.
 *
 * Shape: `link rel=alternate` of a feed's type; without any, links in the text that look like one. Feeds of comments
 * come last; of several with one address the first is kept.
 * Source: HTML section 4.6.7.1; the RSS Advisory Board's autodiscovery text.
 */
export function feedLinksIn(html: string, url: string): FeedLink[] {
  const { declared, linked } = linksIn(html.slice(0, HTML_CHARACTERS_MAX), url);
  const found = declared.length > 0 ? declared : linked;
  const byUrl = new Map(found.toReversed().map((link) => [link.url, link]));
  const unique = [...byUrl.values()].toReversed();
  return [...unique.filter((link) => !isOfComments(link)), ...unique.filter(isOfComments)].slice(
    0,
    LINKS_MAX,
  );
}

const HTML_CHARACTERS_MAX = 2_000_000;
const LINKS_MAX = 30;
const TYPES = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x\.atom\+xml|x-atom\+xml)\b/i;
/** Types of much else, too: only with a name that says more. */
const BROAD_TYPES = /^(?:application\/(?:json|xml)|text\/xml)\b/i;
const LOOKS_LIKE_FEED =
  /(?:^|[/._?=-])(?:feeds?|rss2?|atom|rdf)(?:[/._?&=-]|$)|\.(?:rss|atom|rdf)(?:$|\?)|feedburner\.com\//i;

function linksIn(html: string, url: string): { declared: FeedLink[]; linked: FeedLink[] } {
  const declared: FeedLink[] = [];
  const linked: FeedLink[] = [];
  let base = url;
  let isBaseKnown = false;
  readTags(html, () => ({
    onopentag(name, attributes) {
      if (name === 'base' && !isBaseKnown && attributes['href'] !== undefined) {
        base = absoluteUrl(attributes['href'], url) ?? url;
        isBaseKnown = true;
      }
      const to = name === 'link' || name === 'a' ? absoluteUrl(attributes['href'], base) : undefined;
      if (to === undefined) return;
      const link = {
        url: to,
        title: cleanText(attributes['title'] ?? '') || undefined,
        type: attributes['type'],
      };
      if (name === 'link' ? isDeclared(attributes, to) : TYPES.test(attributes['type'] ?? ''))
        declared.push(link);
      else if (name === 'a' && isLikely(to) && linked.length < LINKS_MAX)
        linked.push({ ...link, type: undefined });
    },
  }));
  return { declared, linked };
}

function isDeclared({ rel = '', type = '', title = '' }: Record<string, string>, to: string): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes('stylesheet') || !(relations.includes('alternate') || relations.includes('feed')))
    return false;
  if (TYPES.test(type) || (relations.includes('feed') && type === '')) return true;
  return (
    BROAD_TYPES.test(type) && (LOOKS_LIKE_FEED.test(title) || isLikely(to)) && !/wp-json|oembed/i.test(to)
  );
}

function isLikely(to: string): boolean {
  const { pathname, search, hostname } = new URL(to);
  return LOOKS_LIKE_FEED.test(`${pathname}${search}`) || /^(?:feeds?|rss)\./i.test(hostname);
}

function isOfComments({ url, title }: FeedLink): boolean {
  return /comment|kommentar|comentario|commentaire|replies/i.test(`${new URL(url).pathname} ${title ?? ''}`);
}
