import { sectionKinds } from '../../db/commentary-section.ts';
import type { Model } from '../shared/ports.ts';
import type { CommentaryAnswer, ReadingAnswer } from './commentary.ts';

/** What people read in an invented article, and what they wrote about it. */
export interface SampleText {
  reading: ReadingAnswer;
  commentary: CommentaryAnswer;
}

/**
 * The sample newsroom's writer: it answers with texts that people wrote for its invented articles, through the same way
 * as a real model, both steps and every gate included. For any other article it has nothing.
 */
export function createSampleModel(texts: ReadonlyMap<string, SampleText>): Model {
  return {
    name: 'sample text',
    origin: 'sample',
    complete({ articleUrl, schema }) {
      const text = texts.get(articleUrl);
      const answer = text && answerTo(schema.name, text);
      return Promise.resolve(answer && { text: JSON.stringify(answer), usage: undefined, truncated: false });
    },
  };
}

/** The part that a step asks for, by the name of its schema. */
export function answerTo(name: string, { reading, commentary }: SampleText): object {
  if (name === 'reading') return reading;
  if (name === 'commentary') return commentary;
  const wanted = sectionKinds.filter((kind) => name.split('_').includes(kind));
  return Object.fromEntries(wanted.map((kind) => [kind, commentary[kind]]));
}
