import type { CommentaryAnswer, ReadingAnswer } from '../src/comment/commentary.ts';
import { originOf, type OutletSlug } from './outlets.ts';

/** One article of the sample newsroom's invented outlets. Everything in it is fiction. */
export interface SampleArticle {
  outlet: OutletSlug;
  slug: string;
  title: string;
  author: string | null;
  /** BCP 47 tag. */
  language: string;
  kind: 'text' | 'video';
  /** Published this many hours before the newsroom's midnight. */
  hoursBefore: number;
  /** The feed's description, plain text. */
  summary: string;
  /** HTML of the text itself, without the page around it: p, h2, ul, ol, li, blockquote, em, strong only. */
  body: string;
  /** Written by hand, like the commentary that rests on it; both are absent where the sample shows a story without. */
  reading?: ReadingAnswer;
  commentary?: CommentaryAnswer;
}

/** The canonical address of a sample article, whatever port the sample server really listens on. */
export function urlOf(article: Pick<SampleArticle, 'outlet' | 'slug'>): string {
  return `${originOf(article.outlet)}/news/${article.slug}`;
}
