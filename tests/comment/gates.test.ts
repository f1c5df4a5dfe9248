import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/comment/gates.ts';
import { goodAnswer, saying, withTodo } from './answers.ts';

const ground = {
  article:
    'Quay closed. “We will not move the boats,” said Ana Reis – “not this year, and not the next”. The mayor’s office calls it ‘a plan for the whole harbour’. It costs 12 000 crowns… For the tide – high as never – came in.',
  petitions: new Set(['keep-the-quay']),
  officials: new Set(['harbour-board']),
};
const faultsIn = (text: string) => faultsOf(saying(text), ground);

test('an answer without anything to mend has no faults', () => {
  expect(faultsOf(goodAnswer(), ground)).toEqual([]);
});

describe('a contact in prose is a fault', () => {
  test.each([
    ['a web address', 'Read https://tide.example/plan first.'],
    ['a web address', 'Read www.tide today.'],
    ['a web address', 'It stands on tide-watch.org.'],
    ['a web address', 'It stands on TIDE.CO.UK.'],
    ['a web address', 'It stands on маяк.com.'],
    ['a web address', 'It stands on ｔｉｄｅ．ｃｏｍ.'],
    ['a web address', 'It stands on tide.\u200Bcom.'],
    ['a web address', 'Short: bit.ly/quay.'],
    ['a web address', 'It stands on tide[.]watch.'],
    ['a web address', 'It stands on tide (dot) watch.'],
    ['a web address', 'Use mailto:ana to write.'],
    ['an e-mail address', 'Write to ana@tide.watch today.'],
    ['an e-mail address', 'Write to ana [at] tide.'],
    ['a telephone number', 'Call +1 212 555 0199 now.'],
    ['a telephone number', 'Call (212) 555-0199 now.'],
    ['a telephone number', 'Call 212.555.0199 now.'],
    ['a telephone number', 'Call 06/12345678 now.'],
    ['a telephone number', 'Call 555‑01‑99‑10 now.'],
    ['a telephone number', 'اتصل على ٠٢١٢٥٥٥٠١٩٩ الآن'],
    ['a handle', 'Follow @tidewatch there.'],
    ['a handle', 'Follow them (@tidewatch).'],
  ])('%s: %s', (name, text) => {
    expect(faultsIn(text)).toContain(`opinion holds ${name}; remove it`);
  });
});

describe('what only looks like a contact is none', () => {
  test.each([
    'From 1914-1918 and 2025–2026 nothing moved.',
    'The hearing is on 2026-11-23, the next on 23.11.2026.',
    'It costs 12,500,000 crowns, or 12 000 a year.',
    'The U.S. and the U.K. met at 9 a.m. in St. Ives.',
    'Of 100 boats, 60 left; i.e. most of them, e.g. Ana’s.',
    'Meet at the quay @ nine.',
  ])('%s', (text) => {
    expect(faultsIn(text)).toEqual([]);
  });
});

test('contacts are found wherever a reader would see them', () => {
  const link = 'Go to www.tide now.';
  const item = { kind: 'learn' as const, title: link, detail: 'x', minutes: null, deadline: null };
  const answers = [
    goodAnswer({ opinion: { short: link, paragraphs: ['1', '2', '3'] } }),
    goodAnswer({ action: { short: 'x', paragraphs: ['1', '2', link] } }),
    withTodo({ intro: link }),
    withTodo({ conclusion: link }),
    withTodo({ short: [link] }),
    withTodo({ personal: [item, item] }),
    withTodo({ community: [{ ...item, title: 'x', detail: link }] }),
    withTodo({ petitions: [{ slug: 'keep-the-quay', why: link }] }),
    withTodo({ officials: { slugs: ['harbour-board'], letter: { subject: link, body: 'x' } } }),
    withTodo({ officials: { slugs: ['harbour-board'], letter: { subject: 'x', body: link } } }),
  ];
  for (const answer of answers) expect(faultsOf(answer, ground).join()).toContain('a web address');
});

describe('markup is a fault', () => {
  test.each([
    'A <b>bold</b> word.',
    'A [link](here).',
    '## Heading',
    '```js',
    'A **bold** word.',
    'Salt &amp; sea.',
  ])('%s', (text) => {
    expect(faultsIn(text)).toEqual(['opinion holds markup; write plain text']);
  });

  test('a comparison, a hash and an ampersand are none', () => {
    expect(faultsIn('3 < 5 and 7 > 6, pier #4, Salt & Sea, 2 * 3.')).toEqual([]);
  });
});

describe('a slug that is not in the registry is a fault', () => {
  test('of a petition', () => {
    const answer = withTodo({ petitions: [{ slug: 'made-up', why: 'Because.' }] });
    expect(faultsOf(answer, ground)).toEqual([
      'todo.petitions names "made-up", which is not in the list of petitions',
    ]);
  });

  test('of an official', () => {
    const letter = { subject: 'Quay', body: 'Please.' };
    const answer = withTodo({ officials: { slugs: ['harbour-board', 'nobody'], letter } });
    expect(faultsOf(answer, ground)).toEqual([
      'todo.officials names "nobody", which is not in the list of officials',
    ]);
  });
});

describe('a quotation that is not in the article is a fault, in whatever marks', () => {
  test.each([
    '“We will move the boats”',
    '"We will move the boats"',
    '„We will move the boats“',
    '«We will move the boats»',
    '« We will move the boats »',
    '»We will move the boats«',
    '”We will move the boats”',
    '‘We will move the boats’',
    "'We will move the boats'",
    '「我們明天要移動所有的船」',
  ])('%s', (quote) => {
    expect(faultsIn(`She said ${quote}, they say.`)).toEqual([
      expect.stringMatching(/^opinion quotes ".+", which is not in the article$/),
    ]);
  });
});

describe('a quotation that is in the article may differ in what typographers change', () => {
  test.each([
    '"We will not move the boats"',
    '“We will not move the boats.”',
    '« We will not move  the boats »',
    "'not this year, and not the next'",
    "“The mayor's office calls it 'a plan”",
    '“the tide - high as never - came in”',
    '“It costs 12\u00A0000 crowns...”',
  ])('%s', (quote) => {
    expect(faultsIn(`Remember: ${quote} and so on.`)).toEqual([]);
  });
});

test('two words in quotation marks are a term, and apostrophes are no quotation marks', () => {
  expect(faultsIn('The “quay question” is the workers’ own, isn’t it, and the boats’ too.')).toEqual([]);
  expect(faultsIn("The 'quay question' is the workers' own, isn't it, and the boats' too.")).toEqual([]);
});
