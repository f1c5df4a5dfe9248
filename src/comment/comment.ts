import type { Config } from '../shared/config.ts';
import type { WithDb } from '../../db/client.ts';
import { claimUncommented, findNextParked, listUncommented, type Uncommented } from '../../db/uncommented.ts';
import { failure } from '../shared/errors.ts';
import type { Model, Ports, Progress } from '../shared/ports.ts';
import { scoreOf } from '../shared/rank.ts';
import { forEachLimited, sleepFor } from '../shared/retry.ts';
import { commentOn } from './article.ts';
import type { Sleep } from './ask.ts';
import { contextFor } from './limits.ts';
import { loadPrompts } from './prompts/load.ts';
import type { Prompts } from './prompts/prompt.ts';
import { ceilingOf, costOf, createPurse, type Purse } from './purse.ts';
import { createQuiet, type Quiet } from './quiet.ts';
import { loadRegistry, type Registry } from './registry.ts';
import type { Failed, Outcome } from './settle.ts';

export type CommentDeps = WithDb<Ports & { model: Model | undefined }>;

export interface CommentReport {
  /** Who was asked; null without a model. */
  model: string | null;
  /** Articles that got an opinion or an action. */
  written: number;
  /** Of these, how many a person has to look at before readers see them. */
  waitingForReview: number;
  /** Articles that got a to-do list from the registry only. */
  withoutOpinion: number;
  failures: { article: string; code: string; reason: string }[];
  /** Why the model was not asked any further in this run; null when it was. */
  stopped: string | null;
  /** When the first of the articles that were put off is asked about again; null when none is. */
  parkedUntil: Date | null;
}

/** What the workers of one run share. */
export interface Run {
  registry: Registry;
  purse: Purse;
  quiet: Quiet;
  /** What became of each article, by its id; of one that was put off and tried again, the last. */
  outcomes: Map<string, { title: string; outcome: Outcome }>;
  /** Why the model is not asked any further. */
  stopped: string | null;
  /** Every wait of the run goes through it. */
  sleep: Sleep;
  /** Raised when the run is to end: what is in hand is let go of, as if it had not been begun. */
  signal: AbortSignal | undefined;
  /** Loaded once. Errors: AppError `prompt.unreadable`. */
  prompts(): Promise<Prompts>;
}

export interface CommentOptions {
  onProgress?: Progress | undefined;
  /** How long to wait in all for a server that asks for patience; 0 by default. */
  waitMs?: number;
  /** Once it is raised no further article is begun, and what is in hand is let go of. */
  signal?: AbortSignal | undefined;
  /** Replaced in tests. */
  sleep?: Sleep;
}

/**
 * Write about the articles that have no commentary yet, and about those whose commentary lacks something that a model
 * may be asked for now; who ranks highest first.
 *
 * In: articles whose page has been read. Out: per article one row and its sections, each with its state and every
 * gate's verdict, and else with the reason why there is none. Safe to repeat and for any number of processes: each article
 * is worked on under a lock of its own, every answer that was paid for is kept, and what a person decided stays.
 */
export async function comment(deps: CommentDeps, options: CommentOptions = {}): Promise<CommentReport> {
  const { db, config, clock, model } = deps;
  const { waitMs = 0, sleep = sleepFor } = options;
  const deadline = clock.now().getTime() + waitMs;
  const since = new Date(clock.now().getTime() - config.digest.windowHours * 3_600_000);
  const run = await openRun(deps, { sleep, signal: options.signal });
  for (;;) {
    await pass(deps, run, { since, onProgress: options.onProgress });
    if (options.signal?.aborted) return reportOf(run, { model: model?.name ?? null, parkedUntil: null });
    const now = clock.now();
    const parked = model ? await findNextParked(db, { since, now }) : undefined;
    if (!parked || parked.getTime() > deadline || run.stopped !== null)
      return reportOf(run, { model: model?.name ?? null, parkedUntil: parked ?? null });
    await sleep(parked.getTime() - now.getTime());
  }
}

