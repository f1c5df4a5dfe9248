import type { Reader } from '../shared/ports.ts';
import { findSlots, type ReaderLinks, type Slot, type Slotted } from './links.ts';

/** A frozen edition, ready to be joined for any number of readers. */
export interface EditionPieces {
  /** Slugs in the newsroom's order. */
  categories: string[];
  /** Under one heading, in order. */
  stories: { category: string; articleId: string; score: number }[];
  html: Form;
  text: Form;
  /** The most bytes that a reader's HTML may have. */
  bytesMax: number;
}

/** The fragments of one form of the mail, cut at their places. */
interface Form {
  full: Map<string, Slotted>;
  brief: Map<string, Slotted>;
}

export interface StoredFragment {
  key: string;
  form: 'full' | 'brief';
  html: string;
  text: string;
}

/** Which stories a reader's mail holds under which heading, and how. */
export interface Plan {
  categories: { slug: string; stories: { articleId: string; form: 'full' | 'brief' }[]; more: number }[];
}

/** Cut stored fragments at their places, once per edition. */
export function openPieces(
  fragments: readonly StoredFragment[],
  edition: { nonce: string; categories: string[]; stories: EditionPieces['stories']; bytesMax: number },
): EditionPieces {
  const { nonce, ...rest } = edition;
  const formOf = (part: 'html' | 'text', form: 'full' | 'brief') =>
    new Map(
      fragments
        .filter((fragment) => fragment.form === form)
        .map((fragment) => [fragment.key, findSlots(fragment[part], nonce)]),
    );
  const both = (part: 'html' | 'text') => ({ full: formOf(part, 'full'), brief: formOf(part, 'brief') });
  return { ...rest, html: both('html'), text: both('text') };
}

/**
 * Choose and fit one reader's stories: their categories in their order, each story once, under the first of its
 * headings that they chose.
 *
 * Shape: while the HTML would be over `bytesMax`, the lowest-ranked full story becomes brief, then the lowest-ranked
 * brief one is left to the web. Undefined when nothing is in their categories.
 */
export function planFor(pieces: EditionPieces, reader: Reader, links: ReaderLinks): Plan | undefined {
  const chosen = reader.categories.filter((slug) => pieces.categories.includes(slug));
  const seen = new Set<string>();
  const entries: Entry[] = chosen.flatMap((category) =>
    pieces.stories
      .filter((story) => story.category === category && !seen.has(story.articleId))
      .map((story) => {
        seen.add(story.articleId);
        return { ...story, form: 'full' };
      }),
  );
  if (entries.length === 0) return undefined;
  fit(entries, pieces, links);
  const categories = chosen
    .map((slug) => {
      const own = entries.filter((entry) => entry.category === slug);
      const stories = own.flatMap(({ articleId, form }) => (form === 'more' ? [] : [{ articleId, form }]));
      return { slug, stories, more: own.length - stories.length };
    })
    .filter(({ stories, more }) => stories.length + more > 0);
  return { categories };
}

/** Join the fragments of a plan, with the reader's links and numbers filled in. */
export function join(form: Form, plan: Plan, links: ReaderLinks): string {
  const out: string[] = [];
  const add = (fragment: Slotted | undefined, numbers = { count: 0, more: 0 }) => {
    for (const piece of fragment ?? [])
      out.push(typeof piece === 'string' ? piece : fill(piece, links, numbers));
  };
  const numbersOf = ({ stories, more }: Plan['categories'][number]) => ({
    count: stories.length + more,
    more,
  });
  add(form.full.get('head'));
  for (const category of plan.categories)
    add(form.full.get(`contents:${category.slug}`), numbersOf(category));
  add(form.full.get('middle'));
  for (const category of plan.categories) {
    add(form.full.get(`open:${category.slug}`));
    for (const story of category.stories)
      add(form[story.form].get(`story:${category.slug}:${story.articleId}`));
    if (category.more > 0) add(form.full.get(`more:${category.slug}`), numbersOf(category));
    add(form.full.get(`close:${category.slug}`));
  }
  add(form.full.get('foot'));
  return out.join('');
}

interface Entry {
  category: string;
  articleId: string;
  score: number;
  form: 'full' | 'brief' | 'more';
}

function fit(entries: Entry[], pieces: EditionPieces, links: ReaderLinks): void {
  const bytesOf = (form: 'full' | 'brief', key: string) => bytesWith(pieces.html[form].get(key) ?? [], links);
  const sizes = entries.map(({ category, articleId }) => {
    const key = `story:${category}:${articleId}`;
    return { full: bytesOf('full', key), brief: bytesOf('brief', key), more: 0 };
  });
  const slugs = [...new Set(entries.map((entry) => entry.category))];
  let bytes = [
    'head',
    'middle',
    'foot',
    ...slugs.flatMap((slug) => [`contents:${slug}`, `open:${slug}`, `close:${slug}`, `more:${slug}`]),
  ]
    .map((key) => bytesOf('full', key))
    .reduce((sum, each) => sum + each, 0);
  bytes += sizes.reduce((sum, size) => sum + size.full, 0);
  const lowestFirst = entries
    .map((_, index) => index)
    .toSorted((a, b) => scoreAt(entries, a) - scoreAt(entries, b) || b - a);
  for (const [from, to] of [
    ['full', 'brief'],
    ['brief', 'more'],
  ] as const)
    for (const index of lowestFirst) {
      const entry = entries[index];
      const size = sizes[index];
      if (bytes <= pieces.bytesMax || !entry || !size) break;
      entry.form = to;
      bytes += size[to] - size[from];
    }
}

const scoreAt = (entries: readonly Entry[], index: number) => entries[index]?.score ?? 0;

function bytesWith(fragment: Slotted, links: ReaderLinks): number {
  const numbers = { count: 100, more: 100 };
  return fragment
    .map((piece) => Buffer.byteLength(typeof piece === 'string' ? piece : fill(piece, links, numbers)))
    .reduce((sum, each) => sum + each, 0);
}

function fill(slot: Slot, links: ReaderLinks, numbers: { count: number; more: number }): string {
  switch (slot.kind) {
    case 'preferences':
      return links.preferences;
    case 'unsubscribe':
      return links.unsubscribe;
    case 'sign':
      return links.sign(slot.petitionId);
    case 'count':
      return String(numbers.count);
    case 'more':
      return String(numbers.more);
  }
}
