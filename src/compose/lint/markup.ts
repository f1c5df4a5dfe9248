import type { EditionFault } from '../../../db/edition.ts';
import { createLooks, type Look } from './cascade.ts';
import { lengthOf } from './css-values.ts';
import { sheetOf } from './css.ts';
import { shortened, type Looked, type Piece } from './looked.ts';
import { tagsOf, unbalanced, wordView } from './tags.ts';
import { attributeOf, elementsOf, textsOf, wordsIn, type Element, type Placed } from './tree.ts';

/** Nothing stands in a mail that a mail program takes out, warns of or reads in its own way. */
export function checkMarkup({ pieces, nodes, wordNodes, mails }: Looked): EditionFault[] {
  const elements = elementsOf(nodes);
  const inPieces = [
    ...pieces.flatMap(tagFaults),
    ...[nodes, wordNodes].flatMap((view) => [...elementFaults(view), ...unreadFaults(view)]),
    ...languageFaults(elements),
  ];
  if (inPieces.length > 0) return inPieces;
  return mails.flatMap(({ html, where }) => nestingFaults(html, where));
}

const FORBIDDEN = new Set(
  (
    'script form input button select textarea iframe frame frameset object embed applet svg math canvas video audio ' +
    'source track link base template portal marquee'
  ).split(' '),
);
/** Apple's mail programs show less than this larger, and break the page with it. */
const FONT_MIN_PX = 14;
/** What is smaller is not there to be looked at. */
const IMAGE_MIN_PX = 8;

/** Fragments that readers' mails leave out or move must stand for themselves. */
function tagFaults({ html, key, where }: Piece): EditionFault[] {
  const names = new Set(tagsOf(wordView(html)).map(({ name }) => name));
  const forbidden = [...names].filter((name) => FORBIDDEN.has(name));
  const isWhole = /^(?:story|contents|more):/.test(key);
  return [
    ...forbidden.map((name) => fault(where, `<${name}> may not stand in a mail. ${OUT}`)),
    ...(isWhole ? nestingFaults(html, where) : []),
  ];
}

function nestingFaults(html: string, where: string): EditionFault[] {
  const plain = unbalanced(tagsOf(html));
  const word = unbalanced(tagsOf(wordView(html)));
  if (plain !== undefined) return [fault(where, `Elements do not nest: ${plain}. Mend the template.`)];
  return word === undefined
    ? []
    : [fault(where, `Elements do not nest in Outlook: ${word}. Mend the template.`)];
}

function elementFaults(nodes: readonly Placed[]): EditionFault[] {
  const lookOf = createLooks(nodes, 'light');
  return elementsOf(nodes).flatMap(({ node, piece }) =>
    [...elementProblems(node), ...(node.tagName === 'img' ? imageProblems(node, lookOf(node)) : [])].map(
      (problem) => fault(piece.where, problem),
    ),
  );
}

function elementProblems(element: Element): string[] {
  const { tagName, attrs } = element;
  const style = attributeOf(element, 'style') ?? '';
  const handlers = attrs.filter(({ name }) => name.startsWith('on'));
  const isRefresh = attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh';
  return [
    ...handlers.map(({ name }) => `<${tagName} ${name}> runs a script. ${OUT}`),
    ...(hasPictureBehind(element) ? [`<${tagName}> has a picture behind it. ${OUT}`] : []),
    ...(loads(style) ? [`The style of <${tagName}> loads something. ${OUT}`] : []),
    ...(isRefresh ? [`<meta> leads to another page. ${OUT}`] : []),
    ...(tagName === 'style' ? sheetProblems(wordsIn(element)) : []),
  ];
}

/** The latter is how Office draws one. */
const hasPictureBehind = (element: Element): boolean =>
  attributeOf(element, 'background') !== undefined ||
  (element.tagName.startsWith('v:') && attributeOf(element, 'src') !== undefined);

function imageProblems(image: Element, { isHidden, opacity }: Look): string[] {
  const src = attributeOf(image, 'src') ?? '';
  const style = attributeOf(image, 'style') ?? '';
  const sizes = [
    ...['width', 'height'].map((name) => attributeOf(image, name) ?? ''),
    ...[...style.matchAll(/(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*([^;!]+)/gi)].map(
      ([, size = '']) => size,
    ),
  ];
  const isPixel = sizes.some((size) => (lengthOf(size) ?? Infinity) < IMAGE_MIN_PX);
  return [
    ...(isPixel ? [`“${shortened(src)}” is a picture too small to be seen. ${OUT}`] : []),
    ...(isHidden || opacity !== 1 ? [`“${shortened(src)}” is a picture that is hidden. ${OUT}`] : []),
    ...(attributeOf(image, 'alt') === undefined ? [`“${shortened(src)}” has no alt text. Give it one.`] : []),
  ];
}

function sheetProblems(css: string): string[] {
  const { rules, at } = sheetOf(css);
  const loading = at.filter((name) => name === 'import' || name === 'font-face');
  const urls = rules.filter(({ declarations }) => declarations.some(({ value }) => loads(value)));
  return [
    ...loading.map((name) => `The style sheet has @${name}. ${OUT}`),
    ...urls.map(({ text }) => `The style sheet loads something for “${shortened(text)}”. ${OUT}`),
  ];
}

/**
 * Text that is hidden or of less than 14 pixels is for nobody; a cell that only has a colour may have any size. What
 * stands beside the subject is hidden, but is a place here.
 */
function unreadFaults(nodes: readonly Placed[]): EditionFault[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const lookOf = createLooks(nodes, scheme);
    return textsOf(nodes)
      .filter(({ node }) => node.value.trim() !== '')
      .flatMap(({ node, piece, parent }) => {
        const problem = unreadProblem(lookOf(parent));
        return problem === undefined ? [] : [fault(piece.where, `“${shortened(node.value)}” ${problem}`)];
      });
  });
}

function unreadProblem({ isHidden, fontPx }: Look): string | undefined {
  if (isHidden) return `is hidden. Show it, or take it out of the template.`;
  if (fontPx >= FONT_MIN_PX) return undefined;
  if (Number.isNaN(fontPx)) return 'has a size that nobody can tell. Set it in pixels.';
  return `has ${Number(fontPx.toFixed(1))} pixels. Set it in at least ${FONT_MIN_PX}.`;
}

/** A language and a direction for the whole document, and again for the part that web mail keeps of it. */
function languageFaults(elements: readonly Placed<Element>[]): EditionFault[] {
  const wanted = elements.filter(
    ({ node }) => node.tagName === 'html' || attributeOf(node, 'role') === 'article',
  );
  const without = wanted.flatMap(({ node, piece }) =>
    ['lang', 'dir']
      .filter((name) => !attributeOf(node, name))
      .map((name) => fault(piece.where, `<${node.tagName}> has no ${name}. Set it in the template.`)),
  );
  const hasRoot = wanted.some(({ node }) => node.tagName === 'html');
  return hasRoot
    ? without
    : [...without, fault('the fragment head', 'There is no <html>. Mend the template.')];
}

/** Escapes of CSS would hide the words. */
const loads = (css: string) => /\\|url\s*\(|image-set\s*\(|expression\s*\(|@import/i.test(css);

const OUT = 'Take it out of the template.';

const fault = (where: string, problem: string): EditionFault => ({ check: 'markup', where, problem });
