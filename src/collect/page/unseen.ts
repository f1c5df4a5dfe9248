import { backgroundOf, isHidden, WHITE } from './hidden.ts';
import { isPart, isText, type Node, type Parent, type Part } from './tree.ts';

/**
 * The elements of a page that no reader sees, with all that stands in them.
 *
 * Shape: `nodes` are those of `nodesOf`. White text hides on the white of a page, unless so much of the page's text is
 * white that the page cannot be.
 */
export function hiddenIn(nodes: readonly Node[]): Set<Node> {
  const onWhite = hiddenOn(nodes, WHITE);
  const whole = charactersOf(nodes);
  const isWhite = charactersOf(nodes.filter((node) => onWhite.has(node))) <= whole * HIDDEN_SHARE_MAX;
  return isWhite ? onWhite : hiddenOn(nodes, undefined);
}

const HIDDEN_SHARE_MAX = 0.35;

function hiddenOn(nodes: readonly Node[], around: string | undefined): Set<Node> {
  const hidden = new Set<Node>();
  const backgrounds = new Map<Parent, string | undefined>();
  for (const node of nodes) {
    const parent = node.parentNode;
    if (isIn(hidden, parent)) hidden.add(node);
    else if (isPart(node)) {
      const background =
        backgroundOf(node.attrs) ?? (parent && backgrounds.has(parent) ? backgrounds.get(parent) : around);
      backgrounds.set(node, background);
      if (isHidden(node.tagName, node.attrs, background)) hidden.add(node);
    }
  }
  return hidden;
}

const isIn = (hidden: ReadonlySet<Node>, parent: Parent | null): boolean =>
  parent !== null && isPart(parent) && hidden.has(parent satisfies Part);

const charactersOf = (nodes: readonly Node[]) =>
  nodes.reduce((sum, node) => sum + (isText(node) ? node.value.trim().length : 0), 0);
