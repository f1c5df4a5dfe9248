import { expect, test } from 'vitest';
import { whyLines } from '../../src/preview/why.ts';

test('scores and parts stand below each other, and a part that a story does not have is zero', () => {
  const lines = whyLines([
    {
      title: 'The ferry',
      categories: ['harbour', 'weather'],
      score: 12.5,
      form: 'full',
      parts: { freshness: 10, petition: 2.5 },
    },
    { title: 'Maré', categories: ['weather'], score: 0.25, form: 'brief', parts: { freshness: 0.25 } },
  ]);
  expect(lines).toEqual([
    'score  freshness  petition  form   categories        title',
    '12.50      10.00      2.50  full   harbour, weather  The ferry',
    ' 0.25       0.25      0.00  brief  weather           Maré',
  ]);
});

test('without a story it says so', () => {
  expect(whyLines([])).toEqual(['There is no story to rank.']);
});
