import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { articles } from '../../db/article.ts';
import { upsertCategoryDecision } from '../../db/category-decision.ts';
import { modelCalls } from '../../db/model-call.ts';
import { explainArticle } from '../../src/comment/explain/explain.ts';
import { explainLines } from '../../src/comment/explain/lines.ts';
import { createMarks, placeAt, type Mark } from '../../src/comment/explain/marks.ts';
import { createSourceText } from '../../src/comment/gates/source-text.ts';
import { decide } from '../../src/comment/review/review.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertEdition, snapshotOf } from '../helpers/seed.ts';
import { openDesk, PARAGRAPHS, TITLE, TODO, type Desk } from './review-desk.ts';

const database = testDatabase();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(database.db);
});

const explain = () => explainArticle(desk.deps, 'one');
const linesOf = async (width = 80) => explainLines(await explain(), { timezone: 'UTC', width });
const at = (minute: number) => new Date(`2026-11-23T06:0${String(minute)}:00Z`);
const flat = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ');
const whole = `${TITLE}\n\n${PARAGRAPHS.join('\n\n')}`;

describe('each paragraph', () => {
  test('has the claims and quotes that it rests on, with the passage and where it stands', async () => {
    await desk.commented('one');
    const [opinion] = (await explain()).sections;
    const [, first, second, third] = opinion?.texts ?? [];
    expect(first).toMatchObject({ at: 'paragraphs.0', view: true, rests: [] });
    expect(second?.rests?.map(({ id }) => id)).toEqual(['c1', 'c2']);
    for (const ground of [...(second?.rests ?? []), ...(third?.rests ?? [])])
      expect(whole.slice(ground.place?.at).startsWith(ground.passage)).toBe(true);
    expect(third?.rests).toMatchObject([
      {
        id: 'q1',
        kind: 'quote',
        speaker: 'Mara Quill',
        place: { before: expect.stringMatching(/“$/) as string },
      },
    ]);
  });

  test('that rests on what the article no longer says tells so', async () => {
    const { id } = await desk.commented('one');
    await database.db.update(articles).set({ body: 'All is well.' }).where(eq(articles.id, id));
    const [opinion] = (await explain()).sections;
    expect(opinion?.texts[2]?.rests?.[0]).toMatchObject({ id: 'c1', place: null });
    expect(flat(await linesOf())).toContain('which the article no longer says');
  });

  test('that rests on nothing that was read tells so', async () => {
    const paragraphs = [{ text: 'So it is.', claims: ['c9'], view: false }];
    await desk.commented('one', { opinion: { content: { short: 'So.', paragraphs } } });
    expect(flat(await linesOf())).toContain('c9: is not among what was read in the article');
  });
});

