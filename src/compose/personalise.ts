import type { Reader } from '../shared/ports.ts';
import { fill, fit, openFragment, type Entry, type Form, type OpenFragment } from './fit.ts';
import { findSlots, type ReaderLinks } from './links.ts';
import { preheaderOf } from './words.ts';

/** A frozen edition, ready to be joined for any number of readers. */
export interface EditionPieces {
  /** Slugs in the newsroom's order. */
  categories: string[];
  /** Under one heading, in order. */
  stories: { category: string; articleId: string; score: number; snapshot: { title: string } }[];
  html: Form;
  text: Form;
  /** The most bytes that a reader's HTML may have. */
  bytesMax: number;
}

export interface StoredFragment {
  key: string;
  form: 'full' | 'brief';
  html: string;
  text: string;
}

/** Which stories a reader's mail holds under which heading, and how. */
export interface Plan {
  /** What stands beside the subject in an inbox: the highest of the reader's own stories. */
  preheader: string;
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
        .map((fragment) => [fragment.key, openFragment(findSlots(fragment[part], nonce))]),
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
  const preheader = preheaderOf(
    entries.toSorted((a, b) => b.score - a.score).map(({ snapshot }) => snapshot.title),
  );
  fit(entries, pieces, { links, preheader });
  const categories = chosen
    .map((slug) => {
      const own = entries.filter((entry) => entry.category === slug);
      const stories = own.flatMap(({ articleId, form }) => (form === 'more' ? [] : [{ articleId, form }]));
      return { slug, stories, more: own.length - stories.length };
    })
    .filter(({ stories, more }) => stories.length + more > 0);
  return { preheader, categories };
}

/** Join the fragments of a plan, with the reader's links and numbers filled in. */
export function join(form: Form, plan: Plan, links: ReaderLinks): string {
  const out: string[] = [];
  const { preheader } = plan;
  const add = (fragment: OpenFragment | undefined, numbers = { count: 0, more: 0 }) => {
    for (const piece of fragment?.pieces ?? [])
      out.push(typeof piece === 'string' ? piece : fill(piece, { links, preheader, ...numbers }));
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
