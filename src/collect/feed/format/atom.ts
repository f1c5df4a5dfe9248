import type { AtomFeed } from 'feedsmith';
import { html, pagesIn, relatedAs, termOf, typed, type RawFeed, type RawItem } from './raw.ts';
import { aboutMedia, mediaIn, picturesIn } from './media.ts';
import { minutesOf } from './rss.ts';

/** An entry of Atom, with what its extensions add. */
export function ofAtom(entry: AtomFeed.Entry<string>): RawItem {
  const { links, content, media, dc, dcterms, itunes } = entry;
  const enclosures = (links ?? []).filter(({ rel }) => rel?.toLowerCase() === 'enclosure');
  const about = aboutMedia(media);
  const authors = namesOf(entry.authors) ?? dc?.creators ?? namesOf(entry.source?.authors) ?? [];
  return {
    id: entry.id,
    links: [
      ...pagesIn(links),
      content?.src,
      ...(links ?? []).filter(({ rel }) => rel?.toLowerCase() === 'via').map(({ href }) => href),
    ],
    title: typed(entry.title) ?? html(about.title?.value ?? dc?.titles?.[0]),
    authors,
    categories: [
      ...(entry.categories ?? []).map(termOf),
      ...(dc?.subjects ?? []),
      ...(media?.categories ?? []).map(({ label, name }) => label ?? name),
    ],
    summary:
      typed(entry.summary) ??
      html(dc?.descriptions?.[0] ?? itunes?.summary) ??
      html(about.description?.value),
    content: typed(content),
    published: [entry.published, dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [entry.updated, dcterms?.modified?.[0], dc?.dates?.[0]],
    language: entry.xml?.lang ?? content?.xml?.lang ?? dc?.languages?.[0],
    images: [...picturesIn(media), { url: itunes?.image, alt: undefined }],
    attachments: [
      ...enclosures.map(({ href, type, length }) => ({ url: href, type, bytes: length })),
      ...mediaIn(media),
    ],
    durationSeconds: itunes?.duration,
  };
}

export function ofAtomFeed(feed: AtomFeed.Feed<string>): RawFeed {
  const { links, dc, dcterms } = feed;
  return {
    title: typed(feed.title) ?? html(dc?.titles?.[0]),
    description: typed(feed.subtitle) ?? html(dc?.descriptions?.[0] ?? feed.itunes?.summary),
    homes: pagesIn(links),
    id: feed.id,
    self: relatedAs(links, 'self')[0],
    hubs: relatedAs(links, 'hub'),
    language: feed.xml?.lang ?? dc?.languages?.[0],
    published: [dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [feed.updated, dcterms?.modified?.[0], dc?.dates?.[0]],
    authors: namesOf(feed.authors) ?? dc?.creators ?? [],
    refreshMinutes: minutesOf(feed.sy),
  };
}

type People = readonly { name?: string; email?: string }[];

function namesOf(people: People | undefined): string[] | undefined {
  const names = people?.map(({ name, email }) => name ?? email).filter((name) => name !== undefined) ?? [];
  return names.length > 0 ? names : undefined;
}
