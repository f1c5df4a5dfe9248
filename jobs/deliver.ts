import type { Config } from '../src/shared/config.ts';
import type { Job } from './job.ts';

/** Deliver the day's edition. */
export const deliverJob = ({ deliver }: Config): Job => ({
  name: 'deliver',
  cron: deliver.cron,
  async run(work) {
    await work.deliver();
  },
});
