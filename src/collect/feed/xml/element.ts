import { absoluteHtml } from '../harmless.ts';
import { escapeXml, unescapeXml } from './escape.ts';
import { ADDRESSES, ATOM_TEXTS, localOf, ORIGINAL, type XmlKind } from './names.ts';
import { atomValueOf, valueOf, type Piece, type TextValue } from './text-value.ts';

export interface TextElement {
  attributes: Record<string, string>;
  pieces: readonly Piece[];
  base: string | undefined;
  out: string;
  isAtom: boolean;
  kind: XmlKind;
}

/** A text element written down cleanly; nothing for one that says nothing. */
export function textElement(name: string, element: TextElement): string {
  const { attributes, pieces, base, out } = element;
  const local = localOf(name);
  const atomLink = element.kind === 'atom' ? 'link' : 'atom:link';
  if (local === 'origlink')
    return `<${atomLink} rel="${ORIGINAL}" href="${escapeXml(valueOf(pieces).trim())}"/>`;
  if (local === 'link' && attributes['href'] !== undefined)
    return `<${out.includes(':') ? out : atomLink}${attributesOf(attributes, base)}/>`;
  const said = saidIn(local, element);
  const value = base === undefined ? said.value : resolved(local, said, base);
  const type = element.isAtom && ATOM_TEXTS.has(local) ? ` type="${said.type}"` : '';
  if (value.trim() === '' && !SAYS_IN_ATTRIBUTES.some((name) => name in attributes)) return '';
  const { type: _type, mode: _mode, ...rest } = attributes;
  const kept = element.isAtom ? rest : attributes;
  return `<${out}${type}${attributesOf(kept, base)}>${escapeXml(value)}</${out}>`;
}

function saidIn(local: string, { isAtom, pieces, attributes }: TextElement): TextValue {
  if (isAtom && ATOM_TEXTS.has(local)) return atomValueOf(pieces, attributes);
  return { value: valueOf(pieces), type: 'html' };
}

function resolved(local: string, { value, type }: TextValue, base: string): string {
  if (ADDRESSES.has(local)) return absolute(value, base);
  return type === 'html' ? absoluteHtml(value, base) : value;
}

/** Attributes written down cleanly, with their addresses absolute. */
export function attributesOf(attributes: Record<string, string>, base: string | undefined): string {
  return Object.entries(attributes)
    .slice(0, ATTRIBUTES_MAX)
    .filter(([name]) => /^[a-z_][\w:.-]*$/i.test(name) && name !== 'xmlns' && name !== 'xml:base')
    .map(([name, value]) => {
      const said = unescapeXml(value.slice(0, ATTRIBUTE_CHARACTERS_MAX));
      const isAddress = base !== undefined && /^(?:href|src|url)$/i.test(name);
      return ` ${name}="${escapeXml(isAddress ? absolute(said, base) : said)}"`;
    })
    .join('');
}

function absolute(address: string, base: string): string {
  return URL.parse(address.trim(), base)?.href ?? address;
}

/** The base that holds within an element which says `xml:base`. */
export function baseWith(
  said: string | undefined,
  around: string | undefined,
  url: string | undefined,
): string | undefined {
  if (said === undefined) return around;
  return URL.parse(unescapeXml(said).trim(), around ?? url)?.href ?? around;
}

/** The prefixes that a tag inside a text declares. */
export function declaredIn(tag: string): Record<string, string> {
  if (!tag.includes('xmlns:')) return {};
  const found = tag.matchAll(/\b(xmlns:[\w.-]+)\s*=\s*["']([^"']*)["']/g);
  return Object.fromEntries([...found].map(([, name = '', uri = '']) => [name, uri]));
}

/** A tag of HTML, SVG or MathML by the name that it has there. */
export function withoutPrefix(piece: Piece, prefixes: ReadonlyMap<string, string>): Piece {
  if (piece.kind !== 'tag') return piece;
  const prefix = /^<\/?([\w.-]+):/.exec(piece.value)?.[1] ?? '';
  const isMarkup =
    /^(?:x?html|svg|math|mml)$/i.test(prefix) || MARKUP_NAMESPACE.test(prefixes.get(prefix) ?? '');
  return prefix !== '' && isMarkup ? { ...piece, value: piece.value.replace(`${prefix}:`, '') } : piece;
}

const MARKUP_NAMESPACE = /w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math)/;

/** With one of these an element without text says something. */
const SAYS_IN_ATTRIBUTES = ['src', 'term', 'label'];

const ATTRIBUTES_MAX = 60;
const ATTRIBUTE_CHARACTERS_MAX = 10_000;
