/**
 * The text of a feed or page, whatever its encoding.
 *
 * Shape: a byte order mark decides, or the zeros between the letters of UTF-16 and UTF-32; then bytes that can only be
 * UTF-8; then what the `content-type` or the document itself declares, where the bytes agree; then the first of these
 * that is wrong in a few places only (a text cut inside a letter); else windows-1252, which can read anything.
 * Source: WHATWG Encoding; HTML section 13.2.3; XML 1.0 appendix F.
 */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const wide = wideLabelOf(body);
  if (wide === 'utf-32le' || wide === 'utf-32be') return decodeUtf32(body, wide === 'utf-32le');
  if (wide !== undefined) return new TextDecoder(wide).decode(body);
  const utf8 = tryDecode(body, 'utf-8');
  if (utf8 !== undefined && body.some((byte) => byte > 0x7f)) return utf8;
  const labels = [charsetOf(contentType ?? ''), declaredIn(body)].filter((label) => label !== undefined);
  for (const label of labels) {
    const text = tryDecode(body, label);
    if (text !== undefined) return text;
  }
  if (utf8 !== undefined) return utf8;
  const nearly = ['utf-8', ...labels].map((label) => decodeNearly(body, label));
  return nearly.find((text) => text !== undefined) ?? new TextDecoder('windows-1252').decode(body);
}

/** By the marks at the start, and the zeros that a first `<` or `{` has beside it. */
const WIDE_STARTS: { label: string; bytes: number[] }[] = [
  { label: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { label: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
  ...[0x3c, 0x7b].flatMap((sign) => [
    { label: 'utf-32le', bytes: [sign, 0, 0, 0] },
    { label: 'utf-32be', bytes: [0, 0, 0, sign] },
    { label: 'utf-16le', bytes: [sign, 0] },
    { label: 'utf-16be', bytes: [0, sign] },
  ]),
];

function wideLabelOf(body: Buffer): string | undefined {
  return WIDE_STARTS.find(({ bytes }) => bytes.every((byte, i) => body[i] === byte))?.label;
}

/** The one encoding of XML that a browser, and so TextDecoder, does not know. */
function decodeUtf32(body: Buffer, littleEndian: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 4 <= body.byteLength; i += 4) {
    const point = view.getUint32(i, littleEndian);
    if (i > 0 || point !== 0xfeff) parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}

/** A label of two-byte letters is believed only by the mark or the zeros, which were looked for before. */
function tryDecode(body: Buffer, label: string, fatal = true): string | undefined {
  if (/^(?:utf-?(?:16|32)|ucs|unicode$|x-user)/i.test(label)) return undefined;
  try {
    return new TextDecoder(label, { fatal }).decode(body);
  } catch {
    return undefined;
  }
}

const WRONG_SHARE_MAX = 0.05;

function decodeNearly(body: Buffer, label: string): string | undefined {
  const text = tryDecode(body, label, false);
  if (text === undefined) return undefined;
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  // oxlint-disable-next-line no-control-regex -- what is not ASCII
  const right = (text.match(/[^\u0000-\u007f]/g)?.length ?? 0) - wrong;
  return wrong <= Math.max(1, right) * WRONG_SHARE_MAX ? text : undefined;
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1];
}

/** In the XML declaration, wherever junk may have moved it to, or in a `meta`. */
function declaredIn(body: Buffer): string | undefined {
  const head = body.toString('latin1', 0, 2048);
  return (
    /<\?xml[^>]*\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ??
    charsetOf(/<meta[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '')
  );
}
