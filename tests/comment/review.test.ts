import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findCategoryDecisionRow } from '../../db/category-decision.ts';
import { claimCommentary, findCommentaryRow } from '../../db/commentary.ts';
import {
  commentarySections,
  listSections,
  sectionStates,
  type SectionRow,
} from '../../db/commentary-section.ts';
import { findArticleById } from '../../db/article.ts';
import { kindsOf, reviewerOf } from '../../src/cli-review.ts';
import { decide, fileArticle, listReview } from '../../src/comment/review/review.ts';
import { openArticle } from '../../src/comment/review/article.ts';
import { reviewLines, showLines } from '../../src/report-review.ts';
import { AppError } from '../../src/shared/errors.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertEdition, snapshotOf } from '../helpers/seed.ts';
import { openDesk, TITLE, type Desk } from './review-desk.ts';

const database = testDatabase();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(database.db);
});

const waiting = () => listReview(database.db, { states: ['needs_review'], limit: 100 });
const statesOf = async ({ id }: { id: string }) =>
  Object.fromEntries((await listSections(database.db, id)).map(({ kind, state }) => [kind, state]));
const sectionOf = async ({ id }: { id: string }, wanted: SectionRow['kind']) =>
  (await listSections(database.db, id)).find(({ kind }) => kind === wanted);
const approve = (wanted: string, over: Partial<Parameters<typeof decide>[1]> = {}) =>
  decide(desk.deps, { wanted, state: 'approved', reviewer: 'Ada', ...over });
const reject = (wanted: string, over: Partial<Parameters<typeof decide>[1]> = {}) =>
  decide(desk.deps, { wanted, state: 'rejected', reviewer: 'Ada', reason: 'Too harsh.', ...over });

const show = async (width = 80) =>
  showLines(await openArticle(desk.deps, 'one'), { timezone: 'America/New_York', width });

describe('what waits', () => {
  test('is listed by article with its sections and their reasons', async () => {
    await desk.commented('one', { todo: { state: 'approved' } });
    const [block, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(block).toMatchObject({ slug: 'one', title: TITLE, sourceTitle: 'The Quay Post' });
    expect(block?.sections.map(({ kind }) => kind)).toEqual(['opinion', 'action']);
    const lines = reviewLines(await waiting(), true).join('\n');
    expect(lines).toContain('opinion: needs_review, of a model. Every text is to be reviewed.');
    expect(lines).toContain('review show one');
  });

  test('is said to be nothing when all is decided', async () => {
    await desk.commented('one');
    await approve('one');
    expect(reviewLines(await waiting(), true)).toEqual(['Nothing waits for review.']);
    expect(await listReview(database.db, { states: [...sectionStates], limit: 100 })).toHaveLength(1);
  });
});

describe('an article is found', () => {
  test.each([
    ['slug', () => 'one'],
    ['address', () => 'https://origin.example/one'],
    ['page', () => 'https://tide.example/articles/one'],
    ['path', () => '/articles/one'],
    ['id', ({ id }: { id: string }) => id.toUpperCase()],
  ])('by its %s', async (_what, wanted) => {
    const one = await desk.commented('one');
    expect((await openArticle(desk.deps, wanted(one))).article.id).toBe(one.id);
  });

  test.each(['two', 'https://origin.example/two', '00000000-0000-4000-8000-000000000000', '/articles/%E0'])(
    'never by %s, and the error names it and how to find slugs',
    async (wanted) => {
      await desk.commented('one');
      const error = await openArticle(desk.deps, wanted).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'not_found', code: 'article.unknown' });
      expect(String(error)).toContain(wanted);
      expect(String(error)).toContain('review list --state all');
    },
  );
});

