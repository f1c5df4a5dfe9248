import { expect, test } from 'vitest';
import { roomFor, type Entry } from '../../src/compose/fit.ts';

const entry = (score: number, brief: number): Entry => ({
  score,
  bytes: { full: brief * 3, brief },
  form: 'full',
});

/** Four headings of 100 bytes around their stories; the highest of each takes 50 in brief. */
const HEADINGS = [1, 2, 3, 4].map((name) => ({ name, entries: [entry(1, 90), entry(2, 50)] }));

const framedBy = (count: number) => ({
  headings: HEADINGS.slice(0, count),
  frameBytes: 1_000 + 100 * count,
});

test.each([
  [1_400, [1, 2, 3, 4], 'the frames of all fit'],
  [1_399, [1, 2], 'each that stays tells a story, or a third would stay'],
  [1_450, [1, 2, 3, 4], 'more room than all frames need'],
  [1_300, [1, 2], 'room for just two with a story each'],
  [1_299, [1], 'room for one with a story'],
  [0, [1], 'no room at all'],
])('in %i bytes the headings %j stand: %s', (bytesMax, names) => {
  const { headings } = roomFor(framedBy, { count: HEADINGS.length, bytesMax });
  expect(headings.map(({ name }) => name)).toEqual(names);
});

test('where there is room, headings are framed once', () => {
  let times = 0;
  const counted = (count: number) => {
    times += 1;
    return framedBy(count);
  };
  roomFor(counted, { count: 4, bytesMax: 2_000 });
  expect(times).toBe(1);
});
