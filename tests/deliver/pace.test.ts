import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { findMailPace } from '../../db/mail-pace.ts';
import { createPace, createTurn, type Pace } from '../../src/deliver/pace.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

/** Some processes that send by one mailer, each with a pace of its own, and the clock that they share. */
function processes(
  deliver: ConfigInput['deliver'] = {},
  { count = 1, server }: { count?: number; server?: string } = {},
) {
  const config = readersConfig({ deliver: { requestsPerSecond: 1000, ...deliver } });
  const deps = readerDeps(database.db, config);
  const mailer = { name: 'resend' as const, ...(server === undefined ? {} : { server }) };
  const [first, ...others] = Array.from({ length: count }, () => createPace(deps, mailer));
  if (!first) throw new Error('there is one at least');
  return { pace: first, all: [first, ...others], time: deps.time };
}

const mailsOf = async (name = 'resend') => (await findMailPace(database.db, name))?.mails;

describe('the ceiling of a day', () => {
  test('a call that does not fit waits for the next day, and a smaller one still goes', async () => {
    const { pace, time } = processes({ mailsPerDay: 150 });
    expect(await pace.findHold()).toBeUndefined();
    expect(await pace.enter(100)).toBeUndefined();
    const full = await pace.enter(100);
    expect(full).toEqual({
      until: new Date('2026-11-24T00:00:00Z'),
      reason: expect.stringContaining('150 mails may go out on 2026-11-23 (deliver.mailsPerDay)'),
    });
    expect(await pace.findHold()).toEqual(full);
    expect(await pace.enter(50)).toBeUndefined();
    expect(await mailsOf()).toBe(150);
    time.at = new Date('2026-11-24T00:00:00Z');
    expect(await pace.findHold()).toBeUndefined();
    expect(await pace.enter(100)).toBeUndefined();
    expect(await mailsOf()).toBe(100);
  });

  test('a process that starts anew knows of a full day before it claims anything', async () => {
    const deliver = { warmUp: { from: '2026-11-22', ceilings: [{ day: 1, mails: 100 }] } };
    await processes(deliver).pace.enter(100);
    const hold = await processes(deliver).pace.findHold();
    expect(hold?.reason).toContain('100 mails may go out on 2026-11-23 (day 2 of 30 of the warm-up)');
  });

  test('mails that were certainly not taken can go out again on the same day', async () => {
    const { pace } = processes({ mailsPerDay: 100 });
    await pace.enter(100);
    await pace.giveBack(100);
    expect(await pace.findHold()).toBeUndefined();
    expect(await pace.enter(100)).toBeUndefined();
    expect(await pace.enter(1)).toBeDefined();
  });

  test('what was counted yesterday is not given back today', async () => {
    const { pace, time } = processes({ mailsPerDay: 100 });
    time.at = new Date('2026-11-23T23:58:50Z');
    await pace.enter(100);
    time.at = new Date('2026-11-24T00:00:05Z');
    await pace.enter(100);
    await pace.giveBack(100);
    expect(await mailsOf()).toBe(100);
  });

  test('a process whose clock is a little behind counts to the day that others have begun', async () => {
    const deliver = { mailsPerDay: 100 };
    const [ahead, behind] = [processes(deliver), processes(deliver)];
    ahead.time.at = new Date('2026-11-24T00:00:01Z');
    behind.time.at = new Date('2026-11-23T22:00:00Z');
    await ahead.pace.enter(60);
    await behind.pace.enter(40);
    expect(await ahead.pace.enter(1)).toBeDefined();
    expect(await behind.pace.enter(1)).toBeDefined();
  });

  test('without a ceiling mails are counted all the same', async () => {
    const { pace } = processes({ requestsPerSecond: 40 });
    for (let i = 0; i < 3; i += 1) await pace.enter(7);
    expect(await mailsOf()).toBe(21);
  });

  test('however calls of three processes come between each other, a day never gets more', async () => {
    const step = fc.record({ by: fc.nat(2), mails: fc.integer({ min: 1, max: 100 }), taken: fc.boolean() });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 15 }),
        fc.integer({ min: 100, max: 400 }),
        async (steps, max) => {
          const server = `run-${(run += 1)}`;
          const { pace, all } = processes({ mailsPerDay: max }, { count: 3, server });
          let out = 0;
          let most = 0;
          const play = async (pace: Pace, mails: number, taken: boolean) => {
            if (await pace.enter(mails)) return;
            out += mails;
            most = Math.max(most, out);
            if (taken) return;
            out -= mails;
            await pace.giveBack(mails);
          };
          await Promise.all(steps.map(({ by, mails, taken }) => play(all[by] ?? pace, mails, taken)));
          expect(most).toBeLessThanOrEqual(max);
          expect((await mailsOf(`resend ${server}`)) ?? 0).toBe(out);
          if (out < max) expect(await pace.enter(max - out)).toBeUndefined();
          expect(await pace.enter(1)).toBeDefined();
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a hold', () => {
  const later = new Date('2026-11-23T17:00:00Z');

  test('lets nothing out before, in any process, and the later one counts', async () => {
    const { pace, all, time } = processes({}, { count: 2 });
    await pace.hold(later, 'A person said so.');
    await pace.hold(new Date('2026-11-23T16:00:00Z'), 'Earlier.');
    const held = { until: later, reason: 'A person said so.' };
    for (const each of all) {
      expect(await each.findHold()).toEqual(held);
      expect(await each.enter(1)).toEqual(held);
    }
    time.at = later;
    for (const each of all) expect(await each.enter(1)).toBeUndefined();
  });

  test('counts no mails', async () => {
    const { pace } = processes({ mailsPerDay: 100 });
    await pace.hold(later, 'A person said so.');
    await pace.enter(100);
    expect(await mailsOf()).toBe(0);
  });

  test('stops a call that already waits for its moment', async () => {
    const { pace } = processes({ requestsPerSecond: 2, mailsPerDay: 300 });
    await pace.enter(100);
    const waiting = pace.enter(100);
    await pace.hold(later, 'A person said so.');
    expect(await waiting).toEqual({ until: later, reason: 'A person said so.' });
    expect(await mailsOf()).toBe(100);
  });

  test('of less than a minute is waited for', async () => {
    const { pace, time } = processes();
    await pace.hold(new Date(time.at.getTime() + 50), 'A moment.');
    expect(await pace.findHold()).toBeUndefined();
    expect(await pace.enter(1)).toBeUndefined();
  });
});

describe('what the provider says of its limits', () => {
  test('a pause it asks for is kept, and given as the reason', async () => {
    const { pace, time } = processes();
    await pace.heed({ perSecond: undefined, waitSeconds: 90 });
    expect(await pace.enter(1)).toEqual({
      until: new Date(time.at.getTime() + 90_000),
      reason: 'The mail provider asks for a pause of 90 seconds.',
    });
  });

  test('a lower rate is kept for all processes, and a higher one takes its place', async () => {
    const { pace, all } = processes({}, { count: 2 });
    await pace.heed({ perSecond: 3.5, waitSeconds: undefined });
    for (const each of all) await each.enter(1);
    const at = async () => (await findMailPace(database.db, 'resend'))?.nextAt.getTime() ?? 0;
    const before = await at();
    await pace.enter(1);
    expect((await at()) - before).toBeGreaterThanOrEqual(1000 / 3);
    await pace.heed({ perSecond: 2000, waitSeconds: 0 });
    expect((await findMailPace(database.db, 'resend'))?.allowedPerSecond).toBe(2000);
    for (const each of all) expect(await each.enter(1)).toBeUndefined();
  });
});

test('a call whose run is stopped while it waits is not begun, and its mails are given back', async () => {
  const { pace } = processes({ requestsPerSecond: 0.1, mailsPerDay: 500 });
  await pace.enter(100);
  const stop = new AbortController();
  const waiting = [pace.enter(100, stop.signal), pace.enter(100, stop.signal)];
  while ((await mailsOf()) !== 200);
  stop.abort();
  for (const held of await Promise.all(waiting)) expect(held?.reason).toBe('The run was stopped.');
  expect(await mailsOf()).toBe(100);
});

test('the outbox keeps no pace', async () => {
  const deps = readerDeps(database.db, readersConfig({ deliver: { mailsPerDay: 100 } }));
  const pace = createPace(deps, { name: 'outbox' });
  await pace.hold(new Date('2026-11-25T00:00:00Z'), 'Nothing is sent.');
  await pace.heed({ perSecond: 1, waitSeconds: 100 });
  for (let i = 0; i < 3; i += 1) expect(await pace.enter(100)).toBeUndefined();
  await pace.giveBack(100);
  expect(await pace.findHold()).toBeUndefined();
  expect(await findMailPace(database.db, 'outbox')).toBeUndefined();
});

test('each server that a mailer calls has a pace of its own', async () => {
  const [here, there] = [
    processes({}, { server: 'here.example' }),
    processes({}, { server: 'there.example' }),
  ];
  await here.pace.hold(new Date('2026-11-23T17:00:00Z'), 'Only here.');
  expect(await here.pace.enter(1)).toBeDefined();
  expect(await there.pace.enter(1)).toBeUndefined();
});

test('work that takes turns runs one after another, and one that fails holds up nobody', async () => {
  const inTurn = createTurn();
  const seen: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const ends = await Promise.allSettled([inTurn(work('a', true)), inTurn(work('b')), inTurn(work('c'))]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
