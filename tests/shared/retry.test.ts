import { describe, expect, test } from 'vitest';
import { invalid, upstream } from '../../src/shared/errors.ts';
import { forEachLimited, retry, sleepFor } from '../../src/shared/retry.ts';

const passing = (retryAfterSeconds?: number) =>
  upstream('x.busy', 'Busy.', {
    retryable: true,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

/** Fails with these errors, one per try, then succeeds; sleeps without waiting. */
function trial(...errors: Error[]) {
  const waits: number[] = [];
  let tries = 0;
  return {
    waits,
    tries: () => tries,
    work: () => {
      const error = errors[tries];
      tries += 1;
      return error === undefined ? Promise.resolve('done') : Promise.reject(error);
    },
    sleep: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

describe('retry', () => {
  test('tries again while it fails in a way that may pass, longer apart each time', async () => {
    const { work, waits, sleep } = trial(passing(), passing(), passing());
    expect(await retry(work, { attempts: 4, delayMs: 100, sleep })).toBe('done');
    const bounds = [100, 200, 400];
    expect(waits).toHaveLength(3);
    for (const [i, ms] of waits.entries()) {
      expect(ms).toBeGreaterThanOrEqual(bounds[i] ?? 0);
      expect(ms).toBeLessThanOrEqual((bounds[i] ?? 0) * 1.5);
    }
  });

  test('throws the last error after the last try', async () => {
    const last = passing();
    const { work, tries, sleep } = trial(passing(), last);
    await expect(retry(work, { attempts: 2, delayMs: 1, sleep })).rejects.toBe(last);
    expect(tries()).toBe(2);
  });

  test.each([invalid('x.bad', 'Bad.'), upstream('x.down', 'Down.'), new TypeError('defect')])(
    'throws at once what will not pass: %s',
    async (error) => {
      const { work, tries, sleep } = trial(error);
      await expect(retry(work, { attempts: 5, delayMs: 1, sleep })).rejects.toBe(error);
      expect(tries()).toBe(1);
    },
  );

  test('waits as long as the other side asks', async () => {
    const { work, waits, sleep } = trial(passing(7), passing(0));
    await retry(work, { attempts: 3, delayMs: 1, sleep });
    expect(waits).toEqual([7000, 0]);
  });

  test('does not wait longer than it may', async () => {
    const { work, waits, sleep } = trial(passing(61));
    await expect(retry(work, { attempts: 3, delayMs: 1, sleep })).rejects.toMatchObject({ code: 'x.busy' });
    expect(waits).toEqual([]);
  });

  test('stops with the error once the signal is raised', async () => {
    const stop = new AbortController();
    const { work, tries } = trial(passing(), passing());
    const sleep = () => {
      stop.abort();
      return Promise.resolve();
    };
    await expect(retry(work, { attempts: 5, delayMs: 1, sleep, signal: stop.signal })).rejects.toMatchObject({
      code: 'x.busy',
    });
    expect(tries()).toBe(1);
  });
});

test('a wait ends early when the signal is raised, or was', async () => {
  const stop = new AbortController();
  const waiting = sleepFor(60_000, stop.signal);
  stop.abort();
  await waiting;
  await sleepFor(60_000, stop.signal);
});

describe('work on a list', () => {
  test('is done once per item, in order, and never wider than allowed', async () => {
    let running = 0;
    let widest = 0;
    const begun: number[] = [];
    await forEachLimited([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
      begun.push(item);
      running += 1;
      widest = Math.max(widest, running);
      await sleepFor(1);
      running -= 1;
    });
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(widest).toBe(3);
  });

  test('ends with the first error after what runs has settled, and begins no more', async () => {
    const settled: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('one');
      await sleepFor(5);
      settled.push(item);
    };
    await expect(forEachLimited([0, 1, 2, 3, 4], 2, work)).rejects.toThrow('one');
    expect(settled).toEqual([0]);
  });

  test('on an empty list does nothing', async () => {
    await forEachLimited([], 4, () => Promise.reject(new Error('never')));
  });
});
