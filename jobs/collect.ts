import type { Config } from '../src/shared/config.ts';
import type { Job } from './job.ts';

/** Collect what is due, then write about what is new. */
export const collectJob = ({ collect }: Config): Job => ({
  name: 'collect',
  cron: collect.cron,
  async run(work) {
    await work.collect();
    await work.comment();
  },
});
