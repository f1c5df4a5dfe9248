import { expect, test } from 'vitest';
import { bCubed, normalisedMutualInformation } from './clustering.ts';

test('what agrees wholly scores one, whatever the groups are called', () => {
  const [truth, found] = ['aabbc'.split(''), 'xxyyz'.split('')];
  expect(normalisedMutualInformation(truth, found)).toBeCloseTo(1, 10);
  expect(bCubed(truth, found)).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test('all in one group has no information and perfect recall', () => {
  const [truth, found] = ['aabb'.split(''), 'xxxx'.split('')];
  expect(normalisedMutualInformation(truth, found)).toBeCloseTo(0, 10);
  expect(bCubed(truth, found)).toMatchObject({ precision: 0.5, recall: 1 });
});

test('an example worked by hand comes to the same', () => {
  // Of aab | b: two of three are with their like; H(truth) = ln 2, H(found) = .5623, H(both) = 1.0397.
  const [truth, found] = ['aabb'.split(''), 'xxxy'.split('')];
  const { precision, recall } = bCubed(truth, found);
  expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 10);
  expect(recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4, 10);
  expect(normalisedMutualInformation(truth, found)).toBeCloseTo(0.3437, 4);
});
