import { expect, test } from 'vitest';
import { createOfficeGate } from '../../../src/comment/gates/offices.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';

const gate = createOfficeGate({
  source: createSourceText({
    title: 'The quay closes',
    body: 'The chair of the harbour board, Ana Reis, spoke. Tomas Lind, who speaks for the ferry crews, did not. “No,” said the mayor, Ida Quill. Director Sol Brandt left.',
    language: 'en',
  }),
  known: [],
  officials: [{ name: 'Lena Vaart', office: 'Councillor, chair of the Environment Committee' }],
  language: 'en',
  day: '2026-11-23',
});

test.each([
  'We asked Mayor Ida Quill.',
  'We asked Ida Quill, the mayor, and heard nothing.',
  'Write to Councillor Lena Vaart.',
  'Write to chair Lena Vaart.',
  'The chairwoman Ana Reis has the report.',
  'Director Brandt left early.',
  'The mayor should answer, and so should the Minister.',
  'A Mayor who listens would have come.',
  'Ida Quill is the mayor, and Ana Reis chairs the board.',
  'The mayor, Ida Quill, answered.',
  'The mayor (Ida Quill) answered.',
  'Ida Quill, mayor of the town, answered.',
  'The chair of the board, Ana Reis, answered.',
  'On Monday the mayor answered.',
  'Tell the mayor, Friday is too late.',
  'Ask your doctor. Then ask the captain.',
  'The mayor, The Tide wrote, was away.',
])('an office that is held may be named: %s', (text) => {
  expect(gate(text)).toEqual([]);
});

test.each([
  ['We asked Mayor Lena Vaart.', 'Mayor Lena Vaart'],
  ['We asked Mayor Tomas Lind.', 'Mayor Tomas Lind'],
  ['Write to Senator Ida Quill today.', 'Senator Ida Quill'],
  ['Lena Vaart, the governor, said so.', 'Lena Vaart, the governor'],
  ['Tomas Lind, the new harbour director, said so.', 'Tomas Lind, the new harbour director'],
  ['The minister Petra Noon has no say.', 'minister Petra Noon'],
])('an office that somebody does not hold is a fault: %s', (text, found) => {
  expect(gate(text)).toEqual([found]);
});

test.each([
  'Lena Vaart is the mayor.',
  'Lena Vaart became mayor in spring.',
  'The mayor, Lena Vaart, closes it.',
  'The mayor (Lena Vaart) closes it.',
  'The mayor – Lena Vaart – closes it.',
  'The mayor is Lena Vaart.',
  'As mayor, Lena Vaart closes it.',
  'Lena Vaart (mayor) closes it.',
  'Lena Vaart, mayor of the town, closes it.',
  'Lena Vaart, our mayor, closes it.',
  'Our mayor, Lena Vaart, closes it.',
  'Lena Vaart, who is mayor here, closes it.',
  'The chair of the board, Tomas Lind, closes it.',
  'MAYOR Lena Vaart closes it.',
  'Doctor Tomas Lind closes it.',
  'Captain Tomas Lind closes it.',
  'Queen Ana Reis closes it.',
  'King Tomas Lind closes it.',
  'Professor Ana Reis closes it.',
])('a wrong office is found however it is said: %s', (text) => {
  expect(gate(text)).not.toEqual([]);
});
