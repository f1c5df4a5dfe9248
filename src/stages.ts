import { insertRun, markRunEnded, type Stage } from '../db/run.ts';
import type { CollectReport } from './collect/collect.ts';
import type { CommentReport } from './comment/comment.ts';
import type { ComposeReport } from './compose/compose.ts';
import type { DeliverReport } from './deliver/deliver.ts';
import type { Deps } from './deps.ts';
import type { Day } from './shared/day.ts';
import { failure } from './shared/errors.ts';
import type { Progress } from './shared/ports.ts';

export interface StageOptions {
  onProgress?: Progress;
}

/** The four rooms of the day, each run noted in `runs` with its report or the reason why it failed. */
export interface Stages {
  collect: (
    options?: StageOptions & { all?: boolean; source?: string; signal?: AbortSignal },
  ) => Promise<CollectReport>;
  comment: (options?: StageOptions & { waitMs?: number; signal?: AbortSignal }) => Promise<CommentReport>;
  compose: (options?: { again?: boolean }) => Promise<ComposeReport>;
  deliver: (options?: StageOptions & { day?: Day; signal?: AbortSignal }) => Promise<DeliverReport>;
}

/**
 * Open the doors of the four rooms, for the schedule and for the commands alike; each is loaded when it is first opened,
 * so that a process that only collects does not hold what only rendering needs.
 */
export function createStages(deps: Deps): Stages {
  return {
    collect: (options) =>
      noted(deps, 'collect', async () => (await import('./collect/collect.ts')).collect(deps, options)),
    comment: (options) =>
      noted(deps, 'comment', async () => (await import('./comment/comment.ts')).comment(deps, options)),
    compose: (options) =>
      noted(deps, 'compose', async () => (await import('./compose/compose.ts')).compose(deps, options)),
    deliver: (options) =>
      noted(deps, 'deliver', async () => (await import('./deliver/deliver.ts')).deliver(deps, options)),
  };
}

async function noted<T>({ db, clock }: Deps, stage: Stage, work: () => Promise<T>): Promise<T> {
  const run = await insertRun(db, { stage, startedAt: clock.now() });
  try {
    const report = await work();
    await markRunEnded(db, run, { endedAt: clock.now(), report, code: null, reason: null });
    return report;
  } catch (error) {
    const { code, reason } = failure(error);
    await markRunEnded(db, run, { endedAt: clock.now(), report: null, code, reason });
    throw error;
  }
}
