import type { AtomFeed, JsonFeed, RdfFeed, RssFeed, parseFeed } from 'feedsmith';

/** What one entry says, in whichever format: HTML where it may be HTML, dates and addresses as written. */
export interface RawItem {
  id: string | undefined;
  link: string | undefined;
  title: string | undefined;
  author: string | undefined;
  summary: string | undefined;
  content: string | undefined;
  date: string | undefined;
  language: string | undefined;
  image: string | undefined;
  /** Against which its addresses are written, when the entry says so. */
  base: string | undefined;
  media: RawMedia[];
}

export interface RawMedia {
  url: string | undefined;
  /** A MIME type, or the medium: `video`, `audio`, `image`. */
  type: string | undefined;
}

export interface RawFeed {
  title: string | undefined;
  home: string | undefined;
  language: string | undefined;
  items: RawItem[];
}

/** Bring what the parser found, in any of the four formats, to one shape; nothing is judged here. */
export function rawFeedOf(parsed: ReturnType<typeof parseFeed<string>>): RawFeed {
  if (parsed.format === 'rss') {
    const { title, link, language, items = [] } = parsed.feed;
    return { title, home: link, language, items: items.map(ofRss) };
  }
  if (parsed.format === 'rdf') {
    const { title, link, dc, items = [] } = parsed.feed;
    return { title, home: link, language: dc?.languages?.[0], items: items.map(ofRdf) };
  }
  if (parsed.format === 'atom') {
    const { title, links, xml, entries = [] } = parsed.feed;
    const items = entries.map((entry) => ofAtom(entry, xml?.base));
    return { title: htmlOf(title), home: linkOf(links), language: xml?.lang, items };
  }
  const { title, home_page_url: home, language, items = [] } = parsed.feed;
  return { title: title && asHtml(title), home, language, items: items.map(ofJson) };
}

function ofRss(item: RssFeed.Item<string>): RawItem {
  const { guid, atom, dc, itunes, media } = item;
  const permalink =
    guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return {
    id: guid?.value,
    link: item.link ?? permalink ?? linkOf(atom?.links),
    title: item.title ?? itunes?.title ?? media?.title?.value ?? dc?.titles?.[0],
    author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? itunes?.author,
    summary: item.description ?? itunes?.summary ?? describedIn(media),
    content: item.content?.encoded,
    date: item.pubDate ?? dc?.dates?.[0] ?? atom?.published ?? atom?.updated,
    language: item.xml?.lang ?? dc?.languages?.[0],
    image: pictureIn(media) ?? itunes?.image,
    base: item.xml?.base,
    media: [...(item.enclosures ?? []), ...mediaIn(media)].map(toMedia),
  };
}

function ofRdf(item: RdfFeed.Item<string>): RawItem {
  const { dc, media } = item;
  return {
    id: item.rdf?.about,
    link: item.link ?? item.rdf?.about,
    title: item.title ?? dc?.titles?.[0],
    author: dc?.creators?.[0],
    summary: item.description ?? dc?.descriptions?.[0],
    content: item.content?.encoded,
    date: dc?.dates?.[0],
    language: item.xml?.lang ?? dc?.languages?.[0],
    image: pictureIn(media),
    base: item.xml?.base,
    media: mediaIn(media).map(toMedia),
  };
}

function ofAtom(entry: AtomFeed.Entry<string>, feedBase: string | undefined): RawItem {
  const { links, content, media, dc } = entry;
  const enclosures = (links ?? []).filter((link) => link.rel === 'enclosure');
  return {
    id: entry.id,
    link: linkOf(links) ?? content?.src,
    title: htmlOf(entry.title) ?? media?.title?.value,
    author: entry.authors?.[0]?.name ?? dc?.creators?.[0],
    summary: htmlOf(entry.summary) ?? describedIn(media),
    content: htmlOf(content),
    date: entry.published ?? entry.updated ?? dc?.dates?.[0],
    language: entry.xml?.lang ?? content?.xml?.lang,
    image: pictureIn(media),
    base: entry.xml?.base ?? feedBase,
    media: [...enclosures.map(({ href, type }) => ({ url: href, type })), ...mediaIn(media)].map(toMedia),
  };
}

function ofJson(item: JsonFeed.Item<string>): RawItem {
  const plain = item.content_text === undefined ? undefined : asHtml(item.content_text);
  return {
    id: item.id,
    link: item.url ?? item.external_url,
    title: item.title && asHtml(item.title),
    author: item.authors?.[0]?.name,
    summary: item.summary && asHtml(item.summary),
    content: item.content_html ?? plain,
    date: item.date_published ?? item.date_modified,
    language: item.language,
    image: item.image ?? item.banner_image,
    base: undefined,
    media: (item.attachments ?? []).map(({ url, mime_type: type }) => ({ url, type })),
  };
}

type Links = { href?: string | undefined; rel?: string | undefined; type?: string | undefined }[];

function linkOf(links: Links | undefined): string | undefined {
  const pages = (links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate');
  return (pages.find((link) => link.type === undefined || link.type === 'text/html') ?? pages[0])?.href;
}

/** Atom says of each text whether it is markup; what does not say so is plain, so its signs are written as markup. */
function htmlOf(
  text: { value?: string | undefined; type?: string | undefined } | undefined,
): string | undefined {
  if (text?.value === undefined) return undefined;
  return text.type === undefined || /^text(?:\/plain)?$/i.test(text.type) ? asHtml(text.value) : text.value;
}

/** Plain text as HTML; entities in it, which many feeds write by mistake, are left to be read. */
function asHtml(text: string): string {
  return text.replaceAll('<', '&lt;').replace(/\n{2,}/g, '<p>');
}

type Media = NonNullable<RssFeed.Item<string>['media']>;
type MediaContent = NonNullable<Media['contents']>[number];

function mediaIn(media: Media | undefined): MediaContent[] {
  return [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
}

function describedIn(media: Media | undefined): string | undefined {
  const described = media?.description ?? media?.groups?.find((group) => group.description)?.description;
  return described?.value;
}

function pictureIn(media: Media | undefined): string | undefined {
  const groups = media?.groups ?? [];
  const inContents = mediaIn(media).find((content) => (content.medium ?? content.type)?.startsWith('image'));
  const thumbnails = [media, ...groups, ...mediaIn(media)].flatMap((part) => part?.thumbnails ?? []);
  return inContents?.url ?? thumbnails[0]?.url;
}

function toMedia(content: Partial<RawMedia> & { medium?: string }): RawMedia {
  return { url: content.url, type: content.medium ?? content.type };
}
