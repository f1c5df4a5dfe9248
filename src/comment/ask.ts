import { createHash } from 'node:crypto';
import type { WithDb } from '../../db/client.ts';
import {
  findAcceptedCall,
  markCallEnded,
  markCallsAccepted,
  type Amount,
  type PlannedCall,
} from '../../db/model-call.ts';
import { dayOf } from '../shared/day.ts';
import { AppError, failure, upstream } from '../shared/errors.ts';
import type { Model, ModelAnswer, ModelRequest, Ports } from '../shared/ports.ts';
import { costOf, type Purse } from './purse.ts';

/** Wait so many milliseconds. */
export type Sleep = (ms: number) => Promise<void>;

export type AskDeps = WithDb<Ports & { model: Model; purse: Purse; quiet: Quiet; sleep: Sleep }>;

/** A call, and the same with nothing in it that is fresh each time. */
export interface Question {
  request: ModelRequest;
  /** What is asked, with the fences and canaries of every call alike: the same text has the same answer. */
  lasting: string;
}

export interface Answered extends ModelAnswer {
  /** The calls of the ledger that led to it; none for a model that makes no calls. */
  callIds: string[];
  /** Say that it was fit for use, so that the same call need not be made again. */
  accept(): Promise<void>;
}

/** When the model server wants to be, or had better be, left alone by all workers of a run. */
export interface Quiet {
  until: Date | undefined;
  reason: string;
  /** Calls in a row that found nobody. */
  strikes: number;
}

export const createQuiet = (): Quiet => ({ until: undefined, reason: '', strikes: 0 });

/** A server that did not answer so often in a row is left alone. */
const STRIKES_MAX = 3;
const QUIET_MS = 5 * 60_000;
const BACK_OFF_MS = 1_000;
/** Each form that a server does not know costs one answer. */
const FORMS_MAX = 6;

/**
 * Ask a model one question about an article: from the ledger where the same was answered before, else by a call, with a
 * row of the ledger for each attempt.
 *
 * Shape: undefined when this model has nothing for the article (the sample newsroom's).
 * Errors: AppError `model.*` of the driver; `model.ceiling` when the day's ceiling leaves no room; `model.parked`, with
 * `retryAfterSeconds`, when the server asked to be left alone for longer than a try, or does not answer.
 */
export async function ask(
  deps: AskDeps,
  { request, lasting }: Question,
  about: { articleId: string; rank: number },
): Promise<Answered | undefined> {
  const { db, model } = deps;
  if (model.origin === 'sample') {
    const answer = await model.complete(request);
    return answer && { ...answer, callIds: [], accept: () => Promise.resolve() };
  }
  const key = createHash('sha256').update(`${model.name}\n${lasting}`).digest('hex');
  const known = await findAcceptedCall(db, key);
  if (known?.answer != null)
    return {
      text: known.answer,
      usage: undefined,
      truncated: known.isTruncated,
      callIds: [known.id],
      accept: () => Promise.resolve(),
    };
  return attempt(deps, request, { ...about, key });
}

async function attempt(
  deps: AskDeps,
  request: ModelRequest,
  about: { articleId: string; rank: number; key: string },
): Promise<Answered | undefined> {
  const { config, clock, quiet, sleep } = deps;
  let forms = 0;
  for (let tries = 1; ;) {
    refuseWhileQuiet(quiet, clock.now());
    try {
      const answered = await callOnce(deps, request, about);
      quiet.strikes = 0;
      return answered;
    } catch (error) {
      if (!(error instanceof AppError) || !error.retryable) throw error;
      if (error.code === 'model.form_unknown') {
        forms += 1;
        if (forms > FORMS_MAX) throw error;
        continue;
      }
      if (error.retryAfterSeconds !== undefined) throw parked(quiet, error, clock.now());
      if (tries >= config.comment.attempts) throw exhausted(quiet, error, clock.now());
      await sleep(BACK_OFF_MS * 2 ** (tries - 1) * (1 + Math.random() / 2));
      tries += 1;
    }
  }
}

