import type { CommentaryAnswer } from '../src/comment/commentary.ts';
import { urlOf } from './article.ts';
import { sampleArticles } from './articles.ts';

/** The commentary written by hand for sample articles, by the article's canonical address. */
export function sampleCommentaries(): ReadonlyMap<string, CommentaryAnswer> {
  return new Map(
    sampleArticles.flatMap((article) => (article.commentary ? [[urlOf(article), article.commentary]] : [])),
  );
}
