import { escapeHtml } from '../shared/html.ts';
import { escapeJson } from '../shared/json.ts';
import type { Reader } from '../shared/ports.ts';
import { fit, roomFor, type Entry } from './fit.ts';
import type { EditionPieces, Guise, Part, Shelf, ShelfStory } from './pieces.ts';
import { layOut, type Fragment, type Layout, type Words } from './template.ts';
import { preheaderOf } from './words.ts';

/** Which stories a reader's mail holds under which heading, and how. */
export interface Plan {
  /** What stands beside the subject in an inbox: the highest of the reader's own stories. */
  preheader: string;
  categories: PlanCategory[];
}

export interface PlanCategory {
  slug: string;
  stories: { articleId: string; form: 'full' | 'brief' }[];
  /** How many are left to the web. */
  more: number;
}

/** What a mail depends on but for its links: all who chose alike have one plan. */
export type Choice = Pick<Reader, 'categories' | 'had'>;

/**
 * Choose and fit one reader's stories: their categories in their order, each story once, under the first of its
 * headings that they chose, and none that they had in another edition.
 *
 * Shape: while the HTML would be over `bytesMax`, the lowest-ranked full story becomes brief, then the lowest-ranked
 * brief one is left to the web; where not even what stands around them has room, the last headings are left out.
 * Undefined when nothing is left of their categories.
 */
export function planFor(pieces: EditionPieces, choice: Choice): Plan | undefined {
  const all = headingsFor(pieces, choice);
  if (all.length === 0) return undefined;
  const { bytesMax } = pieces;
  const framed = roomFor((count) => framedBy(pieces, all.slice(0, count)), { count: all.length, bytesMax });
  const { headings, entries, preheader, frameBytes } = framed;
  fit(entries, { frameBytes, bytesMax });
  return { preheader, categories: headings.map(planned) };
}

/** Lay a plan out in one guise, everything but the readers' own links filled in. */
export function layoutFor(pieces: EditionPieces, plan: Plan, guise: Guise): Layout {
  const preheader = WORDED[guise](plan.preheader);
  const parts: { fragment: Fragment; words: Words }[] = [];
  const add = (from: Part, words: Words) => parts.push({ fragment: from[guise], words });
  const own: Words = { preheader, count: '', more: '' };
  const filled = plan.categories.flatMap(({ slug, stories, more }) => {
    const shelf = pieces.shelves.get(slug);
    const words = { ...own, count: String(stories.length + more), more: String(more) };
    return shelf ? [{ shelf, stories, more, words }] : [];
  });
  add(pieces.head, own);
  for (const { shelf, words } of filled) add(shelf.contents, words);
  add(pieces.middle, own);
  for (const { shelf, stories, more, words } of filled) {
    add(shelf.open, words);
    for (const { articleId, form } of stories) {
      const story = shelf.stories.get(articleId);
      if (story) add(story[form], words);
    }
    if (more > 0) add(shelf.more, words);
    add(shelf.close, words);
  }
  add(pieces.foot, own);
  return layOut(parts);
}

/** How words of ours stand in each guise. */
const WORDED: Record<Guise, (words: string) => string> = {
  html: escapeHtml,
  text: (words) => words,
  escapedHtml: (words) => escapeJson(escapeHtml(words)),
  escapedText: escapeJson,
};

/** No heading holds more stories (`digest.perCategoryMax`). */
const COUNT_MAX = 100;
const COUNT_BYTES = String(COUNT_MAX).length;
const PREHEADER_TITLES = 3;

interface Heading {
  slug: string;
  shelf: Shelf;
  entries: (Entry & { story: ShelfStory })[];
}

/** The reader's categories with what is left under each; those with nothing are left out. */
function headingsFor({ shelves }: EditionPieces, { categories, had }: Choice): Heading[] {
  const told = new Set(had);
  const headings: Heading[] = [];
  for (const slug of categories) {
    const shelf = shelves.get(slug);
    const entries: Heading['entries'] = [];
    for (const story of shelf?.stories.values() ?? []) {
      if (told.has(story.articleId)) continue;
      told.add(story.articleId);
      const { score, full, brief } = story;
      entries.push({ story, score, bytes: { full: full.html.bytes, brief: brief.html.bytes }, form: 'full' });
    }
    if (shelf && entries.length > 0) headings.push({ slug, shelf, entries });
  }
  return headings;
}

function framedBy(pieces: EditionPieces, headings: readonly Heading[]) {
  const entries = headings.flatMap((heading) => heading.entries);
  const preheader = preheaderOf(highest(entries, PREHEADER_TITLES).map(({ story }) => story.title));
  return { headings, entries, preheader, frameBytes: frameBytesOf(pieces, headings, preheader) };
}

/** Units: bytes of HTML that no fitting takes away, with the longest numbers and every "more on the web" that may come. */
function frameBytesOf(pieces: EditionPieces, headings: readonly Heading[], preheader: string): number {
  const bytesOf = {
    preheader: Buffer.byteLength(escapeHtml(preheader)),
    count: COUNT_BYTES,
    more: COUNT_BYTES,
  };
  const { head, middle, foot } = pieces;
  let bytes = 0;
  const add = ({ html }: Part) => {
    bytes += html.bytes;
    for (const piece of html.pieces) if ('kind' in piece) bytes += bytesOf[piece.kind];
  };
  [head, middle, foot].forEach(add);
  for (const { shelf } of headings) [shelf.contents, shelf.open, shelf.more, shelf.close].forEach(add);
  return bytes;
}

function planned({ slug, entries }: Heading): PlanCategory {
  const stories = entries.flatMap(({ story: { articleId }, form }) =>
    form === 'more' ? [] : [{ articleId, form }],
  );
  return { slug, stories, more: entries.length - stories.length };
}

/** The first of equal scores stands first. */
function highest<T extends { score: number }>(entries: readonly T[], count: number): T[] {
  const top: T[] = [];
  for (const entry of entries) {
    const at = top.findLastIndex(({ score }) => score >= entry.score) + 1;
    if (at >= count) continue;
    top.splice(at, 0, entry);
    top.length = Math.min(top.length, count);
  }
  return top;
}
