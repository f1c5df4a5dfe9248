import type { Reader } from '../shared/ports.ts';
import { issueToken } from '../shared/token.ts';

/**
 * The places in a rendered edition that each reader's mail fills in: addresses that cannot exist (`.invalid`, RFC 2606)
 * and names, all made of the edition's nonce.
 */
export function placeholders(nonce: string) {
  return {
    preferences: `https://${nonce}.invalid/me`,
    unsubscribe: `https://${nonce}.invalid/unsubscribe`,
    sign: (petitionId: string) => `https://${nonce}.invalid/sign/${petitionId}`,
    /** Beside the subject in an inbox. */
    preheader: `${nonce}preheader`,
    /** Stories of a category in this mail. */
    count: `${nonce}count`,
    /** Stories of a category that this mail leaves to the web. */
    more: `${nonce}more`,
  };
}

/** A fragment split at its places. */
export type Slotted = (string | Slot)[];

export type Slot =
  | { kind: 'preferences' }
  | { kind: 'unsubscribe' }
  | { kind: 'sign'; petitionId: string }
  | { kind: 'preheader' }
  | { kind: 'count' }
  | { kind: 'more' };

/** Find the places in a fragment, once per edition. */
export function findSlots(fragment: string, nonce: string): Slotted {
  const place = new RegExp(
    `https://${nonce}\\.invalid/(me|unsubscribe|sign/([0-9a-f-]{36}))|${nonce}(preheader|count|more)`,
    'g',
  );
  const pieces: Slotted = [];
  let at = 0;
  for (const match of fragment.matchAll(place)) {
    if (match.index > at) pieces.push(fragment.slice(at, match.index));
    pieces.push(slotOf(match));
    at = match.index + match[0].length;
  }
  if (at < fragment.length) pieces.push(fragment.slice(at));
  return pieces;
}

/** What the places of one reader's mail become. */
export interface ReaderLinks {
  preferences: string;
  unsubscribe: string;
  sign(petitionId: string): string;
}

/** One reader's own links; nothing in them says whose they are. */
export function linksFor(
  reader: Reader,
  { secret, siteUrl }: { secret: string; siteUrl: string },
): ReaderLinks {
  const { subscriberId, linkEpoch: epoch } = reader;
  const token = (purpose: 'me' | 'unsubscribe' | 'sign', ...more: string[]) =>
    issueToken(secret, { purpose, ids: [subscriberId, ...more], epoch });
  const signing = new Map<string, string>();
  return {
    preferences: `${siteUrl}/me/${token('me')}`,
    unsubscribe: `${siteUrl}/u/${token('unsubscribe')}`,
    sign(petitionId) {
      const link = signing.get(petitionId) ?? `${siteUrl}/s/${token('sign', petitionId)}`;
      signing.set(petitionId, link);
      return link;
    },
  };
}

function slotOf([, path, petitionId, word]: RegExpMatchArray): Slot {
  if (word === 'preheader' || word === 'count' || word === 'more') return { kind: word };
  if (path === 'me') return { kind: 'preferences' };
  if (petitionId !== undefined) return { kind: 'sign', petitionId };
  return { kind: 'unsubscribe' };
}
