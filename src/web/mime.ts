/** A mail as its reader sees it. */
export interface ParsedMail {
  subject: string;
  from: string;
  to: string;
  date: Date | undefined;
  html: string | undefined;
  text: string | undefined;
}

interface Part {
  headers: Map<string, string>;
  /** Bytes as Latin-1, one character each. */
  body: string;
}

/**
 * Read one of our own .eml files.
 *
 * Shape: the first HTML and the first text part, however deep; attachments are passed over.
 * Source: RFC 5322 (headers), RFC 2045 to 2047 (parts, encodings, encoded words).
 */
export function parseMail(bytes: Buffer): ParsedMail {
  const mail = readPart(bytes.toString('latin1'));
  const leaves = leavesOf(mail, 0);
  const date = Date.parse(mail.headers.get('date') ?? '');
  return {
    subject: decodeWords(mail.headers.get('subject') ?? ''),
    from: decodeWords(mail.headers.get('from') ?? ''),
    to: decodeWords(mail.headers.get('to') ?? ''),
    date: Number.isNaN(date) ? undefined : new Date(date),
    html: textOf(leaves, 'text/html'),
    text: textOf(leaves, 'text/plain'),
  };
}

const DEPTH_MAX = 8;

function readPart(source: string): Part {
  const text = source.replaceAll('\r\n', '\n');
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^\n{1,2}/, '') };
}

function leavesOf(part: Part, depth: number): Part[] {
  const boundary = parameterOf(typeOf(part), 'boundary');
  if (boundary === undefined || depth > DEPTH_MAX) return [part];
  return `\n${part.body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(readPart(piece.replace(/^[^\n]*\n/, '')), depth + 1));
}

function textOf(parts: Part[], type: string): string | undefined {
  const part = parts.find((candidate) => typeOf(candidate).toLowerCase().startsWith(type));
  if (!part) return undefined;
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  return decode(bytesOf(part.body, encoding), parameterOf(typeOf(part), 'charset') ?? 'utf-8');
}

const typeOf = (part: Part) => part.headers.get('content-type') ?? 'text/plain';

const parameterOf = (value: string, name: string) =>
  new RegExp(`;\\s*${name}="?([^";]+)"?`, 'i').exec(value)?.[1]?.trim();

function bytesOf(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  return fromQuoted(body.replace(/=[ \t]*\n/g, ''));
}

const fromQuoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

/** `=?utf-8?Q?=E2=82=AC?=` and its like; the space between two encoded words is none. */
function decodeWords(value: string): string {
  return decode(Buffer.from(value, 'latin1'), 'utf-8')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([BbQq])\?([^?]*)\?=/g, (_, charset: string, kind: string, text: string) =>
      decode(
        kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQuoted(text.replaceAll('_', ' ')),
        charset,
      ),
    );
}
