import sanitizeHtml from 'sanitize-html';
import { cleanText } from '../shared/html.ts';
import { shallow } from './page/shallow.ts';
import { absoluteUrl } from './url.ts';

/**
 * Foreign HTML as we are willing to keep and show it.
 *
 * Shape: paragraphs, headings below the page's own, lists, quotes, tables and links; no images, styles, scripts,
 * forms or frames. Links become absolute against `base`, and lose what is not web or mail.
 */
export function sanitise(html: string, base: string): string {
  return sanitizeHtml(shallow(html), {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: [
      'style',
      'script',
      'textarea',
      'option',
      'noscript',
      'svg',
      'math',
      'button',
      'figcaption',
      'title',
    ],
    nestingLimit: 60,
    transformTags: {
      a: (_tag, { href = '' }) => ({ tagName: 'a', attribs: linkAttributes(href, base) }),
      b: 'strong',
      i: 'em',
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
    },
    exclusiveFilter: (frame) => EMPTY_IS_NOTHING.has(frame.tag) && frame.text.trim() === '',
  })
    .replaceAll('\0', '')
    .replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : gap))
    .trim();
}

/** The words of some HTML as plain text: one paragraph a block, separated by an empty line. */
export function plainText(html: string): string {
  const stripped = sanitizeHtml(shallow(html).replace(BLOCK_TAG, `${BREAK}$&`), {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'svg', 'math', 'title'],
  });
  return unescape(stripped)
    .split(BREAK)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The words of some HTML on one line: for titles, names and the like. */
export function plainLine(html: string): string {
  return cleanText(plainText(html));
}

const ALLOWED_TAGS = (
  'p br hr h2 h3 h4 ul ol li dl dt dd blockquote pre code q ' +
  'cite em strong sub sup a table thead tbody tr th td'
).split(' ');
const EMPTY_IS_NOTHING = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'li',
  'a',
  'em',
  'strong',
  'blockquote',
  'ul',
  'ol',
]);

/** A private-use character: it cannot be part of the words. */
const BREAK = '\ue000';
const BLOCK_TAG =
  /<\/?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|blockquote|pre|section|article|header|footer|figure|figcaption)\b/gi;

function linkAttributes(href: string, base: string): Record<string, string> {
  const to = href.startsWith('mailto:') ? href : absoluteUrl(href, base);
  return to === undefined ? {} : { href: to, rel: 'nofollow noopener' };
}

/** What sanitize-html escapes in text, and nothing else. */
function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
