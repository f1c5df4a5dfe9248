import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listSections } from '../../db/commentary-section.ts';
import { getSpent } from '../../db/model-call.ts';
import { compose } from '../../src/compose/compose.ts';
import { upstream } from '../../src/shared/errors.ts';
import type { Model } from '../../src/shared/ports.ts';
import { testDatabase } from '../helpers/database.ts';
import { randomOf } from '../helpers/random.ts';
import { fakeModel, fakeModelOfMany, goodAnswer } from './answers.ts';
import { calls, outcome, quay, quays, room } from './room.ts';

const database = testDatabase();
const DAY = '2026-11-23';

beforeEach(async () => {
  await database.db.execute(
    sql`truncate sources, articles, petitions, editions, model_calls, model_budgets cascade`,
  );
});

describe('spent and set aside never pass the ceiling, and the edition still goes out', () => {
  test.each(Array.from({ length: 12 }, (_, i) => i + 1))('whatever the server does (%i)', async (seed) => {
    const { db } = database;
    const random = randomOf(seed);
    const articles = await quays(db, names(10));
    const ceiling = Math.floor(random() * 200_000);
    const seen: number[] = [];
    const model: Model = {
      ...fakeModel().model,
      complete: (request) => unreliable(request),
    };
    const good = fakeModelOfMany(goodAnswer()).model;
    const unreliable: Model['complete'] = async (request) => {
      seen.push((await getSpent(db, DAY)).tokens);
      const luck = random();
      if (luck < 0.1) throw upstream('model.failed', 'It failed.', { retryable: false });
      if (luck < 0.2) throw upstream('model.unavailable', 'It hung up.', { retryable: false });
      const answer = await good.complete(request);
      if (!answer) return answer;
      const outputTokens = Math.floor(random() * request.outputTokensMax);
      const usage = { inputTokens: Math.floor(random() * 3_000), outputTokens };
      if (luck < 0.35) return { ...answer, usage: undefined };
      if (luck < 0.5) return { text: answer.text.slice(0, 200), usage, truncated: true };
      return { ...answer, usage };
    };
    const comment = {
      attempts: 2,
      concurrency: 4,
      tokensPerDay: ceiling,
      provider: { outputTokensMax: 4_000 },
    };
    const { deps, run } = room(db, model, { comment });
    await run();
    await run();
    const spent = await getSpent(db, DAY);
    for (const tokens of [...seen, spent.tokens]) expect(tokens).toBeLessThanOrEqual(ceiling);
    const ledger = await calls(db);
    expect(ledger.every(({ state }) => state !== 'reserved')).toBe(true);
    expect(ledger.reduce((all, call) => all + (call.inputTokens ?? 0) + (call.outputTokens ?? 0), 0)).toBe(
      spent.tokens,
    );
    for (const article of articles) {
      const { row } = await outcome(db, article);
      const shown = (await listSections(db, article.id)).filter(({ kind }) => kind !== 'todo');
      expect(row?.reason !== null || shown.every(({ state }) => state === 'approved')).toBe(true);
    }
    expect(await compose(deps)).toMatchObject({ outcome: 'composed', stories: 8 });
  });
});

test('when the ceiling bites, who ranks higher has a commentary and who ranks lower says why not', async () => {
  const { db } = database;
  const articles = await quays(db, names(6));
  const { model } = fakeModelOfMany(goodAnswer());
  const comment = { concurrency: 4, tokensPerDay: 17_000, provider: { outputTokensMax: 1_000 } };
  const { run } = room(db, model, { comment });
  const report = await run();
  const written = await Promise.all(
    articles.map(async (one) => (await outcome(db, one)).opinion !== undefined),
  );
  const many = written.filter(Boolean).length;
  expect(many).toBeGreaterThan(0);
  expect(many).toBeLessThan(6);
  expect(written).toEqual(written.map((_, i) => i < many));
  expect(report.withoutOpinion).toBe(6 - many);
  const last = await outcome(db, articles[5] ?? { id: '' });
  expect(last.row?.reason).toContain('The ceiling of 2026-11-23 is reached: 17000 tokens');
  expect(last.row?.parkedUntil).toEqual(new Date('2026-11-24T05:00:00Z'));
  expect(last.todo).toMatchObject({ origin: 'registry', state: 'approved' });
});

test('a ceiling in money is held like one in tokens', async () => {
  const { db } = database;
  await quay(db, 'one');
  const provider = { outputTokensMax: 1_000, inputUsdPerMillion: 1, outputUsdPerMillion: 10 };
  const poor = room(db, fakeModel(goodAnswer()).model, { comment: { usdPerDay: 0.001, provider } });
  expect(await poor.run()).toMatchObject({ written: 0 });
  expect(await getSpent(db, DAY)).toEqual({ day: DAY, tokens: 0, microUsd: 0 });
  await db.execute(sql`update commentaries set parked_until = null`);
  const rich = room(db, fakeModel(goodAnswer()).model, { comment: { usdPerDay: 1, provider } });
  rich.deps.time.at = new Date(poor.deps.time.at);
  expect(await rich.run()).toMatchObject({ written: 1 });
  // Two calls of 900 tokens asked and 400 answered.
  expect(await getSpent(db, DAY)).toEqual({ day: DAY, tokens: 2_600, microUsd: 2 * (900 + 4_000) });
});

test('a call without figures is estimated by its bytes, rounded up, and says so', async () => {
  const { db } = database;
  await quay(db, 'one');
  const good = fakeModel(goodAnswer()).model;
  const silent: Model = {
    ...good,
    async complete(request) {
      const answer = await good.complete(request);
      return answer && { ...answer, usage: undefined };
    },
  };
  await room(db, silent).run();
  const [reading] = await calls(db);
  expect(reading?.isEstimated).toBe(true);
  expect(reading?.outputTokens).toBe(Math.ceil(Buffer.byteLength(reading?.answer ?? '') / 3.5));
});

test('what was set aside by a process that died counts as spent', async () => {
  const { db } = database;
  await quay(db, 'one');
  const { run } = room(db, fakeModel(goodAnswer()).model, {
    comment: { tokensPerDay: 40_000, provider: { outputTokensMax: 1_000 } },
  });
  await db.execute(sql`insert into model_budgets (day, tokens) values (${DAY}, 39_000)`);
  expect(await run()).toMatchObject({ written: 0 });
  expect((await getSpent(db, DAY)).tokens).toBeLessThanOrEqual(40_000);
});

const names = (count: number) => Array.from({ length: count }, (_, i) => `q${String(i)}`);
