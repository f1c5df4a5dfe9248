import type { CommentaryAnswer } from '../../src/comment/commentary.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Model, ModelRequest } from '../../src/shared/ports.ts';

/** An answer that passes every gate for any article; names nothing of a registry. */
export function goodAnswer(over: Partial<CommentaryAnswer> = {}): CommentaryAnswer {
  return {
    categories: [],
    opinion: { short: 'The quay belongs to all.', paragraphs: ['One.', 'Two.', 'Three.'] },
    action: { short: 'Ask who decides.', paragraphs: ['One.', 'Two.', 'Three.'] },
    todo: {
      intro: 'Three things for this week.',
      personal: [item('learn', 'Read the plan'), item('talk', 'Ask a neighbour')],
      petitions: [],
      officials: null,
      community: [],
      conclusion: 'Small steps count.',
      short: ['Read the plan'],
    },
    ...over,
  };
}

/** The same with another to-do list. */
export const withTodo = (over: Partial<CommentaryAnswer['todo']>): CommentaryAnswer =>
  goodAnswer({ todo: { ...goodAnswer().todo, ...over } });

/** The same with one paragraph of opinion replaced. */
export const saying = (paragraph: string): CommentaryAnswer =>
  goodAnswer({ opinion: { short: 'Short.', paragraphs: [paragraph, 'Two.', 'Three.'] } });

/** A model that answers with these in turn, the last one for ever, and keeps what it was asked. */
export function fakeModel(...answers: (CommentaryAnswer | string | AppError | undefined)[]) {
  const asked: ModelRequest[] = [];
  const model: Model = {
    name: 'fake-1',
    origin: 'model',
    complete(request) {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      if (answer instanceof AppError) return Promise.reject(answer);
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return Promise.resolve(answer === undefined ? undefined : { text, usage: undefined, truncated: false });
    },
  };
  return { model, asked };
}

function item(kind: 'learn' | 'talk', title: string) {
  return { kind, title, detail: 'It takes a quarter of an hour.', minutes: 15, deadline: null };
}
