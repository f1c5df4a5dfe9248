import { backgroundOf, isHidden, WHITE } from '../page/hidden.ts';
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

/**
 * HTML without the elements that no reader sees; unchanged when there are none.
 *
 * Shape: white text hides on the white of a page, unless so much of it is white that the page cannot be.
 */
export function seenHtml(html: string): string {
  if (!CAN_HIDE.test(html)) return html;
  const rules = { base: undefined, isStrict: false, isSeen: true };
  const onWhite = rewrite(html, { ...rules, background: WHITE });
  return onWhite.length >= html.length * WHITE_MAX ? onWhite : rewrite(html, rules);
}

const CAN_HIDE = /<(?:template|noscript)\b|\b(?:hidden|style)\b/i;
const WHITE_MAX = 0.65;

interface Rules {
  base: string | undefined;
  isStrict: boolean;
  /** Hidden elements are left out. */
  isSeen?: boolean;
  /** Around all. */
  background?: string;
}

function rewrite(html: string, rules: Rules): string {
  if (!html.includes('<')) return html;
  const parts: string[] = [];
  const dropped: string[] = [];
  const backgrounds = [rules.background];
  const put = (text: string) => void (dropped.length === 0 && parts.push(text));
  readTags(
    html,
    ({ slice }) => ({
      onopentag(name, attributes, isImplied) {
        const said = rules.isSeen ? readable(attributes) : [];
        backgrounds.push(backgroundOf(said) ?? backgrounds.at(-1));
        const isUnwanted = rules.isSeen
          ? isHidden(name, said, backgrounds.at(-1))
          : rules.isStrict && DANGEROUS.has(name);
        if (dropped.length > 0 || (isUnwanted && !isImplied)) dropped.push(name);
        else if (!isImplied) put(tagOf(name, attributes, { ...rules, tag: slice() }));
      },
      onclosetag(name, isImplied) {
        backgrounds.pop();
        const tag = slice();
        if (dropped.length > 0) dropped.pop();
        else if (!isImplied && tag.startsWith('</')) put(tag);
      },
      ontext: put,
    }),
    { decodeEntities: false, recognizeSelfClosing: true, lowerCaseAttributeNames: false },
  );
  return parts.join('');
}

const readable = (attributes: Record<string, string>) =>
  Object.entries(attributes).map(([name, value]) => ({
    name: name.toLowerCase(),
    value: unescapeXml(value),
  }));

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
