import { escapeJson } from '../shared/json.ts';
import { findSlots, linkBytesOf, type Slotted } from './links.ts';
import { openFragment, type Fragment } from './template.ts';

/** A frozen edition, ready to be joined for any number of readers. */
export interface EditionPieces {
  /** Slugs in the newsroom's order. */
  categories: string[];
  /** What stands under each heading, by slug. */
  shelves: Map<string, Shelf>;
  /** Article ids, each with its place among the edition's articles. */
  articles: Map<string, number>;
  head: Part;
  middle: Part;
  foot: Part;
  /** The most bytes that a reader's HTML may have. */
  bytesMax: number;
}

/** What a fragment stands in: HTML and text, and both as they stand in a JSON string. */
export type Guise = 'html' | 'text' | 'escapedHtml' | 'escapedText';

/** A fragment of the mail in each of its guises. */
export type Part = Record<Guise, Fragment>;

export interface Shelf {
  contents: Part;
  open: Part;
  more: Part;
  close: Part;
  /** By article id, in order. */
  stories: Map<string, ShelfStory>;
}

export interface ShelfStory {
  articleId: string;
  score: number;
  title: string;
  full: Part;
  brief: Part;
}

export interface StoredFragment {
  key: string;
  form: 'full' | 'brief';
  html: string;
  text: string;
}

/** What an edition's mails depend on beside its fragments. */
export interface PiecesEdition {
  nonce: string;
  siteUrl: string;
  /** Slugs in the newsroom's order. */
  categories: readonly string[];
  /** Under one heading, in order. */
  stories: readonly { category: string; articleId: string; score: number; snapshot: { title: string } }[];
  bytesMax: number;
}

/**
 * Turn stored fragments into bytes, split at their places, once per edition: from here on the size of each is known
 * without a reader, since everybody's links of one kind have the same length.
 */
export function openPieces(fragments: readonly StoredFragment[], edition: PiecesEdition): EditionPieces {
  const { nonce, siteUrl, categories, stories, bytesMax } = edition;
  const linkBytes = linkBytesOf(siteUrl);
  const stored = new Map(fragments.map((fragment) => [`${fragment.form} ${fragment.key}`, fragment]));
  const partOf = (key: string, form: 'full' | 'brief' = 'full'): Part => {
    const { html = '', text = '' } = stored.get(`${form} ${key}`) ?? {};
    const inHtml = findSlots(html, nonce);
    const inText = findSlots(text, nonce);
    return {
      html: openFragment(inHtml, linkBytes),
      text: openFragment(inText, linkBytes),
      escapedHtml: openFragment(inHtml.map(escapedPiece), linkBytes),
      escapedText: openFragment(inText.map(escapedPiece), linkBytes),
    };
  };
  const shelfOf = (slug: string): Shelf => ({
    contents: partOf(`contents:${slug}`),
    open: partOf(`open:${slug}`),
    more: partOf(`more:${slug}`),
    close: partOf(`close:${slug}`),
    stories: new Map(
      stories
        .filter(({ category }) => category === slug)
        .map(({ articleId, score, snapshot: { title } }) => {
          const key = `story:${slug}:${articleId}`;
          const story = { articleId, score, title, full: partOf(key), brief: partOf(key, 'brief') };
          return [articleId, story];
        }),
    ),
  });
  const articles = [...new Set(stories.map(({ articleId }) => articleId))];
  return {
    categories: [...categories],
    shelves: new Map(categories.map((slug) => [slug, shelfOf(slug)])),
    articles: new Map(articles.map((articleId, at) => [articleId, at])),
    head: partOf('head'),
    middle: partOf('middle'),
    foot: partOf('foot'),
    bytesMax,
  };
}

/** Links need no escaping: they are made of letters, digits and what no JSON string minds. */
const escapedPiece = (piece: Slotted[number]) => (typeof piece === 'string' ? escapeJson(piece) : piece);
