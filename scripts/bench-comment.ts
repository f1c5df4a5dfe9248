import { createServer } from 'node:http';
import { count, sql } from 'drizzle-orm';
import { Agent, request } from 'undici';
import newsroom from '../broadside.config.ts';
import { articleCategories, articles } from '../db/article.ts';
import type { Db } from '../db/client.ts';
import type { Reading } from '../db/commentary.ts';
import { modelCalls } from '../db/model-call.ts';
import { syncPetitions } from '../db/petition.ts';
import { sources } from '../db/source.ts';
import { article as filler } from '../sample/articles/measles-clinic-hours.ts';
import { article as story } from '../sample/articles/night-bus-cuts-dockhands.ts';
import { candidatesFor } from '../src/comment/candidates.ts';
import { comment, type CommentDeps } from '../src/comment/comment.ts';
import type { CommentaryAnswer, ReadingAnswer } from '../src/comment/commentary.ts';
import { createJudge } from '../src/comment/gates/judge.ts';
import { createSourceText } from '../src/comment/gates/source-text.ts';
import { groundFor } from '../src/comment/ground.ts';
import { createOpenAIModel } from '../src/comment/openai.ts';
import { loadRegistry } from '../src/comment/registry.ts';
import { answerTo } from '../src/comment/sample.ts';
import { syncOfficials } from '../src/officials/import.ts';
import { dayOf } from '../src/shared/day.ts';
import { parseConfig } from '../src/shared/config.ts';
import { countWords } from '../src/shared/html.ts';
import { silentLog } from '../src/shared/log.ts';
import { forEachLimited } from '../src/shared/retry.ts';
import { openDatabase } from './bench-newsroom.ts';
import { median, timeMs } from './measure.ts';

/** What commentary costs apart from the model. */
export interface CommentBench {
  articles: number;
  words: number;
  concurrency: number;
  thinkMs: number;
  /** Each call takes `thinkMs`. The ideal: every worker always waits for an answer. */
  slow: { seconds: number; ratioToIdeal: number };
  /** Each call is answered at once; its bare calls are the same requests sent by undici, their answers dropped. */
  quick: { runs: number; msPerArticle: number; cpuMsPerArticle: number; callsMsPerArticle: number };
  /** The same, one article at a time. */
  alone: { msPerArticle: number };
  /** All sections of one article, warm. */
  judging: { runs: number; ms: number; prepareMs: number };
}

const ARTICLES = 50;
const CONCURRENCY = 8;
const THINK_MS = 1_000;
const CALLS = 2;
const RUNS = 5;
const WARM_UP = 1;
const JUDGEMENTS = 100;

/** Measure commentary on copies of one sample article, with the real driver before a model server on loopback. */
export async function benchComment(): Promise<CommentBench> {
  const { db, close } = await openDatabase();
  const server = await openModel();
  try {
    const deps = depsFor(db, server.url);
    await syncPetitions(db, deps.config);
    await syncOfficials(db, deps.config);
    for (let run = 0; run < WARM_UP; run += 1) await timeRun(deps);
    const quick: { ms: number; cpuMs: number; callsMs: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      server.asked.length = 0;
      const timed = await timeRun(deps);
      quick.push({ ...timed, callsMs: await timeCalls(server.url, server.asked) });
    }
    const alone: number[] = [];
    for (let run = 0; run < RUNS; run += 1) alone.push((await timeRun(deps, 1)).ms);
    server.think(THINK_MS);
    const slowMs = (await timeRun(deps)).ms;
    const idealMs = Math.ceil(ARTICLES / CONCURRENCY) * CALLS * THINK_MS;
    const perArticle = (all: readonly number[]) => median(all) / ARTICLES;
    return {
      articles: ARTICLES,
      words: countWords(BODY),
      concurrency: CONCURRENCY,
      thinkMs: THINK_MS,
      slow: { seconds: slowMs / 1000, ratioToIdeal: slowMs / idealMs },
      quick: {
        runs: RUNS,
        msPerArticle: perArticle(quick.map(({ ms }) => ms)),
        cpuMsPerArticle: perArticle(quick.map(({ cpuMs }) => cpuMs)),
        callsMsPerArticle: perArticle(quick.map(({ callsMs }) => callsMs)),
      },
      alone: { msPerArticle: perArticle(alone) },
      judging: await benchJudging(deps),
    };
  } finally {
    await server.close();
    await close();
  }
}

const { title: TITLE, reading, commentary } = story;
if (!reading || !commentary) throw new Error('the sample article has no commentary');
const ANSWERS: { reading: ReadingAnswer; commentary: CommentaryAnswer } = { reading, commentary };
const HTML = `${story.body}\n${filler.body}`;
const BODY = [...HTML.matchAll(/<(p|h2|li)>(.*?)<\/\1>/gs)]
  .map(([, , inner = '']) => inner.replace(/<[^>]+>/g, ''))
  .join('\n\n');

function depsFor(db: Db, baseUrl: string): CommentDeps {
  const config = parseConfig({
    ...newsroom,
    comment: { concurrency: CONCURRENCY, articlesMax: ARTICLES, tokensPerDay: 2_000_000_000 },
  });
  return {
    db,
    config,
    clock: { now: () => new Date() },
    log: silentLog,
    secret: 'for measuring only',
    siteUrl: config.newsroom.url,
    model: createOpenAIModel({
      apiKey: 'none',
      baseUrl,
      model: 'measured',
      timeoutMs: 60_000,
      tokenLimitField: 'auto',
      responseFormat: 'auto',
    }),
  };
}

