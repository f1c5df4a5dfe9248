import { describe, expect, test } from 'vitest';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';

const body =
  'Quay closed. “We can’t move the boats,” said Ana Reis – “not this year, and not the next”. The mayor’s office calls it ‘a plan for the whole harbour’.\n\n' +
  'It cost 12\u00A0000 crowns… For the tide—high as never—came in at 5.31. A non-violent march of 1,500 people went by. It fell to -5 degrees.\n\n' +
  'D’une seule voix, l’équipe a dit\u202f: «\u00a0Nous n’irons pas\u00a0». Der Rat sagte: »Wir ge\u00adhen nicht zu\u00adrück.« ﬁnal eﬀort: 10² m.\n\n' +
  '市長は「橋は来年まで開かない」と述べた。';
const source = createSourceText({ title: 'The quay  closes', body, language: 'en' });

test('the text is the title, an empty line and the body with its paragraphs', () => {
  expect(source.text.startsWith('The quay closes\n\nQuay closed.')).toBe(true);
  expect(source.text.split('\n\n')).toHaveLength(5);
  expect(source.language).toBe('en');
});

test('what no reader sees is not in the text', () => {
  const unseen =
    '\u0000\u001b\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u202e\u2066\u2069\ufeff\ufe0f\u{e0041}\u{e0101}';
  const { text } = createSourceText({
    title: Array.from(unseen).join('a'),
    body: `x${unseen}y\r\nz`,
    language: undefined,
  });
  expect(text).toBe(`${'a'.repeat(Array.from(unseen).length - 1)}\n\nxy\nz`);
});

test('an article without a title is its body', () => {
  expect(createSourceText({ title: ' ', body: ' a \n', language: undefined }).text).toBe('a');
});

describe('a passage is found although its typography differs, and is given as the source writes it', () => {
  test.each([
    ["we can't move the boats", 'We can’t move the boats'],
    ['“We can’t move the boats.”', 'We can’t move the boats'],
    ['We can’t  move\nthe boats,', 'We can’t move the boats,'],
    ['Not this year, and not the next!', 'not this year, and not the next'],
    ['the mayor\'s office calls it "a plan', 'The mayor’s office calls it ‘a plan'],
    ['calls it “a plan for the whole harbour”.', 'calls it ‘a plan for the whole harbour’.'],
    ['It cost 12 000 crowns', 'It cost 12\u00A0000 crowns'],
    ['cost 12\u202f000 crowns... For the tide', 'cost 12\u00A0000 crowns… For the tide'],
    ['the tide - high as never - came', 'the tide—high as never—came'],
    ['Une seule voix', 'une seule voix'],
    ['l’e\u0301quipe a dit', 'l’équipe a dit'],
    ["l'équipe a dit: “Nous n'irons pas”", 'l’équipe a dit\u202f: «\u00a0Nous n’irons pas\u00a0»'],
    ['Wir gehen nicht zu\u00adrück', 'Wir gehen nicht zurück'],
    ['final effort', 'ﬁnal eﬀort'],
    ['橋は来年まで', '橋は来年まで'],
  ])('%j is %j', (passage, slice) => {
    const found = source.find(passage);
    expect(found?.slice).toBe(slice);
    expect(source.text.startsWith(slice, found?.at)).toBe(true);
  });
});

describe('a passage is not found', () => {
  test.each([
    ['with another word', 'We can’t move the ships'],
    ['with another order', 'We can’t the move boats'],
    ['without a word', 'We can’t the boats'],
    ['without a negation that is cut off', 'We can'],
    ['that begins inside a word', 'aint to the quay'],
    ['that begins after a hyphen', 'violent march of 1,500 people'],
    ['that begins inside a number', '500 people went by'],
    ['that begins inside a number parted by a space', '000 crowns'],
    ['that ends inside a number', 'A non-violent march of 1'],
    ['that ends inside a time', 'came in at 5'],
    ['that loses a minus', '5 degrees'],
    ['that loses an accent', 'l’equipe a dit'],
    ['with another case', 'We can’t Move the boats'],
    ['with a power made a number', 'eﬀort: 102 m'],
    ['that loses a French negation', 'irons pas'],
    ['that goes over two paragraphs', 'the whole harbour’. It cost'],
    ['that goes from the title into the text', 'The quay closes Quay closed'],
    ['of marks only', '“…”'],
    ['of nothing', ''],
  ])('%s', (_, passage) => expect(source.find(passage)).toBeUndefined());
});

test('a place where a passage only begins inside a word does not hide the place where it stands', () => {
  const able = createSourceText({ title: '', body: 'The unable man is able.', language: 'en' });
  expect(able.find('able')).toEqual({ at: 18, slice: 'able' });
});

test('offsets stay right after many changes of length', () => {
  const text = createSourceText({
    title: '',
    body: 'ﬁ ... ﬄ  «\u00a0x\u00a0» … '.repeat(500) + 'The end is here',
    language: 'en',
  });
  expect(text.find('the end is here')).toEqual({ at: text.text.length - 15, slice: 'The end is here' });
});
