import { excerptOf } from '../../shared/html.ts';
import { plainLine } from '../markup.ts';
import { absoluteUrl } from '../url.ts';
import { readLinkedData, type LinkedData } from './jsonld.ts';
import { canonicalIn, imageIn, refreshIn } from './links.ts';
import { namedOf, type Named } from './meta.ts';
import { authorIn, datesIn, kindOf, languagesIn } from './said.ts';
import { titleOf } from './title.ts';
import { attributeOf, partsOf, wordsOf, type Parent, type Part } from './tree.ts';

/** What a page says about its article outside the article itself. */
export interface Metadata {
  title: string | undefined;
  author: string | undefined;
  siteName: string | undefined;
  publishedAt: Date | undefined;
  modifiedAt: Date | undefined;
  /** Language tags as the page gives them, in the order in which they are trusted. */
  languages: (string | undefined)[];
  imageUrl: string | undefined;
  imageAlt: string | undefined;
  canonicalUrl: string | undefined;
  /** Where the page sends its readers at once. */
  refreshUrl: string | undefined;
  kind: 'text' | 'video' | 'audio';
  articleBody: string | undefined;
  /** What relative addresses on the page are relative to. */
  baseUrl: string;
  /** Whether everyone may read it all, where the page says so. */
  isFree: boolean | undefined;
}

/**
 * Read what a page says of its article, the most trusted voice first: linked data, meta elements for machines (Open
 * Graph, Parse.ly, Sailthru, Dublin Core), microdata, elements that readers see, the address.
 *
 * Source: schema.org; ogp.me; HTML sections 4.2.5 and 4.6.7.
 */
export function readMetadata(tree: Parent, url: string): Metadata {
  const parts = partsOf(tree);
  const named = namedOf(parts);
  const type = named.meta('og:type')?.toLowerCase();
  const linked = readLinkedData(parts, { isArticle: type === 'article' });
  const base = absoluteUrl(attributeOf(named.first(isBase), 'href'), url) ?? url;
  const siteName = clipped(named.meta('og:site_name') ?? linked.siteName ?? named.meta('application-name'));
  const tier = named.meta('article:content_tier')?.toLowerCase();
  return {
    title: titleIn(parts, { named, linked, siteName }),
    author: authorIn(parts, { named, linked }),
    siteName,
    ...datesIn(named, { linked, url }),
    languages: languagesIn(parts, { named, linked }),
    ...imageIn(parts, { named, linked, base }),
    canonicalUrl: canonicalIn(named, url),
    refreshUrl: refreshIn(named, base),
    kind: kindOf(type, linked),
    baseUrl: base,
    articleBody: linked.articleBody,
    isFree: tier === 'locked' ? false : linked.isFree,
  };
}

const SITE_NAME_MAX = 100;
const HEADINGS_MAX = 10;

const isBase = (part: Part) => part.tagName === 'base' && attributeOf(part, 'href') !== undefined;
const clipped = (text: string | undefined) =>
  excerptOf(plainLine((text ?? '').slice(0, 1_000)), SITE_NAME_MAX) || undefined;

function titleIn(
  parts: Part[],
  { named, linked, siteName }: { named: Named; linked: LinkedData; siteName: string | undefined },
): string | undefined {
  const title = named.first((part) => part.tagName === 'title' && part.namespaceURI.endsWith('xhtml'));
  const said = [
    linked.headline && plainLine(linked.headline),
    named.meta('og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title'),
    title && wordsOf(title),
  ];
  const headings = parts.filter(({ tagName }) => tagName === 'h1').slice(0, HEADINGS_MAX);
  return titleOf({ said, headings: headings.map(wordsOf), siteName });
}
