import { decodeText } from '../decode.ts';
import { prologOf } from './xml/prolog.ts';
import { localOf } from './xml/names.ts';

/**
 * What a document is whose kind nobody said.
 *
 * Shape: its first element decides, then its `contentType`; `unknown` when neither says anything.
 */
export function sniff(body: Buffer | string, contentType?: string): 'feed' | 'page' | 'unknown' {
  const text =
    typeof body === 'string' ? body.slice(0, HEAD) : decodeText(body.subarray(0, HEAD), contentType);
  const head = headOf(text);
  const root = localOf(/^<([\w.:-]+)/.exec(head)?.[1] ?? '');
  if (FEED_ROOTS.has(root)) return 'feed';
  if (root === 'channel' || root === 'opml') return root === 'channel' ? 'feed' : 'unknown';
  if (head.startsWith('{'))
    return /jsonfeed\.org|"(?:items|feed_url|home_page_url)"\s*:/.test(head) ? 'feed' : 'unknown';
  if (looksLikePage(text)) return 'page';
  if (/<(?:rss|rdf:RDF|feed)[\s>]/i.test(head)) return 'feed';
  return /(?:rss|atom|rdf|feed)\b/i.test(contentType ?? '')
    ? 'feed'
    : /html/i.test(contentType ?? '')
      ? 'page'
      : 'unknown';
}

/** Whether a document begins as a web page does. */
export function looksLikePage(text: string): boolean {
  return PAGE_ROOT.test(headOf(text.slice(0, HEAD)));
}

const HEAD = 8_192;
const FEED_ROOTS = new Set(['rss', 'rdf', 'feed']);
const PAGE_ROOT =
  /^<(?:html|head|body|title|meta|link|div|p|h1|script|style|main|article|section|table|span|a|center|font|br|img)\b/i;

/** From the first element or brace on. */
function headOf(text: string): string {
  const trimmed = text.replace(/^[\ufeff\s\0]+/, '');
  return trimmed.startsWith('{') ? trimmed : trimmed.slice(prologOf(trimmed).start);
}
