import { sql } from 'drizzle-orm';
import { commentaries, type Reading } from '../../db/commentary.ts';
import {
  commentarySections,
  type Prose,
  type SectionContents,
  type SectionKind,
  type SectionRow,
  type TodoList,
} from '../../db/commentary-section.ts';
import type { Db } from '../../db/client.ts';
import { modelCalls } from '../../db/model-call.ts';
import { officials } from '../../db/official.ts';
import { createSourceText } from '../../src/comment/gates/source-text.ts';
import { readerDeps } from '../helpers/readers.ts';
import { insertArticle, insertPetition, insertSource } from '../helpers/seed.ts';

/** An article with a commentary on it, as a model wrote it, and the registry that it names. */

export const TITLE = 'Night bus to the harbour ends';
export const PARAGRAPHS = [
  'The council of Port Ellin will end the night bus to the harbour on 1 December 2026, it said on Monday.',
  'About 470 dockhands use the N5 each night. “We were never asked what it would cost us,” said Mara Quill, who speaks for them.',
  'The line costs the town 180,000 crowns a year. The council will hear the public in the town hall.',
];

const source = createSourceText({ title: TITLE, body: PARAGRAPHS.join('\n\n'), language: 'en' });
const passage = (quote: string) => ({ quote, at: source.text.indexOf(quote) });

export const READING: Reading = {
  language: 'en',
  claims: [
    {
      id: 'c1',
      text: 'The night bus to the harbour ends on 1 December 2026.',
      ...passage('will end the night bus to the harbour on 1 December 2026'),
      speaker: null,
    },
    {
      id: 'c2',
      text: 'About 470 dockhands use the N5 each night.',
      ...passage('About 470 dockhands use the N5 each night'),
      speaker: null,
    },
  ],
  quotes: [
    {
      id: 'q1',
      text: 'We were never asked what it would cost us',
      at: source.text.indexOf('We were never'),
      speaker: 'Mara Quill',
    },
  ],
  dropped: ['The mayor drives a car'],
};

export const OPINION: Prose = {
  short: 'A town that ends its night bus asks its dockhands to pay for it.',
  paragraphs: [
    { text: 'Whoever works at night needs a way to work.', claims: [], view: true },
    {
      text: 'Each night 470 dockhands take the N5, and it ends on 1 December 2026.',
      claims: ['c1', 'c2'],
      view: false,
    },
    {
      text: '“We were never asked what it would cost us,” says Mara Quill, and she is right to say so.',
      claims: ['q1'],
      view: false,
    },
  ],
};

export const ACTION: Prose = {
  short: 'Ask the council to hear you before the bus ends.',
  paragraphs: [
    'Go to the town hall.',
    'Tell the council what the bus is to you.',
    'Bring a neighbour along.',
  ].map((text) => ({ text, claims: [], view: false })),
};

export const TODO: TodoList = {
  intro: 'Three things for this week.',
  personal: [
    {
      kind: 'sign',
      title: 'Sign for the night bus',
      detail: 'It takes a minute.',
      minutes: 5,
      deadline: '2026-12-01',
      link: 'petition:night-bus',
    },
    {
      kind: 'talk',
      title: 'Talk to a dockhand',
      detail: 'Ask what the bus is to them.',
      minutes: null,
      deadline: null,
      link: null,
    },
  ],
  petitions: [{ slug: 'night-bus', why: 'It asks the council to keep the N5.' }],
  officials: {
    slugs: ['transport'],
    letter: { subject: 'The night bus', body: 'Please keep the N5.\n\n[your name]\n[your street]' },
  },
  community: [],
  conclusion: 'Small steps count.',
  short: [
    { text: 'Sign for the night bus', link: 'petition:night-bus' },
    { text: 'Talk to a dockhand', link: null },
  ],
};

const AT = new Date('2026-11-23T06:00:00Z');

/** Everything empty but for the registry and the source; gives what inserts articles and the deps of the room. */
export async function openDesk(db: Db) {
  await db.execute(
    sql`truncate sources, articles, petitions, officials, editions, model_calls, category_decisions cascade`,
  );
  const outlet = await insertSource(db, { title: 'The Quay Post' });
  await insertPetition(db, { slug: 'night-bus', title: 'Keep the N5', target: 'The council of Port Ellin' });
  await insertPetition(db, { slug: 'past', title: 'Past', closesAt: new Date('2026-11-01T00:00:00Z') });
  await db.insert(officials).values([
    {
      slug: 'transport',
      name: 'Ada Wren',
      office: 'Councillor for Transport',
      source: 'The town’s list',
      asOfDay: '2026-11-01',
    },
    {
      slug: 'gone',
      name: 'Ivo Marsh',
      office: 'Harbour Master',
      source: 'The town’s list',
      asOfDay: '2026-01-01',
      termEndsDay: '2026-10-31',
    },
  ]);
  const article = (slug: string) =>
    insertArticle(db, {
      sourceId: outlet.id,
      slug,
      title: TITLE,
      categories: ['harbour'],
      paragraphs: PARAGRAPHS,
    });
  return {
    deps: readerDeps(db),
    article,
    /** An article whose commentary a model wrote, all of it in one state. */
    async commented(slug: string, over: Partial<Record<SectionKind, Partial<SectionRow>>> = {}) {
      const { id } = await article(slug);
      await db.insert(modelCalls).values(callFor(id, slug));
      await db.insert(commentaries).values({
        articleId: id,
        origin: 'model',
        model: 'fake-1',
        reading: READING,
        reason: 'It has not been reviewed yet.',
        createdAt: AT,
      });
      const contents: SectionContents = { opinion: OPINION, action: ACTION, todo: TODO };
      for (const kind of ['opinion', 'action', 'todo'] as const)
        await db.insert(commentarySections).values({
          articleId: id,
          kind,
          state: 'needs_review',
          origin: 'model',
          model: 'fake-1',
          promptVersion: 'write-1',
          content: contents[kind],
          reason: 'Every text is to be reviewed.',
          verdicts: [{ gate: 'quotes', verdict: 'pass', evidence: [] }],
          createdAt: AT,
          ...over[kind],
        });
      return { id, slug };
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

function callFor(articleId: string, slug: string): typeof modelCalls.$inferInsert {
  return {
    articleId,
    task: 'reading',
    model: 'fake-1',
    key: `0123456789abcdef-${slug}`,
    day: '2026-11-23',
    state: 'answered',
    reservedTokens: 900,
    reservedMicroUsd: 9_000,
    inputTokens: 400,
    outputTokens: 100,
    microUsd: 2_500,
    startedAt: AT,
    endedAt: AT,
    acceptedAt: AT,
  };
}
