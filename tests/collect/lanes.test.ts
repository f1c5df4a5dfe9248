import { expect, test } from 'vitest';
import { createLanes } from '../../src/collect/lanes.ts';

const restless = () => 0;

/** Work that lasts until it is told to end, and what is at work. */
function bench() {
  const atWork: string[] = [];
  const ends = new Map<string, () => void>();
  const started: string[] = [];
  return {
    atWork,
    started,
    work: (name: string) => () =>
      new Promise<void>((resolve) => {
        started.push(name);
        atWork.push(name);
        ends.set(name, () => {
          atWork.splice(atWork.indexOf(name), 1);
          resolve();
        });
      }),
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a lane does one piece of work at a time, all lanes together no more than their width', async () => {
  const lanes = createLanes({ width: 2, restMs: restless });
  const { atWork, work, end } = bench();
  for (const name of ['a1', 'a2', 'b1', 'c1']) lanes.add(name[0] ?? '', work(name));
  expect(atWork).toEqual(['a1', 'b1']);
  await end('b1');
  expect(atWork).toEqual(['a1', 'c1']);
  await end('c1');
  expect(atWork).toEqual(['a1']);
  await end('a1');
  expect(atWork).toEqual(['a2']);
  const drained = lanes.drained();
  await end('a2');
  await drained;
});

test('a lane rests between its works, and takes no place from others meanwhile', async () => {
  const lanes = createLanes({ width: 1, restMs: (key) => (key === 'slow' ? 30 : 0) });
  const order: string[] = [];
  const done = (name: string) => async () => void order.push(name);
  for (const name of ['one', 'two']) lanes.add('slow', done(`slow ${name}`));
  for (const name of ['one', 'two', 'three']) lanes.add('quick', done(`quick ${name}`));
  await lanes.drained();
  expect(order).toEqual(['slow one', 'quick one', 'quick two', 'quick three', 'slow two']);
});

test('work may bring more work, and all of it is waited for', async () => {
  const lanes = createLanes({ width: 1, restMs: restless });
  const done: number[] = [];
  const count = (n: number) => async () => {
    done.push(n);
    if (n < 5) lanes.add('same', count(n + 1));
  };
  lanes.add('same', count(1));
  await lanes.drained();
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('after an error what runs is finished and nothing more is begun', async () => {
  const lanes = createLanes({ width: 2, restMs: restless });
  const { started, work, end } = bench();
  lanes.add('a', () => Promise.reject(new Error('broken')));
  lanes.add('b', work('b1'));
  lanes.add('b', work('b2'));
  const drained = lanes.drained();
  const ended = expect(drained).rejects.toThrow('broken');
  await end('b1');
  await ended;
  expect(started).toEqual(['b1']);
});

test('nothing to do is done at once', async () => {
  await createLanes({ width: 3, restMs: restless }).drained();
});
