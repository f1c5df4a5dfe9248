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

type Piece = string | Escaped;

function piecesOf(mails: readonly Mail[]): Piece[] {
  const quoted = createQuoter();
  const pieces: Piece[] = [];
  for (const [i, mail] of mails.entries()) {
    const { escaped, replyTo } = mail;
    const from = quoted('from', mail.from);
    const answersTo = replyTo ? `,"reply_to":${quoted('reply_to', replyTo)}` : '';
    const subject = quoted('subject', mail.subject);
    pieces.push(
      `${i === 0 ? '[' : ','}{"from":${from},"headers":{${headersIn(mail, quoted)}},"html":"`,
      escaped?.html ?? insideQuotes(mail.html),
      `"${answersTo},"subject":${subject},"tags":[${tagsIn(mail, quoted)}],"text":"`,
      escaped?.text ?? insideQuotes(mail.text),
      `","to":${JSON.stringify(mail.to)}}`,
    );
  }
  pieces.push(mails.length === 0 ? '[]' : ']');
  return pieces;
}

type Quoted = (slot: string, text: string) => string;

/** Text as a JSON string; the same text in the same slot as last time is not escaped again. */
function createQuoter(): Quoted {
  const last = new Map<string, { text: string; json: string }>();
  return (slot, text) => {
    const known = last.get(slot);
    if (known?.text === text) return known.json;
    const json = JSON.stringify(text);
    last.set(slot, { text, json });
    return json;
  };
}

function headersIn({ headers }: Mail, quoted: Quoted): string {
  let list = '';
  for (const [name, value] of Object.entries(headers))
    list += `${list === '' ? '' : ','}${quoted(`name ${name}`, name)}:${quoted(`header ${name}`, value)}`;
  return list;
}

function tagsIn({ tags }: Mail, quoted: Quoted): string {
  let list = '';
  for (const [name, value] of Object.entries(tags)) {
    const named = `{"name":${quoted(`name ${name}`, name)},"value":${quoted(`tag ${name}`, value)}}`;
    list += `${list === '' ? '' : ','}${named}`;
  }
  return list;
}

const insideQuotes = (text: string) => JSON.stringify(text).slice(1, -1);

/** A character of a string takes three bytes of UTF-8 at most. */
const bytesMaxOf = (piece: Piece) => (typeof piece === 'string' ? 3 * piece.length : piece.bytes);

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
    end = at + piece.bytes;
    piece.write(take);
    if (at !== end) throw new Error('escaped text is shorter than it said');
  }
  return memory.subarray(0, at);
}
