import { describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { randomOf } from '../helpers/random.ts';
import { killRun } from './kill-run.ts';

const database = testDatabase();

/** The long form is `npm run bench -- kill`. */
describe('workers that are killed at random moments', () => {
  test.each([1, 2])(
    'and started again mail everybody once (run %i)',
    async (seed) => {
      const run = await killRun(database, { readers: 300, leaseMs: 1_500, random: randomOf(seed) });
      expect(run).toMatchObject({ duplicates: 0, missing: 0, conflicts: 0, unsettled: 0 });
      expect(run.kills).toBeGreaterThan(0);
      expect(run.server).toMatchObject({ slept: 1 });
      expect(run.server.dropped).toBeGreaterThan(0);
    },
    120_000,
  );
});
