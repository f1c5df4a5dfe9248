import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Edition, EditionFrame } from '../../db/edition.ts';

/** What the headers of an edition's mails depend on. */
export interface HeaderEdition extends Pick<Edition, 'day' | 'cadence'> {
  frame: Pick<EditionFrame, 'from' | 'replyTo' | 'listId' | 'siteUrl'>;
}

/**
 * What an edition's mails say of themselves to programs, given a reader's own link for unsubscribing.
 *
 * Shape: each value is one line of ASCII; nothing in them says whose they are but the reader's token.
 * Source: RFC 2369 and RFC 8058 (unsubscribing), RFC 6068 (mailto), RFC 2919 (list id), RFC 3834 section 5 (no automatic
 * answers); Gmail's Feedback-ID.
 */
export function createHeaders({ day, cadence, frame }: HeaderEdition) {
  const { from, replyTo, listId, siteUrl } = frame;
  const mailto = `mailto:${mailtoOf(replyTo ?? from)}?subject=unsubscribe%20`;
  const prefix = `${siteUrl}/u/`;
  const same = {
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': listId,
    'Feedback-ID': `${day}:${cadence}:digest:${senderOf(listId)}`,
    Precedence: 'bulk',
    'Auto-Submitted': 'auto-generated',
  };
  return (unsubscribe: string): Record<string, string> => ({
    'List-Unsubscribe': `<${unsubscribe}>, <${mailto}${unsubscribe.slice(prefix.length)}>`,
    ...same,
  });
}

/** The address of `Name <address>`, as it stands in a `mailto:`. */
function mailtoOf(mailbox: string): string {
  const address = /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
  const at = address.lastIndexOf('@');
  return `${encodeURIComponent(address.slice(0, at))}@${domainToASCII(address.slice(at + 1))}`;
}

/** Gmail takes 5 to 15 characters without a colon; a host that is none of that is known by its hash. */
function senderOf(listId: string): string {
  const host = listId.replace(/^<(?:digest\.)?|>$/g, '');
  if (/^[a-z0-9.-]{5,15}$/.test(host)) return host;
  return createHash('sha256').update(host).digest('hex').slice(0, 12);
}
