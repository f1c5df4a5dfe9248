import { expect, test } from 'vitest';
import { createTurn } from '../../src/deliver/pace.ts';

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
