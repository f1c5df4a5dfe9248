import type { EditionFault } from '../../../db/edition.ts';
import { parseAddress } from '../../shared/address.ts';
import { createHeaders } from '../headers.ts';
import { NOBODY, type Looked } from './looked.ts';

/**
 * Programs are told what the mail is and how to stop it, and nothing can be written between the headers.
 *
 * Source: RFC 5322 section 2.2, RFC 2369, RFC 8058, RFC 2919, RFC 3834; Gmail's Feedback-ID.
 */
export function checkHeaders({ input, links }: Looked): EditionFault[] {
  const { frame, day, cadence, subject } = input;
  const mailboxes = [
    ...mailboxFaults('From', frame.from),
    ...(frame.replyTo === null ? [] : mailboxFaults('Reply-To', frame.replyTo)),
  ];
  const subjects = CONTROL.test(subject) || subject.trim() === '' ? [fault('Subject', ONE_LINE)] : [];
  // The address for unsubscribing is made of the sender's.
  if (mailboxes.length > 0) return [...mailboxes, ...subjects];
  return [
    ...subjects,
    ...faultsOfHeaders(createHeaders({ day, cadence, frame })(links.unsubscribe), input.siteUrl),
  ];
}

/** What a mail's headers must say, and in which shape; `siteUrl` is where the readers unsubscribe. */
export function faultsOfHeaders(headers: Readonly<Record<string, string>>, siteUrl: string): EditionFault[] {
  const values = Object.entries(headers).flatMap(([name, value]) => [
    ...(/^[\x20-\x7e]+$/.test(value) ? [] : [fault(name, 'It is not one line of ASCII. Take the rest out.')]),
    ...(name.length + value.length > LINE_MAX
      ? [fault(name, `It is longer than ${LINE_MAX} characters.`)]
      : []),
    ...(value.includes(NOBODY.subscriberId) ? [fault(name, 'It holds the id of its reader.')] : []),
  ]);
  const shapes = Object.entries(SHAPES).flatMap(([name, { fits, wants }]) =>
    fits(headers[name] ?? '', siteUrl) ? [] : [fault(name, `It must hold ${wants}.`)],
  );
  const isAutomatic = headers['Auto-Submitted'] === 'auto-generated' || headers['Precedence'] === 'bulk';
  const automatic = fault('Auto-Submitted', 'Neither it nor Precedence says that a program wrote the mail.');
  return [...values, ...shapes, ...(isAutomatic ? [] : [automatic])];
}

/** RFC 5322 section 2.1.1. */
const LINE_MAX = 996;
const ONE_LINE = 'It is empty or not one line. Write it as one line without control characters.';
// Line breaks, controls, and what turns the direction of all that follows.
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e]/u;

const SHAPES: Record<string, { fits: (value: string, siteUrl: string) => boolean; wants: string }> = {
  'List-Unsubscribe': {
    fits: (value, siteUrl) => {
      const [web = '', mail = '', ...more] = [...value.matchAll(/<([^<>]*)>/g)].map(([, link]) => link);
      return more.length === 0 && isOneClick(web, siteUrl) && isMailto(mail);
    },
    wants:
      'an https address of our site and a mailto address. Set newsroom.url to one that begins with https',
  },
  'List-Unsubscribe-Post': {
    fits: (value) => value === 'List-Unsubscribe=One-Click',
    wants: '“List-Unsubscribe=One-Click”',
  },
  'List-Id': {
    fits: (value) => /^(?:[^<>]* )?<[a-z0-9_-]+(?:\.[a-z0-9_-]+)+>$/i.test(value),
    wants: 'a name of the list with a dot, in angle brackets',
  },
  'Feedback-ID': {
    fits: (value) => /^[^:\s]+:[^:\s]+:[^:\s]+:[a-z0-9.-]{5,15}$/i.test(value),
    wants: 'four parts, the last of them a sender of 5 to 15 characters',
  },
};

/** A newsroom that is tried out on one machine has no https, and its mails reach nobody. */
function isOneClick(link: string, siteUrl: string): boolean {
  const url = URL.parse(link);
  if (!url || url.origin !== URL.parse(siteUrl)?.origin) return false;
  return url.protocol === 'https:' || /^(?:localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname);
}

function isMailto(link: string): boolean {
  const url = URL.parse(link);
  return url?.protocol === 'mailto:' && parseAddress(decodeURIComponent(url.pathname)) !== undefined;
}

function mailboxFaults(name: string, value: string): EditionFault[] {
  const [, display = '', bracketed] = /^\s*("[^"]*"|[^"<>]*?)\s*<([^<>]+)>\s*$/u.exec(value) ?? [];
  const isOne =
    !CONTROL.test(value) && parseAddress(bracketed ?? value) !== undefined && !display.includes('@');
  return isOne ? [] : [fault(name, 'It is not one mailbox. Write it as “Name <address>” or as an address.')];
}

const fault = (header: string, problem: string): EditionFault => ({
  check: 'headers',
  where: `the header ${header}`,
  problem,
});
