import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Piece } from './looked.ts';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
export type Text = DefaultTreeAdapterTypes.TextNode;

/** A node of a mail, and the piece that it was written in. */
export interface Placed<Kind extends Element | Text = Element | Text> {
  node: Kind;
  piece: Piece;
}

/**
 * Read pieces as a browser would read the mails that they make up.
 *
 * Shape: elements and texts in their order; what was not written but implied is left out, and a piece that stands in
 * two of the mails is told once.
 */
export function nodesOf(mails: readonly (readonly Piece[])[]): Placed[] {
  const seen = new Set<Piece>();
  return mails.flatMap((pieces) => {
    const fresh = placed(pieces).filter(({ piece }) => !seen.has(piece));
    for (const piece of pieces) seen.add(piece);
    return fresh;
  });
}

/** The elements among nodes. */
export function elementsOf(nodes: readonly Placed[]): Placed<Element>[] {
  return nodes.filter((placed): placed is Placed<Element> => 'tagName' in placed.node);
}

/** The texts among nodes that a reader may see: not those of the head. */
export function textsOf(nodes: readonly Placed[]): (Placed<Text> & { parent: Element })[] {
  return nodes.flatMap(({ node, piece }) => {
    if ('tagName' in node) return [];
    const parent = node.parentNode;
    if (!parent || !('tagName' in parent) || UNSEEN.has(parent.tagName)) return [];
    return [{ node, piece, parent }];
  });
}

/** The value of an attribute; undefined where there is none. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The words inside an element. */
export function wordsIn(element: Element): string {
  return descendants(element)
    .map((node) => (isShown(node) && !('tagName' in node) ? node.value : ''))
    .join('');
}

const UNSEEN = new Set(['style', 'script', 'title', 'noscript', 'template', 'head']);

function placed(pieces: readonly Piece[]): Placed[] {
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    starts.push(at);
    at += piece.html.length;
  }
  const tree = parse(pieces.map(({ html }) => html).join(''), { sourceCodeLocationInfo: true });
  return descendants(tree).flatMap((node) => {
    const piece = pieces[lastAtMost(starts, node.sourceCodeLocation?.startOffset ?? -1)];
    return piece && isShown(node) ? [{ node, piece }] : [];
  });
}

const isShown = (node: Node): node is Element | Text => 'tagName' in node || node.nodeName === '#text';

/** Walked without recursion: story text may nest as deep as it likes. */
function descendants(root: Node): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node !== root) nodes.push(node);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return nodes;
}

/** The index of the last number that is at most this one, in numbers that ascend; -1 when none is. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [-1, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
