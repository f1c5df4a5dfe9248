import type { WithDb } from '../../db/client.ts';
import { claimUncommented, listUncommented, type Uncommented } from '../../db/commentary.ts';
import { listOfficials } from '../../db/official.ts';
import { listActivePetitions } from '../../db/petition.ts';
import { dayOf } from '../shared/day.ts';
import { AppError, failure } from '../shared/errors.ts';
import { isOpenAt } from '../shared/open.ts';
import type { Model, Ports, Progress } from '../shared/ports.ts';
import { forEachLimited } from '../shared/retry.ts';
import { withoutCommentary, writeCommentary, type Registry } from './write.ts';

export type CommentDeps = WithDb<Ports & { model: Model | undefined }>;

export interface CommentReport {
  /** Who was asked; null without a model. */
  model: string | null;
  /** Articles that got an opinion, an action and a to-do list. */
  written: number;
  /** Articles that got a to-do list from the registry only. */
  withoutOpinion: number;
  failures: { article: string; code: string; reason: string }[];
  /** Why the model was not asked any further in this run; null when it was. */
  stopped: string | null;
}

/**
 * Write about the articles that have no commentary yet.
 *
 * In: articles whose page has been read. Out: one commentary row each, with opinion and action only when every gate is
 * green, and else with the reason why not. Safe to repeat and for any number of processes: each article is worked on under
 * its row's lock, and what is written stays, but for rows that no model has written while one can be asked.
 */
export async function comment(
  deps: CommentDeps,
  options: { onProgress?: Progress } = {},
): Promise<CommentReport> {
  const { db, config, clock, model } = deps;
  const startedAt = clock.now();
  const retry =
    model?.origin === 'model' ? { before: startedAt, attemptsMax: config.comment.attempts } : undefined;
  const since = new Date(startedAt.getTime() - config.digest.windowHours * 3_600_000);
  const waiting = await listUncommented(db, { since, limit: config.comment.articlesMax, retry });
  const registry = await registryOf(deps);
  const report: CommentReport = {
    model: model?.name ?? null,
    written: 0,
    withoutOpinion: 0,
    failures: [],
    stopped: null,
  };
  let done = 0;
  await forEachLimited(waiting, config.comment.concurrency, async (article) => {
    const write = (attempts: number) => writeOne(deps, article, { registry, report, attempts });
    await claimUncommented(db, { articleId: article.id, retry }, write);
    done += 1;
    options.onProgress?.(done, waiting.length);
  });
  return report;
}

async function writeOne(
  deps: CommentDeps,
  article: Uncommented,
  { registry, report, attempts }: { registry: Registry; report: CommentReport; attempts: number },
) {
  const { model } = deps;
  const without = (reason: string, tries: number) => {
    report.withoutOpinion += 1;
    return withoutCommentary(deps, article, { registry, reason, attempts: tries });
  };
  if (!model) return without('No model is configured.', attempts);
  if (report.stopped !== null) return without(report.stopped, attempts);
  try {
    const written = await writeCommentary({ ...deps, model }, article, registry);
    if (!written) return without('The sample newsroom has no text about this story.', attempts + 1);
    report.written += 1;
    return written;
  } catch (error) {
    const { code, reason, retryable } = failure(error);
    if (!(error instanceof AppError)) deps.log.error({ article: article.id, err: error }, 'writing failed');
    if (code === 'model.refused') report.stopped = reason;
    report.failures.push({ article: article.title, code, reason });
    // What lies with the server is not held against the article.
    return without(reason, retryable || code === 'model.refused' ? attempts : attempts + 1);
  }
}

const REGISTRY_MAX = 200;

async function registryOf({ db, config, clock }: CommentDeps): Promise<Registry> {
  const now = clock.now();
  const petitions = await listActivePetitions(db, { limit: REGISTRY_MAX });
  const day = dayOf(now, config.newsroom.timezone);
  return {
    petitions: petitions.filter((petition) => isOpenAt(petition, now)),
    officials: await listOfficials(db, { day, limit: REGISTRY_MAX }),
  };
}