describe('quotations, numbers and names', () => {
  const marks = createMarks({
    source: createSourceText({ title: TITLE, body: PARAGRAPHS.join('\n\n'), language: 'en' }),
    language: 'en',
    registry: [{ id: 'official:transport', words: 'Ada Wren | Councillor for Transport' }],
    newsroom: 'The Test Tide',
    outlet: 'The Quay Post',
  });
  const from = (text: string) =>
    marks(text).map(({ what, text: words, from: where }: Mark) => [
      what,
      words,
      where === null
        ? null
        : where.in === 'source'
          ? whole.slice(where.at, where.at + where.passage.length)
          : where,
    ]);

  test.each([
    ['as the source has them', 'The town pays 180,000 crowns.', [['number', '180,000', '180,000']]],
    ['in another notation', 'It is 180 000 crowns.', [['number', '180 000', '180,000']]],
    ['nowhere', 'It is 190,000 crowns.', [['number', '190,000', null]]],
    ['of a person', 'Then Mara Quill spoke.', [['name', 'Mara Quill', 'Mara Quill']]],
    ['of a person by a part of the name', 'So Mrs Quill said.', [['name', 'Mrs Quill', 'Quill']]],
    ['of nobody', 'Then Otto Grimm spoke.', [['name', 'Otto Grimm', null]]],
    [
      'of the registry',
      'Write to Ada Wren.',
      [['name', 'Ada Wren', { in: 'registry', id: 'official:transport' }]],
    ],
    ['of the newsroom', 'We at The Test Tide agree.', [['name', 'The Test Tide', { in: 'newsroom' }]]],
    ['of the source itself', 'The Quay Post says so.', [['name', 'Quay Post', { in: 'outlet' }]]],
    [
      'of a person and what they stand for',
      'Then Mara Quill of the Port Ellin dockhands spoke.',
      [
        ['name', 'Mara Quill', 'Mara Quill'],
        ['name', 'Port Ellin', 'Port Ellin'],
      ],
    ],
    [
      'of a name with a particle',
      'We wrote to the Councillor for Transport.',
      [['name', 'Councillor for Transport', { in: 'registry', id: 'official:transport' }]],
    ],
    ['of everyday', 'Bring one or two friends. Ask them.', []],
  ])('%s', (_what, text, expected) => {
    expect(from(text)).toEqual(expected);
  });

  test('a quotation is one thing, whatever stands in it', () => {
    const quoted = 'She said, “We were never asked what it would cost us.”';
    expect(from(quoted)).toEqual([
      [
        'quotation',
        'We were never asked what it would cost us.',
        'We were never asked what it would cost us',
      ],
    ]);
    expect(from('He said, “Otto Grimm has 190,000 friends.”')).toEqual([
      ['quotation', 'Otto Grimm has 190,000 friends.', null],
    ]);
  });

  test('words around a place are whole words', () => {
    const { before, after } = placeAt(whole, whole.indexOf('470'), 3);
    expect(flat([whole])).toContain(` ${before}470${after} `);
    expect(placeAt('one two', 0, 3)).toEqual({ at: 0, passage: 'one', before: '', after: ' two' });
  });
});

test('ids of the registry are told with their source, and whether they are in force', async () => {
  const petitions = [...TODO.petitions, { slug: 'past', why: 'It was.' }, { slug: 'never', why: 'No.' }];
  const officials = { slugs: ['transport', 'gone'], letter: { subject: 'S', body: 'B' } };
  await desk.commented('one', { todo: { content: { ...TODO, petitions, officials } } });
  const { registry } = await explain();
  expect(registry.map(({ id, inForce, why, asOfDay }) => [id, inForce, why, asOfDay])).toEqual([
    ['petition:night-bus', true, null, null],
    ['petition:past', false, 'it has closed', null],
    ['petition:never', false, 'it is not in the registry', null],
    ['official:transport', true, null, '2026-11-01'],
    ['official:gone', false, 'their term ended on 2026-10-31', '2026-01-01'],
  ]);
  expect(flat(await linesOf())).toContain('source: The town’s list, as of 2026-11-01');
});

describe('the calls', () => {
  test('are told with what they cost, failed ones with the reason, and summed', async () => {
    const { id } = await desk.commented('one');
    const call = {
      articleId: id,
      model: 'fake-1',
      day: '2026-11-23',
      reservedTokens: 900,
      reservedMicroUsd: 9_000,
    };
    await database.db.insert(modelCalls).values([
      {
        ...call,
        task: 'commentary',
        key: 'k'.repeat(64),
        state: 'failed',
        code: 'model.unavailable',
        reason: 'The model server is busy (503).',
        inputTokens: 300,
        outputTokens: 0,
        microUsd: 500,
        isEstimated: true,
        startedAt: at(1),
      },
      { ...call, task: 'commentary', key: 'k'.repeat(64), state: 'reserved', startedAt: at(2) },
    ]);
    const { calls, sum } = await explain();
    expect(calls.map(({ state, costUsd, key, accepted }) => [state, costUsd, key, accepted])).toEqual([
      ['answered', 0.0025, '0123456789ab', true],
      ['failed', 0.0005, 'k'.repeat(12), false],
      ['reserved', 0.009, 'k'.repeat(12), false],
    ]);
    expect(sum).toEqual({
      calls: 3,
      failed: 1,
      inputTokens: 700,
      outputTokens: 100,
      reservedTokens: 900,
      costUsd: 0.012,
      isEstimated: true,
    });
    expect(flat(await linesOf())).toContain('failed (model.unavailable): The model server is busy (503).');
  });

  test('of an earlier copy of the article are told where a section was written with them', async () => {
    await desk.commented('old');
    const [call] = await database.db.update(modelCalls).set({ articleId: null }).returning();
    await desk.commented('one', { opinion: { callIds: [call?.id ?? ''] } });
    expect((await explain()).calls.map(({ id }) => id)).toContain(call?.id);
  });
});

