import { visibleText } from '../shared/html.ts';
import { normalizeQuote, quotesIn } from './quotes.ts';
import type { CommentaryAnswer } from './commentary.ts';

/** What an answer is held against. */
export interface Ground {
  /** Title and text of the article. */
  article: string;
  petitions: ReadonlySet<string>;
  officials: ReadonlySet<string>;
}

/**
 * Everything in an answer that must not be printed; empty when all gates are green.
 *
 * Shape: each fault is a sentence that a model can mend by. The gates: no contact of any kind in prose, no markup, every
 * slug in the registry, every quotation in the article.
 */
export function faultsOf(answer: CommentaryAnswer, ground: Ground): string[] {
  const prose = proseOf(answer);
  return [
    ...prose.flatMap(({ path, text }) =>
      contactsIn(text).map((found) => `${path} holds ${found}; remove it`),
    ),
    ...prose
      .filter(({ text }) => MARKUP.test(text))
      .map(({ path }) => `${path} holds markup; write plain text`),
    ...prose.flatMap(({ path, text }) =>
      quotesIn(text)
        .filter((quote) => !normalizeQuote(ground.article).includes(normalizeQuote(quote)))
        .map((quote) => `${path} quotes "${quote.slice(0, 60)}", which is not in the article`),
    ),
    ...unknownSlugs(answer, ground),
  ];
}

/** Every text of an answer that a reader would see, with where it stands. */
export function proseOf(answer: CommentaryAnswer): { path: string; text: string }[] {
  const { opinion, action, todo } = answer;
  const items = [...todo.personal, ...todo.community];
  return [
    ...[opinion.short, ...opinion.paragraphs].map((text) => ({ path: 'opinion', text })),
    ...[action.short, ...action.paragraphs].map((text) => ({ path: 'action', text })),
    ...items.flatMap(({ title, detail }) => [
      { path: 'todo', text: title },
      { path: 'todo', text: detail },
    ]),
    ...todo.petitions.map(({ why }) => ({ path: 'todo.petitions', text: why })),
    ...[todo.intro, todo.conclusion, ...todo.short].map((text) => ({ path: 'todo', text })),
    ...(todo.officials
      ? [todo.officials.letter.subject, todo.officials.letter.body].map((text) => ({
          path: 'todo.officials.letter',
          text,
        }))
      : []),
  ];
}

function contactsIn(text: string): string[] {
  const plain = visibleText(text)
    .normalize('NFKC')
    .replace(/[‐-―−]/gu, '-');
  return CONTACTS.filter(({ pattern, but }) => pattern.test(but ? plain.replace(but, ' … ') : plain)).map(
    ({ name }) => name,
  );
}

function unknownSlugs({ todo }: CommentaryAnswer, { petitions, officials }: Ground): string[] {
  const named = todo.petitions.filter(({ slug }) => !petitions.has(slug)).map(({ slug }) => slug);
  const written = todo.officials?.slugs.filter((slug) => !officials.has(slug)) ?? [];
  return [
    ...named.map((slug) => `todo.petitions names "${slug}", which is not in the list of petitions`),
    ...written.map((slug) => `todo.officials names "${slug}", which is not in the list of officials`),
  ];
}

const TOP_LEVEL =
  'com|org|net|gov|edu|mil|info|biz|io|co|app|dev|tv|me|news|online|site|xyz|link|club|eu|uk|ie|de|at|ch|fr|nl|be|es|pt|it|pl|se|dk|fi|us|ca|mx|br|ar|au|nz|in|jp|cn|kr|za|example';

const CONTACTS: { name: string; pattern: RegExp; but?: RegExp }[] = [
  {
    name: 'a web address',
    pattern: new RegExp(
      [
        String.raw`\b(?:https?|ftp|mailto|tel):\S`,
        String.raw`\bwww\.`,
        String.raw`[\p{L}\p{N}]\.(?:${TOP_LEVEL})(?![\p{L}\p{N}])`,
        String.raw`[\p{L}\p{N}]\.\p{L}{2,}/\S`,
        String.raw`[\p{L}\p{N}]\s*[[(]\s*(?:dot|\.)\s*[\])]\s*\p{L}`,
      ].join('|'),
      'iu',
    ),
  },
  { name: 'an e-mail address', pattern: /\S@\S+\.\S|\S\s*[[(]\s*at\s*[\])]\s*\S/i },
  {
    name: 'a telephone number',
    pattern: /(?:\+|(?<![\p{L}\p{N}]))\p{Nd}(?:[\s()./-]{0,2}\p{Nd}){6,}(?!\p{L})/u,
    but: /(?<![\p{Nd}-])(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4}|[12]\d{3} ?[-/] ?[12]\d{3})(?![\p{Nd}-])/gu,
  },
  { name: 'a handle', pattern: /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{2,}/u },
];

const MARKUP = /<\/?[a-z][^>]*>|\]\(|^#{1,6}\s|```|\*\*\S|&(?:amp|lt|gt|quot|nbsp|#x?[0-9a-f]+);/im;
