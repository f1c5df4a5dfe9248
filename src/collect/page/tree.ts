import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { invalid } from '../../shared/errors.ts';
import { isHidden } from './hidden.ts';

/** An element of a page as it was parsed; cheaper than a DOM, and walked without recursion. */
export type Part = DefaultTreeAdapterTypes.Element;
export type Text = DefaultTreeAdapterTypes.TextNode;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Deeper than any page that people write; what lies deeper is laid flat. */
const DEPTH_MAX = 100;
const PARTS_MAX = 300_000;
const ATTRIBUTES_MAX = 100;
/** Longer ones hold pictures or the state of a program. */
const ATTRIBUTE_MAX = 10_000;
/** Stands for the attributes that were too many or too long, where they hid their element. */
const HIDDEN = { name: 'hidden', value: '' };
/** No page has such gaps between its words; regular expressions of libraries are slow at them. */
const GAPS = /\s{200,}/g;

/**
 * The elements of a page, none of them deeper than `DEPTH_MAX`: Readability takes minutes for some tens of kilobytes of
 * nested elements. What stood deeper keeps its words, a paragraph each.
 *
 * Errors: AppError `page.too_large` for a page of more than `PARTS_MAX` elements.
 */
export function parseTree(markup: string, host: string): Parent {
  let count = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (tagName, namespace, attributes) => {
    count += 1;
    if (count > PARTS_MAX)
      throw invalid('page.too_large', `The page at ${host} has too many parts to be read.`);
    const kept = attributes.filter(({ value }, i) => i < ATTRIBUTES_MAX && value.length <= ATTRIBUTE_MAX);
    const isCut = kept.length < attributes.length && isHidden(tagName, attributes);
    return defaultTreeAdapter.createElement(tagName, namespace, isCut ? [...kept, HIDDEN] : kept);
  };
  const tree = parse(markup, { treeAdapter: { ...defaultTreeAdapter, createElement } });
  flatten(tree);
  return tree;
}

/** Every element in the order of the page. */
export function partsOf(root: Parent): Part[] {
  return nodesOf(root).filter(isPart);
}

/** Every element and text in the order of the page, without what templates hold. */
export function nodesOf(root: Parent): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = root.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    if (isPart(node))
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) pushIf(open, node.childNodes[i]);
  }
  return nodes;
}

/** The words inside an element, without breaks between its parts. */
export function wordsOf(root: Parent | undefined): string {
  return (root ? nodesOf(root) : []).map((node) => (isText(node) ? node.value : '')).join('');
}

export function attributeOf(part: Part | undefined, name: string): string | undefined {
  return part?.attrs.find((attribute) => attribute.name === name)?.value;
}

export const isPart = (node: Node | Parent): node is Part => 'tagName' in node;
export const isText = (node: Node): node is Text => node.nodeName === '#text';

export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul br'
  ).split(' '),
);

function flatten(root: Parent): void {
  const open: { node: Parent; depth: number }[] = [{ node: root, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.depth >= DEPTH_MAX && isPart(at.node)) at.node.childNodes = paragraphsOf(at.node);
    else
      for (const child of at.node.childNodes)
        if (isPart(child)) open.push({ node: child, depth: at.depth + 1 });
        else if (isText(child)) child.value = child.value.replace(GAPS, '\n');
  }
}

function paragraphsOf(part: Part): Node[] {
  const paragraphs: Node[] = [];
  let words = '';
  const close = () => {
    if (words.trim() !== '') paragraphs.push(paragraphOf(part, words));
    words = '';
  };
  const silent = new Set<Parent>();
  for (const node of nodesOf(part)) {
    const isInSilent = node.parentNode !== null && silent.has(node.parentNode);
    if (isPart(node) && (isInSilent || isSilent(node))) silent.add(node);
    if (isPart(node) && BLOCKS.has(node.tagName)) close();
    if (isText(node) && !isInSilent) words += node.value;
  }
  close();
  return paragraphs;
}

function paragraphOf(parent: Part, words: string): Part {
  const paragraph = defaultTreeAdapter.createElement('p', parent.namespaceURI, []);
  defaultTreeAdapter.appendChild(paragraph, defaultTreeAdapter.createTextNode(words));
  paragraph.parentNode = parent;
  return paragraph;
}

const isSilent = (part: Part): boolean =>
  part.tagName === 'script' || part.tagName === 'style' || isHidden(part.tagName, part.attrs);

function pushIf(nodes: Node[], node: Node | undefined): void {
  if (node) nodes.push(node);
}
