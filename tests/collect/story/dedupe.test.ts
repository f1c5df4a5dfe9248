import { expect, test } from 'vitest';
import { findDuplicates, type Told } from '../../../src/collect/story/dedupe.ts';
import { createPrints } from '../../../src/collect/story/print.ts';

const words = (subject: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${subject}${from + i}`).join(' ');
const whole = words('w', 0, 200);
const printOf = createPrints('en');

test('texts that mostly stand in an earlier one are its duplicates, whatever the order of arrival', () => {
  const pieces = [
    told('copy', `${words('intro', 0, 30)} ${whole}`, '23T09:00'),
    told('first', whole, '23T08:00'),
    told('part', words('w', 20, 90), '23T10:00'),
    told('other', words('x', 0, 200), '23T11:00'),
  ];
  const expected = { first: null, copy: 'first', part: 'first', other: null };
  expect(found(pieces)).toEqual(expected);
  expect(found(pieces.toReversed())).toEqual(expected);
});

test('texts that share less than half are none', () => {
  const half = `${words('w', 0, 80)} ${words('y', 0, 120)}`;
  expect(found([told('a', whole, '23T08:00'), told('b', half, '23T09:00')])).toEqual({ a: null, b: null });
});

test('a duplicate is never named as the original', () => {
  const drifting = [
    told('a', words('w', 0, 100), '23T08:00'),
    told('b', words('w', 40, 140), '23T09:00'),
    told('c', words('w', 80, 180), '23T10:00'),
  ];
  expect(found(drifting)).toEqual({ a: null, b: 'a', c: null });
});

test('texts of a few words are the same only with the same title', () => {
  const short = [
    told('a', 'Watch the film', '23T08:00', { title: 'Harbour' }),
    told('b', 'Watch the film!', '23T09:00', { title: 'Hill' }),
    told('c', 'WATCH the film.', '23T10:00', { title: 'harbour' }),
  ];
  expect(found(short)).toEqual({ a: null, b: null, c: 'a' });
});

test('a text more than three days later is told anew', () => {
  const pieces = [
    told('old', whole, '18T08:00'),
    told('new', whole, '22T08:00'),
    told('newer', whole, '23T08:00'),
  ];
  expect(found(pieces)).toEqual({ old: null, new: null, newer: 'new' });
});

test('what is settled is not looked at again when nothing new bears on it', () => {
  const pieces = [
    told('a', whole, '23T08:00', { isNew: false }),
    told('b', words('z', 0, 100), '23T09:00', { isNew: false, duplicateOfId: 'a' }),
    told('c', words('x', 0, 100), '23T10:00'),
  ];
  expect(found(pieces)).toEqual({ c: null });
});

test('one that is heard late but told first takes the place of the original, and its duplicates with it', () => {
  const pieces = [
    told('late', whole, '23T07:00'),
    told('first', whole, '23T08:00', { isNew: false }),
    told('copy', whole, '23T09:00', { isNew: false, duplicateOfId: 'first' }),
    told('far', words('x', 0, 100), '23T10:00', { isNew: false }),
  ];
  expect(found(pieces)).toEqual({ late: null, first: 'late', copy: 'late' });
});

test('the duplicates of an original that says something else now are settled among themselves', () => {
  const pieces = [
    told('first', words('changed', 0, 200), '23T08:00'),
    told('copy', whole, '23T09:00', { isNew: false, duplicateOfId: 'first' }),
    told('third', whole, '23T10:00', { isNew: false, duplicateOfId: 'first' }),
  ];
  expect(found(pieces)).toEqual({ first: null, copy: null, third: 'copy' });
});

test('an original that is not among the pieces stays the original', () => {
  expect(found([told('copy', whole, '23T09:00', { isNew: false, duplicateOfId: 'elsewhere' })])).toEqual({});
});

test('what an outlet puts under all its articles makes none of them a duplicate', () => {
  const notice = words('notice', 0, 60);
  const pieces = Array.from({ length: 5 }, (_, i) =>
    told(`n${i}`, `${words(`own${i}x`, 0, 50)} ${notice}`, `23T0${i}:00`, { title: `Title ${i}` }),
  );
  expect(Object.values(found(pieces))).toEqual([null, null, null, null, null]);
  const elsewhere = pieces.map((piece, i) => ({ ...piece, outlet: `outlet${i}.example` }));
  expect(Object.values(found(elsewhere))).toContain('n0');
});

test('an outlet that shows the same article under one title again and again does not hide it', () => {
  const pieces = Array.from({ length: 6 }, (_, i) => told(`n${i}`, whole, `23T0${i}:00`));
  expect(Object.values(found(pieces))).toEqual([null, 'n0', 'n0', 'n0', 'n0', 'n0']);
});

test('in scripts without spaces characters are compared', () => {
  const text = Array.from({ length: 120 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7) % 500))).join('');
  expect(found([told('a', text, '23T08:00'), told('b', `前置${text}`, '23T09:00')])).toEqual({
    a: null,
    b: 'a',
  });
});

test('ten thousand copies of one text are all found', () => {
  const pieces = Array.from({ length: 10_000 }, (_, i) => told(`n${i}`, words('w', 0, 60), '23T08:00'));
  const originals = Object.values(found(pieces)).filter((original) => original === null);
  expect(originals).toHaveLength(1);
}, 30_000);

function found(pieces: readonly Told[]): Record<string, string | null> {
  return Object.fromEntries(findDuplicates(pieces));
}

function told(id: string, text: string, time: string, more: Partial<Told> & { title?: string } = {}): Told {
  const { title = 'T', ...over } = more;
  return {
    id,
    url: `https://a.example/${id}`,
    outlet: 'a.example',
    at: Date.parse(`2026-11-${time}:00Z`),
    print: printOf({ title, text, language: 'en' }),
    duplicateOfId: null,
    isNew: true,
    ...over,
  };
}