describe('the categories', () => {
  test('are the rules’, the model’s, or an editor’s decision', async () => {
    const { id } = await desk.commented('one');
    expect((await explain()).categories).toMatchObject({ slugs: ['harbour'], by: 'rules' });
    const answer = { language: 'en', categories: ['harbour'], claims: [], quotes: [] };
    await database.db.update(modelCalls).set({ answer: JSON.stringify(answer) });
    expect((await explain()).categories).toMatchObject({ by: 'model' });
    const decidedAt = new Date('2026-11-23T10:00:00Z');
    await upsertCategoryDecision(database.db, {
      articleId: id,
      categories: ['harbour'],
      reviewer: 'Ada',
      decidedAt,
    });
    expect((await explain()).categories).toMatchObject({ by: 'editor', reviewer: 'Ada', decidedAt });
  });
});

describe('what is missing', () => {
  test('is said with why', async () => {
    await desk.commented('one', { action: { content: null, state: 'rejected', reason: 'It did not pass.' } });
    await decide(desk.deps, {
      wanted: 'one',
      kinds: ['todo'],
      state: 'rejected',
      reviewer: 'Ada',
      reason: 'Dull.',
    });
    expect((await explain()).missing).toEqual([
      { kind: 'opinion', reason: 'It has not been reviewed yet.' },
      { kind: 'action', reason: 'It did not pass.' },
      { kind: 'todo', reason: 'Dull.' },
    ]);
  });

  test('of an article without commentary is everything', async () => {
    await desk.article('one');
    const lineage = await explain();
    expect(lineage).toMatchObject({ sections: [], calls: [] });
    expect(new Set(lineage.missing.map(({ reason }) => reason))).toEqual(
      new Set(['Nobody has worked on this article yet.']),
    );
    expect(flat(await linesOf())).toContain('opinion: Nobody has worked on this article yet.');
  });
});

test('for a person it is wrapped, and says who wrote and who decided', async () => {
  const one = await desk.commented('one');
  await decide(desk.deps, { wanted: 'one', state: 'approved', reviewer: 'Ada' });
  await insertEdition(database.db, {
    day: '2026-11-23',
    number: 7,
    categories: [{ slug: 'harbour', name: 'Harbour' }],
    stories: [
      { category: 'harbour', articleId: one.id, snapshot: snapshotOf({ title: TITLE, slug: 'one' }) },
    ],
  });
  const lines = await linesOf(72);
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
  const text = flat(lines);
  for (const part of [
    'written by a language model (fake-1) and reviewed by a person',
    'prompt write-1',
    'approved by Ada, 2026-11-23 15:00',
    'Gates passed: quotes',
    'name Mara Quill: at',
    'c1: The night bus to the harbour ends on 1 December 2026. Source: at',
    '“The mayor drives a car”'.replace(/[“”]/g, '"'),
    'Frozen in edition 7 of 2026-11-23.',
    'In all: 1 call; 400 tokens in, 100 out; 0.002500 US dollars',
  ])
    expect(text).toContain(part);
});
