import type { Uncommented } from '../../db/uncommented.ts';
import { cleanText } from '../shared/html.ts';
import { createSourceText, type SeenArticle } from './gates/source-text.ts';

/** The text of an article that is written about: what its page says, else what its feed says. */
export const bodyOf = ({ body, summary }: Pick<Uncommented, 'body' | 'summary'>): string =>
  cleanText(body) === '' ? (summary ?? '') : body;

/** An article as its texts are compared with it. */
export const sourceOf = (
  article: Pick<Uncommented, 'title' | 'body' | 'summary' | 'language'>,
): SeenArticle =>
  createSourceText({
    title: article.title,
    body: bodyOf(article),
    language: article.language ?? undefined,
  });
