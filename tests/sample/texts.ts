import type { CommentaryAnswer } from '../../src/comment/commentary.ts';
import type { SampleArticle } from '../../sample/article.ts';

/** The plain text of an article's body, entities included as they stand. */
export function plainBody(article: SampleArticle): string {
  return article.body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every piece of prose of a commentary: what readers see, without slugs and kinds. */
export function proseOf({ opinion, action, todo }: CommentaryAnswer): string[] {
  const items = [...todo.personal, ...todo.community].flatMap(({ title, detail }) => [title, detail]);
  const letter = todo.officials ? [todo.officials.letter.subject, todo.officials.letter.body] : [];
  const whys = todo.petitions.map(({ why }) => why);
  return [
    opinion.short,
    ...opinion.paragraphs,
    action.short,
    ...action.paragraphs,
    todo.intro,
    ...items,
    ...whys,
    ...letter,
    todo.conclusion,
    ...todo.short,
  ];
}

/** The five-word shingles of a text. */
export function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}