describe('approving', () => {
  test('lets readers see the sections, and the reason why they are absent is gone', async () => {
    const one = await desk.commented('one');
    expect(await approve('one')).toMatchObject({ done: ['opinion', 'action', 'todo'], same: [] });
    expect(await statesOf(one)).toEqual({ opinion: 'approved', action: 'approved', todo: 'approved' });
    expect(await sectionOf(one, 'opinion')).toMatchObject({
      reviewer: 'Ada',
      reviewedAt: desk.deps.time.at,
      reason: null,
    });
    expect(await findCommentaryRow(database.db, one.id)).toMatchObject({
      reason: null,
      origin: 'model',
      model: 'fake-1',
    });
  });

  test('one section leaves the others waiting, and readers are told so', async () => {
    const one = await desk.commented('one');
    await approve('one', { kinds: ['opinion'] });
    expect(await statesOf(one)).toEqual({
      opinion: 'approved',
      action: 'needs_review',
      todo: 'needs_review',
    });
    expect((await findCommentaryRow(database.db, one.id))?.reason).toBe('It has not been reviewed yet.');
  });

  test.each(sectionStates)('works from the state %s', async (state) => {
    const one = await desk.commented('one', { opinion: { state, reviewer: 'Ben' } });
    await approve('one', { kinds: ['opinion'] });
    expect((await sectionOf(one, 'opinion'))?.state).toBe(state === 'edited' ? 'edited' : 'approved');
    expect((await sectionOf(one, 'opinion'))?.reviewer).toBe('Ada');
  });

  test('a second time by the same person changes nothing, not even the time', async () => {
    const one = await desk.commented('one');
    await approve('one');
    const before = await listSections(database.db, one.id);
    desk.deps.time.at = new Date('2026-11-24T09:00:00Z');
    expect(await approve('one')).toMatchObject({ done: [], same: ['opinion', 'action', 'todo'] });
    expect(await listSections(database.db, one.id)).toEqual(before);
  });

  test('what has no text is refused with the reason why it has none', async () => {
    const reason = 'It did not pass the gates (too little was left).';
    const one = await desk.commented('one', { action: { content: null, state: 'rejected', reason } });
    await expect(approve('one', { kinds: ['action'] })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'section.no_text',
      message: expect.stringContaining(reason) as string,
    });
    await approve('one');
    expect(await statesOf(one)).toMatchObject({ opinion: 'approved', action: 'rejected' });
    expect((await findCommentaryRow(database.db, one.id))?.reason).toBe(reason);
  });

  test('an article that nobody has worked on has nothing to approve', async () => {
    await desk.article('bare');
    await expect(approve('bare')).rejects.toMatchObject({ code: 'section.no_text' });
  });

  test('why an absent section was never written stays what readers are told', async () => {
    const one = await desk.commented('one');
    await database.db.delete(commentarySections).where(eq(commentarySections.kind, 'action'));
    await approve('one', { kinds: ['opinion'] });
    expect((await findCommentaryRow(database.db, one.id))?.reason).toBe('Nobody has written it.');
  });
});

const marked = async () => /^Mark: ([\da-f]{8})$/m.exec((await show()).join('\n'))?.[1] ?? '';
const rewrite = (id: string, short: string) =>
  database.db
    .update(commentarySections)
    .set({ content: { short, paragraphs: [] } })
    .where(and(eq(commentarySections.articleId, id), eq(commentarySections.kind, 'action')));

describe('the mark of the texts', () => {
  test('lets only those be approved that were shown', async () => {
    const one = await desk.commented('one');
    const mark = await marked();
    await rewrite(one.id, 'Burn the town hall.');
    await expect(approve('one', { mark })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'commentary.overtaken',
      message: expect.stringContaining(`are not those with the mark ${mark}`) as string,
    });
    expect(await statesOf(one)).toMatchObject({ action: 'needs_review' });
    expect(await marked()).not.toBe(mark);
    await approve('one', { mark: (await marked()).toUpperCase() });
    expect(await statesOf(one)).toMatchObject({ action: 'approved' });
  });

  test('stays while nothing but states and reviewers change, and need not be given', async () => {
    const one = await desk.commented('one');
    const mark = await marked();
    await reject('one');
    expect(await marked()).toBe(mark);
    await rewrite(one.id, 'Another text.');
    await approve('one');
    expect(await statesOf(one)).toMatchObject({ action: 'approved' });
  });

  test('is not given where there is nothing to decide on', async () => {
    await desk.article('one');
    expect(await marked()).toBe('');
  });
});

describe('rejecting', () => {
  test('hides a section with the reason, and a person can change their mind', async () => {
    const one = await desk.commented('one');
    await reject('one', { kinds: ['opinion'] });
    expect(await sectionOf(one, 'opinion')).toMatchObject({ state: 'rejected', reason: 'Too harsh.' });
    await approve('one', { kinds: ['action'] });
    expect((await findCommentaryRow(database.db, one.id))?.reason).toBe(
      'The newsroom chose not to print it.',
    );
    await approve('one', { kinds: ['opinion'] });
    expect(await sectionOf(one, 'opinion')).toMatchObject({ state: 'approved', reason: null });
    expect((await findCommentaryRow(database.db, one.id))?.reason).toBeNull();
  });

  test('asks for a reason', async () => {
    await desk.commented('one');
    await expect(reject('one', { reason: '  ' })).rejects.toMatchObject({ code: 'review.no_reason' });
  });

  test('for another reason is no repetition', async () => {
    const one = await desk.commented('one');
    await reject('one');
    expect(await reject('one', { reason: 'Untrue.' })).toMatchObject({ same: [] });
    expect((await sectionOf(one, 'opinion'))?.reason).toBe('Untrue.');
    expect(await reject('one', { reason: 'Untrue.' })).toMatchObject({ done: [] });
  });
});

