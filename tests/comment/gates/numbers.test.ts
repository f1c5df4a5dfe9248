import { describe, expect, test } from 'vitest';
import type { Ground } from '../../../src/comment/gates/ground.ts';
import { createNumberGate } from '../../../src/comment/gates/numbers.ts';

const ground = (text: string, more: Partial<Ground> & { from?: string } = {}): Ground => ({
  source: { text, language: more.from ?? 'en', find: () => undefined },
  known: more.known ?? [],
  officials: [],
  language: more.language ?? 'en',
  day: '2026-11-24',
});
const strange = (source: string, text: string, more: Parameters<typeof ground>[1] = {}) =>
  createNumberGate(ground(source, more))(text);

describe('a number of the source', () => {
  test.each([
    ['some 1,000 people', 'a thousand people', 'en'],
    ['some 1.000 people', '1 000 and one thousand and 1000', 'en'],
    ['in 1’000 homes', '1,000 homes', 'en'],
    ['some 17 000 salmon', 'about 17,000 salmon', 'en'],
    ['31 nurses', 'thirty-one nurses, thirty one of them', 'en'],
    ['thirty-one nurses', '31 nurses', 'en'],
    ['2.8 metres', '2,8 metres', 'en'],
    ['12 per cent', '12% and twelve percent', 'en'],
    ['the third vote', '3 votes', 'en'],
    ['on the 21st floor', 'twenty-first floor', 'en'],
    ['a race at 5.31', 'at 5:31', 'en'],
    ['at five in the afternoon', 'at 17:00', 'en'],
    ['at twenty to three', 'the 2:40', 'en'],
    ['at half past one', 'the 1.30', 'en'],
    ['3 million crowns', '3,000,000 or three million or 3m', 'en'],
    ['2.8 million crowns', '2,800,000 crowns', 'en'],
    ['two hundred and six people', '206 people', 'en'],
    ['one hundred and fifty thousand', '150,000', 'en'],
    ['from 10 to 45 weeks', '10–45 weeks', 'en'],
    ['routes N2 and N5', 'the N5', 'en'],
    ['١٢٣ people', '123 people', 'en'],
    ['one hundred and two hundred', '100 and 200', 'en'],
    ['neunzehnhundertvierundneunzig', '1994', 'de'],
    ['mille neuf cent quatre-vingt-quatorze', '1994', 'fr'],
    ['mil novecientos noventa y cuatro', '1994', 'es'],
    ['mil novecentos e noventa e quatro', '1994', 'pt'],
    ['millenovecentonovantaquattro, centotré', '1994 e 103', 'it'],
    ['à 17h30', 'à 17:30', 'fr'],
    ['einundzwanzig Boote', '21 Boote', 'de'],
    ['dreihundertvierzig Menschen', '340 Menschen', 'de'],
    ['siebzehntausendfünfhundert', '17.500', 'de'],
    ['quatre-vingt-dix-sept bateaux', '97 bateaux', 'fr'],
    ['soixante et onze', '71', 'fr'],
    ['deux cent trente mille', '230 000', 'fr'],
    ['treinta y cinco barcos', '35', 'es'],
    ['dos mil trescientos', '2.300', 'es'],
    ['cento e vinte e três', '123', 'pt'],
    ['três milhões', '3.000.000', 'pt'],
    ['trecentoquaranta', '340', 'it'],
    ['ventuno barche, duemila', '21 e 2000', 'it'],
  ])('%j has every number of %j', (source, text, language) => {
    expect(strange(source, text, { language, from: language })).toEqual([]);
  });
  test('in the words of its own language is known to a text in another', () => {
    expect(strange('trinta e quatro barcos', '34 boats', { from: 'pt' })).toEqual([]);
  });
  test('may also stand in what else is known', () => {
    expect(strange('boats', '5000 names', { known: ['a goal of 5,000'] })).toEqual([]);
  });
});

describe('a strange number', () => {
  test.each([
    ['600 people', '601 people', ['601'], 'en'],
    ['1 person', '1,000 people', ['1,000'], 'en'],
    ['3 crowns', '3 million crowns', ['3 million'], 'en'],
    ['31 nurses', 'thirty-two nurses', ['thirty-two'], 'en'],
    ['881 of 999 voted', '118 did not vote', ['118'], 'en'],
    ['route N5', 'route N7', ['N7'], 'en'],
    ['at 5:31', 'at 5:45', ['5:45'], 'en'],
    ['12 per cent', '13%', ['13'], 'en'],
    ['2.8 metres', '28 metres', ['28'], 'en'],
    ['in the year 1994', 'the class of 94', ['94'], 'en'],
    ['zwanzig Boote', 'dreißig Boote', ['dreißig'], 'de'],
    ['vingt bateaux', 'quatre-vingts bateaux', ['quatre-vingts'], 'fr'],
    ['veinte barcos', 'treinta barcos', ['treinta'], 'es'],
    ['vinte barcos', 'trinta barcos', ['trinta'], 'pt'],
    ['venti barche', 'trenta barche', ['trenta'], 'it'],
  ])('%j does not have all of %j', (source, text, found, language) => {
    expect(strange(source, text, { language, from: language })).toEqual(found);
  });
});

describe('a number word up to twelve', () => {
  test('is an everyday word', () => {
    expect(strange('600 people', 'Write two sentences, ask three people, and one more.')).toEqual([]);
  });
  test('is strange where the source counts the same thing otherwise', () => {
    expect(strange('They waited nine hours.', 'They waited seven long hours.')).toEqual(['seven long hours']);
    expect(strange('They waited nine hours.', 'They waited seven hours.')).toEqual(['seven hours']);
    expect(strange('Nine hours, then seven hours.', 'They waited seven hours.')).toEqual([]);
  });
  test('in digits is a number like any other', () => {
    expect(strange('600 people', 'Ask 3 people')).toEqual(['3']);
  });
});

test('vague amounts and dates are not judged here', () => {
  const text =
    'Half of them, a dozen, twice, dozens, thousands, a few hundred, on 23 November and 2026-11-23.';
  expect(strange('boats', text)).toEqual([]);
});
test('digits that count nothing are not judged', () => {
  expect(strange('boats', '1. Read it on A4.\n2) Breathe less CO2, 24/7.')).toEqual([]);
});
test('a text without numbers and one that is all numbers come to an end', () => {
  expect(strange('boats', '')).toEqual([]);
  expect(strange('1', '1 '.repeat(20_000))).toEqual([]);
  expect(strange('boats', 'hundred '.repeat(2000)).length).toBeGreaterThan(0);
});

const QUAY =
  'About 320 people ride it, and 56 crowns are paid. Nurses asked for two of nine arches. A quarter of the wall fell.';
test.each([
  ['It costs fiftysix crowns and sixtyone more.', ['sixtyone']],
  ['It costs ௫௦௦ crowns.', ['௫௦௦']],
  ['Eleven nurses have drowned.', ['Eleven nurses']],
  ['Then two nurses died there.', ['two nurses']],
  ['Eleven arches stand.', ['Eleven arches']],
  ['A third of the nurses left.', ['A third of']],
  ['It took three-fifths of the wall.', ['three-fifths of']],
  ['A quarter of the wall fell, and three quarters of it stand.', []],
  ['It takes a third of an hour.', []],
  ['Ask two nurses what they need.', []],
  ['Nine arches were built.', []],
  ['Two neighbours have more weight than one.', []],
])('of a noun, a share or in another script: %s', (text, found) => {
  expect(strange(QUAY, text)).toEqual(found);
});
