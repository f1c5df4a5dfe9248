import { cleanText } from '../../shared/html.ts';
import { BLOCKS, isPart, isText, nodesOf, type Parent, type Part } from './tree.ts';

/** A part of an article that is one line or paragraph to the reader. */
export interface Line {
  part: Part;
  words: string;
  /** The share of the words that are links, 0 to 1. */
  links: number;
}

/** The innermost blocks of an article that hold words, in order. */
export function linesOf(root: Parent): Line[] {
  const outer = new Set<Parent>();
  const said = new Map<Part, { words: string; linked: number }>();
  for (const node of nodesOf(root)) {
    if (isPart(node) && isBlock(node)) markOuter(node, outer);
    if (isText(node)) addWords(node.value, node.parentNode, said);
  }
  return [...said].flatMap(([part, { words, linked }]) => {
    const line = cleanText(words);
    const isInnermost = !outer.has(part) && line !== '';
    return isInnermost ? [{ part, words: line, links: Math.min(1, linked / line.length) }] : [];
  });
}

/** Remove parts, and whatever around them is left without words. */
export function removeParts(parts: Set<Part>): void {
  const parents = new Set([...parts].map(({ parentNode }) => parentNode));
  for (const parent of parents)
    if (parent) parent.childNodes = parent.childNodes.filter((child) => !isPart(child) || !parts.has(child));
  const emptied = [...parents].filter((parent) => parent !== null && isPart(parent) && isEmpty(parent));
  if (emptied.length > 0) removeParts(new Set(emptied as Part[]));
}

const isBlock = (part: Part) => BLOCKS.has(part.tagName) && part.tagName !== 'br';

const isEmpty = (part: Parent) =>
  part.childNodes.every((child) => (isText(child) ? child.value.trim() === '' : !isPart(child)));

function markOuter(part: Part, outer: Set<Parent>): void {
  for (let up = part.parentNode; up && !outer.has(up); up = isPart(up) ? up.parentNode : null) outer.add(up);
}

function addWords(
  text: string,
  parent: Parent | null,
  said: Map<Part, { words: string; linked: number }>,
): void {
  let isLinked = false;
  let block = parent;
  while (block && isPart(block) && !isBlock(block)) {
    if (block.tagName === 'a') isLinked = true;
    block = block.parentNode;
  }
  if (!block || !isPart(block)) return;
  const kept = said.get(block) ?? { words: '', linked: 0 };
  kept.words += text;
  if (isLinked) kept.linked += cleanText(text).length;
  said.set(block, kept);
}
