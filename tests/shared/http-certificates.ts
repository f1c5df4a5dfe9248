import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate for one host that is its own issuer, with its key; made anew in each run, so none is kept anywhere. */
export function selfSigned(
  host: string,
  { from, until }: { from: Date; until: Date },
): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1, ...randomBytes(8)),
    sequence(ECDSA_SHA256),
    nameOf(host),
    sequence(time(from), time(until)),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(isAuthority(), alternativeName(host))),
  );
  const der = sequence(body, sequence(ECDSA_SHA256), bits(signed(body, privateKey)));
  return { cert: pem('CERTIFICATE', der), key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/** ASN.1 in DER, as much as a certificate needs. Source: ITU-T X.690; RFC 5280 section 4.1. */
function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content]);
}

const oid = (...bytes: number[]) => tagged(0x06, Buffer.from(bytes));
const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
const integer = (...bytes: number[]) => tagged(0x02, Buffer.from(bytes));
const bits = (content: Buffer) => tagged(0x03, Buffer.from([0]), content);
const octets = (...parts: Buffer[]) => tagged(0x04, ...parts);
const time = (at: Date) => tagged(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, '')));
const signed = (body: Buffer, key: KeyObject) => sign('sha256', body, key);

const ECDSA_SHA256 = oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02);
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALTERNATIVE_NAME = oid(0x55, 0x1d, 0x11);
const BASIC_CONSTRAINTS = oid(0x55, 0x1d, 0x13);
const TRUE = tagged(0x01, Buffer.from([0xff]));

const nameOf = (host: string) =>
  sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(host)))));
const isAuthority = () => sequence(BASIC_CONSTRAINTS, TRUE, octets(sequence(TRUE)));
const alternativeName = (host: string) =>
  sequence(ALTERNATIVE_NAME, octets(sequence(tagged(0x82, Buffer.from(host)))));

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