async function callOnce(
  deps: AskDeps,
  request: ModelRequest,
  { articleId, rank, key }: { articleId: string; rank: number; key: string },
): Promise<Answered | undefined> {
  const { db, model, clock, config, purse } = deps;
  const now = clock.now();
  const day = dayOf(now, config.newsroom.timezone);
  const call: PlannedCall = {
    articleId,
    task: request.schema.name,
    model: model.name,
    key,
    day,
    startedAt: now,
  };
  const id = await purse.take(rank, call, reserveFor(deps, request));
  if (id === undefined) throw upstream('model.ceiling', ceilingReached(deps, day));
  try {
    const given = await model.complete(request);
    if (!given) throw upstream('model.failed', 'The model server gave no answer.', { retryable: true });
    const answer = { ...given, text: storable(given.text) };
    await markCallEnded(db, id, { ...endOf(deps, request, answer), endedAt: clock.now() });
    return { ...answer, callIds: [id], accept: () => markCallsAccepted(db, [id], clock.now()) };
  } catch (error) {
    await markCallEnded(db, id, { ...failedEnd(deps, request, error), endedAt: clock.now() });
    throw error;
  } finally {
    purse.settled();
  }
}

/** Without what PostgreSQL refuses in a text. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '');

/**
 * The most that a call may come to.
 *
 * Units: a token is at least one byte, so a request has at most as many tokens as bytes; the answer has at most what is
 * allowed.
 */
function reserveFor({ config }: AskDeps, request: ModelRequest): Amount {
  const input = requestBytes(request) + FRAME_TOKENS;
  const output = request.outputTokensMax;
  return { tokens: input + output, microUsd: costOf(config.comment.provider, { input, output }) };
}

/** What a server puts around the messages. */
const FRAME_TOKENS = 64;
/** Where a server does not say what it used. */
const BYTES_PER_TOKEN = 3.5;

const estimate = (bytes: number) => Math.ceil(bytes / BYTES_PER_TOKEN);

/** Everything that is sent, in UTF-8. */
export function requestBytes({ system, user, repair, schema }: Omit<ModelRequest, 'articleUrl'>): number {
  return Buffer.byteLength(
    system + user + (repair ? repair.answer + repair.faults : '') + JSON.stringify(schema.json),
  );
}

function endOf({ config }: AskDeps, request: ModelRequest, { text, usage, truncated }: ModelAnswer) {
  const input = usage?.inputTokens ?? estimate(requestBytes(request));
  const output = usage?.outputTokens ?? estimate(Buffer.byteLength(text));
  return {
    state: 'answered' as const,
    inputTokens: input,
    outputTokens: output,
    microUsd: costOf(config.comment.provider, { input, output }),
    isEstimated: usage === undefined,
    code: null,
    reason: null,
    answer: text,
    isTruncated: truncated,
  };
}

/** A failed attempt counts what was sent, unless the server cannot have worked on it. */
function failedEnd({ config }: AskDeps, request: ModelRequest, error: unknown) {
  const { code, reason } = failure(error);
  const input = UNWORKED.has(code) ? 0 : estimate(requestBytes(request));
  return {
    state: 'failed' as const,
    inputTokens: input,
    outputTokens: 0,
    microUsd: costOf(config.comment.provider, { input, output: 0 }),
    isEstimated: input > 0,
    code,
    reason,
    answer: null,
    isTruncated: false,
  };
}

/** Never connected, or turned away at the door. */
const UNWORKED = new Set([
  'model.unreachable',
  'model.form_unknown',
  'model.rate_limited',
  'model.refused',
  'model.too_long',
]);

function refuseWhileQuiet({ until, reason }: Quiet, now: Date): void {
  if (until !== undefined && until > now) throw parkedUntil(until, reason, now);
}

function parked(quiet: Quiet, error: AppError, now: Date): AppError {
  quiet.until = new Date(now.getTime() + Math.max(1, error.retryAfterSeconds ?? 0) * 1000);
  quiet.reason = error.message;
  return parkedUntil(quiet.until, error.message, now);
}

function exhausted(quiet: Quiet, error: AppError, now: Date): AppError {
  quiet.strikes += 1;
  const until = new Date(now.getTime() + QUIET_MS);
  if (quiet.strikes >= STRIKES_MAX) Object.assign(quiet, { until, reason: error.message, strikes: 0 });
  return parkedUntil(until, error.message, now);
}

function parkedUntil(until: Date, reason: string, now: Date): AppError {
  return upstream('model.parked', reason, {
    retryable: true,
    retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });
}

function ceilingReached({ config }: AskDeps, day: string): string {
  const { tokensPerDay, usdPerDay } = config.comment;
  const money = usdPerDay === undefined ? '' : ` and ${String(usdPerDay)} US dollars`;
  return `The ceiling of ${day} is reached: ${String(tokensPerDay)} tokens${money} (comment.tokensPerDay, comment.usdPerDay).`;
}
