import { expect, test } from 'vitest';
import { median } from '../../scripts/measure.ts';

test('the median is the value in the middle, whatever the order', () => {
  expect(median([9, 1, 10])).toBe(9);
});

test('between two values in the middle the median is their mean', () => {
  expect(median([4, 1, 2, 100])).toBe(3);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow('nothing');
});
