import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findCommentary } from '../../db/commentary.ts';
import { articleCategories } from '../../db/article.ts';
import { officials } from '../../db/official.ts';
import type { Source } from '../../db/source.ts';
import { comment } from '../../src/comment/comment.ts';
import { upstream, type AppError } from '../../src/shared/errors.ts';
import type { Model } from '../../src/shared/ports.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertPetition, insertSource } from '../helpers/seed.ts';
import { fakeModel, goodAnswer, saying } from './answers.ts';

const database = testDatabase();
let source: Source;

beforeEach(async () => {
  await database.db.execute(sql`truncate sources, articles, petitions, officials cascade`);
  source = await insertSource(database.db, { title: 'The Quay Post' });
});

const once = readersConfig({ comment: { attempts: 3, concurrency: 2 } });
/** Each run a minute after the one before. */
function room(model?: Model) {
  const deps = { ...readerDeps(database.db, once), model };
  return {
    deps,
    run: () => {
      deps.time.at = new Date(deps.time.at.getTime() + 60_000);
      return comment(deps);
    },
  };
}

const article = (slug: string, over: Partial<Parameters<typeof insertArticle>[1]> = {}) =>
  insertArticle(database.db, {
    sourceId: source.id,
    slug,
    title: `About ${slug}`,
    categories: ['harbour'],
    ...over,
  });
const rowOf = ({ id }: { id: string }) => findCommentary(database.db, id);

describe('with a model', () => {
  test('every article gets its opinion, action and to-do list, and its categories', async () => {
    const one = await article('one');
    const two = await article('two');
    const { model } = fakeModel(goodAnswer({ categories: ['schools'] }));
    const report = await room(model).run();
    expect(report).toEqual({ model: 'fake-1', written: 2, withoutOpinion: 0, failures: [], stopped: null });
    const { opinion, action, todo } = goodAnswer();
    for (const row of [await rowOf(one), await rowOf(two)])
      expect(row).toMatchObject({ origin: 'model', model: 'fake-1', opinion, action, todo, reason: null });
    expect(await categoriesOf(one)).toEqual(['schools']);
  });

  test('an answer without categories leaves the article’s own', async () => {
    const one = await article('one');
    await room(fakeModel(goodAnswer()).model).run();
    expect(await categoriesOf(one)).toEqual(['harbour']);
  });

  test('a second run asks nobody and changes nothing', async () => {
    const one = await article('one');
    const { model, asked } = fakeModel(goodAnswer(), saying('Changed.'));
    const { run } = room(model);
    await run();
    const before = await rowOf(one);
    expect(await run()).toMatchObject({ written: 0, withoutOpinion: 0 });
    expect(asked).toHaveLength(1);
    expect(await rowOf(one)).toEqual(before);
  });

  test('two runs at once ask once per article', async () => {
    await Promise.all(['one', 'two', 'three', 'four'].map((slug) => article(slug)));
    const { model, asked } = fakeModel(goodAnswer());
    const { deps } = room(model);
    const [first, second] = await Promise.all([comment(deps), comment(deps)]);
    expect(asked.map(({ articleUrl }) => articleUrl).toSorted()).toEqual(
      ['four', 'one', 'three', 'two'].map((slug) => `https://origin.example/${slug}`),
    );
    expect((first?.written ?? 0) + (second?.written ?? 0)).toBe(4);
  });

  test('others can refer to an article while the model thinks', async () => {
    const one = await article('one');
    const two = await article('two', { pageState: 'pending' });
    const thinking: Model = {
      ...fakeModel().model,
      async complete() {
        await database.db.execute(
          sql`insert into related_articles (article_id, related_id, similarity) values (${two.id}, ${one.id}, 0.5)`,
        );
        return { text: JSON.stringify(goodAnswer()), usage: undefined, truncated: false };
      },
    };
    expect(await room(thinking).run()).toMatchObject({ written: 1 });
  });

  test('an answer with a character that no database takes is kept without it', async () => {
    const one = await article('one');
    await room(fakeModel(saying('Zero\u0000 byte.')).model).run();
    expect((await rowOf(one))?.opinion?.paragraphs[0]).toBe('Zero byte.');
  });

  test('a refused answer leaves the registry’s to-do list and the reason, and the others go on', async () => {
    await insertPetition(database.db, { slug: 'keep', title: 'Keep the quay', categories: ['harbour'] });
    const one = await article('one');
    const { model } = fakeModel(saying('Go to www.tide now.'));
    const report = await room(model).run();
    expect(report).toMatchObject({ written: 0, withoutOpinion: 1, stopped: null });
    expect(report.failures).toEqual([
      {
        article: 'About one',
        code: 'model.rejected',
        reason: expect.stringContaining('a web address') as string,
      },
    ]);
    const row = await rowOf(one);
    expect(row).toMatchObject({ origin: 'registry', opinion: null, action: null, attempts: 1 });
    expect(row?.reason).toContain('a web address');
    expect(row?.todo.petitions).toEqual([{ slug: 'keep', why: 'It asks The harbour board to act.' }]);
  });

  test('a refused answer is asked for again in later runs, as often as is allowed', async () => {
    const one = await article('one');
    const { model, asked } = fakeModel(saying('Go to www.tide now.'));
    const { run } = room(model);
    for (let i = 0; i < 5; i += 1) await run();
    expect(asked).toHaveLength(2 * once.comment.attempts);
    expect((await rowOf(one))?.attempts).toBe(3);
  });

  test('a later answer takes the place of the registry’s list', async () => {
    const one = await article('one');
    const bad = saying('Go to www.tide now.');
    const { run } = room(fakeModel(bad, bad, goodAnswer()).model);
    await run();
    expect(await run()).toMatchObject({ written: 1 });
    expect(await rowOf(one)).toMatchObject({ origin: 'model', reason: null, attempts: 0 });
  });

  test('a refused key stops the run: nobody else is asked, every article has its to-do list and the reason', async () => {
    const all = await Promise.all(['one', 'two', 'three', 'four', 'five'].map((slug) => article(slug)));
    const { model, asked } = fakeModel(failing('model.refused'));
    const report = await room(model).run();
    expect(asked.length).toBeLessThanOrEqual(once.comment.concurrency);
    expect(report).toMatchObject({ written: 0, withoutOpinion: 5, stopped: 'It failed.' });
    for (const one of all)
      expect(await rowOf(one)).toMatchObject({ origin: 'registry', reason: 'It failed.', attempts: 0 });
  });

  test('a server that is down is no try of the article', async () => {
    const one = await article('one');
    await room(
      fakeModel(failing('model.unavailable', { retryable: true, retryAfterSeconds: 0 })).model,
    ).run();
    expect(await rowOf(one)).toMatchObject({ reason: 'It failed.', attempts: 0 });
  });

  test('a wait that is longer than a run may take is not waited for', async () => {
    const one = await article('one');
    const { model, asked } = fakeModel(
      failing('model.rate_limited', { retryable: true, retryAfterSeconds: 3600 }),
    );
    await room(model).run();
    expect(asked).toHaveLength(1);
    expect(await rowOf(one)).toMatchObject({ origin: 'registry' });
  });

  test('a defect is one article’s, not the stage’s', async () => {
    await article('one');
    const broken: Model = { ...fakeModel().model, complete: () => Promise.reject(new TypeError('no')) };
    const report = await room(broken).run();
    expect(report.failures).toMatchObject([{ code: 'program.defect' }]);
  });
});

