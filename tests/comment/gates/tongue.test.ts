import { expect, test } from 'vitest';
import { isInLanguage, tongueOf } from '../../../src/comment/gates/tongue.ts';

const ENGLISH =
  'The board has a plan and a figure with a hole in it, and some weeks in which it can be asked to look again. ';
const GERMAN =
  'Der Rat hat einen Plan und eine Zahl, in der ein Loch ist, und einige Wochen, in denen man ihn bitten kann. ';

test('a long text has a language', () => {
  expect(tongueOf(ENGLISH.repeat(8))).toBe('en');
  expect(isInLanguage(ENGLISH.repeat(8), 'en-GB')).toBe(true);
  expect(isInLanguage(GERMAN.repeat(8), 'de')).toBe(true);
  expect(isInLanguage(GERMAN.repeat(8), 'en')).toBe(false);
});
test('a short text, and a language that nobody can detect, are not judged', () => {
  expect(isInLanguage(GERMAN, 'en')).toBeUndefined();
  expect(isInLanguage(ENGLISH.repeat(8), 'cy')).toBeUndefined();
  expect(tongueOf('')).toBeUndefined();
});
