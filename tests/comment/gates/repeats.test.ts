import { expect, test } from 'vitest';
import { repeatsIn } from '../../../src/comment/gates/repeats.ts';

const A =
  'The board has a plan, a figure with a hole in it, and some weeks in which it can be asked to look again.';
const B =
  'Ask for a month’s count of riders with passes included, and for a costing of the combined route in public.';

test('paragraphs of their own repeat nothing', () => {
  expect(repeatsIn([A, B, '', '', 'Yes.'])).toEqual([]);
});
test('the same words in other dress are a repetition', () => {
  expect(repeatsIn([A, B, A.toUpperCase().replace(/,/g, ' –')])).toEqual([2]);
  expect(repeatsIn(['Sign it.', 'Sign it!'])).toEqual([1]);
});
test('a paragraph that holds an earlier one, or most of it, is a repetition', () => {
  expect(repeatsIn([A, `${B} ${A}`])).toEqual([1]);
  expect(repeatsIn([`${A} ${B}`, A])).toEqual([1]);
  expect(repeatsIn([A, A.replace('some weeks', 'a few months')])).toEqual([1]);
});
test('a common phrase is no repetition', () => {
  expect(
    repeatsIn([
      A,
      'The board has a plan, a figure and a friend; we have pens, a hall and all of the winter.',
    ]),
  ).toEqual([]);
});
