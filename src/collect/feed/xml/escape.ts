import { Parser } from 'htmlparser2';

/** Text as it may stand between tags and in a quoted attribute. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '') : text;
}

/**
 * What text written between tags, or in an attribute, stands for: character references read once.
 *
 * Shape: an ampersand that begins no reference stays one, and so do references to what a document type declares:
 * those are never looked up.
 */
export function unescapeXml(written: string): string {
  if (!written.includes('&')) return written;
  const parts: string[] = [];
  const reader = new Parser({ ontext: (text) => parts.push(text) }, { decodeEntities: true });
  reader.end(written.replace(STRAY_AMPERSAND, '&amp;').replace(OPENING_SIGN, '&lt;'));
  return parts.join('');
}

/** Without what XML forbids even as a reference, and PostgreSQL too; white space stays. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const STRAY_AMPERSAND = /&(?!(?:#\d{1,8}|#x[\da-f]{1,7}|[a-z][a-z\d]{1,31});)/gi;
const OPENING_SIGN = /</g;
// oxlint-disable-next-line no-control-regex -- these are the characters to remove
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
