import { declarationsOf, sheetOf, type Compound, type Declaration, type Rule } from './css.ts';
import { isHiding, opacityOf, sizeOf, sizeOfFont } from './css-values.ts';
import { attributeOf, elementsOf, wordsIn, type Element, type Placed } from './tree.ts';

/** How the words of an element look. */
export interface Look {
  /** As they are written; empty where the reader's program decides. */
  color: string;
  background: string;
  /** NaN where nobody can tell. */
  fontPx: number;
  /** 1 for what is printed in full, NaN where nobody can tell. */
  opacity: number;
  isHidden: boolean;
}

/**
 * Tell how elements look in one scheme, by style sheets and style attributes.
 *
 * Source: CSS Cascade 4, without layers and origins; sizes by CSS Fonts 4 and CSS Values 4, without functions; HTML's
 * `<font>` and `hidden`.
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
const ROOT: Look = { color: '#000000', background: '#ffffff', fontPx: 16, opacity: 1, isHidden: false };
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
  const look = { ...parent, ...attributed(parent, element) };
  for (const { name, value } of declared) {
    if (COLORS.has(name)) look.color = isKept(value) ? parent.color : value;
    if (name === 'background-color' || name === 'background') look.background = backgroundOf(value, parent);
    if (name === 'font-size' || name === 'font') look.fontPx = sizeOf(value, parent.fontPx) ?? look.fontPx;
    if (name === 'opacity' || name === 'filter') look.opacity = parent.opacity * opacityOf(name, value);
  }
  const last = new Map(declared.map(({ name, value }) => [name, value]));
  const picture = last.get('background-image');
  if (picture !== undefined) look.background = backgroundOf(picture, look);
  look.isHidden ||= [...last].some(([name, value]) => isHiding(name, value));
  return look;
}

const COLORS = new Set(['color', '-webkit-text-fill-color']);

/** What HTML itself says of an element's looks. */
function attributed(parent: Look, element: Element): Partial<Look> {
  const { tagName } = element;
  const isLink = tagName === 'a' && attributeOf(element, 'href') !== undefined;
  const colour = { font: attributeOf(element, 'color'), body: attributeOf(element, 'text') }[tagName];
  const size = tagName === 'font' ? attributeOf(element, 'size') : undefined;
  const background = attributeOf(element, 'bgcolor');
  return {
    ...(isLink ? { color: LINK } : {}),
    ...(colour === undefined ? {} : { color: colour }),
    ...(SMALLER.has(tagName) ? { fontPx: parent.fontPx * 0.83 } : {}),
    ...(size === undefined ? {} : { fontPx: sizeOfFont(size) }),
    ...(background === undefined ? {} : { background }),
    ...(attributeOf(element, 'hidden') === undefined ? {} : { isHidden: true }),
  };
}

const isKept = (value: string) => /^(?:inherit|currentcolor|unset)$/i.test(value);

function backgroundOf(value: string, parent: Pick<Look, 'background'>): string {
  const isNone = isKept(value) || /^(?:transparent|none|initial)$/i.test(value);
  return isNone ? parent.background : value;
}
