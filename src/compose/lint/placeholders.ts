import type { EditionFault } from '../../../db/edition.ts';
import { leavingsIn } from '../../shared/config-words.ts';
import { visibleText } from '../../shared/html.ts';
import { shortened, type Looked, type Piece } from './looked.ts';
import { elementsOf, textsOf } from './tree.ts';
import { createTold, squeezed } from './words.ts';

/** Nothing is left of what templates put where something else belongs, but for what a story or the newsroom says. */
export function checkPlaceholders({ input, pieces, nodes, mails }: Looked): EditionFault[] {
  const { nonce } = input.frame;
  const toldIn = createTold(input);
  const left = ({ where, story }: Pick<Piece, 'where' | 'story'>, text: string): Left[] =>
    tokensIn(text)
      .filter((token) => !toldIn({ story }).includes(token))
      .map((token) => ({ where, token }));
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
  const inSubject = left({ where: 'the subject', story: undefined }, input.subject);
  return faultsOf([...(inPieces.length > 0 ? inPieces : ofNonce(mails)), ...inSubject]);
}

interface Left {
  where: string;
  token: string;
}

/** What JavaScript prints where there is nothing to print, as words of their own. */
const NOTHING = /(?<![\p{L}\p{N}_-])(?:undefined|null|NaN|Invalid Date)(?![\p{L}\p{N}_-])/gu;

function tokensIn(text: string): string[] {
  const seen = visibleText(text);
  return [...new Set([...leavingsIn(seen), ...(seen.match(NOTHING) ?? [])].map(squeezed))];
}

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
