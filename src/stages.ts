import { insertRun, markRunEnded, type Stage } from '../db/run.ts';
import { collect, type CollectReport } from './collect/collect.ts';
import { comment, type CommentReport } from './comment/comment.ts';
import { compose, type ComposeReport } from './compose/compose.ts';
import { deliver, type DeliverReport } from './deliver/deliver.ts';
import type { Deps } from './deps.ts';
import { failure } from './shared/errors.ts';
import type { Progress } from './shared/ports.ts';

export interface StageOptions {
  onProgress?: Progress;
}

/** The four rooms of the day, each run noted in `runs` with its report or the reason why it failed. */
export interface Stages {
  collect: (options?: StageOptions & { all?: boolean; source?: string }) => Promise<CollectReport>;
  comment: (options?: StageOptions) => Promise<CommentReport>;
  compose: () => Promise<ComposeReport>;
  deliver: (options?: StageOptions & { signal?: AbortSignal }) => Promise<DeliverReport>;
}

/** Open the doors of the four rooms, for the schedule and for the commands alike. */
export function createStages(deps: Deps): Stages {
  return {
    collect: (options) => noted(deps, 'collect', () => collect(deps, options)),
    comment: (options) => noted(deps, 'comment', () => comment(deps, options)),
    compose: () => noted(deps, 'compose', () => compose(deps)),
    deliver: (options) => noted(deps, 'deliver', () => deliver(deps, options)),
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
