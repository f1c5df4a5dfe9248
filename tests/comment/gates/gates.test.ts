import { expect, test } from 'vitest';
import { createTextGates } from '../../../src/comment/gates/gates.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';

const gates = createTextGates({
  source: createSourceText({
    title: 'The quay closes',
    body: 'Ana Reis of the board said the quay of 20 km² closes on 3 December. It costs 5½ crowns.',
    language: 'en',
  }),
  known: [],
  officials: [],
  language: 'en',
  day: '2026-11-24',
});
const found = (text: string) => gates.judge(text, 'x').findings.map(({ gate }) => gate);

test.each([
  ['numbers', 'It costs ②⓪⓪⓪ crowns.'],
  ['numbers', 'It costs ❺❻ crowns.'],
  ['numbers', 'It costs ⁵⁰⁰ crowns.'],
  ['numbers', 'It costs ⅞ of it.'],
  ['numbers', 'It costs fіfty crowns.'],
  ['numbers', 'It costs ௫௦௦ crowns.'],
  ['dates', 'It closes in Αpril.'],
  ['names', 'It was told by Ⓑob.'],
  ['offices', 'We heard mауоr Ana Reis.'],
  ['accusations', 'Ana Reis stоle it.'],
  ['accusations', 'Ana Reis sto\u00adle it.'],
  ['leftovers', 'As аn AI, it says so.'],
])('%s are judged as people read them: %s', (gate, text) => {
  expect(found(text)).toContain(gate);
});

test.each([
  'Ana Reis closes 20 km² on 3 December.',
  'It costs 5½ crowns… and half the bay.',
  'The naïve café – “the quay” – is 20 km² wide.',
])('and what the source says passes: %s', (text) => {
  expect(found(text)).toEqual([]);
});
