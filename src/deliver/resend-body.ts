import { escapeJson } from '../shared/json.ts';
import type { Escaped, Mail, Take } from '../shared/ports.ts';

/** The body of one call. */
export interface CallBody {
  bytes: Buffer;
  /** Let the next call have its memory: only when nobody reads it any more. */
  giveBack: () => void;
}

/**
 * Write the bodies of batches: a JSON array of mails with the fields that Resend's API knows, in one piece of memory.
 *
 * Shape: the same mails always give the same bytes. Text that stands ready as escaped bytes is copied once, straight to
 * its place; what one mail has in common with the one before is escaped once for both.
 * Units: memory is not cleared before it is used again, and `sparesMax` pieces of it are kept.
 * Errors: throws when escaped text has not the length that it said (a defect: such a body would be broken).
 */
export function createBodyWriter(sparesMax: number): (mails: readonly Mail[]) => CallBody {
  const spares: Buffer[] = [];
  return (mails) => {
    const pieces = piecesOf(mails);
    const memory = memoryFor(
      pieces.reduce((sum, piece) => sum + bytesMaxOf(piece), 0),
      spares,
    );
    let isOut = true;
    return {
      bytes: written(pieces, memory),
      giveBack: () => {
        if (isOut && spares.length < sparesMax) spares.push(memory);
        isOut = false;
      },
    };
  };
}

type Piece = Buffer | string | Escaped;

function piecesOf(mails: readonly Mail[]): Piece[] {
  if (mails.length === 0) return ['[]'];
  const pieces: Piece[] = [];
  let frame: Frame | undefined;
  for (const [i, mail] of mails.entries()) {
    if (!frame || !fits(frame, mail)) frame = frameOf(mail);
    const { escaped } = mail;
    pieces.push(i === 0 ? OPENING : COMMA);
    fill(pieces, frame.before, mail);
    pieces.push(escaped?.html ?? escapeJson(mail.html));
    fill(pieces, frame.between, mail);
    pieces.push(escaped?.text ?? escapeJson(mail.text), TO, JSON.stringify(mail.to), CLOSING);
  }
  pieces.push(END);
  return pieces;
}

const [OPENING, COMMA, TO, CLOSING, END] = ['[', ',', '","to":', '}', ']'].map((text) =>
  Buffer.from(text),
) as [Buffer, Buffer, Buffer, Buffer, Buffer];

/** What mails of one edition have in common, ready as bytes, with the places of what they have not. */
interface Frame {
  mail: Mail;
  /** Of its headers and tags, in order. */
  names: { headers: readonly string[]; tags: readonly string[] };
  /** Before the HTML, and between HTML and text. */
  before: readonly Part[];
  between: readonly Part[];
}

type Part = Buffer | { of: 'headers' | 'tags'; name: string };

/** Values that are made for one reader. */
const OWN_HEADERS = new Set(['List-Unsubscribe']);
const OWN_TAGS = new Set(['delivery']);

function frameOf(mail: Mail): Frame {
  const { from, replyTo, subject, headers, tags } = mail;
  const before = parts();
  before.add(`{"from":${quoted(from)},"headers":{`);
  for (const [i, [name, value]] of Object.entries(headers).entries()) {
    before.add(`${i === 0 ? '' : ','}${quoted(name)}:`);
    if (OWN_HEADERS.has(name)) before.place({ of: 'headers', name });
    else before.add(quoted(value));
  }
  before.add('},"html":"');
  const between = parts();
  between.add(`"${replyTo ? `,"reply_to":${quoted(replyTo)}` : ''},"subject":${quoted(subject)},"tags":[`);
  for (const [i, [name, value]] of Object.entries(tags).entries()) {
    between.add(`${i === 0 ? '' : ','}{"name":${quoted(name)},"value":`);
    if (OWN_TAGS.has(name)) between.place({ of: 'tags', name });
    else between.add(quoted(value));
    between.add('}');
  }
  between.add('],"text":"');
  return {
    mail,
    names: { headers: Object.keys(headers), tags: Object.keys(tags) },
    before: before.all(),
    between: between.all(),
  };
}

const quoted = (text: string) => JSON.stringify(text);

/** Gathers text until a place comes. */
function parts() {
  const done: Part[] = [];
  let text = '';
  const end = () => {
    if (text !== '') done.push(Buffer.from(text));
    text = '';
  };
  return {
    add: (more: string) => void (text += more),
    place(place: Part) {
      end();
      done.push(place);
    },
    all() {
      end();
      return done;
    },
  };
}

/** Whether a mail differs from a frame's only in what is its own. */
function fits({ mail: known, names }: Frame, mail: Mail): boolean {
  if (known.from !== mail.from || known.replyTo !== mail.replyTo || known.subject !== mail.subject)
    return false;
  return (
    isAlike(known.headers, mail.headers, { names: names.headers, except: OWN_HEADERS }) &&
    isAlike(known.tags, mail.tags, { names: names.tags, except: OWN_TAGS })
  );
}

function isAlike(
  known: Record<string, string>,
  values: Record<string, string>,
  { names, except }: { names: readonly string[]; except: ReadonlySet<string> },
): boolean {
  let i = 0;
  for (const name in values) {
    if (name !== names[i] || (values[name] !== known[name] && !except.has(name))) return false;
    i += 1;
  }
  return i === names.length;
}

function fill(pieces: Piece[], from: readonly Part[], mail: Mail): void {
  for (const part of from)
    pieces.push(Buffer.isBuffer(part) ? part : JSON.stringify(mail[part.of][part.name] ?? ''));
}

/** A character of a string takes three bytes of UTF-8 at most. */
function bytesMaxOf(piece: Piece): number {
  if (typeof piece === 'string') return 3 * piece.length;
  return Buffer.isBuffer(piece) ? piece.length : piece.bytes;
}

const MEMORY_STEP_BYTES = 512 * 1024;

/** What is kept and too small for this body will hardly do for the next one either: it is let go. */
function memoryFor(bytes: number, spares: Buffer[]): Buffer {
  for (let spare = spares.pop(); spare; spare = spares.pop()) if (spare.length >= bytes) return spare;
  return Buffer.allocUnsafeSlow(Math.ceil(bytes / MEMORY_STEP_BYTES) * MEMORY_STEP_BYTES);
}

function written(pieces: readonly Piece[], memory: Buffer): Buffer {
  let at = 0;
  let end = 0;
  const take: Take = (bytes) => {
    if (at + bytes > end) throw new Error('escaped text is longer than it said');
    at += bytes;
    return memory.subarray(at - bytes, at);
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      at += memory.write(piece, at);
      continue;
    }
    if (Buffer.isBuffer(piece)) {
      memory.set(piece, at);
      at += piece.length;
      continue;
    }
    end = at + piece.bytes;
    piece.write(take);
    if (at !== end) throw new Error('escaped text is shorter than it said');
  }
  return memory.subarray(0, at);
}
