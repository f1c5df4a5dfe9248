import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../db/commentary.ts';
import { createGroundsGate } from '../../../src/comment/gates/grounds.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';

const QUOTES = {
  c1: 'The harbour board will close the old quay in winter',
  c2: 'Most riders are nurses',
  q1: 'Nobody showed us that report',
};
/** Longer than what of the article belongs to a passage. */
const FAR = ' Rain fell upon sheep, hills and meadows.'.repeat(8);
const source = (language = 'en') =>
  createSourceText({
    title: '',
    body: `${QUOTES.c1}, a smith wrote.${FAR} ${QUOTES.c2}.${FAR} “${QUOTES.q1},” said Tomas Lind.`,
    language,
  });
const at = (words: string) => source().text.indexOf(words);
const reading: Reading = {
  language: 'en',
  dropped: [],
  claims: [
    {
      id: 'c1',
      text: 'Ana Reis owns the grain pier and hid the report from shareholders.',
      quote: QUOTES.c1,
      at: at(QUOTES.c1),
      speaker: 'Petra Noon',
    },
    { id: 'c2', text: 'Riders are nurses.', quote: QUOTES.c2, at: at(QUOTES.c2), speaker: null },
  ],
  quotes: [{ id: 'q1', text: QUOTES.q1, at: at(QUOTES.q1), speaker: 'Tomas Lind' }],
};
const rests = createGroundsGate(reading, source(), 'en');
const paragraph = (text: string, claims: string[], view = false) => ({ text, claims, view });

describe('a paragraph rests on a fact with which it shares two words', () => {
  test.each([
    ['of its quotation', 'The harbour is poorer without a quay.', ['c1']],
    ['of any of its facts', 'The harbour is poorer without a quay.', ['c2', 'c1']],
    ['in another form', 'Boards of harbours are slow.', ['c1']],
    ['of a quotation', 'Nobody has seen the report that Lind wants.', ['q1']],
    ['beside it in the article', 'What the smith saw is that a quay can go.', ['c1']],
  ])('%s', (_, text, claims) => {
    expect(rests(paragraph(text, claims))).toBeUndefined();
  });
});

describe('and on none', () => {
  test.each([
    ['that shares one word', 'The harbour is a place of rest.', ['c1']],
    ['that shares only small words', 'It will be in the, and so will we.', ['c1']],
    ['that shares words with another', 'The harbour is poorer without a quay.', ['c2', 'q1']],
    ['that shares words with what a model says of it', 'Reis owns a pier, and shareholders hid it.', ['c1']],
    ['that shares words with whom a model names', 'Petra Noon knows.', ['c1']],
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
test('of an article in another language the facts must be there, and no more is told', () => {
  const abroad = createGroundsGate(reading, source('de'), 'en');
  expect(abroad(paragraph('A town is what it looks after.', ['c1']))).toBeUndefined();
  expect(abroad(paragraph('A town is what it looks after.', ['c9']))).toContain('none of the facts');
});
