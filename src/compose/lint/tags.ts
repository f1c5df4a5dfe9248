import { Tokenizer } from 'htmlparser2';

/** A tag as it is written, before any parser mends it. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'alone';
}

/** Every tag in order, without those in comments and in the text of styles and titles. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const add = (kind: Tag['kind']) => (start: number, end: number) =>
    void tags.push({ name: html.slice(start, end).toLowerCase(), kind });
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: add('open'),
      onclosetag: add('close'),
      onselfclosingtag() {
        const tag = tags.at(-1);
        // HTML knows this for no element of its own; elements of Office have a colon.
        if (tag?.name.includes(':')) tag.kind = 'alone';
      },
      onopentagend: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}

/** What does not nest, in words; undefined when every element is closed in its place. */
export function unbalanced(tags: readonly Tag[]): string | undefined {
  const open: string[] = [];
  for (const { name, kind } of tags) {
    if (kind === 'open' && !VOID.has(name)) open.push(name);
    if (kind !== 'close') continue;
    const last = open.pop();
    if (last === undefined) return `</${name}> closes nothing`;
    if (last !== name) return `</${name}> stands where <${last}> is open`;
  }
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}

/** The same HTML as Outlook for Windows reads it: what is conditional on it is there, what is for others is not. */
export function wordView(html: string): string {
  return html
    .replace(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, '')
    .replace(/<!--\[if [^\]]*\]>([\s\S]*?)<!\[endif\]-->/g, '$1');
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

function nothing(): void {}
