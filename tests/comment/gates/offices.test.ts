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
