import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../db/client.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { testDatabase } from '../helpers/database.ts';
import { endOf, onLine, program, type Program } from '../helpers/program.ts';
import { allRows, dayOfNewsroom, mailBytes } from './state.ts';

const STAGES = ['collect', 'comment', 'compose', 'deliver'];
const MINUTES = 60_000;

/** The day of an undisturbed newsroom; every disturbed one must come to the same. */
const undisturbed = testDatabase();
let first: Program;
let expected: unknown;

beforeAll(async () => {
  first = await program(undisturbed.url);
  const { code, out, err } = await first.run('today', '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.trim().split('\n').map(stageOf)).toEqual(STAGES);
  expected = await dayOfNewsroom(undisturbed.db, first.dataDir);
}, 2 * MINUTES);
afterAll(() => first.cleanUp());

describe('a day', () => {
  test('brings articles, commentary, an edition and a mail for every subscriber', async () => {
    const { db } = undisturbed;
    expect(await countOf(db, 'articles')).toBeGreaterThanOrEqual(16);
    expect(await countOf(db, `commentaries where origin = 'sample'`)).toBeGreaterThanOrEqual(8);
    expect(await countOf(db, `editions where cadence = 'daily'`)).toBe(1);
    expect(await countOf(db, `deliveries where state = 'submitted'`)).toBe(5);
    expect(Object.keys(await mailBytes(first.dataDir))).toHaveLength(5);
  });

  test('run twice, changes nothing the second time and says so', async () => {
    const before = { rows: await allRows(undisturbed.db), mails: await mailBytes(first.dataDir) };
    const { code, out } = await first.run('today');
    expect(code).toBe(0);
    expect(out).toContain('nothing was changed');
    expect({ rows: await allRows(undisturbed.db), mails: await mailBytes(first.dataDir) }).toEqual(before);
  });

  test('with every source asked again, changes no article', async () => {
    const { articles: before } = await allRows(undisturbed.db);
    const { code, out } = await first.run('collect', '--all', '--json');
    expect({ code, report: JSON.parse(out) }).toMatchObject({
      code: 0,
      report: { articles: { added: 0, updated: 0 } },
    });
    expect((await allRows(undisturbed.db)).articles).toBe(before);
  });
});

describe('a day that is killed and run again comes to the same', () => {
  describe.each(STAGES.slice(0, 3))('between %s and the next stage', (stage) => {
    disturbed(async ({ start }) => {
      const child = start('today', '--json');
      onLine(child, (line) => stageOf(line) === stage && child.kill('SIGKILL'));
      return endOf(child);
    });
  });

  describe.each([
    ['collect', 'articles', 6],
    ['comment', 'commentaries', 4],
    ['compose', `runs where stage = 'compose'`, 1],
    ['deliver', `delivery_batches where state = 'claimed'`, 1],
  ] as const)('in the middle of %s', (_stage, rows, many) => {
    disturbed(async ({ start }, db) => {
      const child = start('today', '--json');
      const end = endOf(child);
      while (child.exitCode === null && (await countOf(db, rows)) < many) await sleepFor(5);
      child.kill('SIGKILL');
      return end;
    });
  });
});

function disturbed(killed: (newsroom: Program, db: Db) => Promise<number | null>): void {
  const database = testDatabase();
  test(
    'every row and every mail',
    async () => {
      const newsroom = await program(database.url);
      try {
        expect(await killed(newsroom, database.db), 'it was killed before it was done').toBeNull();
        const { code, err } = await newsroom.run('today', '--json');
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(await dayOfNewsroom(database.db, newsroom.dataDir)).toEqual(expected);
      } finally {
        await newsroom.cleanUp();
      }
    },
    3 * MINUTES,
  );
}

const stageOf = (line: string) => (JSON.parse(line) as { stage: string }).stage;

async function countOf(db: Db, rows: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${rows}`));
  return row?.count ?? 0;
}
