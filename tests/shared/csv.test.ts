import { expect, test } from 'vitest';
import { csvRecord } from '../../src/shared/csv.ts';

test('cells with commas, quotes or line ends are quoted', () => {
  expect(csvRecord(['a,b', 'say "no"', 'two\nlines', 'plain', null, 7])).toBe(
    '"a,b","say ""no""","two\nlines",plain,,7',
  );
});

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('%j is no formula', (cell) => {
  expect(csvRecord([cell]).replace(/^"/, '')).toMatch(/^'/);
});

test('a number below zero stays a number', () => {
  expect(csvRecord([-1])).toBe('-1');
});
