import type { EditionFragment, EditionFrame } from '../../../db/edition.ts';
import type { Config } from '../../shared/config.ts';
import type { FrozenStory } from '../edition.ts';
import { findSlots, linkAt, linksFor, type ReaderLinks } from '../links.ts';
import { openPieces } from '../pieces.ts';
import { createSplicer } from '../splice.ts';
import { wordView } from './tags.ts';
import { nodesOf, type Placed } from './tree.ts';

/** An edition as it is kept, and what its mails may lead to. */
export interface LintInput {
  frame: EditionFrame;
  stories: readonly FrozenStory[];
  fragments: readonly Omit<EditionFragment, 'editionId'>[];
  cadence: 'daily' | 'weekly';
  day: string;
  subject: string;
  /** Ids of the registry that may be named on the day. */
  inForce: ReadonlySet<string>;
  /** Where the readers find the site, without a trailing slash. */
  siteUrl: string;
  /** Addresses that are not ours and may stand in a mail: those of sources. */
  sourceUrls: readonly string[];
  /** Where the addresses lead to whose clicks are counted. */
  leadsTo?: ReadonlyMap<string, string>;
  /** Whose words and logo stand in each mail, and whose postal address must stand at its end. */
  newsroom?: OwnWords;
}

/** What the newsroom itself says around stories: its addresses may lead anywhere. */
export type OwnWords = Pick<Config['newsroom'], 'name' | 'tagline' | 'greeting' | 'logo' | 'postalAddress'>;

/** One fragment in one form, its places filled in. */
export interface Piece {
  key: string;
  form: 'full' | 'brief';
  /** What a person calls it. */
  where: string;
  html: string;
  text: string;
  /** The story that it tells; undefined for what stands around stories. */
  story: FrozenStory | undefined;
}

/** One mail as a reader gets it. */
export interface WholeMail {
  where: string;
  html: string;
  text: string;
  /** Of the HTML in UTF-8. */
  bytes: number;
}

/** All that the checks look at. */
export interface Looked {
  input: LintInput;
  pieces: Piece[];
  /** Elements and texts of all pieces as a browser reads them, each once. */
  nodes: Placed[];
  /** The same as Outlook for Windows reads it. */
  wordNodes: Placed[];
  mails: WholeMail[];
  /** Of the reader who does not exist. */
  links: ReaderLinks;
}

/** Whom the mails are put together for. No subscriber has this id. */
export const NOBODY = { subscriberId: 'f0f0f0f0-f0f0-4f0f-8f0f-f0f0f0f0f0f0', linkEpoch: 0 };

const SECRET = 'nobody reads this mail';

/** Fill every fragment in, read them, and put the whole mails together. */
export function look(input: LintInput): Looked {
  const { frame, fragments, stories } = input;
  const links = linksFor(NOBODY, { secret: SECRET, siteUrl: frame.siteUrl });
  const byKey = new Map(stories.map((story) => [`story:${story.category}:${story.articleId}`, story]));
  const pieces = fragments.map(({ key, form, html, text }): Piece => {
    const story = byKey.get(key);
    const filledIn = { html: filled(html, frame.nonce, links), text: filled(text, frame.nonce, links) };
    return { key, form, story, where: placeOf({ key, form, story }, frame), ...filledIn };
  });
  const inWord = pieces.map((piece) => ({ ...piece, html: wordView(piece.html) }));
  return {
    input,
    pieces,
    nodes: nodesOf(inOrder(pieces, input)),
    wordNodes: nodesOf(inOrder(inWord, input)),
    mails: mailsOf(input),
    links,
  };
}

/** What a person calls a story of the edition. */
export function storyPlace({ category, snapshot }: FrozenStory, { categories }: EditionFrame): string {
  const name = categories.find(({ slug }) => slug === category)?.name ?? category;
  return `${name}: “${shortened(snapshot.title)}”`;
}

/** At most 80 characters, without line breaks: what a fault quotes. */
export function shortened(text: string): string {
  const characters = Array.from(
    text
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 79).join('')}…`;
}

function placeOf({ key, form, story }: Pick<Piece, 'key' | 'form' | 'story'>, frame: EditionFrame): string {
  return story ? `${storyPlace(story, frame)}, in ${form}` : `the fragment ${key}`;
}

function filled(fragment: string, nonce: string, links: ReaderLinks): string {
  return findSlots(fragment, nonce)
    .map((slot) => {
      if (typeof slot === 'string') return slot;
      switch (slot.kind) {
        case 'preheader':
          return '';
        case 'count':
        case 'more':
          return '1';
        case 'preferences':
        case 'unsubscribe':
        case 'sign':
          return linkAt(slot, links);
      }
    })
    .join('');
}

/** The pieces as one mail in full and one in brief would hold them, though no reader's may be so long. */
function inOrder(pieces: readonly Piece[], { frame, stories }: LintInput): Piece[][] {
  const found = new Map(pieces.map((piece) => [`${piece.form} ${piece.key}`, piece]));
  const slugs = frame.categories.map(({ slug }) => slug);
  return (['full', 'brief'] as const).map((form) => {
    const told = (slug: string) =>
      stories
        .filter(({ category }) => category === slug)
        .map(({ articleId }) => `${form} story:${slug}:${articleId}`);
    const around = (slug: string) => [
      `full open:${slug}`,
      ...told(slug),
      `full more:${slug}`,
      `full close:${slug}`,
    ];
    const contents = slugs.map((slug) => `full contents:${slug}`);
    const keys = ['full head', ...contents, 'full middle', ...slugs.flatMap(around), 'full foot'];
    return keys.flatMap((key) => found.get(key) ?? []);
  });
}

function mailsOf({ frame, fragments, stories }: LintInput): WholeMail[] {
  const slugs = frame.categories.map(({ slug }) => slug);
  const pieces = openPieces(fragments, { ...frame, categories: slugs, stories });
  const splice = createSplicer(pieces, { secret: SECRET, siteUrl: frame.siteUrl });
  const choices = [
    ...frame.categories.map(({ slug, name }) => ({ where: `a mail of ${name} alone`, categories: [slug] })),
    { where: 'a mail of all categories', categories: slugs },
    { where: 'a mail of all categories in reverse', categories: slugs.toReversed() },
  ];
  // With one category the three are the same mail.
  return choices.slice(0, slugs.length === 1 ? 1 : choices.length).flatMap(({ where, categories }) => {
    const mail = splice({ ...NOBODY, categories });
    if (!mail) return [];
    const [html, text] = [mail.put('html').toString(), mail.put('text').toString()];
    return [{ where, html, text, bytes: Buffer.byteLength(html) }];
  });
}
