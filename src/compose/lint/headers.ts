import type { EditionFault } from '../../../db/edition.ts';
import { parseAddress } from '../../shared/address.ts';
import { readMailbox } from '../../shared/config.ts';
import { turnIn } from '../../shared/config-words.ts';
import { createHeaders } from '../headers.ts';
import { NOBODY, type Looked } from './looked.ts';

/**
 * Programs are told what the mail is and how to stop it, and nothing can be written between the headers.
 *
 * Source: RFC 5322 sections 2.2 and 3.6 (one To), RFC 2369, RFC 8058, RFC 2919, RFC 3834; Gmail's Feedback-ID.
 */
export function checkHeaders({ input, links }: Looked): EditionFault[] {
  const { frame, day, cadence, subject } = input;
  const mailboxes = [
    ...mailboxFaults('From', frame.from),
    ...(frame.replyTo === null ? [] : mailboxFaults('Reply-To', frame.replyTo)),
  ];
  const subjects = subjectFaults(subject);
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
    ...(RECIPIENTS.has(name.trim().toLowerCase()) ? [fault(name, ONE_READER)] : []),
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
/** The longest name with the longest day leaves half of it; what no inbox shows is a defect. Units: characters. */
const SUBJECT_MAX = 250;
/** The mailer writes the only To; whom else a mail went to is nobody's business. */
const RECIPIENTS = new Set(['to', 'cc', 'bcc', 'resent-to', 'resent-cc', 'resent-bcc']);
const ONE_READER = 'A mail goes to its one reader, whom the mailer names. Take it out.';

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

function subjectFaults(subject: string): EditionFault[] {
  const isOneLine = subject.trim() !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject);
  if (!isOneLine || turnIn(subject) !== undefined) return [fault('Subject', ONE_LINE)];
  const isLong = Array.from(subject).length > SUBJECT_MAX;
  return isLong ? [fault('Subject', `It is longer than ${SUBJECT_MAX} characters.`)] : [];
}

function mailboxFaults(name: string, value: string): EditionFault[] {
  const isOne = readMailbox(value) !== undefined;
  return isOne ? [] : [fault(name, 'It is not one mailbox. Write it as “Name <address>” or as an address.')];
}

const fault = (header: string, problem: string): EditionFault => ({
  check: 'headers',
  where: `the header ${header}`,
  problem,
});