test('while a model writes about an article nobody decides about it', async () => {
  const one = await desk.commented('one');
  await claimCommentary(database.db, one.id, async () => {
    await expect(approve('one')).rejects.toMatchObject({ code: 'commentary.busy' });
  });
  expect(await statesOf(one)).toMatchObject({ opinion: 'needs_review' });
});

test('whoever decides is told in which editions the story stands already', async () => {
  const one = await desk.commented('one');
  expect((await approve('one')).editions).toEqual([]);
  await insertEdition(database.db, {
    day: '2026-11-23',
    number: 7,
    categories: [{ slug: 'harbour', name: 'Harbour' }],
    stories: [
      { category: 'harbour', articleId: one.id, snapshot: snapshotOf({ title: TITLE, slug: 'one' }) },
    ],
  });
  const { editions } = await reject('one');
  expect(editions).toEqual([{ day: '2026-11-23', number: 7 }]);
});

describe('filing by hand', () => {
  test('files the article and is kept for what learns from it', async () => {
    const one = await desk.commented('one');
    await fileArticle(desk.deps, {
      wanted: 'one',
      categories: ['schools', 'harbour', 'schools'],
      reviewer: 'Ada',
    });
    expect((await findArticleById(database.db, one.id))?.categories).toEqual(['schools', 'harbour']);
    expect(await findCategoryDecisionRow(database.db, one.id)).toEqual({
      articleId: one.id,
      categories: ['schools', 'harbour'],
      reviewer: 'Ada',
      decidedAt: desk.deps.time.at,
    });
  });

  test('under an unknown category lists those that there are', async () => {
    const one = await desk.commented('one');
    await expect(
      fileArticle(desk.deps, { wanted: 'one', categories: ['harbor'], reviewer: 'Ada' }),
    ).rejects.toMatchObject({
      code: 'categories.unknown',
      message: 'There is no category "harbor"; there are harbour, schools, weather.',
    });
    expect((await findArticleById(database.db, one.id))?.categories).toEqual(['harbour']);
  });
});

describe('the whole commentary', () => {
  test('stands in reading order, with gates that have something to say, and who reviewed it when', async () => {
    await desk.commented('one', {
      opinion: {
        verdicts: [
          { gate: 'quotes', verdict: 'pass', evidence: [] },
          { gate: 'numbers', verdict: 'dropped', evidence: ['opinion.paragraphs.3 says 900'] },
        ],
      },
    });
    await approve('one', { kinds: ['opinion'] });
    const text = (await show()).join('\n');
    const places = [
      'OPINION [approved]',
      'ACTION [needs_review]',
      'TO-DO [needs_review]',
      'Small steps count.',
    ];
    expect(places.map((place) => text.indexOf(place)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(
      true,
    );
    expect(text.replaceAll('\n', ' ')).toContain('approved by Ada, 2026-11-23 10:00');
    expect(text).toContain('- opinion.paragraphs.3 says 900');
    expect(text).not.toContain('Gate quotes');
    expect(text).toContain('[c1, c2]');
  });

  test.each([80, 48])('no line is wider than %i', async (width) => {
    await desk.commented('one');
    expect((await show(width)).filter((line) => line.length > width)).toEqual([]);
  });
});

describe('who decides', () => {
  test('is whom --by names, else whom the environment names', () => {
    expect(reviewerOf(' Ada  Wren ', 'Ben')).toBe('Ada Wren');
    expect(reviewerOf(undefined, 'Ben')).toBe('Ben');
  });

  test('must be somebody', () => {
    const thrown = (() => {
      try {
        return reviewerOf('', undefined);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('BROADSIDE_REVIEWER') as string,
    });
  });
});

test('sections are typed with commas between them', () => {
  expect(kindsOf('todo, Opinion')).toEqual(['opinion', 'todo']);
  expect(kindsOf(undefined)).toBeUndefined();
  expect(() => kindsOf('opinon')).toThrow('there are opinion, action, todo');
});
