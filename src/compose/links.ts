import type { Reader } from '../shared/ports.ts';
import { createTokenMaker, type TokenMaker } from '../shared/token.ts';

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

export type Slot = LinkSlot | WordSlot;

/** Filled for each reader. */
export type LinkSlot =
  { kind: 'preferences' } | { kind: 'unsubscribe' } | { kind: 'sign'; petitionId: string };

/** Filled for all readers of one choice alike. */
export interface WordSlot {
  kind: 'preheader' | 'count' | 'more';
}

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

/** What one place becomes. */
export function linkAt(slot: LinkSlot, links: ReaderLinks): string {
  return slot.kind === 'sign' ? links.sign(slot.petitionId) : links[slot.kind];
}

/** One reader's own links; nothing in them says whose they are. */
export function linksFor(
  reader: Pick<Reader, 'subscriberId' | 'linkEpoch'>,
  { secret, siteUrl }: { secret: string; siteUrl: string },
): ReaderLinks {
  return ownLinks(reader, { issue: createTokenMaker(secret), siteUrl });
}

/** The same for who links many: each token is made once for a reader, wherever it stands. */
export function ownLinks(
  { subscriberId, linkEpoch: epoch }: Pick<Reader, 'subscriberId' | 'linkEpoch'>,
  { issue, siteUrl }: { issue: TokenMaker; siteUrl: string },
): ReaderLinks {
  const signing = new Map<string, string>();
  return {
    preferences: `${siteUrl}/me/${issue({ purpose: 'me', ids: [subscriberId], epoch })}`,
    unsubscribe: `${siteUrl}/u/${issue({ purpose: 'unsubscribe', ids: [subscriberId], epoch })}`,
    sign(petitionId) {
      const known = signing.get(petitionId);
      if (known !== undefined) return known;
      const link = `${siteUrl}/s/${issue({ purpose: 'sign', ids: [subscriberId, petitionId], epoch })}`;
      signing.set(petitionId, link);
      return link;
    },
  };
}

/** How long each kind of link is in every reader's mail: tokens of one kind have one length. Units: bytes of UTF-8. */
export type LinkBytes = Record<LinkSlot['kind'], number>;

/** Measure the links of a newsroom, by those of a reader who does not exist. */
export function linkBytesOf(siteUrl: string): LinkBytes {
  const links = linksFor({ subscriberId: NOBODY, linkEpoch: 0 }, { secret: '', siteUrl });
  return {
    preferences: Buffer.byteLength(links.preferences),
    unsubscribe: Buffer.byteLength(links.unsubscribe),
    sign: Buffer.byteLength(links.sign(NOBODY)),
  };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function slotOf([, path, petitionId, word]: RegExpMatchArray): Slot {
  if (word === 'preheader' || word === 'count' || word === 'more') return { kind: word };
  if (path === 'me') return { kind: 'preferences' };
  if (petitionId !== undefined) return { kind: 'sign', petitionId };
  return { kind: 'unsubscribe' };
}
