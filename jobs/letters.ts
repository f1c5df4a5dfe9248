import type { Job } from './job.ts';

/** Send the letters that wait: somebody is looking at their inbox. */
export const lettersJob = (): Job => ({
  name: 'letters',
  cron: '*/2 * * * * *',
  async run(work) {
    await work.letters();
  },
});
