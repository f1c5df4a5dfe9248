import type { CommentaryAnswer, ReadingAnswer } from '../../src/comment/commentary.ts';
import { answerTo } from '../../src/comment/sample.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Model, ModelRequest } from '../../src/shared/ports.ts';

/** The article that the answers below are about, as paragraphs. */
export const QUAY = [
  'The harbour board will close the old quay on 14 December and move the ferry to the grain pier, its chair Ana Reis said on Monday. “We cannot repair the wall before the spring tides,” she told a meeting in the customs house.',
  'About 320 people take the ferry each morning. Most of them work at the hospital across the bay, and the grain pier is twenty minutes further on foot. Nurses asked for a bus, and the board answered that it has no money for one.',
  'The wall was built ninety years ago and has been patched every summer since. An engineer’s report that the board ordered in March says that two of its nine arches could fall in a storm. “Nobody showed us that report,” said Tomas Lind, who speaks for the ferry crews.',
];

/** What a model would have read in it; every passage stands there. */
export function goodReading(over: Partial<ReadingAnswer> = {}): ReadingAnswer {
  return {
    language: 'en',
    categories: [],
    claims: [
      {
        text: 'The harbour board closes the old quay and moves the ferry to the grain pier.',
        quote:
          'The harbour board will close the old quay on 14 December and move the ferry to the grain pier',
        speaker: 'Ana Reis',
      },
      {
        text: 'Most of the people on the morning ferry work at the hospital.',
        quote: 'Most of them work at the hospital across the bay',
        speaker: '',
      },
      {
        text: 'Two of the nine arches of the wall could fall in a storm.',
        quote: 'two of its nine arches could fall in a storm',
        speaker: '',
      },
    ],
    quotes: [{ text: 'Nobody showed us that report', speaker: 'Tomas Lind' }],
    ...over,
  };
}

/** An answer about the quay that passes every gate; names nothing of a registry. */
export function goodAnswer(over: Partial<CommentaryAnswer> = {}): CommentaryAnswer {
  return {
    opinion: {
      short:
        'The board closes the old quay and moves the ferry to the grain pier, and the nurses who work across the bay pay for the wall with their mornings.',
      paragraphs: [
        {
          text: 'The harbour board has a wall that could fall in a storm, and it is right to close the old quay before the spring tides. Nobody wants the ferry beside arches that an engineer does not trust.',
          claims: ['c1', 'c3'],
          view: false,
        },
        {
          text: 'But most of the people on the morning ferry work at the hospital, and the grain pier is further on foot. They asked for a bus and heard that the board has no money.',
          claims: ['c2'],
          view: false,
        },
        {
          text: 'The report was ordered in March. “Nobody showed us that report,” said Tomas Lind of the ferry crews. Those who ride and run the ferry should have read it with the board.',
          claims: ['c3', 'q1'],
          view: false,
        },
      ],
    },
    action: {
      short: 'Ask the harbour board to show the report and to pay for a bus.',
      paragraphs: [
        plain(
          'The ferry is how the hospital starts its day. If you ride it, you know who walks to the pier.',
        ),
        plain(
          'Ask the board for the engineer’s report. A page that was ordered with our money can be read by us.',
        ),
        plain('Stand with the nurses who asked for a bus, and say so at the next meeting of the board.'),
      ],
    },
    todo: {
      intro: 'Small things for this week, before the old quay is closed.',
      personal: [item('learn', 'Read the report'), item('talk', 'Ask a nurse')],
      petitions: [],
      officials: { ids: [], subject: '', body: '' },
      community: [],
      conclusion: 'A quay is small until it is the only way to work.',
      short: [{ text: 'Read the report', link: '' }],
    },
    ...over,
  };
}

/** The same with another to-do list. */
export const withTodo = (over: Partial<CommentaryAnswer['todo']>): CommentaryAnswer =>
  goodAnswer({ todo: { ...goodAnswer().todo, ...over } });

/** The same with the first paragraph of the opinion replaced, and one to spare. */
export function saying(text: string): CommentaryAnswer {
  const { opinion } = goodAnswer();
  const [first, ...rest] = opinion.paragraphs;
  const spare = {
    text: 'The wall was built ninety years ago and was patched every summer, and that was a choice of the harbour board as well.',
    claims: ['c3', 'c1'],
    view: false,
  };
  return goodAnswer({
    opinion: {
      ...opinion,
      paragraphs: [{ text, claims: first?.claims ?? [], view: false }, ...rest, spare],
    },
  });
}

/** What a model answers: a commentary (with the good reading before it), any text, a failure, or nothing. */
export type Given = CommentaryAnswer | string | AppError | undefined;

/**
 * A model that reads the quay and then writes these in turn, the last one for ever; keeps what it was asked to write.
 *
 * Shape: a repair gets the sections that it asks for.
 */
export function fakeModel(...answers: Given[]) {
  return fakeReader({ reading: goodReading() }, ...answers);
}

/** A model that reads each article a little differently, so that no two are written about from the same facts. */
export function fakeModelOfMany(...answers: Given[]) {
  const { model, ...rest } = fakeModel(...answers);
  const complete: Model['complete'] = async (request) => {
    const answer = await model.complete(request);
    if (!answer || request.schema.name !== 'reading') return answer;
    return {
      ...answer,
      text: answer.text.replace(
        'work at the hospital.',
        `work at the hospital (${request.articleUrl.slice(-2)}).`,
      ),
    };
  };
  return { ...rest, model: { ...model, complete } };
}

/** The same, of another reading; `asked` are the writing steps, `read` the readings. */
export function fakeReader({ reading }: { reading: ReadingAnswer | string }, ...answers: Given[]) {
  const asked: ModelRequest[] = [];
  const read: ModelRequest[] = [];
  const model: Model = {
    name: 'fake-1',
    origin: 'model',
    complete(request) {
      const isReading = request.schema.name === 'reading';
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      if (answer instanceof AppError) {
        asked.push(request);
        return Promise.reject(answer);
      }
      if (isReading) {
        read.push(request);
        return Promise.resolve(said(typeof reading === 'string' ? reading : JSON.stringify(reading)));
      }
      asked.push(request);
      if (answer === undefined) return Promise.resolve(undefined);
      if (typeof answer === 'string') return Promise.resolve(said(answer));
      const part = answerTo(request.schema.name, { reading: goodReading(), commentary: answer });
      return Promise.resolve(said(JSON.stringify(part)));
    },
  };
  return { model, asked, read };
}

const said = (text: string) => ({ text, usage: { inputTokens: 900, outputTokens: 400 }, truncated: false });

function plain(text: string) {
  return { text, claims: [], view: false };
}

function item(kind: 'learn' | 'talk', title: string) {
  return { kind, title, detail: 'It takes a quarter of an hour.', minutes: 15, deadline: '', link: '' };
}
