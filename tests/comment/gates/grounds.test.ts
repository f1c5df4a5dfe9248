import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../db/commentary.ts';
import { createGroundsGate } from '../../../src/comment/gates/grounds.ts';

const reading: Reading = {
  language: 'en',
  dropped: [],
  claims: [
    {
      id: 'c1',
      text: 'Ana Reis owns the grain pier and hid the report from shareholders.',
      quote: 'The harbour board will close the old quay in winter',
      at: 0,
      speaker: null,
    },
    {
      id: 'c2',
      text: 'Most riders are nurses.',
      quote: 'Most riders are nurses',
      at: 60,
      speaker: 'Sol Brandt',
    },
  ],
  quotes: [{ id: 'q1', text: 'Nobody showed us that report', at: 90, speaker: 'Tomas Lind' }],
};
const rests = createGroundsGate(reading, 'en');
const paragraph = (text: string, claims: string[], view = false) => ({ text, claims, view });

describe('a paragraph rests on a fact with which it shares two words', () => {
  test.each([
    ['of its quotation', 'The harbour is poorer without a quay.', ['c1']],
    ['of any of its facts', 'The harbour is poorer without a quay.', ['c2', 'c1']],
    ['in another form', 'Boards of harbours are slow.', ['c1']],
    ['of a quotation', 'A report that was not showed to us is paper.', ['q1']],
    ['of a quotation and its speaker', 'Lind wants the report.', ['q1']],
    ['of a fact and its speaker', 'Brandt counts the nurses.', ['c2']],
  ])('%s', (_, text, claims) => {
    expect(rests(paragraph(text, claims))).toBeUndefined();
  });
});

describe('and on none', () => {
  test.each([
    ['that shares one word', 'The harbour is a place of rest.', ['c1']],
    ['that shares only small words', 'It will be in the old, and so will we.', ['c1']],
    ['that shares words with another', 'The harbour is poorer without a quay.', ['c2', 'q1']],
    [
      'whose own sentence shares them, since a model may invent that',
      'Reis owns a pier, and shareholders hid it.',
      ['c1'],
    ],
  ])('%s', (_, text, claims) => {
    expect(rests(paragraph(text, claims))).toBe(
      `shares no words with the facts that it says it rests on (${claims.join(', ')})`,
    );
  });
  test('that is not there', () => {
    expect(rests(paragraph('The harbour board will close the quay.', ['c1', 'c9']))).toBe(
      'rests on "c9", which is none of the facts',
    );
  });
});

test('a paragraph without facts is an opinion, or a fault', () => {
  expect(rests(paragraph('A town is what it looks after.', [], true))).toBeUndefined();
  expect(rests(paragraph('A town is what it looks after.', []))).toBe(
    'rests on no fact and is not marked as opinion',
  );
});
test('to be marked as an opinion is no way around the facts that are named', () => {
  expect(rests(paragraph('A town is what it looks after.', ['c1'], true))).toContain('shares no words');
});
