import { shapesOf } from './contacts-fold.ts';
import { hasPhone } from './contacts-phone.ts';
import { hasPostalAddress } from './contacts-post.ts';
import { isPlainProse } from './contacts-plain.ts';
import { hasEmail, hasHandle, hasWebAddress } from './contacts-web.ts';

/**
 * What in a text would lead a reader, or a program, somewhere else: the names of what was found, each once.
 *
 * Shape: "a web address", "an e-mail address", "a telephone number", "a postal address", "a handle", "markup". The text is
 * looked at as it is written and as it would be without tricks: look-alike letters, spaced letters, dots in words.
 */
export function contactsIn(text: string): string[] {
  if (isPlainProse(text)) return [];
  const shapes = shapesOf(text);
  const found = KINDS.filter(({ isIn }) => shapes.some(isIn)).map(({ name }) => name);
  return STYLED.test(text) && !found.includes(MARKUP_NAME) ? [...found, MARKUP_NAME] : found;
}

const MARKUP_NAME = 'markup';
/** Bold and slanted letters of mathematics, by which words are marked. */
const STYLED = /[\u{1d400}-\u{1d7cb}]{2,}/u;

const KINDS: { name: string; isIn: (text: string) => boolean }[] = [
  { name: 'a web address', isIn: hasWebAddress },
  { name: 'an e-mail address', isIn: hasEmail },
  { name: 'a telephone number', isIn: hasPhone },
  { name: 'a postal address', isIn: hasPostalAddress },
  { name: 'a handle', isIn: hasHandle },
  { name: MARKUP_NAME, isIn: hasMarkup },
];

/** Tags, entities, Markdown, BBCode, escapes, and blobs that only programs read. */
function hasMarkup(text: string): boolean {
  return MARKUP.test(text) || (text.match(BLOB) ?? []).some(isBlob);
}

/** Compounds with a number in them have fewer digits. */
const isBlob = (run: string) =>
  (run.match(/\d/g) ?? []).length >= (run.includes('-') ? 4 : 2) && /[a-z]/.test(run) && /[A-Z]/.test(run);

const MARKUP = new RegExp(
  [
    '<[/!]?[a-z][^>]*>|<!--|<!\\[',
    '\\]\\s?\\(|!\\[|^\\s*\\[[^\\]]+\\]:\\s*\\S',
    '^\\s*#{1,6}\\s|```|\\*\\*\\S|~~\\S|^\\s*\\|.*\\|\\s*$',
    '\\[/?(?:url|img|b|i|u|code|quote|link|email)\\b[^\\]]*\\]',
    // Words between stars, lines or bars, and quoted lines: marks of quotation.
    '(?:^|[\\s(])\\*[^\\s*][^*\\n]{2,}\\*(?!\\*)|(?:^|[\\s(])_[^\\s_][^_\\n]{2,}_(?![a-z0-9_])|\\|[^|\\n]{3,}\\||^\\s*>\\s',
    '&(?:[a-z]{2,10}|#\\d{1,7}|#x[0-9a-f]{1,6});',
    '\\\\(?:u\\{?[0-9a-f]{4}|x[0-9a-f]{2})',
  ].join('|'),
  'im',
);
const BLOB = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
