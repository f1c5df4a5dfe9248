import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import type { Parent } from './tree.ts';

/** The article's HTML as Readability finds it, and the byline it saw; empty when it finds none. */
export function readability(tree: Parent): { html: string; byline: string | undefined } {
  const options = { charThreshold: TEXT_MIN, disableJSONLD: true };
  const article = new Readability(documentOf(tree), options).parse();
  return { html: article?.content ?? '', byline: article?.byline ?? undefined };
}

/** The article's HTML as Defuddle finds it; some six times slower, it is asked where Readability's answer is doubtful. */
export function defuddle(tree: Parent, url: string): string {
  const document = documentOf(tree);
  // What it looks for in every document and linkedom does not have.
  Object.assign(document, { styleSheets: [], URL: url });
  return new DefuddleClass(document, {
    url,
    useAsync: false,
    removeImages: true,
    includeReplies: false,
  }).parse().content;
}

/** Fewer characters make Readability try again with less strict rules. */
const TEXT_MIN = 250;

const documentOf = (tree: Parent) => parseHTML(serialize(tree)).document;
