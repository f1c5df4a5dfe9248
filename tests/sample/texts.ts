import type { CommentaryAnswer } from '../../src/comment/commentary.ts';
import type { SampleArticle } from '../../sample/article.ts';

/** The plain text of an article's body, entities included as they stand. */
export function plainBody({ body }: Pick<SampleArticle, 'body'>): string {
  return textOf(body);
}

/** The places in which a passage can stand whole: the title, and each paragraph, heading and entry of the body. */
export function passagesOf(article: Pick<SampleArticle, 'title' | 'body'>): string[] {
  const blocks = article.body.split(/<\/?(?:p|h2|ul|ol|li|blockquote)>/);
  return [article.title, ...blocks.map(textOf)].filter((text) => text !== '');
}

/** Every piece of prose of a commentary: what readers see, without ids and kinds. */
export function proseOf({ opinion, action, todo }: CommentaryAnswer): string[] {
  const items = [...todo.personal, ...todo.community].flatMap(({ title, detail }) => [title, detail]);
  const { subject, body } = todo.officials;
  return [
    opinion.short,
    ...opinion.paragraphs.map(({ text }) => text),
    action.short,
    ...action.paragraphs.map(({ text }) => text),
    todo.intro,
    ...items,
    ...todo.petitions.map(({ why }) => why),
    ...[subject, body].filter((text) => text !== ''),
    todo.conclusion,
    ...todo.short.map(({ text }) => text),
  ];
}

/** The numbers that a text writes in digits, such as `17,000` and `1.20`. */
export function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

/** The five-word shingles of a text. */
export function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
