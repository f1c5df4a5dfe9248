import { cleanText } from './html.ts';

/**
 * Read a name, or a place, as a person types it: one line, without what no reader should see.
 *
 * Shape: `ok: false` when it is longer than `charactersMax` or holds an address or a link; the reason is for the person.
 * Units: characters as a reader counts them (code points).
 */
export function readName(typed: string, { charactersMax = NAME_MAX } = {}): NameRead {
  const name = cleanText(typed.slice(0, TYPED_MAX)).normalize('NFC');
  if (typed.length > TYPED_MAX || Array.from(name).length > charactersMax)
    return { ok: false, reason: `This is too long: write at most ${charactersMax} characters.` };
  if (isLinkLike(name)) return { ok: false, reason: 'Leave out addresses and links.' };
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name)) return { ok: false, reason: 'Write it with letters.' };
  return { ok: true, name };
}

export type NameRead = { ok: true; name: string } | { ok: false; reason: string };

/**
 * Whether a text holds what a mail program or a reader would take for a link or an address, also in full-width signs.
 *
 * Source: UTS #46 section 4 (what a browser takes for a dot in a host).
 */
export function isLinkLike(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll('。', '.');
  return /@|:\/\/|www\.|[<>]/iu.test(plain) || DOMAIN_LIKE.test(plain);
}

const NAME_MAX = 80;
/** Longer than any name, even with what is taken out of it. */
const TYPED_MAX = 1_000;
/** `shop.com` and `SHOP.COM`, not `J.R. Smith` and `Dr.Smith`. */
const DOMAIN_LIKE = /[\p{L}\p{N}-]{2,}\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?![\p{L}.])/u;
