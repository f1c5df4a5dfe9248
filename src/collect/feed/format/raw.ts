import { ORIGINAL } from '../xml/names.ts';
import type { TextValue } from '../xml/text-value.ts';

/** What one entry says, in whichever format, in our words: texts, dates and addresses as written. */
export interface RawItem {
  id: string | undefined;
  /** From the best to the last resort. */
  links: (string | undefined)[];
  title: TextValue | undefined;
  authors: (string | undefined)[];
  categories: (string | undefined)[];
  summary: TextValue | undefined;
  content: TextValue | undefined;
  published: (string | undefined)[];
  updated: (string | undefined)[];
  language: string | undefined;
  images: RawImage[];
  attachments: RawMedia[];
  durationSeconds: number | undefined;
}

export interface RawImage {
  url: string | undefined;
  alt: string | undefined;
}

export interface RawMedia {
  url: string | undefined;
  type: string | undefined;
  /** `video`, `audio`, `image`: Media RSS says it beside the type or in its place. */
  medium?: string | undefined;
  bytes?: number | undefined;
  durationSeconds?: number | undefined;
}

export interface RawFeed {
  title: TextValue | undefined;
  description: TextValue | undefined;
  homes: (string | undefined)[];
  id: string | undefined;
  self: string | undefined;
  hubs: (string | undefined)[];
  language: string | undefined;
  published: (string | undefined)[];
  updated: (string | undefined)[];
  /** Whose the items are that name nobody. */
  authors: (string | undefined)[];
  refreshMinutes: number | undefined;
}

/** Text of which nothing says whether it is HTML; in feeds it mostly is. */
export function html(value: string | undefined): TextValue | undefined {
  return value === undefined ? undefined : { value, type: 'html' };
}

export function plain(value: string | undefined): TextValue | undefined {
  return value === undefined ? undefined : { value, type: 'text' };
}

export function typed(
  text: { value?: string | undefined; type?: string | undefined } | undefined,
): TextValue | undefined {
  if (text?.value === undefined) return undefined;
  return { value: text.value, type: /html/i.test(text.type ?? '') ? 'html' : 'text' };
}

export type Link = { href?: string | undefined; rel?: string | undefined; type?: string | undefined };

/** The addresses that a reader goes to, the one that an aggregator has replaced first. */
export function pagesIn(links: readonly Link[] | undefined): (string | undefined)[] {
  const pages = (links ?? []).filter(
    ({ rel }) => rel === undefined || /^(?:alternate|http:\/\/www\.iana\.org\S*alternate)$/i.test(rel),
  );
  const [web, other] = [pages.filter(isWebPage), pages.filter((link) => !isWebPage(link))];
  return [...relatedAs(links, ORIGINAL), ...web.map(({ href }) => href), ...other.map(({ href }) => href)];
}

export function relatedAs(links: readonly Link[] | undefined, relation: string): string[] {
  const found = (links ?? []).filter(({ rel }) => rel?.toLowerCase().split(/\s+/).includes(relation));
  return found.map(({ href }) => href).filter((href) => href !== undefined);
}

const isWebPage = ({ type }: Link) =>
  type === undefined || /^(?:text\/html|application\/xhtml\+xml)/i.test(type);

/** The word for a category; the one for readers where the other is an address. */
export function termOf({ term, label }: { term?: string; label?: string }): string | undefined {
  return term === undefined || /^[a-z]+:\/\//i.test(term) ? (label ?? term) : term;
}
