import { declarationsOf, sheetOf, type Compound, type Declaration, type Rule } from './css.ts';
import { attributeOf, elementsOf, wordsIn, type Element, type Placed } from './tree.ts';

/** How the words of an element look. */
export interface Look {
  /** As they are written; empty where the reader's program decides. */
  color: string;
  background: string;
  fontPx: number;
  isHidden: boolean;
}

/**
 * Tell how elements look in one scheme, by style sheets and style attributes.
 *
 * Source: CSS Cascade 4, without layers and origins; sizes in px, pt, em, rem and %.
 */
export function createLooks(nodes: readonly Placed[], scheme: 'light' | 'dark'): (element: Element) => Look {
  const indexed = indexOf(rulesIn(nodes), scheme);
  const known = new Map<Element, Look>();
  const lookOf = (element: Element): Look => {
    const found = known.get(element);
    if (found) return found;
    const parent = element.parentNode && 'tagName' in element.parentNode ? lookOf(element.parentNode) : ROOT;
    const look = lookIn(parent, element, declaredFor(element, indexed));
    known.set(element, look);
    return look;
  };
  return lookOf;
}

/** What a program shows of its own accord. */
const ROOT: Look = { color: '#000000', background: '#ffffff', fontPx: 16, isHidden: false };
const LINK = '#0000ee';
const SMALLER = new Set(['small', 'sub', 'sup']);

interface Weighed extends Declaration {
  weight: number;
}

interface Indexed {
  selector: Compound[];
  declarations: Declaration[];
  weight: number;
}

function rulesIn(nodes: readonly Placed[]): Rule[] {
  return elementsOf(nodes)
    .filter(({ node }) => node.tagName === 'style')
    .flatMap(({ node }) => sheetOf(wordsIn(node)).rules);
}

/** Rules by what their last step asks for, so that an element meets few of them. */
function indexOf(rules: readonly Rule[], scheme: 'light' | 'dark'): Map<string, Indexed[]> {
  const index = new Map<string, Indexed[]>();
  const held = rules.filter(({ when }) => when === 'always' || when === scheme);
  held.forEach(({ selectors, declarations }, order) => {
    for (const selector of selectors) {
      const last = selector.at(-1);
      const key = last?.classes[0] === undefined ? (last?.tag ?? '*') : `.${last.classes[0]}`;
      const entry = { selector, declarations, weight: specificity(selector) * 10_000 + order };
      index.set(key, [...(index.get(key) ?? []), entry]);
    }
  });
  return index;
}

function specificity(selector: readonly Compound[]): number {
  return selector.reduce(
    (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
    0,
  );
}

/** What is declared for an element, the weightiest last. */
function declaredFor(element: Element, index: ReadonlyMap<string, Indexed[]>): Weighed[] {
  const keys = [element.tagName, '*', ...classesOf(element).map((name) => `.${name}`)];
  const inline = declarationsOf(attributeOf(element, 'style') ?? '');
  const weighed = [
    ...keys
      .flatMap((key) => index.get(key) ?? [])
      .filter(({ selector }) => isSelected(element, selector))
      .flatMap(({ declarations, weight }) => declarations.map((declaration) => ({ ...declaration, weight }))),
    ...inline.map((declaration) => ({ ...declaration, weight: INLINE })),
  ];
  return weighed.toSorted((a, b) => weightOf(a) - weightOf(b));
}

const INLINE = 1e12;
const IMPORTANT = 1e13;
const weightOf = ({ weight, isImportant }: Weighed) => weight + (isImportant ? IMPORTANT : 0);

function isSelected(element: Element, selector: readonly Compound[]): boolean {
  const [own, ...above] = selector.toReversed();
  if (!own || !fits(element, own)) return false;
  let at = element.parentNode;
  for (const compound of above) {
    while (at && 'tagName' in at && !fits(at, compound)) at = at.parentNode;
    if (!at || !('tagName' in at)) return false;
    at = at.parentNode;
  }
  return true;
}

function fits(element: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== undefined && element.tagName !== tag) return false;
  if (id !== undefined && attributeOf(element, 'id') !== id) return false;
  if (classes.length === 0) return true;
  const own = classesOf(element);
  return classes.every((name) => own.includes(name));
}

const classesOf = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);

function lookIn(parent: Look, element: Element, declared: readonly Weighed[]): Look {
  const look = { ...parent };
  const isLink = element.tagName === 'a' && attributeOf(element, 'href') !== undefined;
  if (isLink) look.color = LINK;
  if (SMALLER.has(element.tagName)) look.fontPx = parent.fontPx * 0.83;
  look.background = attributeOf(element, 'bgcolor') ?? look.background;
  for (const { name, value } of declared) {
    if (name === 'color') look.color = isKept(value) ? parent.color : value;
    if (name === 'background-color' || name === 'background') look.background = backgroundOf(value, parent);
    if (name === 'font-size' || name === 'font') look.fontPx = sizeOf(value, parent.fontPx) ?? look.fontPx;
    if (name === 'display' || name === 'visibility')
      look.isHidden = parent.isHidden || value === 'none' || value === 'hidden';
  }
  return look;
}

const isKept = (value: string) => /^(?:inherit|currentcolor|unset)$/i.test(value);

function backgroundOf(value: string, parent: Look): string {
  const isNone = isKept(value) || /^(?:transparent|none|initial)$/i.test(value);
  return isNone ? parent.background : value;
}

/** The size in a `font-size` or a `font`: the first length in it. */
function sizeOf(value: string, parentPx: number): number | undefined {
  const [, number = '', unit = ''] = /(?:^|\s)([\d.]+)(px|pt|rem|em|%)(?=$|[\s/])/i.exec(value) ?? [];
  if (number === '') return value === '0' ? 0 : undefined;
  const factors: Record<string, number> = { px: 1, pt: 4 / 3, rem: 16, em: parentPx, '%': parentPx / 100 };
  return Number(number) * (factors[unit.toLowerCase()] ?? 1);
}
