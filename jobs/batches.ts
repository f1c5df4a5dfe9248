import type { Job } from './job.ts';

/** Go on with deliveries that were put off: the next edition is a day away, and their keys are good for less. */
export const batchesJob = (): Job => ({
  name: 'batches',
  cron: '* * * * *',
  async run(work) {
    await work.batches();
  },
});
