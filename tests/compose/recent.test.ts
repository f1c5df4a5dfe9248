import { expect, test } from 'vitest';
import { createRecent } from '../../src/compose/recent.ts';

const named = (bytesMax: number, ...names: string[]) => {
  const recent = createRecent<string>(bytesMax);
  for (const name of names) recent.keep(name, name, 10);
  return recent;
};
const all = (recent: ReturnType<typeof named>) => ['a', 'b', 'c', 'd'].map((name) => recent.get(name));

test('everything is kept while there is room for it', () => {
  expect(all(named(40, 'a', 'b', 'c', 'd'))).toEqual(['a', 'b', 'c', 'd']);
});

test('what was not asked for longest goes first', () => {
  const recent = named(30, 'a', 'b', 'c');
  recent.get('a');
  recent.keep('d', 'd', 10);
  expect(all(recent)).toEqual(['a', undefined, 'c', 'd']);
});

test('what is kept anew counts once, with its new size', () => {
  const recent = named(30, 'a', 'b');
  for (let i = 0; i < 9; i += 1) recent.keep('a', `a${i}`, 20);
  expect(all(recent)).toEqual(['a8', 'b', undefined, undefined]);
  recent.keep('c', 'c', 1);
  expect(all(recent)).toEqual([undefined, 'b', 'c', undefined]);
});

test('what is larger than everything may be is not kept, and costs the others their place', () => {
  const recent = named(30, 'a', 'b');
  recent.keep('c', 'c', 31);
  expect(all(recent)).toEqual([undefined, undefined, undefined, undefined]);
  recent.keep('d', 'd', 30);
  expect(recent.get('d')).toBe('d');
});
