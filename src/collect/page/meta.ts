import { cleanText } from '../../shared/html.ts';
import { attributeOf, wordsOf, type Part } from './tree.ts';

/** What the elements of a page say by name: its meta elements, microdata, links and times. */
export interface Named {
  /** The first content of a meta element by `property`, `name`, `itemprop` or `http-equiv`, whichever comes first here. */
  meta(...names: string[]): string | undefined;
  /** Every content by these names, in the order of the page. */
  metas(...names: string[]): string[];
  /** The words or the value of the first element with that `itemprop`. */
  item(name: string): string | undefined;
  first(matches: (part: Part) => boolean): Part | undefined;
}

/** Index the elements of a page by the names they give their contents. */
export function namedOf(parts: Part[]): Named {
  const contents = new Map<string, string[]>();
  const items = new Map<string, Part>();
  for (const part of parts) {
    if (part.tagName === 'meta') keep(part, contents);
    const item = attributeOf(part, 'itemprop');
    if (item !== undefined && !items.has(item)) items.set(item, part);
  }
  const metas = (...names: string[]) => names.flatMap((name) => contents.get(name) ?? []);
  return {
    meta: (...names) => metas(...names)[0],
    metas,
    item: (name) => valueOf(items.get(name)),
    first: (matches) => parts.find(matches),
  };
}

/** Longer contents are cut: a name or an address has fewer characters. */
const CHARACTERS_MAX = 3_000;
const CONTENTS_MAX = 20;

function keep(part: Part, contents: Map<string, string[]>): void {
  const content = cleanText((attributeOf(part, 'content') ?? '').slice(0, CHARACTERS_MAX));
  if (content === '') return;
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attributeOf(part, attribute)?.trim().toLowerCase();
    if (name === undefined) continue;
    const known = contents.get(name) ?? [];
    if (known.length < CONTENTS_MAX) contents.set(name, [...known, content]);
  }
}

/** Source: HTML section 5.2.4 (values of microdata). */
function valueOf(part: Part | undefined): string | undefined {
  if (!part) return undefined;
  const said = ['content', 'datetime', 'href', 'src']
    .map((name) => attributeOf(part, name))
    .find((value) => value);
  return cleanText((said ?? wordsOf(part)).slice(0, CHARACTERS_MAX)) || undefined;
}
