import { countWords, excerptOf } from '../../shared/html.ts';
import { decodeText } from '../decode.ts';
import { plainText, sanitise } from '../markup.ts';
import { hostOf } from '../url.ts';
import { authorOf } from './byline.ts';
import { extractArticle } from './extract.ts';
import { languageOf } from '../../shared/language-of.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { signsOf, type Sign } from './signs.ts';
import { parseTree } from './tree.ts';

/** A page as it was fetched. */
export interface PageInput {
  body: Uint8Array | string;
  /** Where it was found, after all redirects. */
  url: string;
  contentType?: string | undefined;
}

/** What a page tells of its article. */
export interface Page extends Omit<Metadata, 'languages' | 'articleBody' | 'baseUrl'> {
  /** Plain text, one paragraph a block, separated by empty lines. */
  text: string;
  /** The same, sanitised. */
  html: string;
  /** The first real paragraph, at most 300 characters. */
  lead: string | undefined;
  wordCount: number;
  readingMinutes: number;
  language: string | undefined;
  /** What on the page says that the article is behind something; see `wallOf`. */
  signs: Sign[];
}

/**
 * Read the article out of a web page.
 *
 * Shape: `text` is empty when the page has no readable text.
 * Errors: AppError `page.too_large` for a page that is built to keep a reader busy. Time and memory are bounded by the
 * worker that runs this; see `createPageReader`.
 */
export function readPage({ body, url, contentType }: PageInput): Page {
  const markup =
    typeof body === 'string'
      ? body
      : decodeText(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType);
  const parse = () => parseTree(markup, hostOf(url));
  const tree = parse();
  const { languages, articleBody, baseUrl, ...about } = readMetadata(tree, url);
  const signs = signsOf(tree);
  // Reading a tree leaves it whole, so that the first who takes one apart may have it.
  const spare = [tree];
  const found = extractArticle({
    tree: () => spare.pop() ?? parse(),
    url,
    title: about.title ?? '',
    author: about.author,
    articleBody,
  });
  const html = sanitise(found.html, baseUrl);
  const text = plainText(html);
  const language = languageOf(languages, text);
  const wordCount = countWords(text, language);
  return {
    ...about,
    author: about.author ?? authorOf(found.byline),
    text,
    html,
    lead: leadOf(text),
    wordCount,
    readingMinutes: Math.max(Math.min(wordCount, 1), Math.round(wordCount / WORDS_A_MINUTE)),
    language,
    signs,
  };
}

/** Source: Brysbaert 2019, silent reading of non-fiction in English. */
const WORDS_A_MINUTE = 238;
const LEAD_MAX = 300;
const LEAD_MIN = 40;

/** A line that is long or ends as a sentence does; before it may stand places, kickers and headings. */
function leadOf(text: string): string | undefined {
  const lines = text.split('\n\n', LEAD_LINES_MAX);
  const lead = lines.find((line) => line.length >= LEAD_MIN && /[\p{P}]["'”’»)\]]*$/u.test(line)) ?? lines[0];
  return excerptOf((lead ?? '').slice(0, 10 * LEAD_MAX), LEAD_MAX) || undefined;
}

const LEAD_LINES_MAX = 20;
