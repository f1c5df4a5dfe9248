import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listSections } from '../../db/commentary-section.ts';
import { getSpent, insertCall, type Amount, type ModelCall } from '../../db/model-call.ts';
import { ceilingOf } from '../../src/comment/purse.ts';
import { compose } from '../../src/compose/compose.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
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
  test.each(Array.from({ length: 16 }, (_, i) => i + 1))(
    'whatever the server does, with two runs at the same time (%i)',
    async (seed) => {
      const { db } = database;
      const random = randomOf(seed);
      const articles = await quays(db, names(10));
      const overruns = seed % 3 === 0;
      const comment = ceilingFor(random, { inMoney: seed % 2 === 0, generous: overruns });
      const server = unreliable(random, { overruns });
      const rooms = [room(db, server.model, { comment }), room(db, server.model, { comment })] as const;
      for (let again = 0; again < 2; again += 1) await Promise.all(rooms.map(({ run }) => run()));
      const ledger = await calls(db);
      const spent = await getSpent(db, DAY);
      expect(ledger.every(({ state }) => state !== 'reserved')).toBe(true);
      expect(sumOf(ledger, tokensOf)).toBe(spent.tokens);
      expect(sumOf(ledger, ({ microUsd }) => microUsd ?? 0)).toBe(spent.microUsd);
      const over = {
        tokens: sumOf(ledger, (call) => Math.max(0, tokensOf(call) - call.reservedTokens)),
        microUsd: sumOf(ledger, (call) => Math.max(0, (call.microUsd ?? 0) - call.reservedMicroUsd)),
      };
      expect(over.tokens > 0).toBe(overruns);
      const ceiling = ceilingOf(rooms[0].deps.config.comment);
      for (const one of [...server.seen, spent]) {
        expect(one.tokens).toBeLessThanOrEqual(ceiling.tokens + over.tokens);
        expect(one.microUsd).toBeLessThanOrEqual(ceiling.microUsd + over.microUsd);
      }
      for (const article of articles) {
        const { row } = await outcome(db, article);
        const shown = (await listSections(db, article.id)).filter(({ kind }) => kind !== 'todo');
        expect(row?.reason !== null || shown.every(({ state }) => state === 'approved')).toBe(true);
      }
      expect(await compose(rooms[0].deps)).toMatchObject({ outcome: 'composed', stories: 8 });
    },
  );
});

/** A ceiling of the day, in tokens or in money; a generous one leaves room for a call at least. */
function ceilingFor(
  random: () => number,
  { inMoney, generous }: { inMoney: boolean; generous: boolean },
): NonNullable<ConfigInput['comment']> {
  const part = generous ? 0.5 + random() / 2 : random() * 0.4;
  return {
    attempts: 2,
    concurrency: 4,
    tokensPerDay: inMoney ? 10_000_000 : Math.floor(part * 200_000),
    ...(inMoney ? { usdPerDay: Math.max(0.000_001, part * 0.4) } : {}),
    provider: { outputTokensMax: 4_000, inputUsdPerMillion: 1, outputUsdPerMillion: 10 },
  };
}

/** A model that fails, is cut, does not say what it used, or used more than was set aside; keeps what was spent at each call. */
function unreliable(random: () => number, { overruns }: { overruns: boolean }) {
  const good = fakeModelOfMany(goodAnswer()).model;
  const seen: Amount[] = [];
  const complete: Model['complete'] = async (request) => {
    seen.push(await getSpent(database.db, DAY));
    const isOver = overruns && seen.length % 3 === 1;
    const luck = isOver ? 1 : random();
    if (luck < 0.1) throw upstream('model.failed', 'It failed.', { retryable: false });
    if (luck < 0.2) throw upstream('model.unavailable', 'It hung up.', { retryable: false });
    const answer = await good.complete(request);
    if (!answer) return answer;
    const asked = Buffer.byteLength(request.system + request.user);
    const beyond = Buffer.byteLength(JSON.stringify(request)) + request.outputTokensMax + 2_000 * seen.length;
    const usage = {
      inputTokens: Math.floor(random() * asked),
      outputTokens: Math.floor(random() * request.outputTokensMax) + (isOver ? beyond : 0),
    };
    if (luck < 0.35) return { ...answer, usage: undefined };
    if (luck < 0.5) return { text: answer.text.slice(0, 200), usage, truncated: true };
    return { ...answer, usage };
  };
  return { model: { ...good, complete }, seen };
}

const tokensOf = ({ inputTokens, outputTokens }: ModelCall) => (inputTokens ?? 0) + (outputTokens ?? 0);
const sumOf = (ledger: readonly ModelCall[], amount: (call: ModelCall) => number) =>
  ledger.reduce((all, call) => all + amount(call), 0);

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
  expect(await getSpent(db, DAY)).toMatchObject({ tokens: 0, microUsd: 0 });
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
  const { id } = await quay(db, 'one');
  const comment = { tokensPerDay: 40_000, provider: { outputTokensMax: 1_000 } };
  const { run, deps } = room(db, fakeModel(goodAnswer()).model, { comment });
  const { tokens: ceiling } = ceilingOf(deps.config.comment);
  const call = {
    articleId: id,
    task: 'reading',
    model: 'fake-1',
    key: 'dead',
    day: DAY,
    startedAt: deps.time.at,
  };
  const dead = await insertCall(db, call, {
    reserve: { tokens: 39_000, microUsd: 0 },
    ceiling: { tokens: ceiling, microUsd: 0 },
    headroom: { tokens: 0, microUsd: 0 },
  });
  expect(dead).toBeDefined();
  expect(await run()).toMatchObject({ written: 0 });
  expect(await calls(db)).toMatchObject([{ id: dead, state: 'reserved', reservedTokens: 39_000 }]);
  expect((await getSpent(db, DAY)).tokens).toBe(39_000);
  // The same on a day on which nobody died.
  await db.execute(sql`truncate model_calls, model_budgets`);
  await db.execute(sql`update commentaries set parked_until = null`);
  expect(await run()).toMatchObject({ written: 1 });
});

const names = (count: number) => Array.from({ length: count }, (_, i) => `q${String(i)}`);
