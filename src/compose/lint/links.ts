import type { EditionFault } from '../../../db/edition.ts';
import { NOBODY, shortened, type Looked } from './looked.ts';
import { elementsOf } from './tree.ts';
import { squeezed, storyWords } from './words.ts';

/** Every address is absolute, on the web, ours or a source's, and says nothing of the reader. */
export function checkLinks({ input, pieces, nodes, mails }: Looked): EditionFault[] {
  const allowed = {
    origin: URL.parse(input.siteUrl)?.origin,
    others: new Set([...input.sourceUrls, ...input.stories.map(({ snapshot: { sourceUrl } }) => sourceUrl)]),
  };
  const inHtml = elementsOf(nodes).flatMap(({ node, piece }) =>
    node.attrs
      .filter(({ name }) => ADDRESSES.has(name))
      .flatMap(({ value }) => {
        const isLogo = node.tagName === 'img' && piece.key === 'head';
        return faultOf(value, { where: piece.where, allowed, anywhere: isLogo });
      }),
  );
  const inText = pieces.flatMap(({ text, where, story }) => {
    const words = story ? storyWords(story) : '';
    return addressesIn(text)
      .filter((address) => !words.includes(withoutEnd(address)))
      .flatMap((address) => faultOf(address, { where, allowed }));
  });
  const named = mails
    .filter(({ html, text }) => html.includes(NOBODY.subscriberId) || text.includes(NOBODY.subscriberId))
    .map(({ where }) => fault(where, 'It holds the id of its reader. Links must hold tokens only.'));
  return [...inHtml, ...inText, ...named];
}

/** Attributes that lead somewhere or load something. */
const ADDRESSES = new Set(
  'href src action formaction background poster cite data longdesc ping srcset'.split(' '),
);

interface Allowed {
  origin: string | undefined;
  others: ReadonlySet<string>;
}

/** `anywhere`: a newsroom's logo may lie with whoever keeps it. */
function faultOf(
  address: string,
  { where, allowed, anywhere = false }: { where: string; allowed: Allowed; anywhere?: boolean },
): EditionFault[] {
  const url = URL.parse(address);
  const say = (problem: string) => [fault(where, `“${shortened(address)}” ${problem}`)];
  if (!url) return say('is not an absolute address. Write it with https:// and the host.');
  // What is left of a place for a link is told as such.
  if (url.hostname.endsWith('.invalid')) return [];
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return say('is not an address of the web. Only https and http may stand in a mail.');
  if (url.username || url.password) return say('holds a name or password. Take them out.');
  if (allowed.others.has(address)) return [];
  if (url.origin !== allowed.origin && !anywhere)
    return say(
      'leads neither to our site nor to a source of the edition. Link our own page of the story instead.',
    );
  if (holdsMailAddress(address)) return say('holds a mail address. Links must hold tokens only.');
  return [];
}

const holdsMailAddress = (address: string): boolean =>
  decoded(address)
    .split(/[\s/?#&=:;,<>]+/u)
    .some((part) => /^[^@]+@[^@]+\.[^@.]{2,}$/u.test(part));

/** Addresses that have a line of their own. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/^\s*((?:https?|ftp|file|javascript|vbscript|data|mailto|tel):\S+)\s*$/gim)].map(
    ([, address = '']) => address,
  );
}

/** A story's own words may be followed by the template's colon or bracket, or end in its ellipsis. */
const withoutEnd = (address: string) => squeezed(address).replace(/[).,:;…]+$/, '');

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const fault = (where: string, problem: string): EditionFault => ({ check: 'links', where, problem });
