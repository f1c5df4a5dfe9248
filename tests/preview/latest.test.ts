import { expect, test, vi } from 'vitest';
import { createLatest } from '../../src/preview/latest.ts';
import type { Rendering } from '../../src/preview/shown.ts';

const DONE: Rendering = { name: 'The Tide', mails: [], notes: [] };

test('it renders once for a stamp, however many ask, and anew for another or when it is to forget', async () => {
  const render = vi.fn<() => Promise<Rendering>>(async () => DONE);
  let stamp = '1';
  const latest = createLatest({ stamp: async () => stamp, render });
  await Promise.all([latest.get(), latest.get()]);
  expect(await latest.get()).toEqual(DONE);
  expect(render).toHaveBeenCalledTimes(1);
  stamp = '2';
  await latest.get();
  expect(render).toHaveBeenCalledTimes(2);
  latest.forget();
  await latest.get();
  expect(render).toHaveBeenCalledTimes(3);
});

test('what was rejected is said, and tried again by who asks next', async () => {
  const render = vi
    .fn<() => Promise<Rendering>>(async () => DONE)
    .mockRejectedValueOnce(new Error('the database hiccups'));
  const latest = createLatest({ stamp: async () => '1', render });
  expect(await latest.get()).toEqual({ failed: expect.stringContaining('the database hiccups') });
  expect(await latest.get()).toEqual(DONE);
});

test('a stamp that cannot be had is said too', async () => {
  const stamp = vi.fn<() => Promise<string>>(async () => '1').mockRejectedValueOnce(new Error('no answer'));
  const latest = createLatest({ stamp, render: async () => DONE });
  expect(await latest.get()).toEqual({ failed: expect.stringContaining('no answer') });
  expect(await latest.get()).toEqual(DONE);
});

test('a late rejection does not take away what was rendered meanwhile', async () => {
  const failures: ((error: Error) => void)[] = [];
  const render = vi
    .fn<() => Promise<Rendering>>(async () => DONE)
    .mockImplementationOnce(() => new Promise((_done, fail) => failures.push(fail)));
  const latest = createLatest({ stamp: async () => '1', render });
  const first = latest.get();
  await vi.waitFor(() => expect(failures).toHaveLength(1));
  latest.forget();
  await latest.get();
  failures[0]?.(new Error('too late'));
  expect(await first).toEqual({ failed: expect.stringContaining('too late') });
  await latest.get();
  expect(render).toHaveBeenCalledTimes(2);
});
