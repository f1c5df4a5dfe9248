/** Elements that hold text, perhaps with markup in it, and no elements of a feed; by their names without a prefix. */
export const TEXTS = new Set(
  (
    'title link description summary subtitle tagline content encoded body fullitem abstract guid id ' +
    'pubdate published updated issued modified created date lastbuilddate creator subject category ' +
    'language name url uri email comments duration keywords ttl copyright rights generator ' +
    'origlink updateperiod updatefrequency info webmaster managingeditor docs'
  ).split(' '),
);

/** Those among them that may be as long as an article. */
export const LONG_TEXTS = new Set(
  'description summary subtitle content encoded body fullitem abstract'.split(' '),
);

/** What no text can hold, so that its beginning says that a text before it was not closed. */
export const ENDS_TEXT = new Set(
  'item entry channel pubdate guid description encoded published updated issued modified enclosure'.split(
    ' ',
  ),
);

export const ITEMS = new Set(['item', 'entry']);

/** Texts of which Atom says by `type` what they are. */
export const ATOM_TEXTS = new Set('title subtitle tagline summary content rights copyright info'.split(' '));

/** Texts that are addresses. */
export const ADDRESSES = new Set(['link', 'url', 'uri', 'comments', 'docs']);

/** What RSS feeds write in their own words, in those that the parser behind this knows. */
export const RSS_ALIASES: Record<string, string> = {
  abstract: 'description',
  body: 'content:encoded',
  created: 'dcterms:created',
  creator: 'dc:creator',
  date: 'dc:date',
  encoded: 'content:encoded',
  fullitem: 'content:encoded',
  issued: 'dcterms:issued',
  modified: 'dcterms:modified',
  published: 'atom:published',
  subject: 'dc:subject',
  summary: 'itunes:summary',
  updated: 'atom:updated',
};

/** The relation under which an address that an aggregator has replaced is handed on. */
export const ORIGINAL = 'x-original';

export type XmlKind = 'rss' | 'rdf' | 'atom';

/** The name of an element without its prefix, in lower case. */
export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

export interface Names {
  kind: XmlKind;
  prefixes: ReadonlyMap<string, string>;
}

/** Remember which vocabulary each prefix stands for; the last that is declared counts. */
export function learnPrefixes(prefixes: Map<string, string>, attributes: Record<string, string>): void {
  for (const name in attributes)
    if (name.startsWith('xmlns')) prefixes.set(name.slice(6).toLowerCase(), attributes[name] ?? '');
}

const prefixOf = (name: string) => name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase();

const RSS_NAMESPACE = /userland\.com\/rss|netscape\.com\/|purl\.org\/rss\/1\.0\/?$|harvard\.edu\/tech\/rss/i;
const ATOM_NAMESPACE = /w3\.org\/2005\/atom|purl\.org\/atom/i;

/** Whether an element is one of Atom. */
export function isAtom(name: string, { kind, prefixes }: Names): boolean {
  const prefix = prefixOf(name);
  const namespace = prefixes.get(prefix);
  if (prefix === '') return kind === 'atom' || ATOM_NAMESPACE.test(namespace ?? '');
  return namespace === undefined ? prefix === 'atom' : ATOM_NAMESPACE.test(namespace);
}

/** The name under which the parser knows an element. */
export function outName(name: string, names: Names): string {
  const [prefix, local] = [prefixOf(name), localOf(name)];
  const namespace = names.prefixes.get(prefix) ?? '';
  if (names.kind === 'atom' && isAtom(name, names)) return local;
  if (local === 'body') return 'content:encoded';
  if (local === 'author' && prefix === 'dc') return 'dc:creator';
  if (prefix !== '' && !RSS_NAMESPACE.test(namespace)) return name;
  return names.kind === 'atom' ? local : (RSS_ALIASES[local] ?? local);
}
