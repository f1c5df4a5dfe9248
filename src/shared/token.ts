import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token lets its holder do. A token made for one purpose is worth nothing for another. */
export type TokenPurpose = 'confirm' | 'unsubscribe' | 'me' | 'sign' | 'confirm-signature' | 'signature';

export interface TokenSubject {
  purpose: TokenPurpose;
  /** The row that the token speaks for (a uuid), and for `sign` the petition as well. */
  ids: readonly string[];
  /** The subject's link epoch: raising it on the row revokes every token made before. */
  epoch: number;
}

/**
 * Make the token for a purpose and a subject: the same input always gives the same token, so a retried mail is
 * byte-equal.
 *
 * Shape: base64url of one byte of version, two bytes of epoch, 16 bytes per id and 16 bytes of HMAC-SHA-256. No address,
 * no name, nothing that says who it is for.
 * Errors: throws when an id is not a uuid or the epoch is outside 0..65535 (a defect of the caller).
 */
export function issueToken(secret: string, subject: TokenSubject): string {
  const body = encode(subject);
  return Buffer.concat([body, sign(secret, subject.purpose, body)]).toString('base64url');
}

/**
 * Read a token for one purpose; undefined when it is forged, truncated or made for something else.
 *
 * The caller still compares the epoch with the row's.
 */
export function readToken(secret: string, purpose: TokenPurpose, token: string): TokenSubject | undefined {
  if (!/^[A-Za-z0-9_-]{20,200}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('base64url') !== token) return undefined;
  const body = bytes.subarray(0, -MAC_BYTES);
  const idBytes = body.length - HEAD_BYTES;
  if (idBytes < 16 || idBytes % 16 !== 0 || body[0] !== VERSION) return undefined;
  if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), sign(secret, purpose, body))) return undefined;
  const ids = Array.from({ length: idBytes / 16 }, (_, i) =>
    uuidOf(body.subarray(HEAD_BYTES + 16 * i, HEAD_BYTES + 16 * (i + 1))),
  );
  return { purpose, ids, epoch: body.readUInt16BE(1) };
}

const VERSION = 1;
const HEAD_BYTES = 3;
const MAC_BYTES = 16;

function encode({ ids, epoch }: TokenSubject): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(VERSION, 0);
  head.writeUInt16BE(epoch, 1);
  return Buffer.concat([head, ...ids.map(bytesOfUuid)]);
}

function sign(secret: string, purpose: TokenPurpose, body: Buffer): Buffer {
  return createHmac('sha256', `token\0${secret}`)
    .update(`${purpose}\0`)
    .update(body)
    .digest()
    .subarray(0, MAC_BYTES);
}

function bytesOfUuid(id: string): Buffer {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Error('a token subject must be a uuid');
  return Buffer.from(hex, 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
