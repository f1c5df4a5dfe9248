import { readTags } from './xml/tags.ts';
import { escapeXml, unescapeXml } from './xml/escape.ts';

/**
 * Foreign HTML as it was written, but for what can do something: scripts, styles, frames, forms, event handlers and
 * addresses that run code; relative addresses become absolute.
 *
 * Shape: for looking at what a feed holds. What a page of ours shows goes through `sanitise`, which keeps much less.
 */
export function harmless(html: string, base: string | undefined): string {
  return rewrite(html, { base, isStrict: true });
}

/** HTML in which the addresses of links and pictures are absolute; all else stays as it was written. */
export function absoluteHtml(html: string, base: string): string {
  return rewrite(html, { base, isStrict: false });
}

interface Rules {
  base: string | undefined;
  isStrict: boolean;
}

function rewrite(html: string, rules: Rules): string {
  if (!html.includes('<')) return html;
  const parts: string[] = [];
  const dropped: string[] = [];
  const put = (text: string) => void (dropped.length === 0 && parts.push(text));
  readTags(
    html,
    ({ slice }) => ({
      onopentag(name, attributes, isImplied) {
        if (isImplied) return;
        if (rules.isStrict && DANGEROUS.has(name)) dropped.push(name);
        else put(tagOf(name, attributes, { ...rules, tag: slice() }));
      },
      onclosetag(name, isImplied) {
        const tag = slice();
        if (dropped.at(-1) === name) dropped.pop();
        else if (!isImplied && tag.startsWith('</')) put(tag);
      },
      ontext: put,
    }),
    { decodeEntities: false, recognizeSelfClosing: true, lowerCaseAttributeNames: false },
  );
  return parts.join('');
}

const DANGEROUS = new Set(
  'script style iframe frame frameset object embed applet form input button select textarea base meta link noscript'.split(
    ' ',
  ),
);

function tagOf(
  name: string,
  attributes: Record<string, string>,
  { base, isStrict, tag }: Rules & { tag: string },
): string {
  const changed = Object.entries(attributes).map(([key, value]): [string, string, boolean] => {
    if (isStrict && HANDLER.test(key)) return [key, '', true];
    if (!ADDRESS.test(key)) return [key, value, false];
    const said = unescapeXml(value);
    if (isStrict && CODE.test(said.replace(/[\s\p{Cc}]+/gu, ''))) return [key, '', true];
    const whole =
      base === undefined || ABSOLUTE.test(said.trim()) ? said : (URL.parse(said.trim(), base)?.href ?? said);
    return whole === said ? [key, value, false] : [key, escapeXml(whole), true];
  });
  if (!changed.some(([, , isNew]) => isNew)) return tag;
  const kept = changed.filter(([, value, isNew]) => !isNew || value !== '');
  return `<${name}${kept.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('')}${tag.endsWith('/>') ? ' />' : '>'}`;
}

const HANDLER = /^on|^(?:style|srcdoc|formaction|ping|xmlns)$/i;
const ADDRESS = /^(?:href|src|poster|cite|longdesc|background|xlink:href|action|data)$/i;
const CODE = /^(?:javascript|vbscript|data(?!:image\/(?:png|gif|jpe?g|webp)))\b/i;
const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|#)/i;
