import type { RdfFeed, RssFeed } from 'feedsmith';
import { html, pagesIn, relatedAs, termOf, typed, type RawFeed, type RawItem } from './raw.ts';
import { ORIGINAL } from '../xml/names.ts';
import { aboutMedia, mediaIn, picturesIn } from './media.ts';

type RssItem = RssFeed.Item<string>;

/** An item of RSS, with what its extensions add. */
export function ofRss(item: RssItem): RawItem {
  const { guid, atom, dc, dcterms, itunes, media } = item;
  const permalink =
    guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  return {
    id: guid?.value ?? atom?.id ?? dc?.identifiers?.[0],
    links: [...relatedAs(atom?.links, ORIGINAL), item.link, permalink, ...pagesIn(atom?.links)],
    ...textsOf(item),
    authors: firstOf(
      item.authors?.map(nameOf),
      dc?.creators,
      dcterms?.creators,
      [itunes?.author],
      atom?.authors?.map(nameOf),
    ),
    categories: categoriesOf(item),
    ...datesOf(item),
    language: item.xml?.lang ?? dc?.languages?.[0] ?? dcterms?.languages?.[0],
    images: [...picturesIn(media), { url: itunes?.image, alt: undefined }],
    attachments: [
      ...(item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, bytes: length })),
      ...mediaIn(media),
    ],
    durationSeconds: itunes?.duration,
  };
}

function textsOf(item: RssItem): Pick<RawItem, 'title' | 'summary' | 'content'> {
  const { atom, dc, dcterms, itunes } = item;
  const about = aboutMedia(item.media);
  const title = itunes?.title ?? dc?.titles?.[0] ?? dcterms?.titles?.[0] ?? about.title?.value;
  const summary = itunes?.summary ?? itunes?.subtitle ?? dcterms?.abstracts?.[0] ?? about.description?.value;
  return {
    title: html(item.title) ?? typed(atom?.title) ?? html(title),
    summary: html(item.description ?? dc?.descriptions?.[0]) ?? typed(atom?.summary) ?? html(summary),
    content: html(item.content?.encoded) ?? typed(atom?.content),
  };
}

function categoriesOf({ categories, itunes, dc, dcterms, atom, media }: RssItem): RawItem['categories'] {
  return [
    ...(categories ?? []).map(({ name }) => name),
    ...(itunes?.keywords ?? []),
    ...(dc?.subjects ?? []),
    ...(dcterms?.subjects ?? []),
    ...(atom?.categories ?? []).map(termOf),
    ...(media?.categories ?? []).map(({ label, name }) => label ?? name),
  ];
}

function datesOf({ pubDate, atom, dc, dcterms, prism }: RssItem): Pick<RawItem, 'published' | 'updated'> {
  const published = [pubDate, dcterms?.issued?.[0], atom?.published, dc?.dates?.[0]];
  const late = [dcterms?.created?.[0], dcterms?.dates?.[0], prism?.publicationDates?.[0]];
  return { published: [...published, ...late], updated: [atom?.updated, dcterms?.modified?.[0]] };
}

export function ofRdf(item: RdfFeed.Item<string>): RawItem {
  const { rdf, ...rest } = item;
  const raw = ofRss(rest);
  return { ...raw, id: rdf?.about ?? raw.id, links: [...raw.links, rdf?.about] };
}

type Shared = Omit<RdfFeed.Feed<string>, 'items'> & Partial<RssFeed.Feed<string>>;

/** What RSS and RDF say of themselves. */
export function ofChannel(feed: Shared): RawFeed {
  const { atom, dc, dcterms, itunes, sy } = feed;
  return {
    title: html(feed.title) ?? typed(atom?.title) ?? html(itunes?.title ?? dc?.titles?.[0]),
    description:
      html(feed.description) ??
      typed(atom?.subtitle) ??
      html(itunes?.summary ?? itunes?.subtitle ?? dc?.descriptions?.[0]),
    homes: [feed.link, ...pagesIn(atom?.links)],
    id: feed.rdf?.about ?? atom?.id,
    self: relatedAs(atom?.links, 'self')[0],
    hubs: relatedAs(atom?.links, 'hub'),
    language: feed.language ?? dc?.languages?.[0] ?? feed.xml?.lang,
    published: [feed.pubDate, dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [feed.lastBuildDate, atom?.updated, dcterms?.modified?.[0], dc?.dates?.[0]],
    authors: firstOf(
      dc?.creators,
      [itunes?.author],
      atom?.authors?.map(({ name }) => name),
      feed.managingEditor && [feed.managingEditor.name],
    ),
    refreshMinutes: feed.ttl ?? minutesOf(sy),
  };
}

/** Source: RSS 1.0 module Syndication. */
export function minutesOf(
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | undefined {
  const minutes = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  return minutes === undefined ? undefined : Math.round(minutes / Math.max(1, sy?.updateFrequency ?? 1));
}

const PERIODS: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

const nameOf = ({ name, email }: { name?: string; email?: string }) => name ?? email;

function firstOf(...lists: (readonly (string | undefined)[] | undefined)[]): (string | undefined)[] {
  return lists.map((list) => (list ?? []).filter(Boolean)).find((list) => list.length > 0) ?? [];
}
