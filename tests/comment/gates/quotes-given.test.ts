import { describe, expect, test } from 'vitest';
import { createSpeakerGate } from '../../../src/comment/gates/quotes-given.ts';
import { printQuotes } from '../../../src/comment/gates/quotes.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';

const source = createSourceText({
  title: 'The old quay closes',
  body: [
    'The harbour board closes the quay, its chair Ana Reis said. “We cannot repair the wall before the tides,” she told a meeting. “The hospital is far.”',
    `About 320 people take the ferry. ${'Most of them work across the bay. '.repeat(12)}`,
    '“Nobody showed us that report,” said Tomas Lind, who speaks for the crews.',
  ].join('\n\n'),
  language: 'en',
});
const gate = createSpeakerGate(source);
const judge = (text: string) => {
  const printed = printQuotes(text, source);
  const { speakers, quotes } = gate(printed);
  return { speakers, quotes: [...printed.faults, ...quotes] };
};

const marked = (pair: string) => {
  const [open = '', close = ''] = Array.from(pair);
  return `${open}We do not care about nurses${close}, said Reis.`;
};

describe('a quotation may be given to whoever stands beside it', () => {
  test.each([
    '“Nobody showed us that report,” said Tomas Lind of the crews.',
    '“Nobody showed us that report,” Lind told the board.',
    'Tomas Lind, who rides with them, said: “Nobody showed us that report.”',
    'According to Lind, “nobody showed us that report”.',
    'Tomas Lind: “Nobody showed us that report.”',
    'The chair, Ana Reis, told a meeting that they “cannot repair the wall”.',
    '„Nobody showed us that report“, sagte Tomas Lind.',
    '« Nobody showed us that report », a dit Tomas Lind.',
    '“Nobody showed us that report”, disse Lind.',
    '“Nobody showed us that report.” Ana Reis should answer that.',
    'Most “work across the bay”, and nobody asked Ana Reis.',
    'Lind said: nobody showed us that report.',
    '— Nobody showed us that report, said Lind.',
    'The “quay question” is what Ana Reis must answer.',
  ])('%s', (text) => {
    expect(judge(text)).toEqual({ speakers: [], quotes: [] });
  });
});

describe('not to anybody else', () => {
  test.each([
    ['“Nobody showed us that report,” said Ana Reis.', 'Ana Reis'],
    ['“Nobody showed us that report,” said the chair of the board, Ana Reis.', 'Ana Reis'],
    ['“Nobody showed us that report,” Ana Reis told them.', 'Ana Reis'],
    ['Ana Reis, the chair, said: “Nobody showed us that report.”', 'Ana Reis'],
    ['Ana Reis: “Nobody showed us that report.”', 'Ana Reis'],
    ['According to Ana Reis, “nobody showed us that report”.', 'Ana Reis'],
    ['“We cannot repair the wall before the tides,” said Lind.', 'Lind'],
    ['Tomas Lind said “The hospital is far”.', 'Tomas Lind'],
    ['“The hospital is far” — Tomas Lind', 'Tomas Lind'],
    ['„Nobody showed us that report“, sagte Ana Reis.', 'Ana Reis'],
    ['« Nobody showed us that report », a dit Ana Reis.', 'Ana Reis'],
    ['“Nobody showed us that report”, dijo Ana Reis.', 'Ana Reis'],
    ['“Nobody showed us that report”, disse Ana Reis.', 'Ana Reis'],
    ['“Nobody showed us that report”, ha detto Ana Reis.', 'Ana Reis'],
    ['Ana Reis said: nobody showed us that report.', 'Ana Reis'],
  ])('%s', (text, name) => {
    expect(judge(text).speakers).toEqual([
      expect.stringMatching(`^gives ".+" to ${name}, who does not stand beside it in the article$`),
    ]);
  });
});

describe('what the article says itself is nobody’s words', () => {
  test.each([
    '“The harbour board closes the quay,” said Ana Reis.',
    '“The harbour board closes the quay,” she said.',
    'Ana Reis told them that “the harbour board closes the quay”.',
  ])('%s', (text) => {
    expect(judge(text).quotes).toEqual([expect.stringContaining("the article's own words")]);
  });
  test('and may be quoted as the article’s', () => {
    expect(judge('“The harbour board closes the quay” is all one learns.').quotes).toEqual([]);
  });
});

describe('words that somebody is made to say are looked up whatever marks they have', () => {
  test.each([
    '— We knew about the wall for years, said Ana Reis.',
    '– We knew of the wall and hid it, the chair told the meeting.',
    'Ana Reis said: we knew about the wall and hid it.',
    'The chair told us: the nurses are a burden.',
    'Ana Reis told us that the nurses are “lazy people”.',
    '“Lazy nurses,” said Ana Reis.',
    'She called the nurses “a burden”.',
    ...['ˮˮ', 'ʺʺ', 'ʻʼ', '˝˝', '‶‶', '״״', '❛❜', '❝❞', '❮❯', '〈〉', '《》', '⟪⟫', '🙶🙷', '〝〞'].map(marked),
  ])('%s', (text) => {
    expect(judge(text).quotes).toEqual([expect.stringMatching(/^quotes ".+", which is not in the article$/)]);
  });
});

describe('no speech', () => {
  test.each([
    'The Hawaiʼian boats – there are two – go on, the board said.',
    'The board says three things: close, move, wait.',
    'Two things are known: the wall is old and the bay is wide.',
    '- Read the report\n- Ask a nurse what she thinks of it',
  ])('%s', (text) => {
    expect(judge(text)).toEqual({ speakers: [], quotes: [] });
  });
});

test('four parts may be chained, five not', () => {
  const parts = ['Nobody showed us', 'that report'];
  expect(printQuotes(`“${parts.join(' … ')}”`, source).faults).toEqual([]);
  const words = 'one two three four five six seven eight nine ten'.split(' ');
  const long = createSourceText({ title: 't', body: words.join(' '), language: 'en' });
  const chain = (count: number) =>
    `“${Array.from({ length: count }, (_, i) => words.slice(2 * i, 2 * i + 2).join(' ')).join(' … ')}”`;
  expect(printQuotes(chain(4), long).faults).toEqual([]);
  expect(printQuotes(chain(5), long).faults).toHaveLength(1);
});

test('a part is found after the one before it, wherever lengths change', () => {
  const body = 'It is “ﬁne” – ﬁve of us … and then some more of it, and five of us … again.';
  const text = createSourceText({ title: 't', body, language: 'en' });
  expect(printQuotes('“then some ... five of us”', text)).toMatchObject({
    text: '“then some … five of us”',
    faults: [],
  });
});
