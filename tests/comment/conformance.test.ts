import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sectionKinds } from '../../db/commentary-section.ts';
import type { CommentOptions, CommentReport } from '../../src/comment/comment.ts';
import { createOpenAIModel } from '../../src/comment/openai.ts';
import { answerTo } from '../../src/comment/sample.ts';
import { compose } from '../../src/compose/compose.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';
import { serveHttp } from '../helpers/http-server.ts';
import { goodAnswer, goodReading } from './answers.ts';
import { calls, outcome, quays, room } from './room.ts';
import {
  context4096,
  createModelServer,
  cutConnection,
  fencedJson,
  htmlAt200,
  ignoresSchema,
  maxTokensOnly,
  missingUsage,
  noJsonSchema,
  refusal,
  retryAfter,
  schemaNameOf,
  status500,
  thinkTags,
  type AnswerFor,
  type Fault,
  type ServerKind,
} from './servers.ts';

const database = testDatabase();
const strays: unknown[] = [];
const stray = (error: unknown) => void strays.push(error);

beforeEach(async () => {
  process.on('unhandledRejection', stray);
  await database.db.execute(
    sql`truncate sources, articles, petitions, officials, editions, model_calls, model_budgets cascade`,
  );
});

afterEach(() => {
  process.off('unhandledRejection', stray);
  expect(strays.splice(0)).toEqual([]);
});

const KINDS: ServerKind[] = ['openai', 'ollama', 'vllm', 'llamacpp', 'openrouter'];

interface Behaviour {
  name: string;
  faults: Fault[];
  /** What it costs: every HTTP request that came to nothing is one of these. */
  fails?: RegExp;
  isEstimated?: boolean;
  config?: ConfigInput['comment'];
}

/** Once in so many calls, so that no call can meet the fault as often as it is tried. */
const EVERY = 4;

const BEHAVIOURS: Behaviour[] = [
  { name: 'does all it is asked', faults: [] },
  { name: 'knows no JSON schema', faults: [noJsonSchema], fails: /^model\.form_unknown$/ },
  { name: 'ignores the schema', faults: [ignoresSchema] },
  { name: 'fences its JSON', faults: [fencedJson] },
  { name: 'thinks aloud', faults: [thinkTags] },
  { name: 'does not say what it used', faults: [missingUsage], isEstimated: true },
  { name: 'knows max_tokens only', faults: [maxTokensOnly] },
  {
    name: 'holds 4,096 tokens',
    faults: [context4096],
    config: { provider: { contextTokens: 4_096 } },
  },
  { name: 'asks for 90 seconds', faults: [retryAfter(90, EVERY)], fails: /^model\.rate_limited$/ },
  { name: 'breaks now and then', faults: [status500(EVERY)], fails: /^model\.failed$/ },
  { name: 'hangs up now and then', faults: [cutConnection(EVERY)], fails: /^model\.unavailable$/ },
  {
    name: 'hangs up in the middle of an answer',
    faults: [cutConnection(EVERY, 'within')],
    fails: /^model\.unavailable$/,
  },
  { name: 'has a proxy in its way', faults: [htmlAt200(EVERY)], fails: /^model\.failed$/ },
  {
    name: 'knows neither schema nor usage, and thinks aloud',
    faults: [noJsonSchema, missingUsage, thinkTags],
    fails: /^model\.form_unknown$/,
    isEstimated: true,
  },
];

describe.each(KINDS)('a server like %s', (kind) => {
  test.each(BEHAVIOURS)('that $name leads to the same commentary', async (behaviour) => {
    const { db } = database;
    const articles = await quays(db, ['one', 'two', 'three']);
    const { report, requests } = await runOn(kind, behaviour);
    expect(report).toEqual(ALL_WRITTEN);
    for (const article of articles) expect(settled(await outcome(db, article))).toEqual(WRITTEN);
    const ledger = await calls(db);
    expect(ledger).toHaveLength(requests);
    expect(ledger.map(({ state }) => state)).not.toContain('reserved');
    const answered = ledger.filter(({ state }) => state === 'answered');
    expect(answered).toHaveLength(behaviour.faults.includes(context4096) ? 12 : 6);
    for (const { inputTokens, outputTokens, isEstimated } of answered) {
      expect(isEstimated).toBe(behaviour.isEstimated ?? false);
      expect([inputTokens, outputTokens].every((tokens) => (tokens ?? 0) > 0)).toBe(true);
    }
    // Our OpenAI-like server knows the newer limit alone, and says so once to each who asks meanwhile.
    const costs = kind === 'openai' ? ['model.form_unknown'] : [];
    const codes = ledger.flatMap(({ state, code }) => (state === 'failed' ? [code ?? ''] : []));
    const ofFault = codes.filter((code) => behaviour.fails?.test(code));
    expect(ofFault.length > 0).toBe(behaviour.fails !== undefined);
    expect(codes.filter((code) => !ofFault.includes(code) && !costs.includes(code))).toEqual([]);
  });
});

