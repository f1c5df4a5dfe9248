import { cleanText } from '../../shared/html.ts';
import { authorOf } from './byline.ts';
import { dateInUrl, firstDate } from './dates.ts';
import type { LinkedData } from './jsonld.ts';
import type { Named } from './meta.ts';
import { attributeOf, isText, nodesOf, wordsOf, type Part } from './tree.ts';

/** Who wrote the article, by the first voice that names anybody. */
export function authorIn(
  parts: Part[],
  { named, linked }: { named: Named; linked: LinkedData },
): string | undefined {
  const voices = [
    () => linked.authors.join(', '),
    () => named.metas('author', 'article:author', 'og:article:author').find((name) => authorOf(name)),
    () => named.metas('parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'byl').join(', '),
    () => named.item('author'),
    () => wordsOf(named.first((part) => part.tagName === 'a' && attributeOf(part, 'rel') === 'author')),
    () => parts.filter(isByline).slice(0, BYLINES_MAX).map(spacedWordsOf).find(isShort),
  ];
  for (const voice of voices) {
    const author = authorOf(voice());
    if (author !== undefined) return author;
  }
  return undefined;
}

/** When it was published and changed; an address that names the day is asked last. */
export function datesIn(
  named: Named,
  { linked, url }: { linked: LinkedData; url: string },
): { publishedAt: Date | undefined; modifiedAt: Date | undefined } {
  const published = named.metas(...PUBLISHED);
  const shown = named.first((part) => part.tagName === 'time' && attributeOf(part, 'datetime') !== undefined);
  return {
    publishedAt: firstDate([
      linked.publishedAt,
      ...published,
      named.item('datePublished'),
      attributeOf(shown, 'datetime'),
      dateInUrl(url),
    ]),
    modifiedAt: firstDate([linked.modifiedAt, ...named.metas(...MODIFIED), named.item('dateModified')]),
  };
}

/** Open Graph's locale of a site in many languages is often that of its main edition, so it comes second. */
export function languagesIn(parts: Part[], { named, linked }: { named: Named; linked: LinkedData }) {
  const html = parts.find(({ tagName }) => tagName === 'html');
  const own = attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang');
  return [
    own,
    named.meta('content-language', 'dc.language', 'language'),
    linked.language,
    named.meta('og:locale'),
  ];
}

export function kindOf(type: string | undefined, linked: LinkedData): 'text' | 'video' | 'audio' {
  if (type?.startsWith('video') === true || linked.isVideo) return 'video';
  return /^(?:music|audio|podcast)\b/.test(type ?? '') ? 'audio' : 'text';
}

const PUBLISHED = (
  'article:published_time og:published_time og:article:published_time datepublished parsely-pub-date sailthru.date ' +
  'dc.date.issued dcterms.issued dc.date dcterms.created date pubdate publishdate publish-date publish_date ' +
  'publication_date cxenseparse:recs:publishtime'
).split(' ');
const MODIFIED = (
  'article:modified_time og:updated_time og:modified_time datemodified dc.date.modified dcterms.modified lastmod ' +
  'last-modified'
).split(' ');

/** With a space wherever an element begins or ends, for names and dates often touch. */
const spacedWordsOf = (part: Part) =>
  nodesOf(part)
    .map((node) => (isText(node) ? node.value : ' '))
    .join(' ');
const BYLINES_MAX = 5;
const BYLINE_CHARACTERS_MAX = 200;
const isShort = (text: string) =>
  cleanText(text).length <= BYLINE_CHARACTERS_MAX && authorOf(text) !== undefined;
const isByline = (part: Part) =>
  /(?:^|[\s_-])(?:by-?line(?:[_-]?(?:name|author))?|author[_-]?name|article[_-]?author|post[_-]?author|entry[_-]?author)(?:$|\s)/i.test(
    (attributeOf(part, 'class') ?? '').slice(0, 300),
  );