async function openRun(deps: CommentDeps, { sleep, signal }: Pick<Run, 'sleep' | 'signal'>): Promise<Run> {
  const { db, config } = deps;
  let prompts: Promise<Prompts> | undefined;
  return {
    registry: await loadRegistry(deps),
    purse: createPurse(db, ceilingOf(config.comment)),
    quiet: createQuiet(),
    sleep,
    signal,
    prompts: () => (prompts ??= loadPrompts(config.comment.promptsDir)),
    outcomes: new Map(),
    stopped: null,
  };
}

/** Once through all that waits. */
async function pass(
  deps: CommentDeps,
  run: Run,
  { since, onProgress }: { since: Date; onProgress: Progress | undefined },
): Promise<void> {
  const { db, config, clock, model } = deps;
  const { signal } = run;
  const now = clock.now();
  const retry = model?.origin === 'model' ? { before: now, now } : undefined;
  const waiting = await listUncommented(db, { since, limit: WAITING_MAX, retry });
  const ranked = inRank(waiting, run.registry, { now, config });
  const chosen = ranked.slice(0, config.comment.articlesMax);
  const promise = promiseOf(deps);
  let done = 0;
  await forEachLimited(chosen, config.comment.concurrency, async (article, rank) => {
    if (signal?.aborted) return;
    run.purse.begin(rank, promise);
    try {
      await claimUncommented(db, { articleId: article.id, retry }, async (fresh, before) => {
        note(run, fresh, await commentOn(deps, run, { article: fresh, rank, before }));
      });
    } catch (error) {
      if (signal?.aborted) return;
      // One article's: what holds its lock may have been cut off. The others go on.
      deps.log.error({ article: article.id, err: error }, 'writing failed');
      const { code, reason } = failure(error);
      note(run, article, { kind: 'without', code, reason, isFailure: true });
    } finally {
      run.purse.end(rank);
    }
    done += 1;
    onProgress?.(done, chosen.length);
  });
}

/** More than any newsroom writes about; what lies beyond is older. */
const WAITING_MAX = 2_000;

function note(run: Run, { id, title }: Uncommented, outcome: Outcome): void {
  if (outcome.kind !== 'unchanged') run.outcomes.set(id, { title, outcome });
  const failed = failedOf(outcome);
  if (failed?.code === 'model.refused') run.stopped = failed.reason;
}

function reportOf(
  { outcomes, stopped }: Run,
  ends: Pick<CommentReport, 'model' | 'parkedUntil'>,
): CommentReport {
  const all = [...outcomes.values()];
  const written = all.flatMap(({ outcome }) => (outcome.kind === 'written' ? [outcome] : []));
  const failures = all.flatMap(({ title, outcome }) => {
    const failed = failedOf(outcome);
    return failed?.isFailure ? [{ article: title, code: failed.code, reason: failed.reason }] : [];
  });
  return {
    ...ends,
    written: written.length,
    waitingForReview: written.filter(({ waitsForReview }) => waitsForReview).length,
    withoutOpinion: all.length - written.length,
    failures,
    stopped,
  };
}

function failedOf(outcome: Outcome): Failed | undefined {
  if (outcome.kind === 'written') return outcome.failed;
  return outcome.kind === 'without' ? outcome : undefined;
}

/** As an edition ranks them, so that the stories on top are written about first. */
function inRank(
  waiting: readonly Uncommented[],
  { petitions }: Registry,
  { now, config: { digest, sources } }: { now: Date; config: Config },
): Uncommented[] {
  const petitionFor = ({ categories }: Uncommented) =>
    petitions.find((petition) => petition.categories.some((slug) => categories.includes(slug))) ?? null;
  const weights = new Map(sources.map(({ url, weight }) => [url, weight]));
  const rankedOf = (article: Uncommented) => ({
    ...article,
    hasCommentary: false,
    petition: petitionFor(article),
    sourceWeight: weights.get(article.sourceUrl) ?? 1,
  });
  const scored = waiting.map((article) => ({
    article,
    score: scoreOf(rankedOf(article), now, digest.windowHours),
  }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ article }) => article);
}

/** What an article that has been begun will need yet: about one call to write. */
function promiseOf({ config }: CommentDeps) {
  const { output } = contextFor(config.comment.provider);
  const tokens = { input: WRITE_BYTES, output };
  return { tokens: tokens.input + tokens.output, microUsd: costOf(config.comment.provider, tokens) };
}

/** About what the writing step sends. */
const WRITE_BYTES = 12_000;
