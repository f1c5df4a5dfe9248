/**
 * Where the first element of a document begins, and the document type before it.
 *
 * Shape: marks, comments, processing instructions and stray words are passed over; `start` is the length of the text
 * when there is no element.
 */
export function prologOf(text: string): { start: number; doctype: string } {
  let doctype = '';
  let at = text.indexOf('<');
  while (at !== -1) {
    const end = endOfAside(text, at);
    if (end === undefined) return { start: at, doctype };
    if (/^<!doctype/i.test(text.slice(at, at + 9))) doctype = text.slice(at, end);
    at = text.indexOf('<', end);
  }
  return { start: text.length, doctype };
}

/** Undefined when what begins here is an element. */
function endOfAside(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at);
  if (text.startsWith('<?', at)) return behind(text, '?>', at);
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return endOfDoctype(text, at);
  return /^<[a-z_]/i.test(text.slice(at, at + 2)) ? undefined : at + 1;
}

function behind(text: string, sign: string, at: number): number {
  const end = text.indexOf(sign, at);
  return end === -1 ? text.length : end + sign.length;
}

/** A document type may hold declarations in brackets, and those may hold any sign in quotes. */
function endOfDoctype(text: string, at: number): number {
  const [subset, end] = [text.indexOf('[', at), text.indexOf('>', at)];
  if (end === -1) return text.length;
  if (subset === -1 || end < subset) return end + 1;
  const close = /\]\s*>/g;
  close.lastIndex = subset;
  return close.exec(text) ? close.lastIndex : end + 1;
}
