/** An article's text in two parts: what stands open, and what the reader unfolds. */
export interface SplitBody {
  lead: string;
  rest: string;
}

/**
 * Cut sanitised HTML after some of its top-level blocks; a short text stays whole.
 *
 * Shape: both parts are whole HTML, since the cut lies after a paragraph that stands in no other block.
 */
export function splitBody(html: string, wordCount: number): SplitBody {
  if (wordCount <= WORDS_OPEN_MAX) return { lead: html, rest: '' };
  const cut = blockEnds(html).filter(({ tag }) => tag === 'p')[LEAD_PARAGRAPHS - 1]?.at ?? html.length;
  const rest = html.slice(cut);
  return rest.trim() === '' ? { lead: html, rest: '' } : { lead: html.slice(0, cut), rest };
}

/** A text of more words than this is folded. */
const WORDS_OPEN_MAX = 900;
const LEAD_PARAGRAPHS = 5;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'source', 'track', 'col']);

/** Where the blocks end that stand in no other. The HTML has been sanitised, so that every `<` begins a tag. */
function blockEnds(html: string): { tag: string; at: number }[] {
  const ends: { tag: string; at: number }[] = [];
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    const tag = (match[2] ?? '').toLowerCase();
    if (VOID.has(tag)) continue;
    depth = Math.max(0, depth + (match[1] ? -1 : 1));
    if (match[1] && depth === 0) ends.push({ tag, at: match.index + match[0].length });
  }
  return ends;
}
