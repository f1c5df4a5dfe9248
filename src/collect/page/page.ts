import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { invalid } from '../../shared/errors.ts';
import { cleanText, countWords, excerptOf } from '../../shared/html.ts';
import { languageTag } from '../feed/feed.ts';
import { plainLine, plainText, sanitise } from '../markup.ts';
import { absoluteUrl, canonicalUrl, hostOf, isSameSite } from '../url.ts';

/** What a page tells of its article. */
export interface Page {
  /** Plain text, one paragraph a block, separated by empty lines. */
  text: string;
  /** The same, sanitised. */
  html: string;
  wordCount: number;
  author: string | undefined;
  language: string | undefined;
  imageUrl: string | undefined;
  imageAlt: string | undefined;
  /** The page's own word for its address, when that is one of the same site. */
  canonicalUrl: string | undefined;
}

/**
 * Read the article out of a web page.
 *
 * Shape: `text` is empty when the page has no readable text.
 * Errors: AppError `page.too_deep` or `page.too_large` for a page that is built to keep a reader busy.
 * Source: Mozilla Readability; HTML section 4.6.7.4 (canonical); ogp.me.
 */
export function readPage(markup: string, url: string): Page {
  const document = documentOf(markup);
  judgeShape(document, hostOf(url));
  const base = absoluteUrl(attribute(document, 'base[href]', 'href'), url) ?? url;
  const about = {
    language: languageTag(attribute(document, 'html[lang]', 'lang')),
    imageUrl: absoluteUrl(meta(document, 'og:image') ?? meta(document, 'twitter:image'), base),
    imageAlt: clipped(meta(document, 'og:image:alt') ?? meta(document, 'twitter:image:alt'), 300),
    canonicalUrl: canonicalOf(document, url),
  };
  // Readability takes the document apart, so everything else has been read before.
  const article = new Readability(document, { charThreshold: 250 }).parse();
  const html = sanitise(article?.content ?? '', base);
  const text = plainText(html);
  const author = clipped(article?.byline?.replace(/^\s*by\s+|[\s,;|]+$/gi, ''), 120);
  return { ...about, text, html, author, wordCount: countWords(text, about.language) };
}

/** As much of the DOM as is used here; linkedom has it all, but TypeScript knows a DOM only in browsers. */
interface PageNode {
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

interface PageDocument extends PageNode {
  readonly documentElement: PageNode;
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}

const DEPTH_MAX = 200;
const NODES_MAX = 40_000;

function documentOf(markup: string): PageDocument {
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

/** Readability takes minutes for some tens of kilobytes of nested elements. */
function judgeShape(document: PageDocument, host: string): void {
  let [depth, nodes] = [0, 0];
  let node: PageNode | null = document.documentElement;
  while (node) {
    nodes += 1;
    if (depth > DEPTH_MAX)
      throw invalid('page.too_deep', `The page at ${host} is nested too deeply to be read.`);
    if (nodes > NODES_MAX)
      throw invalid('page.too_large', `The page at ${host} has too many parts to be read.`);
    if (node.firstChild) {
      [node, depth] = [node.firstChild, depth + 1];
      continue;
    }
    while (node && !node.nextSibling) [node, depth] = [node.parentNode, depth - 1];
    node = node?.nextSibling ?? null;
  }
}

/** A site that gives all its pages the address of its front page means something else by it. */
function canonicalOf(document: PageDocument, url: string): string | undefined {
  const said = attribute(document, 'link[rel~="canonical"]', 'href') ?? meta(document, 'og:url');
  const canonical = said === undefined ? undefined : canonicalUrl(said, url);
  if (canonical === undefined || !isSameSite(canonical, url)) return undefined;
  return new URL(canonical).pathname === '/' ? undefined : canonical;
}

function meta(document: PageDocument, name: string): string | undefined {
  const selector = `meta[property="${name}"], meta[name="${name}"]`;
  return attribute(document, selector, 'content');
}

function attribute(document: PageDocument, selector: string, name: string): string | undefined {
  return cleanText(document.querySelector(selector)?.getAttribute(name) ?? '') || undefined;
}

function clipped(text: string | undefined, charactersMax: number): string | undefined {
  return text === undefined ? undefined : excerptOf(plainLine(text), charactersMax) || undefined;
}
