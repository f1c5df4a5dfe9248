import { Parser } from 'htmlparser2';
import { invalid } from '../shared/errors.ts';
import { cleanText, escapeHtml } from '../shared/html.ts';

/** One feed of a list. */
export interface OpmlFeed {
  url: string;
  title?: string;
  homeUrl?: string;
  /** The names of the folders that it lies in, an outer one before an inner. */
  folders: string[];
}

export interface OpmlList {
  feeds: OpmlFeed[];
  leftOut: { title: string; reason: string }[];
}

/**
 * Read a list of feeds that another feed reader wrote.
 *
 * Shape: each feed once, in the order of the list, with all the folders in which it stands; what has no address that can
 * be asked is left out with the reason. `feed:` addresses are read as what they mean.
 * Units: at most 10,000 feeds and 1,000 left out; folders to a depth of 10; names to 120 characters.
 * Errors: AppError `opml.not_opml`, `opml.too_deep`.
 * Source: OPML 1.0 and 2.0 (opml.org).
 */
export function readOpml(text: string): OpmlList {
  const list = createList();
  const path: string[] = [];
  let depth = 0;
  let isOpml = false;
  let open = 0;
  const onopentag = (tag: string, attributes: Attributes) => {
    open += 1;
    if (open > OPEN_MAX) throw invalid('opml.too_deep', 'This list is nested too deeply to be read.');
    isOpml ||= tag === 'opml';
    if (tag !== 'outline' || !isOpml) return;
    const address = addressIn(attributes);
    const name = nameIn(attributes);
    if (address !== undefined) list.take({ address, name, attributes, folders: path });
    // What a feed holds within itself does not lie in a folder of its name.
    if (depth < DEPTH_MAX) path.push(address === undefined ? name : '');
    depth += 1;
  };
  const onclosetag = (tag: string) => {
    open -= 1;
    if (tag !== 'outline' || depth === 0) return;
    depth -= 1;
    if (depth < DEPTH_MAX) path.pop();
  };
  // Not as XML, whose parser knows five names of characters: lists have `&eacute;` and half-escaped addresses in them.
  new Parser({ onopentag, onclosetag }, { recognizeSelfClosing: true }).end(text);
  if (!isOpml) throw invalid('opml.not_opml', 'This is no list of feeds: no element in it is named "opml".');
  return list.whole();
}

/**
 * Write a list of feeds that other feed readers can read.
 *
 * Shape: OPML 2.0; a feed of several folders stands in each of them, one of none at the top. Reading it gives the same
 * feeds, titles and folders.
 */
export function writeOpml(list: { title: string; createdAt: Date; feeds: readonly OpmlFeed[] }): string {
  const folders = new Map<string, OpmlFeed[]>();
  for (const feed of list.feeds) for (const name of new Set(feed.folders)) listOf(folders, name).push(feed);
  const loose = list.feeds.filter((feed) => feed.folders.length === 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>${element('title', list.title)}${element('dateCreated', list.createdAt.toUTCString())}</head>`,
    '  <body>',
    ...loose.map((feed) => `    <outline${attributesOf(feed)}/>`),
    ...[...folders].flatMap(([name, feeds]) => [
      `    <outline${attribute('text', name)}>`,
      ...feeds.map((feed) => `      <outline${attributesOf(feed)}/>`),
      '    </outline>',
    ]),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function listOf(folders: Map<string, OpmlFeed[]>, name: string): OpmlFeed[] {
  const list = folders.get(name) ?? [];
  folders.set(name, list);
  return list;
}

const FEEDS_MAX = 10_000;
const LEFT_OUT_MAX = 1_000;
const DEPTH_MAX = 10;
/** The parser's time grows with the square of it. */
const OPEN_MAX = 1_000;
const NAME_CHARACTERS_MAX = 120;
const URL_CHARACTERS_MAX = 2_000;

type Attributes = Record<string, string>;

function createList() {
  const feeds = new Map<string, OpmlFeed>();
  const leftOut: OpmlList['leftOut'] = [];
  const leave = (title: string, reason: string) => {
    if (leftOut.length < LEFT_OUT_MAX) leftOut.push({ title, reason });
  };
  return {
    take(outline: { address: string; name: string; attributes: Attributes; folders: string[] }): void {
      const { name, attributes } = outline;
      const folders = outline.folders.filter((folder) => folder !== '');
      const url = webAddress(outline.address);
      if (url === undefined)
        return leave(
          name || shortened(outline.address.replace(/\/\/[^/@]*@/, '//')),
          'Its address is not one of the web.',
        );
      const known = feeds.get(url);
      if (known)
        return void (known.folders = [...new Set([...known.folders, ...folders])].slice(0, FOLDERS_MAX));
      if (feeds.size >= FEEDS_MAX) return leave(name || url, `It comes after the first ${FEEDS_MAX} feeds.`);
      const homeUrl = webAddress(attributes['htmlurl'] ?? '');
      const title = name === '' || name === url ? {} : { title: name };
      feeds.set(url, {
        url,
        ...title,
        ...(homeUrl !== undefined && { homeUrl }),
        folders: [...new Set(folders)],
      });
    },
    whole: (): OpmlList => ({ feeds: [...feeds.values()], leftOut }),
  };
}

const FOLDERS_MAX = 50;

/** Where the feed is; undefined when the outline is no feed but a folder, a note or a link. */
function addressIn(attributes: Attributes): string | undefined {
  const address =
    attributes['xmlurl'] ?? (FEED_TYPE.test(attributes['type'] ?? '') ? attributes['url'] : undefined);
  return address?.trim() || undefined;
}

const FEED_TYPE = /^(?:rss|atom|feed|rss1|rss2|json)$/i;

/** What the reader called it, else what it calls itself. */
function nameIn(attributes: Attributes): string {
  return shortened(attributes['text'] ?? '') || shortened(attributes['title'] ?? '');
}

const shortened = (text: string) =>
  Array.from(cleanText(text.slice(0, 1_000)))
    .slice(0, NAME_CHARACTERS_MAX)
    .join('')
    .trim();

function webAddress(text: string): string | undefined {
  const meant = text
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:(?:\/\/)?/i, 'http://');
  const url = meant.length <= URL_CHARACTERS_MAX ? URL.parse(meant) : null;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return url && isWeb && !url.username && !url.password ? url.href : undefined;
}

function attributesOf({ url, title, homeUrl }: OpmlFeed): string {
  const name = title ?? url;
  const home = homeUrl === undefined ? '' : attribute('htmlUrl', homeUrl);
  return `${attribute('type', 'rss')}${attribute('text', name)}${attribute('title', name)}${attribute('xmlUrl', url)}${home}`;
}

const attribute = (name: string, value: string) => ` ${name}="${escapeHtml(cleanText(value))}"`;
const element = (name: string, value: string) => `<${name}>${escapeHtml(cleanText(value))}</${name}>`;
