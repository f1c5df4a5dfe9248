import type { EditionFault } from '../../../db/edition.ts';
import { visibleText } from '../../shared/html.ts';
import { shortened, type Looked, type Piece } from './looked.ts';
import { elementsOf, textsOf } from './tree.ts';
import { squeezed, storyWords } from './words.ts';

/** Nothing is left of what templates put where something else belongs, but for what a story itself says. */
export function checkPlaceholders({ input, pieces, nodes, mails }: Looked): EditionFault[] {
  const { nonce } = input.frame;
  const told = new Map(pieces.map((piece) => [piece, piece.story ? storyWords(piece.story) : '']));
  const left = (piece: Piece, text: string): Left[] =>
    tokensIn(text)
      .filter((token) => !told.get(piece)?.includes(token))
      .map((token) => ({ where: piece.where, token }));
  const ofNonce = (written: readonly { where: string; html: string; text: string }[]): Left[] =>
    written
      .filter(({ html, text }) => html.includes(nonce) || text.includes(nonce))
      .map(({ where }) => ({ where, token: nonce }));
  const inText = pieces.flatMap((piece) => left(piece, piece.text));
  const inHtml = textsOf(nodes).flatMap(({ node, piece }) => left(piece, node.value));
  const inElements = elementsOf(nodes).flatMap(({ node, piece }) => [
    ...(node.tagName.startsWith('mj-') ? [{ where: piece.where, token: `<${node.tagName}>` }] : []),
    ...node.attrs.flatMap(({ value }) => left(piece, value)),
  ]);
  const inPieces = [...ofNonce(pieces), ...inText, ...inHtml, ...inElements];
  const inSubject = tokensIn(input.subject).map((token) => ({ where: 'the subject', token }));
  return faultsOf([...(inPieces.length > 0 ? inPieces : ofNonce(mails)), ...inSubject]);
}

interface Left {
  where: string;
  token: string;
}

/** Marks, braces, MJML, hosts that cannot exist, and what JavaScript prints where there is nothing to print. */
const TOKENS =
  /[⟪⟫]|\{\{|\}\}|<\/?mj-[a-z]+|(?<![a-z0-9-])[a-z0-9-]{1,63}\.invalid(?![a-z0-9-])|\[object[^\]]*\]/giu;

const tokensIn = (text: string): string[] => [
  ...new Set((visibleText(text).match(TOKENS) ?? []).map(squeezed)),
];

/** One fault for each place, with all that is left there. */
function faultsOf(left: readonly Left[]): EditionFault[] {
  return [...Map.groupBy(left, ({ where }) => where)].map(([where, tokens]) => {
    const quoted = [...new Set(tokens.map(({ token }) => `“${shortened(token)}”`))].slice(0, 5).join(', ');
    return {
      check: 'placeholders',
      where,
      problem: `${quoted} stands where something else belongs. Mend the template, and compose the edition again.`,
    };
  });
}
