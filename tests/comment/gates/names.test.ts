import { describe, expect, test } from 'vitest';
import { createNameGate } from '../../../src/comment/gates/names.ts';

const SOURCE = [
  'Night bus cuts',
  'Sanna Brook has worked at Dock Gate for years. The Harbour Transit Board will vote.',
  '“A rota is a chain,” said Maren Ito, who lives in São Brás. Mr O’Hara and Jean-Luc van der Berg agreed.',
].join('\n\n');
const gate = (language = 'en', source = SOURCE) =>
  createNameGate({
    source: { text: source, language, find: () => undefined },
    known: ['Ida Quill', 'Mayor of Port Ellin', 'River & Climate'],
    officials: [],
    language,
    day: '2026-11-24',
  });
const strange = (text: string) => gate()?.(text);

describe('what the source or the registry names', () => {
  test.each([
    'The board heard Sanna Brook.',
    'It was Ms Brook’s bus, and the Brooks’ street.',
    'She wrote to Mayor Ida Quill of Port Ellin.',
    'They met in Sao Bras, with Jean-Luc van der Berg and O’Hara.',
    'The HTB will vote.',
    'On Monday in December I met Dr Ito.',
    'Ask Sanna Brook. Tell Ida Quill. Dear Mayor,',
    'Ask the board. Write half a page. “Four in the afternoon,” she said. It is OK on TV.',
    'It said: “We do.” Then: Nobody answered.',
    'Attend the Board Meeting With Your Neighbours',
    'Routes N2 and N7 end.',
    'Ask Maren Ito And The Harbour Board',
    'The Transit Board heard Sanna, and Ito of the board heard her.',
    'Mr Brook and Jean-Luc Berg agreed.',
    'Do it NOW, on the Internet.',
  ])('%s', (text) => {
    expect(strange(text)).toEqual([]);
  });
});

describe('a strange name', () => {
  test.each([
    ['The board heard Angela Merkel.', ['Angela Merkel']],
    ['Angela Merkel heard the board.', ['Angela Merkel']],
    ['It is like in Paris, and like Ludwig van Beethoven said.', ['Paris', 'Ludwig van Beethoven']],
    ['It went to Upper Norwood’s board.', ['Upper Norwood']],
    ['Peter Brook rode it.', ['Peter']],
    ['The NATO bus.', ['NATO']],
    ['The US said so.', ['US']],
    ['It was the “Berlin” plan – Merkel knew it (Bonn too).', ['Berlin', 'Merkel', 'Bonn']],
    ['The European way.', ['European']],
    ['They met Mr Miller.', ['Miller']],
    ['Norwood is far. They walked to Norwood.', ['Norwood', 'Norwood']],
    ['Call Bob Smith And The Harbour Board', ['Bob Smith']],
    ['Boycott Karl Brown And Mega Bank', ['Boycott Karl']],
    ['They heard Sanna Ito.', ['Sanna Ito']],
    ['Maren Brook heard them.', ['Maren Brook']],
    ['Then O’Brien spoke, with Anne-Marie.', ['O’Brien', 'Anne-Marie']],
  ])('%s', (text, found) => {
    expect(strange(text)).toEqual(found);
  });
});

test.each([
  ['fr', 'Elle parle de Lyon à Sanna Brook.', ['Lyon']],
  ['es', 'Habló de Sevilla con Sanna Brook.', ['Sevilla']],
  ['pt', 'Falou de Lisboa com Sanna Brook.', ['Lisboa']],
  ['it', 'Parla di Torino con Sanna Brook.', ['Torino']],
])('names are found in %s', (language, text, found) => {
  expect(gate(language)?.(text)).toEqual(found);
});
test.each(['de', 'de-AT', 'lb', 'ar', 'he', 'fa', 'ur', 'hi', 'zh', 'ja', 'ko', 'th', 'ka', '??'])(
  'names cannot be judged in %s',
  (language) => {
    expect(gate(language)).toBeUndefined();
  },
);
