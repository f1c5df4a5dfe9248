import { describe, expect, test } from 'vitest';
import { createDateGate } from '../../../src/comment/gates/dates.ts';

const strange = (source: string, text: string, { language = 'en', known = [] as string[] } = {}) =>
  createDateGate({
    source: { text: source, language, find: () => undefined },
    known,
    officials: [],
    language,
    day: '2026-11-24',
  })(text);

describe('a date of the source', () => {
  test.each([
    ['on 23 December', 'December 23', 'en'],
    ['on 2026-12-03', '3 December 2026', 'en'],
    ['on December 3rd', 'the 3rd of December, 2026', 'en'],
    ['on 3/12/2026', 'on 3 December', 'en'],
    ['on the third of December', '3 December', 'en'],
    ['on 3 December', 'on Thursday', 'en'],
    ['on Friday', 'every Friday, on Fridays', 'en'],
    ['in May', 'since May', 'en'],
    ['in 1994', 'since 1994', 'en'],
    ['am 23.12.', 'am 23. Dezember', 'de'],
    ['am Freitag', 'am Freitagabend', 'de'],
    ['le 3 mars', 'le 3 mars 2026', 'fr'],
    ['el 3 de marzo', 'el 3 de marzo de 2026', 'es'],
    ['na terça-feira', 'terça-feira', 'pt'],
    ['il 3 marzo', 'il 3 marzo', 'it'],
  ])('%j has every date of %j', (source, text, language) => {
    expect(strange(source, text, { language })).toEqual([]);
  });
  test('may also stand in what else is known', () => {
    expect(strange('boats', 'until 30 June 2031', { known: ['closes on 30 June 2031'] })).toEqual([]);
  });
});

describe('a strange date', () => {
  test.each([
    ['on 23 December', 'on 22 December', ['22 December'], 'en'],
    ['on 23 December', 'on December 23, 2027', ['December 23, 2027'], 'en'],
    ['on 3 December', 'on Friday', ['Friday'], 'en'],
    ['in June', 'in July', ['July'], 'en'],
    ['in June', 'on May 5', ['May 5'], 'en'],
    ['in 1994', 'since 1995', ['1995'], 'en'],
    ['boats', 'on 2026-12-01', ['2026-12-01'], 'en'],
    ['boote', 'am 23.12. und am Freitag', ['23.12.', 'Freitag'], 'de'],
    ['bateaux', 'le 3 mars, lundi', ['3 mars', 'lundi'], 'fr'],
    ['barcos', 'el 3 de marzo, el lunes', ['3 de marzo', 'lunes'], 'es'],
    ['barcos', 'a 3 de março, segunda-feira', ['3 de março', 'segunda-feira'], 'pt'],
    ['barche', 'il 3 marzo, lunedì', ['3 marzo', 'lunedì'], 'it'],
  ])('%j does not have all of %j', (source, text, found, language) => {
    expect(strange(source, text, { language })).toEqual(found);
  });
});

test('the day itself, its weekday, month and year are fine', () => {
  expect(strange('boats', 'Tuesday, 24 November 2026, in November, in 2026')).toEqual([]);
});
test('words that only look like months, and relative words, are not judged', () => {
  const text = 'One may march. They march in the dark. May I? Tomorrow, last week, next month, 24/7, 1/2.';
  expect(strange('boats', text)).toEqual([]);
});
test.each([
  ['The quay closes in may.', ['may']],
  ['It must be done by may.', ['may']],
  ['The bus it comes in may be late, and they may go on.', []],
])('a small "may" is a month after "in", "by" and "on": %s', (text, found) => {
  expect(strange('boats', text)).toEqual(found);
});
