import { parseHTML } from 'linkedom';

/** Every web address that the HTML links to, as a reader's program would open it. */
export function linksOf(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
}

/** What a reader sees, without white space at the ends. */
export function textOf(html: string): string {
  return parseHTML(html).document.querySelector('body')?.textContent?.trim() ?? '';
}

/** The same document as Outlook for Windows reads it: what is conditional on it is there. */
export function wordView(html: string): string {
  return html.replace(/<!--\[if mso \| IE\]>|<!\[endif\]-->/g, '');
}

/** The element that is not closed in its place, or undefined when every one is. */
export function unclosed(html: string): string | undefined {
  const open: string[] = [];
  const tags = html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi);
  for (const [tag, end, rawName = '', selfClosed] of tags) {
    const name = rawName.toLowerCase();
    if (VOID.has(name) || selfClosed) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1);
}

/** White space and the seams of Outlook's conditionals, where a direct render and a spliced one may differ. */
export function seamless(html: string): string {
  return html
    .replace(/<!\[endif\]-->\s*<!--\[if mso \| IE\]>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
}

const VOID = new Set(['meta', 'br', 'img', 'hr', 'link', 'input']);
