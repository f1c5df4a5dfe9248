import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { articles } from '../../db/article.ts';
import { upstream } from '../../src/shared/errors.ts';
import type { Model, ModelRequest } from '../../src/shared/ports.ts';
import { testDatabase } from '../helpers/database.ts';
import { fakeModel, goodAnswer, QUAY, saying } from './answers.ts';
import { calls, outcome, quay, room } from './room.ts';

const database = testDatabase();

beforeEach(async () => {
  await database.db.execute(sql`truncate sources, articles, model_calls, model_budgets cascade`);
});

/** A model that does something else at one kind of call. */
function failingAt(isIt: (request: ModelRequest) => boolean, what: () => unknown, good: Model): Model {
  return {
    ...good,
    complete: async (request) => {
      if (isIt(request)) {
        const done = await what();
        if (done instanceof Error) throw done;
      }
      return good.complete(request);
    },
  };
}

const BAD = saying('The harbour board has put the report at www.tide where nobody looks for it.');
const busy = () => upstream('model.rate_limited', 'It is busy.', { retryable: true, retryAfterSeconds: 600 });
const declined = () => upstream('model.declined', 'The model declined.');
const refused = () => upstream('model.refused', 'Check the account.');
const isAction = ({ schema }: ModelRequest) => schema.name === 'commentary_action';
const lost = () => upstream('model.unavailable', 'It hung up.', { retryable: false });
const isRepair = ({ repair }: ModelRequest) => repair !== undefined;

describe('a repair that fails', () => {
  test('leaves what passed before, and where the server wants patience the article is put off', async () => {
    const one = await quay(database.db, 'one');
    const bad = goodAnswer({
      opinion: { ...goodAnswer().opinion, short: BAD.opinion.paragraphs[0]?.text ?? '' },
    });
    const { run, deps } = room(database.db, failingAt(isRepair, busy, fakeModel(bad).model));
    const report = await run();
    expect(report).toMatchObject({ written: 1, failures: [{ code: 'model.parked' }] });
    const before = await outcome(database.db, one);
    expect(before.action).toMatchObject({ state: 'approved' });
    expect(before.opinion).toMatchObject({ state: 'rejected', content: null });
    expect(before.row?.parkedUntil).toEqual(report.parkedUntil);
    deps.model = fakeModel(goodAnswer()).model;
    deps.time.at = new Date(deps.time.at.getTime() + 600_000);
    await run();
    const after = await outcome(database.db, one);
    expect(after.opinion).toMatchObject({ state: 'approved' });
    expect(after.action).toEqual(before.action);
  });

  test('of its own leaves the first answer without what did not pass', async () => {
    const one = await quay(database.db, 'one');
    const { run } = room(database.db, failingAt(isRepair, declined, fakeModel(BAD).model));
    expect(await run()).toMatchObject({ written: 1, failures: [] });
    const { opinion } = await outcome(database.db, one);
    expect(opinion).toMatchObject({ state: 'approved' });
    expect(JSON.stringify(opinion?.content)).not.toContain('www');
  });

  test('by a defect is told as one', async () => {
    await quay(database.db, 'one');
    const { run } = room(
      database.db,
      failingAt(isRepair, () => new TypeError('no'), fakeModel(BAD).model),
    );
    expect((await run()).failures).toMatchObject([{ code: 'program.defect' }]);
  });

  test('because the account is refused keeps what passed, and stops the run', async () => {
    const one = await quay(database.db, 'one');
    const { run } = room(database.db, failingAt(isRepair, refused, fakeModel(BAD).model));
    expect(await run()).toMatchObject({ written: 1, stopped: 'Check the account.' });
    expect((await outcome(database.db, one)).action).toMatchObject({ state: 'approved' });
  });
});

test('where each section is a call of its own, one that fails leaves those before it', async () => {
  const one = await quay(database.db, 'one');
  const { model, asked } = fakeModel(goodAnswer());
  const comment = { provider: { contextTokens: 4_096, outputTokensMax: 1_600 }, attempts: 3 };
  const { run, deps } = room(database.db, failingAt(isAction, busy, model), { comment });
  expect(await run()).toMatchObject({ written: 1, failures: [{ code: 'model.parked' }] });
  expect((await outcome(database.db, one)).opinion).toMatchObject({ state: 'approved' });
  deps.model = model;
  deps.time.at = new Date(deps.time.at.getTime() + 600_000);
  await run();
  const { action, todo, row } = await outcome(database.db, one);
  expect([action?.state, todo?.state, todo?.origin, row?.isOpen]).toEqual([
    'approved',
    'approved',
    'model',
    false,
  ]);
  expect(asked.filter(({ schema }) => schema.name === 'commentary_opinion')).toHaveLength(1);
});

test('an article that is corrected while a model thinks about it is seen in the next run', async () => {
  const one = await quay(database.db, 'one');
  const { model, read } = fakeModel(goodAnswer());
  let isFirst = true;
  const correct = async () => {
    if (!isFirst) return;
    isFirst = false;
    await database.db
      .update(articles)
      .set({
        body: QUAY.join('\n\n').replace('Nobody showed us', 'Nobody told us of'),
        updatedAt: new Date('2026-11-23T15:00:30Z'),
      })
      .where(eq(articles.id, one.id));
  };
  const { run } = room(
    database.db,
    failingAt(({ schema }) => schema.name === 'commentary', correct, model),
  );
  await run();
  expect((await outcome(database.db, one)).opinion).toMatchObject({ state: 'approved' });
  await run();
  expect(read).toHaveLength(2);
  expect(JSON.stringify((await outcome(database.db, one)).opinion?.content)).not.toContain('showed us');
});

test('of a call that was lost under way all that it may cost is counted', async () => {
  await quay(database.db, 'one');
  const comment = { attempts: 1, provider: { outputTokensMax: 2_000 } };
  await room(
    database.db,
    failingAt(() => true, lost, fakeModel().model),
    { comment },
  ).run();
  const [call] = await calls(database.db);
  expect(call).toMatchObject({ state: 'failed', outputTokens: 2_000, isEstimated: true });
});

test('of an answer without a text what the server says counts', async () => {
  await quay(database.db, 'one');
  const usage = { inputTokens: 700, outputTokens: 1_900 };
  const empty = () => upstream('model.failed', 'No text.', { cause: { usage } });
  await room(
    database.db,
    failingAt(() => true, empty, fakeModel().model),
  ).run();
  const [call] = await calls(database.db);
  expect(call).toMatchObject({ state: 'failed', ...usage, isEstimated: false });
});
