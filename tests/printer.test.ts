import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJsonPrinter, createPrinter, durationInWords } from '../src/printer.ts';

const lines: string[] = [];
const paper = { write: (text: string) => lines.push(text) };
const describe = ({ sent }: { sent: number }) => [`${String(sent)} sent`, 'and more'];

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('off a terminal a stage says once a minute how far it is, how fast, and how long it takes', async () => {
  await createPrinter(paper).stage(
    'deliver',
    async (onProgress) => {
      onProgress(0, 30_000);
      for (let second = 1; second <= 120; second += 1) {
        await vi.advanceTimersByTimeAsync(1_000);
        onProgress(second * 100, 30_000);
      }
      return { sent: 12_000 };
    },
    describe,
  );
  expect(lines).toEqual([
    expect.stringMatching(/^deliver  (5900|6000) of 30000, \d\d mails\/s, 4 min left\n$/),
    expect.stringMatching(/^deliver  (11900|12000) of 30000, \d\d+ mails\/s, 3 min left\n$/),
    'deliver  12000 sent\n         and more\n',
  ]);
});

test('a stage that ends within a minute says only what it came to', async () => {
  await createPrinter(paper).stage(
    'collect',
    async (onProgress) => {
      onProgress(1, 2);
      await vi.advanceTimersByTimeAsync(59_000);
      onProgress(2, 2);
      return { sent: 2 };
    },
    describe,
  );
  await vi.advanceTimersByTimeAsync(300_000);
  expect(lines).toEqual(['collect  2 sent\n         and more\n']);
});

test('a stage that fails says nothing more', async () => {
  const failing = createPrinter(paper).stage(
    'deliver',
    async (onProgress) => {
      onProgress(1, 2);
      await Promise.resolve();
      throw new Error('no');
    },
    describe,
  );
  await expect(failing).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(300_000);
  expect(lines).toEqual([]);
});

test('what stands still for a minute says so', async () => {
  await createPrinter(paper).stage(
    'comment',
    async (onProgress) => {
      onProgress(3, 9);
      await vi.advanceTimersByTimeAsync(61_000);
      return { sent: 3 };
    },
    describe,
  );
  expect(lines[0]).toBe('comment  3 of 9, nothing in the last minute\n');
});

test('for a program a stage is one object and nothing else', async () => {
  await createJsonPrinter(paper).stage(
    'deliver',
    async (onProgress) => {
      onProgress(1, 2);
      await vi.advanceTimersByTimeAsync(200_000);
      return { sent: 2 };
    },
    describe,
  );
  expect(lines).toEqual(['{"stage":"deliver","sent":2}\n']);
});

test.each([
  [400, '1 s'],
  [59_000, '59 s'],
  [61_000, '1 min'],
  [3_599_000, '1 h 0 min'],
  [11_100_000, '3 h 5 min'],
])('%i ms are %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words);
});