describe('without a model', () => {
  test('every article gets the registry’s to-do list, once', async () => {
    const one = await article('one');
    const { run } = room();
    expect(await run()).toEqual({
      model: null,
      written: 0,
      withoutOpinion: 1,
      failures: [],
      stopped: null,
    });
    const row = await rowOf(one);
    expect(row).toMatchObject({ origin: 'registry', opinion: null, action: null, attempts: 0 });
    expect(row?.reason).toBe('No model is configured.');
    expect(await run()).toMatchObject({ withoutOpinion: 0 });
    expect(await rowOf(one)).toEqual(row);
  });

  test('a model that is configured later writes what was left out', async () => {
    const one = await article('one');
    const { run, deps } = room();
    await run();
    deps.model = fakeModel(goodAnswer()).model;
    expect(await run()).toMatchObject({ written: 1 });
    expect(await rowOf(one)).toMatchObject({ origin: 'model' });
  });
});

describe('not written about', () => {
  test.each([
    ['a page that has not been read', { pageState: 'pending' as const }],
    ['what is older than an edition reaches', { publishedAt: new Date('2026-11-01T00:00:00Z') }],
  ])('%s', async (_what, over) => {
    await article('one', over);
    expect(await room(fakeModel(goodAnswer()).model).run()).toMatchObject({ written: 0, withoutOpinion: 0 });
  });

  test('a story that another source told', async () => {
    const one = await article('one');
    await article('two', { duplicateOfId: one.id });
    const { model, asked } = fakeModel(goodAnswer());
    await room(model).run();
    expect(asked.map(({ articleUrl }) => articleUrl)).toEqual(['https://origin.example/one']);
  });
});

test('a petition that is over and an official out of office are named to nobody', async () => {
  await article('one');
  const over = new Date('2026-11-22T00:00:00Z');
  await insertPetition(database.db, { slug: 'past', title: 'Past', categories: ['harbour'], closesAt: over });
  await insertPetition(database.db, { slug: 'open', title: 'Open', categories: ['harbour'] });
  const official = { source: 'Tests', asOfDay: '2026-11-01', office: 'Mayor', categories: ['harbour'] };
  await database.db.insert(officials).values([
    { ...official, slug: 'gone', name: 'Gone', termEndsDay: '2026-11-22' },
    { ...official, slug: 'here', name: 'Here', termEndsDay: '2026-11-23' },
  ]);
  const { model, asked } = fakeModel(goodAnswer());
  await room(model).run();
  expect(asked[0]?.user).toContain('open: Open');
  expect(asked[0]?.user).toContain('here: Here');
  expect(asked[0]?.user).not.toMatch(/past|gone/);
});

async function categoriesOf({ id }: { id: string }): Promise<string[]> {
  const rows = await database.db.select().from(articleCategories).where(eq(articleCategories.articleId, id));
  return rows.map(({ category }) => category);
}

function failing(code: string, options: { retryable?: boolean; retryAfterSeconds?: number } = {}): AppError {
  return upstream(code, 'It failed.', options);
}
