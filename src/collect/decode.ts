/**
 * The text of a feed or page, whatever its encoding.
 *
 * Shape: a byte order mark decides; then bytes that can only be UTF-8; then what the `content-type` or the document
 * itself declares, where the bytes agree; else UTF-8, else windows-1252, which can read anything.
 * Source: WHATWG Encoding; HTML section 13.2.3; XML 1.0 appendix F.
 */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const marked = BOMS.find(({ bytes }) => body.subarray(0, bytes.length).equals(bytes));
  if (marked) return new TextDecoder(marked.label).decode(body);
  const utf8 = tryDecode(body, 'utf-8');
  if (utf8 !== undefined && body.some((byte) => byte > 0x7f)) return utf8;
  for (const label of [charsetOf(contentType ?? ''), declaredIn(body)]) {
    const text = label === undefined ? undefined : tryDecode(body, label);
    if (text !== undefined) return text;
  }
  return utf8 ?? new TextDecoder('windows-1252').decode(body);
}

const BOMS = [
  { label: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { label: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { label: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
];

function tryDecode(body: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

/** A declaration that could be read as ASCII cannot be right when it says UTF-16. */
function declaredIn(body: Buffer): string | undefined {
  const head = body.toString('latin1', 0, 2048);
  const label =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ??
    charsetOf(/<meta[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '');
  return label !== undefined && /^utf-?16/i.test(label) ? undefined : label;
}
