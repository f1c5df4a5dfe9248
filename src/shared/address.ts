import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** A mail address that we are willing to write to: as typed (trimmed, domain in lower case). */
export type Address = string;

/**
 * Read a mail address as a person types it.
 *
 * Shape: `local@domain`; no display name, no quoted local part, no comment. The domain becomes lower case, the local
 * part stays as typed. An international domain is kept as typed but must have an ASCII form.
 * Errors: undefined when it is not an address that mail can reach.
 * Source: RFC 5321 section 4.5.3.1 (lengths), RFC 5322 section 3.4.1 (dot-atom), WHATWG `input type=email`.
 */
export function parseAddress(typed: string): Address | undefined {
  const text = typed.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || Buffer.byteLength(text) > 254 || Buffer.byteLength(local) > 64) return undefined;
  // Looked at as typed: the conversion to ASCII drops line ends and everything from the first slash on.
  if (!LOCAL.test(local) || !DOMAIN_TYPED.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  if (!DOMAIN.test(ascii)) return undefined;
  return `${local}@${domain}`;
}

/**
 * The form by which two addresses are compared, never written to: everything in lower case, domain in ASCII.
 */
export function canonicalAddress(address: Address): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at).toLowerCase()}@${domainToASCII(address.slice(at + 1))}`;
}

/** A keyed hash of the canonical address, for unique keys and suppression without keeping the address. */
export function addressKey(secret: string, address: Address): string {
  return createHmac('sha256', `address\0${secret}`).update(canonicalAddress(address)).digest('hex');
}

/** The address with most of it hidden: `m…@e…`; fit for a page that may be seen by somebody else. */
export function maskAddress(address: Address): string {
  const at = address.lastIndexOf('@');
  return `${initialOf(address)}…@${initialOf(address.slice(at + 1))}…`;
}

/** A file name part that names the recipient to a person and is safe on every file system. */
export function fileNameOf(address: Address): string {
  return address
    .toLowerCase()
    .replace('@', '-at-')
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
}

const initialOf = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0x2026);

const ATEXT = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]";
const LOCAL = new RegExp(`^${ATEXT}+(?:\\.${ATEXT}+)*$`, 'u');
const DOMAIN_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
