import { schedule as scheduleTask, type ScheduledTask } from 'node-cron';
import { claimLease, deleteLease } from '../db/lock.ts';
import { AppError, failure } from '../src/shared/errors.ts';
import type { Ports } from '../src/shared/ports.ts';
import { batchesJob } from './batches.ts';
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
 * out a while after its holder has died. Whoever gets the lease makes up for what was due within the last hours, while
 * perhaps nobody had it: jobs are safe to repeat, so one that did run is made up for without harm.
 */
export function startSchedule(deps: ScheduleDeps): Schedule {
  const running = new Set<Promise<void>>();
  let stopping = false;
  const start = (job: Job, isOurs: () => Promise<boolean>) => {
    const run = isOurs()
      .then((ours) => (ours && !stopping ? job.run(deps.work) : undefined))
      .catch((error: unknown) => report(deps, job, error))
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const { timezone } = deps.config.newsroom;
  const jobs = [collectJob, composeJob, deliverJob, batchesJob].map((jobOf) => jobOf(deps.config));
  const clocked = jobs.map((job) => ({
    job,
    task: scheduleTask(job.cron, () => start(job, lease.claim), {
      timezone,
      name: job.name,
      noOverlap: true,
    }),
  }));
  const makeUp = async () => {
    for (const { job, task } of clocked)
      if (wasDue(task, deps.clock.now())) await start(job, () => Promise.resolve(true));
  };
  const lease = keepLease(deps, () => {
    const madeUp = makeUp().finally(() => running.delete(madeUp));
    running.add(madeUp);
  });
  // Letters are claimed row by row, so every process may send them.
  const letters = lettersJob();
  const lettersTask = scheduleTask(letters.cron, () => start(letters, () => Promise.resolve(true)), {
    noOverlap: true,
  });
  return {
    async stop() {
      stopping = true;
      for (const task of [...clocked.map((entry) => entry.task), lettersTask]) await task.destroy();
      await Promise.all(running);
      await lease.stop();
    },
  };
}

const LEASE = 'schedule';
const LEASE_MS = 90_000;
/** How late a missed job is still made up for. */
const MAKE_UP_MS = 6 * 3_600_000;
const MINUTE_MS = 60_000;

/** Hold the lease, or wait for it; `onGain` is called each time that it becomes ours. */
function keepLease({ db, clock, holder, log }: ScheduleDeps, onGain: () => void) {
  let held = false;
  const claim = async () => {
    const now = clock.now();
    const had = held;
    held = await claimLease(db, { name: LEASE, holder, now, until: new Date(now.getTime() + LEASE_MS) });
    if (held && !had) onGain();
    return held;
  };
  const renew = async () => {
    try {
      await claim();
    } catch (error) {
      log.warn({ code: failure(error).code }, 'the lease of the schedule could not be renewed');
    }
  };
  let renewal = renew();
  const timer = setInterval(() => {
    renewal = renew();
  }, LEASE_MS / 3);
  return {
    claim,
    async stop() {
      clearInterval(timer);
      await renewal;
      await deleteLease(db, { name: LEASE, holder });
    },
  };
}

/** Whether the clock asked for a task within the last hours. */
function wasDue(task: ScheduledTask, now: Date): boolean {
  const minute = now.getTime() - (now.getTime() % MINUTE_MS);
  return Array.from({ length: MAKE_UP_MS / MINUTE_MS }, (_, i) => new Date(minute - i * MINUTE_MS)).some(
    (at) => task.match(at),
  );
}

function report({ log }: ScheduleDeps, job: Job, error: unknown): void {
  const { code, reason } = failure(error);
  const fields =
    error instanceof AppError ? { job: job.name, code, reason } : { job: job.name, code, err: error };
  log.error(fields, 'a job failed');
}
