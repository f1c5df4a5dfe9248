import { attributesOf, baseWith, declaredIn, textElement, withoutPrefix } from './element.ts';
import { escapeXml, unescapeXml } from './escape.ts';
import { isAtom, ITEMS, learnPrefixes, localOf, outName, type XmlKind } from './names.ts';
import type { Piece } from './text-value.ts';

/** A feed written down cleanly: `open` + any of `items` + `close` is a document that any parser can read. */
export interface CleanFeed {
  kind: XmlKind;
  open: string;
  /** What the feed says of itself. */
  head: string;
  items: string[];
  close: string;
  /** Whether something was not closed, or was cut off. */
  repaired: boolean;
  isCut: boolean;
}

interface Frame {
  name: string;
  local: string;
  out: string;
  base: string | undefined;
  /** What stands in it is of no use, and long. */
  skip: boolean;
}

/** Writes the elements of a feed down as they come, closing what was left open. */
export function createWriter(url: string | undefined) {
  const frames: Frame[] = [];
  const prefixes = new Map<string, string>();
  const head: string[] = [];
  const items: string[] = [];
  let item: string[] | undefined;
  let [kind, isCdf]: [XmlKind | undefined, boolean] = [undefined, false];
  let [open, isDone, isMended] = ['', false, false];

  const put = (text: string) => void (item ?? head).push(text);
  const baseOf = () => frames.at(-1)?.base;
  const mend = () => {
    isMended = true;
  };

  function openRoot(name: string, attributes: Record<string, string>, base: string | undefined): void {
    const local = localOf(name);
    kind = ROOTS[local];
    if (kind === undefined) return;
    isCdf = local === 'channel';
    frames.push({ name, local, out: '', base, skip: false });
    open = `<${OPENINGS[kind]}${isCdf ? '' : attributesOf(attributes, base)}>${kind === 'rss' ? '<channel>' : ''}`;
    if (isCdf) put(linkOf(attributes['href'] ?? attributes['HREF']));
  }

  function openElement(name: string, attributes: Record<string, string>): void {
    if (isDone) return;
    learnPrefixes(prefixes, attributes);
    const base = baseWith(attributes['xml:base'], baseOf(), url);
    if (kind === undefined) return openRoot(name, attributes, base);
    const local = localOf(name);
    if (ITEMS.has(local)) openItem();
    const skip =
      (frames.at(-1)?.skip ?? false) || (local === 'items' && kind === 'rdf') || frames.length > DEPTH_MAX;
    const isLayer = local === 'channel' && kind === 'rss';
    const label = local === 'category' && item ? attributes['text'] : undefined;
    const out = isLayer || label !== undefined ? '' : outName(name, { kind, prefixes });
    frames.push({ name, local, out, base, skip });
    if (isLayer) open = withNamespaces(open, attributes);
    else if (label !== undefined) put(`<category>${escapeXml(unescapeXml(label))}</category>`);
    else if (!skip) put(`<${out}${attributesOf(attributes, base)}>`);
    if (isCdf && local === 'item') put(linkOf(attributes['href'] ?? attributes['HREF']) + dateOf(attributes));
  }

  function openItem(): void {
    const place = frames.findLastIndex(({ local }) => ITEMS.has(local));
    if (place !== -1) {
      mend();
      closeTo(place);
    }
    item = [];
  }

  function closeTo(place: number): void {
    while (frames.length > place) {
      const frame = frames.pop();
      if (!frame) break;
      if (frame.out !== '' && !frame.skip) put(`</${frame.out}>`);
      if (!ITEMS.has(frame.local) || !item) continue;
      items.push(item.join(''));
      item = undefined;
    }
    isDone ||= frames.length === 0;
  }

  return {
    mend,
    isInside: () => frames.length > 0,
    open: openElement,
    /** `isImplied` when nothing closes it but the end of what is around it. */
    close(name: string, isImplied: boolean): void {
      const place = frames.findLastIndex((frame) => frame.name === name);
      if (place === -1) return;
      if (isImplied) mend();
      closeTo(place);
    },
    /** Text beside elements that are no text elements of ours. */
    text(value: string): void {
      const top = frames.at(-1);
      if (top && !top.skip && top.out !== '' && !ITEMS.has(top.local) && value.trim() !== '')
        put(escapeXml(value));
    },
    /** A text element, whole. */
    write(name: string, attributes: Record<string, string>, written: readonly Piece[]): void {
      if (isDone || kind === undefined || frames.at(-1)?.skip) return;
      learnPrefixes(prefixes, attributes);
      const base = baseWith(attributes['xml:base'], baseOf(), url);
      for (const { kind, value } of written) if (kind === 'tag') learnPrefixes(prefixes, declaredIn(value));
      const pieces = written.map((piece) => withoutPrefix(piece, prefixes));
      put(
        textElement(name, {
          attributes,
          pieces,
          base,
          out: outName(name, { kind, prefixes }),
          isAtom: isAtom(name, { kind, prefixes }),
          kind,
        }),
      );
    },
    finish(): CleanFeed | undefined {
      if (kind === undefined) return undefined;
      const close = `${kind === 'rss' ? '</channel>' : ''}</${OPENINGS[kind].split(' ')[0]}>`;
      const isCut = !isDone;
      return { kind, open, head: head.join(''), items, close, repaired: isMended || isCut, isCut };
    },
  };
}

const DEPTH_MAX = 100;
const ROOTS: Record<string, XmlKind> = { rss: 'rss', rdf: 'rdf', feed: 'atom', channel: 'rss' };
const OPENINGS: Record<XmlKind, string> = {
  rss: 'rss version="2.0"',
  rdf: 'rdf:RDF',
  atom: 'feed xmlns="http://www.w3.org/2005/Atom"',
};

function withNamespaces(open: string, attributes: Record<string, string>): string {
  const declared = Object.entries(attributes).filter(
    ([name]) => name.startsWith('xmlns:') || name === 'xml:lang',
  );
  return open.replace('<channel>', `<channel${attributesOf(Object.fromEntries(declared), undefined)}>`);
}

const linkOf = (href: string | undefined) =>
  href === undefined ? '' : `<link>${escapeXml(unescapeXml(href))}</link>`;

function dateOf(attributes: Record<string, string>): string {
  const date = attributes['lastmod'] ?? attributes['LASTMOD'];
  return date === undefined ? '' : `<pubDate>${escapeXml(date)}</pubDate>`;
}
