import { parseFragment, serialize } from 'parse5';
import { removeBoilerplate, removeSilent } from './boilerplate.ts';
import { linesOf } from './lines.ts';
import { defuddle, readability } from './readable.ts';
import { tidy } from './tidy.ts';
import type { Parent } from './tree.ts';

/** An article's foreign HTML, which has yet to be sanitised, and the byline found in it. */
export interface Extract {
  html: string;
  byline: string | undefined;
}

/**
 * Find the article of a page: what Readability finds after the boilerplate is gone.
 *
 * Shape: where that is much less text than the page has in paragraphs, or mostly links, Readability on the whole page,
 * Defuddle and the linked data are asked too, and the one with far more words of its own wins.
 */
export function extractArticle(page: {
  /** Parses the page anew, for what is tried takes the tree apart. */
  tree: () => Parent;
  url: string;
  title: string;
  author: string | undefined;
  articleBody: string | undefined;
}): Extract {
  const tree = page.tree();
  const { prose, parts } = removeBoilerplate(tree);
  const first = tidied(readability(tree), page);
  const body = page.articleBody === undefined ? 0 : page.articleBody.length;
  const size = ownCharacters(first);
  const isSure = size >= Math.max(prose, body) * SHARE_MIN && size >= CHARACTERS_MIN;
  if (isSure || parts > PARTS_MAX) return first;
  const others = [
    () => readability(readOnly(page.tree())),
    () => ({ html: defuddle(readOnly(page.tree()), page.url), byline: first.byline }),
    () => ({ html: paragraphsOf(page.articleBody ?? ''), byline: first.byline }),
  ];
  return others.map((other) => tidied(other(), page)).reduce(better, first);
}

/** Less than this share of the page's paragraphs, and the article may be elsewhere. */
const SHARE_MIN = 0.5;
const CHARACTERS_MIN = 400;
/** A page of more elements took long enough the first time. */
const PARTS_MAX = 20_000;
/** What another way has to find more of, for its catch is not as clean. */
const FAR_MORE = 1.5;

function readOnly(tree: Parent): Parent {
  removeSilent(tree);
  return tree;
}

function better(one: Extract, other: Extract): Extract {
  return ownCharacters(other) > ownCharacters(one) * FAR_MORE ? other : one;
}

function tidied({ html, byline }: Extract, about: { title: string; author: string | undefined }): Extract {
  const fragment = parseFragment(html);
  tidy(fragment, about);
  return { html: serialize(fragment), byline };
}

/** Characters outside links, in lines long enough to be read as sentences. */
function ownCharacters({ html }: Extract): number {
  return linesOf(parseFragment(html))
    .filter(({ words }) => words.length >= LINE_MIN)
    .reduce((sum, { words, links }) => sum + words.length * (1 - links), 0);
}

const LINE_MIN = 40;

/** The text of linked data, which is plain but for what some publishers leave in it. */
function paragraphsOf(text: string): string {
  const paragraphs = /<p\b/i.test(text) ? [text] : text.split('\n');
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}
