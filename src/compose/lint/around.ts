import type { EditionFault } from '../../../db/edition.ts';
import type { Looked, Piece } from './looked.ts';
import { attributeOf, elementsOf, textsOf, wordsIn } from './tree.ts';
import { squeezed } from './words.ts';

/** Each category has its name above it and in the contents, and leads to the web; each headline leads to its story. */
export function checkAround({ input: { frame, leadsTo }, pieces, nodes }: Looked): EditionFault[] {
  const said = Map.groupBy(textsOf(nodes), ({ piece }) => piece);
  const htmlOf = (piece: Piece) => squeezed((said.get(piece) ?? []).map(({ node }) => node.value).join(''));
  const links = Map.groupBy(linksIn(nodes, leadsTo), ({ piece }) => piece);
  const leads = (piece: Piece, url: string, words: string) =>
    (links.get(piece) ?? []).some(
      (link) => squeezed(link.href) === squeezed(url) && squeezed(link.words).includes(squeezed(words)),
    );
  const byKey = new Map(pieces.filter(({ form }) => form === 'full').map((piece) => [piece.key, piece]));
  const around = frame.categories.flatMap(({ slug, name }) => {
    const unnamed = ['contents', 'open']
      .flatMap((kind) => byKey.get(`${kind}:${slug}`) ?? [])
      .flatMap((piece) =>
        [
          ...(htmlOf(piece).includes(squeezed(name)) ? [] : [`The HTML leaves out the name ${name}.`]),
          ...(squeezed(piece.text).includes(squeezed(name)) ? [] : [`The text part leaves out ${name}.`]),
        ].map((problem) => fault(piece.where, problem)),
      );
    const more = byKey.get(`more:${slug}`);
    const isLed = !more || (links.get(more) ?? []).some(({ href }) => href.endsWith(`#${slug}`));
    return [...unnamed, ...(isLed ? [] : [fault(more.where, 'It does not lead to the web.')])];
  });
  const unled = pieces.flatMap((piece) => {
    if (!piece.story) return [];
    const { slug, title } = piece.story.snapshot;
    return leads(piece, `${frame.siteUrl}/articles/${slug}`, title)
      ? []
      : [fault(piece.where, 'The headline does not lead to our page of the story.')];
  });
  return [...around, ...unled];
}

const linksIn = (nodes: Looked['nodes'], leadsTo: Looked['input']['leadsTo']) =>
  elementsOf(nodes).flatMap(({ node, piece }) => {
    const href = node.tagName === 'a' ? attributeOf(node, 'href') : undefined;
    return href === undefined ? [] : [{ piece, href: leadsTo?.get(href) ?? href, words: wordsIn(node) }];
  });

const fault = (where: string, problem: string): EditionFault => ({
  check: 'whole',
  where,
  problem: `${problem} Mend the template, and compose the edition again.`,
});
