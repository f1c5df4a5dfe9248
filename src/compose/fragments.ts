import { AppError } from '../shared/errors.ts';

/** A rendered piece that has a name, with what stands in it; or the plain bytes between two of them. */
export type Piece = string | Block;

export interface Block {
  key: string;
  pieces: Piece[];
}

/**
 * Make the marks that `emails` puts around each piece that may be left out or moved.
 *
 * Shape: the nonce is fresh for each edition, so no story's text can hold one.
 */
export function createMark(nonce: string): (edge: 'open' | 'close', key: string) => string {
  return (edge, key) => `⟪${nonce} ${edge} ${key}⟫`;
}

/**
 * Cut a rendered mail at its marks into a tree of named blocks.
 *
 * Errors: AppError `edition.marks` when marks do not nest (a defect of a template).
 */
export function cut(rendered: string, nonce: string): Piece[] {
  const mark = new RegExp(`⟪${nonce} (open|close) ([^⟫]+)⟫`, 'gu');
  const root: Block = { key: '', pieces: [] };
  const open: Block[] = [root];
  let at = 0;
  for (const match of rendered.matchAll(mark)) {
    const [whole, edge, key = ''] = match;
    const current = innermost(open);
    if (match.index > at) current.pieces.push(rendered.slice(at, match.index));
    at = match.index + whole.length;
    if (edge === 'open') {
      const block: Block = { key, pieces: [] };
      current.pieces.push(block);
      open.push(block);
    } else if (open.length > 1 && current.key === key) open.pop();
    else throw brokenMarks(`"${key}" is closed inside "${current.key}"`);
  }
  if (open.length > 1) throw brokenMarks(`"${innermost(open).key}" is not closed`);
  if (at < rendered.length) root.pieces.push(rendered.slice(at));
  return root.pieces;
}

/**
 * The flat fragments of a whole rendered mail, by key: `head`, `contents:<category>`, `middle`, `open:<category>`,
 * `story:<category>:<article>`, `more:<category>`, `close:<category>` and `foot`.
 *
 * Errors: AppError `edition.marks` when anything stands between two blocks that belongs to neither.
 */
export function flatten(pieces: readonly Piece[]): Map<string, string> {
  const flat = new Map<string, string>();
  const isBlock = (piece: Piece, kind: string): piece is Block =>
    typeof piece !== 'string' && piece.key.startsWith(`${kind}:`);
  const [head, contents, afterContents] = around(pieces, (piece) => isBlock(piece, 'contents'));
  const [middle, categories, foot] = around(afterContents, (piece) => isBlock(piece, 'category'));
  flat.set('head', plain(head));
  for (const block of contents) flat.set(block.key, plain(block.pieces));
  flat.set('middle', plain(middle));
  for (const { key, pieces: inside } of categories) {
    const slug = key.slice('category:'.length);
    const [opening, stories, afterStories] = around(inside, (piece) => isBlock(piece, 'story'));
    const [between, more, closing] = around(afterStories, (piece) => isBlock(piece, 'more'));
    flat.set(`open:${slug}`, plain(opening));
    for (const story of stories) flat.set(story.key, plain(story.pieces));
    for (const block of more) flat.set(block.key, plain(block.pieces));
    flat.set(`close:${slug}`, plain(between) + plain(closing));
  }
  flat.set('foot', plain(foot));
  return flat;
}

/** What stands before the blocks of one kind, those blocks, and what stands after them. */
function around(pieces: readonly Piece[], belongs: (piece: Piece) => boolean): [Piece[], Block[], Piece[]] {
  const first = pieces.findIndex(belongs);
  if (first < 0) return [[...pieces], [], []];
  const last = pieces.findLastIndex(belongs);
  const run = pieces
    .slice(first, last + 1)
    .filter((piece) => typeof piece !== 'string' || piece.trim() !== '');
  const blocks = run.filter((piece): piece is Block => typeof piece !== 'string' && belongs(piece));
  if (blocks.length !== run.length) throw brokenMarks(`something stands beside "${blocks[0]?.key}"`);
  return [pieces.slice(0, first), blocks, pieces.slice(last + 1)];
}

function plain(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      throw brokenMarks(`"${piece.key}" stands where no block belongs`);
    })
    .join('');
}

function innermost(open: readonly Block[]): Block {
  const block = open.at(-1);
  if (!block) throw brokenMarks('nothing is open');
  return block;
}

const brokenMarks = (what: string) =>
  new AppError('invalid', 'edition.marks', `The digest's template sets its marks wrongly: ${what}.`);
