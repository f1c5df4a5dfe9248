import type { CommentaryAnswer, ReadingAnswer } from '../src/comment/commentary.ts';
import { urlOf } from './article.ts';
import { sampleArticles } from './articles.ts';

/** What a model would answer about one article, in its two steps. */
export interface SampleAnswers {
  reading: ReadingAnswer;
  commentary: CommentaryAnswer;
}

/** The readings and commentaries written by hand for sample articles, by the article's canonical address. */
export function sampleCommentaries(): ReadonlyMap<string, SampleAnswers> {
  return new Map(
    sampleArticles.flatMap((article) => {
      const { reading, commentary } = article;
      return reading && commentary ? [[urlOf(article), { reading, commentary }]] : [];
    }),
  );
}
