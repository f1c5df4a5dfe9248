/**
 * What may be kept of an event: no address, no name, no subject, nothing that somebody read or followed.
 *
 * Shape: what is deep, long or numerous is cut; in what is left addresses are replaced.
 */
export function withoutPeople(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(entriesOf(data, 1));
}

/** Of people or their mails, or kept in a column of its own. In small letters without `_` and `-`. */
const LEFT_OUT = new Set(
  [
    'to,from,cc,bcc,replyto,receivedfor,email,emails,address,recipient,recipients,sender,destination',
    'subject,headers,html,text,raw,attachments,snippet,firstname,lastname,name,username',
    'click,open,ipaddress,ip,useragent,link,url',
    'emailid,createdat,tags,messageid',
  ].flatMap((line) => line.split(',')),
);

const DEPTH_MAX = 4;
const ENTRIES_MAX = 30;
const LENGTH_MAX = 300;
const READ_MAX = 1000;

function entriesOf(value: object, depth: number): [string, unknown][] {
  return Object.entries(value)
    .filter(([key]) => !LEFT_OUT.has(key.replaceAll(/[_-]/g, '').toLowerCase()))
    .slice(0, ENTRIES_MAX)
    .map(([key, inner]) => [plain(key), keep(inner, depth)]);
}

function keep(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return plain(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return null;
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((each) => keep(each, depth + 1));
  return Object.fromEntries(entriesOf(value, depth + 1));
}

/** PostgreSQL keeps no NUL and no half characters. Cut first: looking for addresses in a word without end takes for ever. */
function plain(text: string): string {
  const part = text.length > READ_MAX ? text.slice(0, READ_MAX).replace(/\S{0,300}$/, '') : text;
  const whole = part.replaceAll('\0', '');
  const clean = /@|%40/i.test(whole)
    ? whole.replace(/[^\s<>"'`]*(?:@|%40)[^\s<>"'`]*/gi, '(address)')
    : whole;
  return clean.slice(0, LENGTH_MAX).toWellFormed();
}
