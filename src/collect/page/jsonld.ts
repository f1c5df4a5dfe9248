import { attributeOf, wordsOf, type Part } from './tree.ts';

/** What the linked data of a page says of its article; only texts, which have yet to be cleaned. */
export interface LinkedData {
  headline: string | undefined;
  authors: string[];
  publishedAt: string | undefined;
  modifiedAt: string | undefined;
  imageUrl: string | undefined;
  imageAlt: string | undefined;
  siteName: string | undefined;
  language: string | undefined;
  articleBody: string | undefined;
  isFree: boolean | undefined;
  isVideo: boolean;
}

/**
 * Read the JSON-LD of a page, whatever its form: one object, lists, `@graph`, an article inside a page.
 *
 * Source: schema.org Article, and what Google's documentation of structured data asks of publishers.
 */
export function readLinkedData(parts: Part[], { isArticle }: { isArticle: boolean }): LinkedData {
  const things = parts
    .filter(isLinkedData)
    .slice(0, SCRIPTS_MAX)
    .flatMap((part) => thingsIn(parse(wordsOf(part))));
  const text = things.find((thing) => isA(thing, ARTICLE));
  // A page that calls itself an article has the video only beside it.
  const video = text || isArticle ? undefined : things.find((thing) => isA(thing, VIDEO));
  const article = text ?? video ?? {};
  const site = things.find((thing) => isA(thing, /^(?:WebSite|NewsMediaOrganization)$/)) ?? {};
  const image = firstOf(article['image']) ?? firstOf(article['thumbnailUrl']);
  return {
    headline: textOf(article['headline']) ?? textOf(article['name']),
    authors: listOf(article['author'] ?? article['creator']).flatMap(
      (author) => textOf(author, 'name') ?? [],
    ),
    publishedAt:
      textOf(article['datePublished']) ?? textOf(article['uploadDate']) ?? textOf(article['dateCreated']),
    modifiedAt: textOf(article['dateModified']),
    imageUrl: textOf(image, 'url') ?? textOf(image, 'contentUrl'),
    imageAlt: isObject(image) ? (textOf(image['caption']) ?? textOf(image['description'])) : undefined,
    siteName: textOf(firstOf(article['publisher']), 'name') ?? textOf(site['name']),
    language: textOf(article['inLanguage'], 'alternateName'),
    articleBody: textOf(article['articleBody']),
    isFree: isFreeOf(article),
    isVideo: video !== undefined,
  };
}

type Thing = Record<string, unknown>;

const SCRIPTS_MAX = 50;
const THINGS_MAX = 2_000;
const ARTICLE =
  /^(?:(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)?NewsArticle|Article|BlogPosting|Report|TechArticle|ScholarlyArticle|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|AdvertiserContentArticle|Review|Recipe|PodcastEpisode)$/;
const VIDEO = /^VideoObject$/;

const isLinkedData = (part: Part) =>
  part.tagName === 'script' && /^application\/ld\+json\b/i.test(attributeOf(part, 'type')?.trim() ?? '');

/** Publishers leave comments around, and breaks and closing commas inside, which JSON does not know. */
function parse(text: string): unknown {
  const bare = text
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/g,
      '',
    )
    .trim()
    .replace(/;$/, '');
  return tryParse(bare) ?? tryParse(bare.replace(/[\t\r\n]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Everything with a type, from the outside in, so that the article of the page comes before those it names. */
function thingsIn(root: unknown): Thing[] {
  const things: Thing[] = [];
  let level: unknown[] = [root];
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    const objects = level.flat(3).filter(isObject).slice(0, THINGS_MAX);
    things.push(...objects.filter((thing) => thing['@type'] !== undefined));
    level = objects.flatMap((thing) => INSIDE.flatMap((key) => thing[key] ?? []));
  }
  return things.slice(0, THINGS_MAX);
}

const INSIDE = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'video', 'itemListElement', 'item'];

function isA(thing: Thing, type: RegExp): boolean {
  return listOf(thing['@type']).some(
    (name) => typeof name === 'string' && type.test(name.replace(/^.*[/:#]/, '')),
  );
}

function isFreeOf(article: Thing): boolean | undefined {
  const said = article['isAccessibleForFree'];
  if (said === false || (typeof said === 'string' && /(?:^|\/)false$/i.test(said))) return false;
  return said === true || (typeof said === 'string' && /(?:^|\/)true$/i.test(said)) ? true : undefined;
}

const isObject = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const firstOf = (value: unknown): unknown => listOf(value)[0];

/** A text, the first of several, or the named text of an object. */
function textOf(value: unknown, key = '@value'): string | undefined {
  const first = firstOf(value);
  if (isObject(first)) return first[key] === undefined ? undefined : textOf(first[key]);
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}
