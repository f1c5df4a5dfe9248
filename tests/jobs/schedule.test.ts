import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimLease, leases } from '../../db/lock.ts';
import type { Work } from '../../jobs/job.ts';
import { startSchedule, type Schedule } from '../../jobs/schedule.ts';
import { upstream } from '../../src/shared/errors.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';

const database = testDatabase();
const open: Schedule[] = [];

beforeEach(() => database.db.execute(sql`truncate leases`));
afterEach(async () => {
  for (const schedule of open.splice(0)) await schedule.stop();
});

/** Times at which the real clock asks for nothing: the 29th of February. */
const NEVER = '0 0 29 2 *';
type Stage = 'collect' | 'comment' | 'compose' | 'deliver';

/** A schedule at a time in New York, whose stages only say that they were called. */
function scheduleAt(time: string, { crons = {}, work = {}, holder = 'one' }: Options = {}) {
  const config = readersConfig({
    collect: { cron: crons.collect ?? NEVER },
    digest: { cron: crons.compose ?? NEVER },
    deliver: { cron: crons.deliver ?? NEVER },
  });
  const calls: string[] = [];
  const errors: object[] = [];
  const stage = (name: Stage) => async () => {
    calls.push(name);
    await work[name]?.();
  };
  const deps = readerDeps(database.db, config);
  deps.time.at = new Date(time);
  const schedule = startSchedule({
    ...deps,
    log: { ...deps.log, error: (fields) => errors.push(fields) },
    holder,
    work: {
      collect: stage('collect'),
      comment: stage('comment'),
      compose: stage('compose'),
      deliver: stage('deliver'),
      batches: () => Promise.resolve(),
      letters: () => Promise.resolve(),
    },
  });
  open.push(schedule);
  return { schedule, calls, errors };
}

interface Options {
  crons?: Partial<Record<'collect' | 'compose' | 'deliver', string>>;
  work?: Partial<Record<Stage, () => Promise<unknown>>>;
  holder?: string;
}

const holderNow = async () => (await database.db.select({ holder: leases.holder }).from(leases))[0]?.holder;

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await sleepFor(5);
}

const MONDAY_NINE = '2026-11-23T14:00:30Z';
const SUNDAY_NINE = '2026-11-22T14:00:30Z';
const MORNING = { compose: '0 6 * * *', deliver: '30 6 * * *' };

describe('at the start', () => {
  test('what was due within the last hours is made up for, in the order of the day', async () => {
    const { calls } = scheduleAt(MONDAY_NINE, { crons: { collect: '5 * * * *', ...MORNING } });
    await until(() => calls.length === 4);
    expect(calls).toEqual(['collect', 'comment', 'compose', 'deliver']);
  });

  test('what is due at this minute is made up for', async () => {
    const { calls } = scheduleAt(MONDAY_NINE, { crons: { compose: '0 9 * * *' } });
    await until(() => calls.length > 0);
    expect(calls).toEqual(['compose']);
  });

  test.each([
    ['what is due later', MONDAY_NINE, { compose: '1 9 * * *' }],
    ['what was due too long ago', '2026-11-23T17:01:00Z', { compose: '0 6 * * *' }],
    ['what is due on other weekdays', SUNDAY_NINE, { compose: '0 6 * * 1-5' }],
    ['what is due at another hour of the newsroom’s zone', '2026-11-23T06:30:00Z', { compose: '0 6 * * *' }],
  ])('%s is not', async (_what, time, crons) => {
    const { schedule, calls } = scheduleAt(time, { crons });
    await until(async () => (await holderNow()) === 'one');
    await schedule.stop();
    expect(calls).toEqual([]);
  });

  test('one that fails is logged with its code, and the next is made up for all the same', async () => {
    const work = { compose: () => Promise.reject(upstream('x.down', 'Down.')) };
    const { calls, errors } = scheduleAt(MONDAY_NINE, { crons: MORNING, work });
    await until(() => calls.length === 2);
    expect(calls).toEqual(['compose', 'deliver']);
    expect(errors).toEqual([{ job: 'compose', code: 'x.down', reason: 'Down.' }]);
  });
});

describe('the lease', () => {
  test('keeps a second process from starting anything', async () => {
    const now = new Date(MONDAY_NINE);
    const lease = { name: 'schedule', holder: 'other', now, until: new Date(now.getTime() + 90_000) };
    await claimLease(database.db, lease);
    const { schedule, calls } = scheduleAt(MONDAY_NINE, { crons: MORNING });
    await schedule.stop();
    expect(calls).toEqual([]);
    expect(await holderNow()).toBe('other');
  });

  test('of a dead process goes to the next, which makes up for what was missed', async () => {
    const now = new Date('2026-11-23T10:59:00Z');
    const lease = { name: 'schedule', holder: 'dead', now, until: new Date(now.getTime() + 90_000) };
    await claimLease(database.db, lease);
    const { calls } = scheduleAt(MONDAY_NINE, { crons: MORNING });
    await until(() => calls.length === 2);
    expect(await holderNow()).toBe('one');
  });

  test('is given back at the stop', async () => {
    const { schedule } = scheduleAt(MONDAY_NINE);
    await until(async () => (await holderNow()) === 'one');
    await schedule.stop();
    expect(await holderNow()).toBeUndefined();
  });
});

describe('a stop', () => {
  test('waits for what runs, keeps the lease as long, and starts nothing more', async () => {
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const { schedule, calls } = scheduleAt(MONDAY_NINE, {
      crons: MORNING,
      work: { compose: () => finished },
    });
    await until(() => calls.length > 0);
    let stopped = false;
    const stopping = schedule.stop().then(() => (stopped = true));
    await sleepFor(30);
    expect(stopped).toBe(false);
    expect(await holderNow()).toBe('one');
    finish();
    await stopping;
    expect(calls).toEqual(['compose']);
    expect(await holderNow()).toBeUndefined();
  });

  test('directly after the start is clean', async () => {
    const { schedule, calls } = scheduleAt(MONDAY_NINE, { crons: MORNING });
    await schedule.stop();
    expect(calls).toEqual([]);
    expect(await holderNow()).toBeUndefined();
  });
});

test('what the clock asks for is started by the holder only, and letters are sent by every process', async () => {
  const letters: string[] = [];
  const started: string[] = [];
  const config = readersConfig({
    collect: { cron: '* * * * *' },
    digest: { cron: NEVER },
    deliver: { cron: NEVER },
  });
  const processOf = (holder: string) => {
    const note = (list: string[]) => () => Promise.resolve(list.push(holder));
    const work: Work = {
      collect: note(started),
      comment: note(started),
      compose: note(started),
      deliver: note(started),
      batches: () => Promise.resolve(),
      letters: note(letters),
    };
    const schedule = startSchedule({ ...readerDeps(database.db, config), holder, work });
    open.push(schedule);
  };
  processOf('one');
  await until(async () => (await holderNow()) === 'one');
  processOf('two');
  await until(() => letters.includes('one') && letters.includes('two') && started.length > 0);
  expect(new Set(started)).toEqual(new Set(['one']));
});
