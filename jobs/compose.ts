import type { Config } from '../src/shared/config.ts';
import type { Job } from './job.ts';

/** Compose the day's edition. */
export const composeJob = ({ digest }: Config): Job => ({
  name: 'compose',
  cron: digest.cron,
  async run(work) {
    await work.compose();
  },
});
