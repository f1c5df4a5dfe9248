import type { Model } from '../shared/ports.ts';
import type { CommentaryAnswer } from './commentary.ts';

/**
 * The sample newsroom's writer: it answers with texts that people wrote for its invented articles, through the same way
 * as a real model, gates included. For any other article it has nothing.
 */
export function createSampleModel(texts: ReadonlyMap<string, CommentaryAnswer>): Model {
  return {
    name: 'sample text',
    origin: 'sample',
    complete({ articleUrl }) {
      const answer = texts.get(articleUrl);
      return Promise.resolve(answer && { text: JSON.stringify(answer), usage: undefined, truncated: false });
    },
  };
}
