import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { CleanFeed } from '../xml/writer.ts';
import type { RawFeed, RawItem } from './raw.ts';
import { ofAtom, ofAtomFeed } from './atom.ts';
import { ofChannel, ofRdf, ofRss } from './rss.ts';

/**
 * What a clean feed says of itself and its items, in our words.
 *
 * Shape: the items go through the parser in groups, so that a feed of any length needs the memory of a group; `clean`
 * loses them on the way.
 * Errors: the parser's own.
 */
export function readXml<T>(
  clean: CleanFeed,
  toItem: (item: RawItem, feed: RawFeed) => T,
): { feed: RawFeed; items: T[] } {
  const { kind, open, head, items, close } = clean;
  const feed = READERS[kind].head(`${open}${head}${close}`);
  const read: T[] = [];
  for (let start = 0; start < items.length; start += GROUP) {
    const group = items.slice(start, start + GROUP);
    items.fill('', start, start + GROUP);
    for (const item of READERS[kind].items(`${open}${group.join('')}${close}`)) read.push(toItem(item, feed));
  }
  return { feed, items: read };
}

const GROUP = 250;

/** An element that says nothing counts as none for the parser, which then calls the feed wrong. */
const READERS: Record<CleanFeed['kind'], { head(xml: string): RawFeed; items(xml: string): RawItem[] }> = {
  rss: {
    head: (xml) => ofChannel(orNothing(() => parseRssFeed(xml))),
    items: (xml) => (orNothing(() => parseRssFeed(xml)).items ?? []).map(ofRss),
  },
  rdf: {
    head: (xml) => ofChannel(orNothing(() => parseRdfFeed(xml))),
    items: (xml) => (orNothing(() => parseRdfFeed(xml)).items ?? []).map(ofRdf),
  },
  atom: {
    head: (xml) => ofAtomFeed(orNothing(() => parseAtomFeed(xml))),
    items: (xml) => (orNothing(() => parseAtomFeed(xml)).entries ?? []).map(ofAtom),
  },
};

function orNothing<T extends object>(parse: () => T): Partial<T> {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error && (error.name === 'ParseError' || error.name === 'DetectError')) return {};
    throw error;
  }
}
