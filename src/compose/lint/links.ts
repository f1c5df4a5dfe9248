import type { EditionFault } from '../../../db/edition.ts';
import { NOBODY, shortened, type Looked } from './looked.ts';
import { attributeOf, elementsOf, textsOf, type Element } from './tree.ts';
import { createTold, squeezed } from './words.ts';

/** Every address is absolute, on the web, ours or a source's, and says nothing of the reader. */
export function checkLinks(looked: Looked): EditionFault[] {
  const { input, nodes, wordNodes, mails } = looked;
  const allowed = {
    origin: URL.parse(input.siteUrl)?.origin,
    others: new Set([...input.sourceUrls, ...input.stories.map(({ snapshot: { sourceUrl } }) => sourceUrl)]),
  };
  const isLogo = createIsLogo(looked);
  const inHtml = elementsOf([...nodes, ...wordNodes]).flatMap(({ node, piece }) =>
    node.attrs
      .filter(({ name }) => ADDRESSES.has(name))
      .flatMap(({ name, value }) => {
        const anywhere = name === 'src' && isLogo(node);
        return faultOf(value, { where: piece.where, allowed, anywhere });
      }),
  );
  const inWords = wordFaults(looked, allowed);
  const named = mails
    .filter(({ html, text }) => html.includes(NOBODY.subscriberId) || text.includes(NOBODY.subscriberId))
    .map(({ where }) => fault(where, 'It holds the id of its reader. Links must hold tokens only.'));
  return [...inHtml, ...inWords, ...named];
}

/** Addresses among words, which mail programs make links of; those of a story or of the newsroom itself are theirs. */
function wordFaults({ input, pieces, nodes }: Looked, allowed: Allowed): EditionFault[] {
  const toldIn = createTold(input);
  const said = [
    ...pieces.map((piece) => ({ piece, words: piece.text })),
    ...textsOf(nodes).map(({ node, piece }) => ({ piece, words: node.value })),
  ];
  return said.flatMap(({ piece, words }) =>
    addressesIn(words)
      .filter((address) => !toldIn(piece).includes(squeezed(withoutEnd(address))))
      .flatMap((address) => {
        const isSource = allowed.others.has(address);
        return faultOf(isSource ? address : withoutEnd(address), { where: piece.where, allowed });
      }),
  );
}

/** The newsroom's logo may lie with whoever keeps it. Where nobody says which it is, it is the first of the pictures. */
function createIsLogo({ input: { newsroom, frame }, nodes }: Looked): (element: Element) => boolean {
  const src = newsroom
    ? newsroom.logo && URL.parse(newsroom.logo, frame.siteUrl)?.href
    : elementsOf(nodes)
        .filter(({ node, piece }) => node.tagName === 'img' && piece.key === 'head')
        .map(({ node }) => attributeOf(node, 'src'))[0];
  return (element) => src !== undefined && element.tagName === 'img' && attributeOf(element, 'src') === src;
}

/** Attributes that lead somewhere or load something. */
const ADDRESSES = new Set(
  'href src action formaction background poster cite data longdesc ping srcset'.split(' '),
);

interface Allowed {
  origin: string | undefined;
  others: ReadonlySet<string>;
}

/** `anywhere`: it is the newsroom's own, and no reader's. */
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
  if (anywhere || allowed.others.has(address)) return [];
  if (url.origin !== allowed.origin)
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

const addressesIn = (text: string): string[] => text.match(ADDRESS) ?? [];

const ADDRESS = /(?<![\p{L}\p{N}+.-])(?:https?|ftp|file|javascript|vbscript|data|mailto|tel):[^\s<>]+/giu;

/** An address among words may be followed by a colon, a bracket, a quotation mark or an ellipsis. */
const withoutEnd = (address: string) => address.replace(/\p{P}+$/u, '');

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const fault = (where: string, problem: string): EditionFault => ({ check: 'links', where, problem });
