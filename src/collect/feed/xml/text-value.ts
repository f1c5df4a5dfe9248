import { escapeXml, unescapeXml } from './escape.ts';

/** A piece of what stands in an element: text as written, the inside of a CDATA section, or a tag. */
export interface Piece {
  kind: 'text' | 'cdata' | 'tag';
  value: string;
}

/** What an element says, as HTML or as plain text. */
export interface TextValue {
  value: string;
  type: 'html' | 'text';
}

/** What an element of RSS says: its text, or its markup when it holds tags of its own. */
export function valueOf(pieces: readonly Piece[]): string {
  return pieces.some(({ kind }) => kind === 'tag') ? markupOf(pieces) : plainOf(pieces);
}

/**
 * What a text element of Atom says, by its `type` and, in version 0.3, its `mode`.
 *
 * Shape: XHTML loses the one element around it; bytes in base 64 are read where they hold text.
 * Source: RFC 4287 section 3.1 and 4.1.3; the Atom 0.3 draft, section 3.1.
 */
export function atomValueOf(
  pieces: readonly Piece[],
  { type = 'text', mode }: { type?: string | undefined; mode?: string | undefined },
): TextValue {
  const kind = type.trim().toLowerCase();
  const isMarkup = pieces.some((piece) => piece.kind === 'tag');
  if (mode === 'base64' || (!isMarkup && OTHER_TYPE.test(kind))) {
    const read = fromBase64(plainOf(pieces));
    return { value: read ?? plainOf(pieces), type: /^text(?:\/plain)?$/.test(kind) ? 'text' : 'html' };
  }
  if (isMarkup || XHTML.test(kind)) {
    const markup = markupOf(pieces);
    return { value: XHTML.test(kind) ? withoutDiv(markup) : markup, type: 'html' };
  }
  const isHtml = mode === 'escaped' ? kind !== 'text/plain' : HTML.test(kind);
  return { value: plainOf(pieces), type: isHtml ? 'html' : 'text' };
}

const HTML = /^(?:text\/)?html$/;
const XHTML = /^xhtml$|^application\/xhtml/;
/** Neither text nor XML: RFC 4287 says that it is in base 64. */
const OTHER_TYPE = /^(?!text\/|.*[/+]xml$)[\w.-]+\/[\w.+-]+$/;

function plainOf(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, value }) => (kind === 'cdata' ? value : unescapeXml(value))).join('');
}

function markupOf(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, value }) => (kind === 'cdata' ? escapeXml(value) : value)).join('');
}

function withoutDiv(markup: string): string {
  const trimmed = markup.trim();
  const opening = /^<(?:[\w.-]+:)?div\b[^<>]*>/.exec(trimmed)?.[0];
  if (opening === undefined) return trimmed;
  if (opening.endsWith('/>')) return '';
  const closing = /<\/(?:[\w.-]+:)?div\s*>$/.exec(trimmed);
  return closing && isOneDiv(trimmed) ? trimmed.slice(opening.length, closing.index).trim() : trimmed;
}

/** Whether the first `div` is closed by the last tag, and not before. */
function isOneDiv(markup: string): boolean {
  let depth = 0;
  for (const tag of markup.matchAll(/<(\/?)(?:[\w.-]+:)?div\b[^<>]*>/g)) {
    if (!tag[0].endsWith('/>')) depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.index + tag[0].length === markup.length;
  }
  return false;
}

function fromBase64(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  const read = Buffer.from(packed, 'base64').toString('utf8');
  // oxlint-disable-next-line no-control-regex -- what text does not hold
  return /[\ufffd\u0000-\u0008]/.test(read) ? undefined : read;
}
