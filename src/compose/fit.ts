import { escapeHtml } from '../shared/html.ts';
import type { ReaderLinks, Slot, Slotted } from './links.ts';

/** The fragments of one form of the mail, cut at their places. */
export interface Form {
  full: Map<string, OpenFragment>;
  brief: Map<string, OpenFragment>;
}

export interface OpenFragment {
  pieces: Slotted;
  /** What stands between its places, in UTF-8: measured once for all readers. */
  literalBytes: number;
}

/** Measure a fragment that was cut at its places. */
export function openFragment(pieces: Slotted): OpenFragment {
  const literals = pieces.filter((piece) => typeof piece === 'string');
  return { pieces, literalBytes: Buffer.byteLength(literals.join('')) };
}

/** One story of a reader's mail, and how it stands there. */
export interface Entry {
  category: string;
  articleId: string;
  score: number;
  snapshot: { title: string };
  form: 'full' | 'brief' | 'more';
}

/**
 * Bring one reader's mail under the edition's `bytesMax`, giving up as little as possible: the lowest-ranked full story
 * becomes brief, and when all are, the lowest-ranked brief one is left to the web. Changes `form` of the entries.
 *
 * Units: bytes of the HTML in UTF-8, with the links and the longest numbers filled in.
 */
export function fit(
  entries: Entry[],
  pieces: { html: Form; bytesMax: number },
  own: Pick<Filling, 'links' | 'preheader'>,
): void {
  const filling = { ...own, count: COUNT_MAX, more: COUNT_MAX };
  const bytesOf = (form: 'full' | 'brief', key: string) => bytesWith(pieces.html[form].get(key), filling);
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

/** No heading holds more stories (`digest.perCategoryMax`). */
const COUNT_MAX = 100;

/** What the places of one mail are filled with. */
export interface Filling {
  links: ReaderLinks;
  preheader: string;
  count: number;
  more: number;
}

function bytesWith(fragment: OpenFragment | undefined, filling: Filling): number {
  let bytes = fragment?.literalBytes ?? 0;
  for (const piece of fragment?.pieces ?? [])
    if (typeof piece !== 'string') bytes += Buffer.byteLength(fill(piece, filling));
  return bytes;
}

/** What one place of a reader's HTML or text becomes. */
export function fill(slot: Slot, { links, preheader, count, more }: Filling): string {
  switch (slot.kind) {
    case 'preferences':
      return links.preferences;
    case 'unsubscribe':
      return links.unsubscribe;
    case 'sign':
      return links.sign(slot.petitionId);
    case 'preheader':
      return escapeHtml(preheader);
    case 'count':
      return String(count);
    case 'more':
      return String(more);
  }
}
