import { schedule as scheduleTask, type ScheduledTask } from 'node-cron';
import { claimLease, deleteLease } from '../db/lock.ts';
import { AppError, failure } from '../src/shared/errors.ts';
import type { Ports } from '../src/shared/ports.ts';
import { collectJob } from './collect.ts';
import { composeJob } from './compose.ts';
import { deliverJob } from './deliver.ts';
import { lettersJob } from './letters.ts';
import type { Job, Work } from './job.ts';

export type ScheduleDeps = Ports & {
  db: Parameters<typeof claimLease>[0];
  work: Work;
  /** Which process this is, among several on one database. */
  holder: string;
};

export interface Schedule {
  /** Start nothing more, and wait for what runs. */
  stop(): Promise<void>;
}

/**
 * Keep the newsroom's schedule, in its time zone.
 *
 * Of several processes on one database only the one that holds the lease starts what the clock asks for; the lease runs
 * out a while after its holder has died. A job that was due within the last hours while no process ran is made up for
 * once, at the start.
 */
export function startSchedule(deps: ScheduleDeps): Schedule {
  const running = new Set<Promise<void>>();
  const lease = keepLease(deps);
  const start = (job: Job, isOurs: () => Promise<boolean>) => {
    const run = isOurs()
      .then((ours) => (ours ? job.run(deps.work) : undefined))
      .catch((error: unknown) => report(deps, job, error))
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const { timezone } = deps.config.newsroom;
  const jobs = [collectJob(deps.config), composeJob(deps.config), deliverJob(deps.config)];
  const tasks = jobs.map((job) =>
    scheduleTask(job.cron, () => start(job, lease.claim), { timezone, name: job.name, noOverlap: true }),
  );
  // Letters are claimed row by row, so every process may send them.
  const letters = lettersJob();
  const everySecond = scheduleTask(letters.cron, () => start(letters, () => Promise.resolve(true)), {
    noOverlap: true,
  });
  const madeUp = makeUp(deps, { jobs, tasks, start: (job) => start(job, lease.claim) });
  return {
    async stop() {
      for (const task of [...tasks, everySecond]) await task.destroy();
      lease.stop();
      await madeUp;
      await Promise.all(running);
      await deleteLease(deps.db, { name: LEASE, holder: deps.holder });
    },
  };
}

const LEASE = 'schedule';
const LEASE_MS = 90_000;
/** How late a missed job is still made up for. */
const MAKE_UP_MS = 6 * 3_600_000;

function keepLease({ db, clock, holder, log }: ScheduleDeps) {
  const claim = () => {
    const now = clock.now();
    return claimLease(db, { name: LEASE, holder, now, until: new Date(now.getTime() + LEASE_MS) });
  };
  const renew = () =>
    claim().catch((error: unknown) =>
      log.warn({ code: failure(error).code }, 'the lease of the schedule could not be renewed'),
    );
  const timer = setInterval(() => void renew(), LEASE_MS / 3);
  return { claim, stop: () => clearInterval(timer) };
}

/** Jobs are safe to repeat, so one that did run is made up for without harm. */
async function makeUp(
  { clock }: ScheduleDeps,
  { jobs, tasks, start }: { jobs: Job[]; tasks: ScheduledTask[]; start: (job: Job) => Promise<void> },
): Promise<void> {
  for (const [i, job] of jobs.entries()) {
    const task = tasks[i];
    const now = clock.now().getTime();
    if (task && lastRunBefore(task, now) > now - MAKE_UP_MS) await start(job);
  }
}

/** When a task that runs at even intervals was due last; 0 when that cannot be told. */
function lastRunBefore(task: ScheduledTask, now: number): number {
  const [next, second] = task.getNextRuns(2).map((at) => at.getTime());
  if (next === undefined || second === undefined) return 0;
  const last = next - (second - next);
  return last <= now ? last : 0;
}

function report({ log }: ScheduleDeps, job: Job, error: unknown): void {
  const { code, reason } = failure(error);
  const fields =
    error instanceof AppError ? { job: job.name, code, reason } : { job: job.name, code, err: error };
  log.error(fields, 'a job failed');
}