/** One run over articles that nobody has written about. */
async function timeRun(deps: CommentDeps, concurrency = CONCURRENCY): Promise<{ ms: number; cpuMs: number }> {
  await insertArticles(deps.db);
  const config = { ...deps.config, comment: { ...deps.config.comment, concurrency } };
  const cpu = process.cpuUsage();
  let report: Awaited<ReturnType<typeof comment>> | undefined;
  const ms = await timeMs(async () => (report = await comment({ ...deps, config })));
  const { user, system } = process.cpuUsage(cpu);
  if (report?.written !== ARTICLES || report.waitingForReview > 0)
    throw new Error(`not all was written: ${report?.failures[0]?.reason ?? JSON.stringify(report)}`);
  const [calls] = await deps.db.select({ made: count() }).from(modelCalls);
  if (calls?.made !== ARTICLES * CALLS) throw new Error(`there were ${calls?.made} calls`);
  return { ms, cpuMs: (user + system) / 1000 };
}

async function insertArticles(db: Db): Promise<void> {
  await db.execute(sql`truncate sources, articles, model_calls, model_budgets cascade`);
  const [source] = await db
    .insert(sources)
    .values({ url: 'https://wire.example/feed.xml', title: 'Benchley Wire', licence: 'full' })
    .returning({ id: sources.id });
  const rows = Array.from({ length: ARTICLES }, (_, i) => ({
    sourceId: source?.id ?? '',
    slug: `story-${i}`,
    url: `https://wire.example/${i}`,
    title: `${TITLE} (${i})`,
    publishedAt: new Date(Date.now() - i * 60_000),
    collectedAt: new Date(),
    body: BODY,
    html: HTML,
    wordCount: countWords(BODY),
    language: 'en',
    pageState: 'read' as const,
    contentHash: `story-${i}`,
  }));
  const kept = await db.insert(articles).values(rows).returning({ id: articles.id });
  const filed = kept.map(({ id }) => ({
    articleId: id,
    category: ANSWERS.reading.categories[0] ?? '',
    position: 0,
  }));
  await db.insert(articleCategories).values(filed);
}

/** The same requests again, as many at a time, and nothing done with their answers. */
async function timeCalls(url: string, bodies: readonly string[]): Promise<number> {
  const dispatcher = new Agent();
  const headers = { 'content-type': 'application/json' };
  const sent = [...bodies];
  const ms = await timeMs(() =>
    forEachLimited(sent, CONCURRENCY, async (body) => {
      const answer = await request(`${url}/chat/completions`, { method: 'POST', body, headers, dispatcher });
      await answer.body.text();
    }),
  );
  await dispatcher.close();
  return ms;
}

/** A model that has read the story, each copy of it a little differently. */
async function openModel() {
  const asked: string[] = [];
  let thinkMs = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push(body);
      const text = completionFor(body);
      const send = () => response.writeHead(200, { 'content-type': 'application/json' }).end(text);
      if (thinkMs === 0) send();
      else setTimeout(send, thinkMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    think: (ms: number) => void (thinkMs = ms),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function completionFor(body: string): string {
  const [, name = ''] = /"name":"(\w+)"/.exec(body) ?? [];
  const [, number = ''] = /\((\d+)\)/.exec(body.slice(body.indexOf(TITLE) + TITLE.length)) ?? [];
  const [first, ...rest] = ANSWERS.reading.claims;
  // So that no two copies are written about from the same facts, and each is a call of its own.
  const claims = first ? [{ ...first, text: `${first.text} (${number})` }, ...rest] : rest;
  const part = answerTo(name, { ...ANSWERS, reading: { ...ANSWERS.reading, claims } });
  return JSON.stringify({
    choices: [
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify(part) } },
    ],
    usage: { prompt_tokens: 3_000, completion_tokens: 2_000, total_tokens: 5_000 },
  });
}

async function benchJudging({ db, config, clock }: CommentDeps): Promise<CommentBench['judging']> {
  const registry = await loadRegistry({ db, config, clock });
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const { opinion, action, todo } = ANSWERS.commentary;
  const prepare = () => {
    const source = createSourceText({ title: TITLE, body: BODY, language: 'en' });
    const candidates = candidatesFor(registry, { categories: ANSWERS.reading.categories, text: source.text });
    const ground = groundFor(source, candidates, { config, day });
    return createJudge(ground, { reading: READING, ids: candidates.ids });
  };
  const runs: { ms: number; prepareMs: number }[] = [];
  for (let run = 0; run < 2 * JUDGEMENTS; run += 1) {
    const from = performance.now();
    const judge = prepare();
    const prepareMs = performance.now() - from;
    const sections = [judge.opinion(opinion), judge.action(action), judge.todo(todo)];
    const ms = performance.now() - from;
    if (sections.some(({ content }) => !content)) throw new Error('a section did not pass');
    if (run >= JUDGEMENTS) runs.push({ ms, prepareMs });
  }
  return {
    runs: JUDGEMENTS,
    ms: median(runs.map((run) => run.ms)),
    prepareMs: median(runs.map((run) => run.prepareMs)),
  };
}

/** As it is kept; where its passages stand is not asked by the judge. */
const READING: Reading = {
  language: 'en',
  claims: ANSWERS.reading.claims.map((claim, i) => ({ ...claim, id: `c${i + 1}`, at: 0 })),
  quotes: ANSWERS.reading.quotes.map((quote, i) => ({ ...quote, id: `q${i + 1}`, at: 0 })),
  dropped: [],
};
