import { createHash } from 'node:crypto';
import type { WithDb } from '../../db/client.ts';
import { findAcceptedCall, markCallEnded, markCallsAccepted, type PlannedCall } from '../../db/model-call.ts';
import { dayOf } from '../shared/day.ts';
import { AppError, conflict, upstream } from '../shared/errors.ts';
import type { Model, ModelAnswer, ModelRequest, Ports } from '../shared/ports.ts';
import { endOf, failedEnd, reserveFor } from './ask-cost.ts';
import type { Purse } from './purse.ts';
import { exhausted, parked, refuseWhileQuiet, type Quiet } from './quiet.ts';

/** Wait so many milliseconds. */
export type Sleep = (ms: number) => Promise<void>;

export type AskDeps = WithDb<
  Ports & { model: Model; purse: Purse; quiet: Quiet; sleep: Sleep; signal: AbortSignal | undefined }
>;

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

const BACK_OFF_MS = 1_000;
/** Each form that a server does not know costs one answer. */
const FORMS_MAX = 6;

/**
 * Ask a model one question about an article: from the ledger where the same was answered before, else by a call, with a
 * row of the ledger for each attempt.
 *
 * Shape: undefined when this model has nothing for the article (the sample newsroom's).
 * Errors: AppError `model.*` of the driver; `model.ceiling` when the day's ceiling leaves no room; `model.parked`, with
 * `retryAfterSeconds`, when the server asked to be left alone for longer than a try, or does not answer; `run.stopped`.
 */
export async function ask(
  deps: AskDeps,
  { request, lasting }: Question,
  about: { articleId: string; rank: number },
): Promise<Answered | undefined> {
  const { db, model, config } = deps;
  if (model.origin === 'sample') {
    const answer = await model.complete(request);
    return answer && { ...answer, callIds: [], accept: () => Promise.resolve() };
  }
  const key = createHash('sha256')
    .update(JSON.stringify([model.name, model.server, config.comment.provider, lasting]))
    .digest('hex');
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
  const { config, clock, quiet, sleep, signal } = deps;
  let forms = 0;
  for (let tries = 1; ;) {
    refuseWhileQuiet(quiet, clock.now());
    try {
      const answered = await callOnce(deps, request, about);
      quiet.strikes = 0;
      return answered;
    } catch (error) {
      if (signal?.aborted) throw conflict('run.stopped', 'The run was stopped.', { cause: error });
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
  const { db, model, clock, config, purse, quiet, signal } = deps;
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
  const id = await purse.take(rank, call, reserveFor(config, request, quiet.outputTokensSeen));
  if (id === undefined) throw upstream('model.ceiling', ceilingReached(deps, day));
  try {
    const given = await model.complete({ ...request, ...(signal ? { signal } : {}) });
    if (!given) throw upstream('model.failed', 'The model server gave no answer.', { retryable: true });
    const answer = { ...given, text: storable(given.text) };
    quiet.outputTokensSeen = Math.max(quiet.outputTokensSeen, answer.usage?.outputTokens ?? 0);
    await markCallEnded(db, id, { ...endOf(config, request, answer), endedAt: clock.now() });
    return { ...answer, callIds: [id], accept: () => markCallsAccepted(db, [id], clock.now()) };
  } catch (error) {
    await markCallEnded(db, id, { ...failedEnd(config, request, error), endedAt: clock.now() });
    throw error;
  } finally {
    purse.settled();
  }
}

/** Without what PostgreSQL refuses in a text. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '');

function ceilingReached({ config }: AskDeps, day: string): string {
  const { tokensPerDay, usdPerDay } = config.comment;
  const money = usdPerDay === undefined ? '' : ` and ${String(usdPerDay)} US dollars`;
  return `The ceiling of ${day} is reached: ${String(tokensPerDay)} tokens${money} (comment.tokensPerDay, comment.usdPerDay).`;
}
