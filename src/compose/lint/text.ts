import type { EditionFault } from '../../../db/edition.ts';
import { paragraphsOf } from '../../../emails/_parts/text.ts';
import type { FrozenStory } from '../edition.ts';
import { shortened, type Looked, type Piece } from './looked.ts';
import { attributeOf, elementsOf, textsOf, wordsIn, type Element, type Placed } from './tree.ts';
import { squeezed } from './words.ts';

/** The text part says all that the HTML says, and both say all that the story says. */
export function checkText(looked: Looked): EditionFault[] {
  const { input, pieces, nodes } = looked;
  const said = new Map<Piece, string[]>();
  for (const { node, piece } of textsOf(nodes))
    said.set(piece, [...(said.get(piece) ?? []), squeezed(node.value)]);
  const stories = pieces.flatMap((piece) => {
    if (!piece.story) return [];
    const html = (said.get(piece) ?? []).join('\n');
    return storyFaults({ piece, story: piece.story, html, text: squeezed(piece.text) });
  });
  const foot = pieces.find(({ key }) => key === 'foot');
  return [
    ...stories,
    ...linkFaults(looked),
    ...(foot ? footFaults({ foot, nodes, postalAddress: input.newsroom?.postalAddress }) : []),
    ...pieces.flatMap(lineFaults),
  ];
}

const WIDTH = 72;

interface Told {
  piece: Piece;
  story: FrozenStory;
  /** Squeezed. */
  html: string;
  text: string;
}

function storyFaults({ piece, story, html, text }: Told): EditionFault[] {
  const { title, sourceTitle, excerpt, opinion, action, todos } = story.snapshot;
  const isFull = piece.form === 'full';
  const wanted = [
    { name: 'the title', words: [title] },
    { name: 'the source', words: [sourceTitle] },
    { name: 'the excerpt', words: isFull ? [excerpt] : [] },
    { name: 'the opinion', words: isFull ? paragraphsOf(opinion ?? '') : [] },
    { name: 'the action', words: isFull ? paragraphsOf(action ?? '') : [] },
    { name: 'a to-do', words: isFull ? todos.map((todo) => todo.text) : [] },
  ];
  const missing = wanted.flatMap(({ name, words }) =>
    words
      .map(squeezed)
      .flatMap((word) => [
        ...(html.includes(word) ? [] : [fault(piece.where, `The HTML leaves out ${name}. ${AGAIN}`)]),
        ...(text.includes(word) ? [] : [fault(piece.where, `The text part leaves out ${name}. ${AGAIN}`)]),
      ]),
  );
  const unboxed = (isFull ? todos : []).filter((todo) => {
    const words = squeezed(todo.text);
    return text.includes(words) && !text.includes(`[]${words}`);
  });
  return [
    ...missing,
    ...unboxed.map(({ text }) =>
      fault(piece.where, `“${shortened(text)}” has no [ ] in the text part. ${AGAIN}`),
    ),
  ];
}

/** Every address that the HTML links stands in the text: a story's in its own, the others in any that is not a story. */
function linkFaults({ pieces, nodes }: Looked): EditionFault[] {
  const around = addressesIn(
    pieces
      .filter(({ story }) => !story)
      .map(({ text }) => text)
      .join('\n'),
  );
  const own = new Map(pieces.map((piece) => [piece, piece.story ? addressesIn(piece.text) : around]));
  return elementsOf(nodes).flatMap(({ node, piece }) => {
    const href = node.tagName === 'a' ? attributeOf(node, 'href') : undefined;
    if (href === undefined || isDecorative(node) || own.get(piece)?.has(href)) return [];
    return [fault(piece.where, `The text part leaves out the link “${shortened(href)}”. ${AGAIN}`)];
  });
}

const addressesIn = (text: string) => new Set(text.split(/[\s<>()]+/u));

/** A picture without a word leads where the words beside it lead. */
const isDecorative = (link: Element) => wordsIn(link).trim() === '';

interface Foot {
  foot: Piece;
  nodes: readonly Placed[];
  postalAddress: string | undefined;
}

/** Each plain paragraph at the end of the HTML stands at the end of the text, the postal address among them. */
function footFaults({ foot, nodes, postalAddress = '' }: Foot): EditionFault[] {
  const text = squeezed(foot.text);
  const paragraphs = elementsOf(nodes)
    .filter(({ node, piece }) => piece === foot && node.tagName === 'p')
    .map(({ node }) => node)
    .filter(({ childNodes }) => childNodes.every(({ nodeName }) => nodeName === '#text'))
    .map((node) => wordsIn(node));
  const missing = paragraphs.filter((words) => !text.includes(squeezed(words)));
  const empty = paragraphs.filter((words) => words.trim() === '');
  const html = squeezed(paragraphs.join('\n'));
  return [
    ...missing.map((words) => fault(foot.where, `The text part leaves out “${shortened(words)}”. ${AGAIN}`)),
    ...empty.map(() =>
      fault(foot.where, `A paragraph is empty; the postal address may be missing. ${AGAIN}`),
    ),
    ...(html.includes(squeezed(postalAddress))
      ? []
      : [fault(foot.where, `The postal address is missing. ${AGAIN}`)]),
  ];
}

/** A word that is longer than a line keeps one for itself: most of them are addresses. */
function lineFaults({ text, where }: Piece): EditionFault[] {
  return text
    .split('\n')
    .filter((line) => Array.from(line).length > WIDTH)
    .filter((line) => /\s/u.test(line.replace(/^\s*(?:\[ \] |[-*] )?/u, '').trimEnd()))
    .map((line) =>
      fault(
        where,
        `A line of the text part is longer than ${WIDTH} characters: “${shortened(line)}”. Wrap it.`,
      ),
    );
}

const AGAIN = 'Mend the template, and compose the edition again.';

const fault = (where: string, problem: string): EditionFault => ({ check: 'text', where, problem });