describe('a server that never answers', () => {
  test('parks every article with the reason, ends the run by its strikes, and the edition goes out', async () => {
    const { db } = database;
    const articles = await quays(db, ['one', 'two', 'three', 'four', 'five', 'six']);
    const server = await serveHttp(() => {});
    try {
      const { run, deps } = room(db, modelAt(`${server.url}/v1`, 150));
      const report = await run({ sleep: () => Promise.resolve() });
      expect(report).toMatchObject({ written: 0, withoutOpinion: 6, stopped: null });
      expect(report.parkedUntil).toEqual(new Date(deps.time.at.getTime() + 300_000));
      for (const article of articles) {
        const { row, todo, opinion } = await outcome(db, article);
        expect(row).toMatchObject({
          reason: 'The model server did not answer in time, or not in full.',
          attempts: 0,
          isOpen: true,
          parkedUntil: report.parkedUntil,
        });
        expect(opinion).toBeUndefined();
        expect(todo).toMatchObject({ origin: 'registry', state: 'approved' });
      }
      // Three calls of three tries each are strikes; a fourth may be under way at the third.
      expect(server.received.length).toBeLessThanOrEqual(12);
      const ledger = await calls(db);
      expect(ledger).toHaveLength(server.received.length);
      expect(new Set(ledger.map(({ state, code }) => `${state} ${String(code)}`))).toEqual(
        new Set(['failed model.unavailable']),
      );
      expect(await compose(deps)).toMatchObject({ outcome: 'composed', stories: 6 });
    } finally {
      await server.close();
    }
  });
});

describe('a server that will not have us', () => {
  test.each([
    ['openai', 429, 'insufficient_quota'],
    ['ollama', 429, 'insufficient_quota'],
    ...KINDS.flatMap((kind) => [
      [kind, 401, undefined] as const,
      [kind, 402, undefined] as const,
      [kind, 403, undefined] as const,
    ]),
  ] as const)('%s, status %i (%s): the stage stops and says what to look at', async (kind, status, code) => {
    const { db } = database;
    await quays(db, ['one', 'two', 'three', 'four', 'five']);
    const refuses: Fault = () => () => refusal(kind, { status, message: 'No.', ...(code ? { code } : {}) });
    const server = await createModelServer(kind, answers, [refuses]);
    try {
      const { run, deps } = room(db, modelAt(server.url));
      const report = await run();
      expect(report).toMatchObject({ written: 0, withoutOpinion: 5 });
      expect(report.stopped).toContain(`The model server answered ${String(status)}`);
      expect(report.stopped).toContain('Check OPENAI_API_KEY and the account behind it.');
      expect(report.failures.map((failed) => failed.code)).toEqual(Array(5).fill('model.refused'));
      expect(server.received.length).toBeLessThanOrEqual(2);
      expect(await calls(db)).toHaveLength(server.received.length);
      expect(await compose(deps)).toMatchObject({ outcome: 'composed', stories: 5 });
    } finally {
      await server.close();
    }
  });
});

const ALL_WRITTEN: CommentReport = {
  model: 'quay-1',
  written: 3,
  waitingForReview: 0,
  withoutOpinion: 0,
  failures: [],
  stopped: null,
  parkedUntil: null,
};

/** What is kept of the good answer, whoever gave it. */
const WRITTEN = {
  row: { origin: 'model', model: 'quay-1', reason: null, isOpen: false, attempts: 0 },
  ...Object.fromEntries(
    sectionKinds.map((kind) => [
      kind,
      { state: 'approved', origin: 'model', reason: null, content: contentOf(kind), verdicts: ['pass'] },
    ]),
  ),
};

function contentOf(kind: (typeof sectionKinds)[number]) {
  const answer = goodAnswer();
  if (kind !== 'todo') return answer[kind];
  const item = (one: (typeof answer.todo.personal)[number]) => ({ ...one, deadline: null, link: null });
  const { intro, personal, conclusion } = answer.todo;
  return {
    intro,
    personal: personal.map(item),
    petitions: [],
    officials: null,
    community: [],
    conclusion,
    short: [{ text: 'Read the report', link: null }],
  };
}

function settled({ row, ...sections }: Awaited<ReturnType<typeof outcome>>) {
  const { origin, model, reason, isOpen, attempts } = row ?? {};
  const kept = Object.entries(sections).map(([kind, section]) => [
    kind,
    {
      state: section?.state,
      origin: section?.origin,
      reason: section?.reason,
      content: section?.content,
      verdicts: [...new Set(section?.verdicts.map(({ verdict }) => verdict))],
    },
  ]);
  return { row: { origin, model, reason, isOpen, attempts }, ...Object.fromEntries(kept) };
}

/** The room with the real driver before a server; every wait moves the clock of the test. */
async function runOn(kind: ServerKind, { faults, config = {} }: Behaviour) {
  const server = await createModelServer(kind, answers, faults);
  try {
    const comment = { attempts: 3, concurrency: 2, ...config };
    const { run, deps } = room(database.db, modelAt(server.url), { comment });
    const sleep: CommentOptions['sleep'] = (ms) => {
      deps.time.at = new Date(deps.time.at.getTime() + ms);
      return Promise.resolve();
    };
    const report = await run({ waitMs: 180_000, sleep });
    return { report, requests: server.received.length };
  } finally {
    await server.close();
  }
}

const modelAt = (baseUrl: string, timeoutMs = 10_000) =>
  createOpenAIModel({
    apiKey: 'key',
    baseUrl,
    model: 'quay-1',
    timeoutMs,
    tokenLimitField: 'auto',
    responseFormat: 'auto',
  });

/** The part that the schema asks for, of a reading that differs a little from article to article. */
const answers: AnswerFor = (body) => {
  const words = JSON.stringify(body.messages);
  const [, title = ''] = /The old quay closes (\d)/.exec(words) ?? [];
  const reading = goodReading();
  const claims = reading.claims.map((claim) => ({
    ...claim,
    text: claim.text.replace('work at the hospital.', `work at the hospital (${title}).`),
  }));
  const part = answerTo(schemaNameOf(body) ?? '', {
    reading: { ...reading, claims },
    commentary: goodAnswer(),
  });
  return JSON.stringify(part);
};
