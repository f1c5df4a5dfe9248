import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printQuotes, quotesIn } from '../../../src/comment/gates/quotes.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';
import { plainText } from '../../../src/collect/markup.ts';
import { randomOf, shuffled } from '../../helpers/random.ts';
import type { SourceText } from '../../../src/comment/gates/ground.ts';

const wordsIn = (text: string) => quotesIn(text).map(({ words }) => words);

describe('a quotation is what stands between marks of any kind', () => {
  test.each([
    'She said “We will move the boats”, twice.',
    'She said "We will move the boats", twice.',
    'Sie sagte „We will move the boats“, zweimal.',
    'Sie sagte »We will move the boats«, zweimal.',
    'Elle dit «We will move the boats», deux fois.',
    'Elle dit « We will move the boats », deux fois.',
    'Hon sade ”We will move the boats”, två gånger.',
    'She said ‘We will move the boats’, twice.',
    "She said 'We will move the boats', twice.",
    'Il dit ‹We will move the boats›, deux fois.',
    'She said “We will move the boats", twice.',
    'She said ❝We will move the boats❞, twice.',
    'She said <<We will move the boats>>, twice.',
    'She said “We will move the boats\n\nAnd then she left.',
    "She said 'We will move the boats\n\nAnd then she left.",
    'We will move the boats” she said.',
  ])('%j', (text) => expect(wordsIn(text)).toEqual(['We will move the boats']));

  test.each([
    ['她說「我們明天要移動所有的船」。', '我們明天要移動所有的船'],
    ['她说“我们明天要移动所有的船”。', '我们明天要移动所有的船'],
    ['市長は『橋は来年まで開かない』と述べた。', '橋は来年まで開かない'],
  ])('%j', (text, words) => expect(wordsIn(text)).toEqual([words]));
});

test('the offsets are those of the words', () => {
  const text = 'Elle dit «\u00a0Nous irons demain\u00a0», et « Nous resterons tous ici ».';
  expect(quotesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'Nous irons demain',
    'Nous resterons tous ici',
  ]);
});

test('a quotation inside another comes after it', () => {
  expect(wordsIn('“He said ‘we go home now’ to me,” she said.')).toEqual([
    'He said ‘we go home now’ to me,',
    'we go home now',
  ]);
});

test('the apostrophe of a plural does not end a quotation that goes on', () => {
  expect(wordsIn('‘The workers’ plan is good’, he said.')).toEqual(['The workers’ plan is good']);
});

describe('no quotation', () => {
  test.each([
    'The “quay question” is the workers’ own, isn’t it, and the boats’ too.',
    "The 'quay question' is the workers' own, isn't it, and the boats' too.",
    "In the '90s and ’80s rock ’n’ roll was it, and 'tis so still.",
    'A 12" pipe and a 6\' 2" man stood here in the rain.',
    '他說「好的」。',
  ])('%s', (text) => expect(wordsIn(text)).toEqual([]));
});

const source = createSourceText({
  title: 'Quay',
  body:
    'Reis said: “We will not move the boats this year. It is far too late for that – and the crane, ‘old Martha’, is broken.”\n\n' +
    `Later she spoke of money. ${'The rest was said before. '.repeat(20)}We will not pay for the crane, she said.`,
  language: 'en',
});
const print = (text: string) => printQuotes(text, source);

describe('a quotation is printed as the source writes it, in the marks of the text', () => {
  test.each([
    ['It is "we will not move the boats," he says.', 'It is "We will not move the boats," he says.'],
    ['"it is far too late for that - and the crane".', '"It is far too late for that – and the crane".'],
    ['« and the crane, "old Martha", is broken. »', '« and the crane, ‘old Martha’, is broken. »'],
    ['“We will not … this year.”', '“We will not … this year.”'],
    ['“we will not move the boats [...] the crane”', '“We will not move the boats … the crane”'],
    ['“…far too late for that…”', '“far too late for that…”'],
    ['“We will not ... pay for the crane”', '“We will not … pay for the crane”'],
  ])('%s', (text, expected) => {
    expect(print(text)).toMatchObject({ text: expected, faults: [] });
  });

  test('with where it stands in the source', () => {
    const { printed } = print('"we will not move the boats" and "far too late ... is broken"');
    expect(printed.map(({ slice }) => slice)).toEqual([
      'We will not move the boats',
      'far too late',
      'is broken',
    ]);
    for (const { at, slice } of printed) expect(source.text.startsWith(slice, at)).toBe(true);
  });
});

describe('a quotation that the source does not have is a fault, and stays as it is', () => {
  test.each([
    ['changed', '“We will move the boats.”', 'We will move the boats.'],
    ['with a negation left out', '“We will … move the boats”', 'We will … move the boats'],
    ['in another order', '“the crane … far too late”', 'the crane … far too late'],
    [
      'of parts that stand far apart',
      '“far too late for that … pay for the crane”',
      'far too late for that … pay for the crane',
    ],
    ['of single words', '“boats … crane … broken”', 'boats … crane … broken'],
    ['without an end', '“We will not move a thing', 'We will not move a thing'],
  ])('%s', (_, text, words) => {
    expect(print(text)).toEqual({
      text,
      printed: [],
      given: [],
      faults: [`quotes "${words}", which is not in the article`],
    });
  });

  test('of which sixty characters are shown', () => {
    expect(print(`“${'no such word '.repeat(10)}”`).faults).toEqual([
      `quotes "${'no such word '.repeat(10).slice(0, 60)}", which is not in the article`,
    ]);
  });
});

const random = randomOf(4);
const below = (count: number) => Math.floor(random() * count);
const pick = <T>(items: readonly T[], what: string): T => {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error(`There is no ${what}.`);
  return item;
};

interface Sentence {
  source: SourceText;
  words: string;
}

/** Sentences of five words and more from the sample newsroom's articles. */
async function sampleSentences(): Promise<Sentence[]> {
  const folder = new URL('../../../sample/articles/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const articles = await Promise.all(
    names.map(async (name) => {
      const { article } = (await import(new URL(name, folder).href)) as {
        article: { title: string; body: string; language: string };
      };
      return createSourceText({ ...article, body: plainText(article.body) });
    }),
  );
  return articles.flatMap((source) =>
    source.text
      .split(/\n\n|(?<=[.!?]) /)
      .map((words) => words.replace(/^\P{L}+|\P{L}+$/gu, ''))
      .filter((words) => words.split(' ').length >= 5 && !/["“”«»]/.test(words))
      .map((words) => ({ source, words })),
  );
}

const sentences = shuffled(await sampleSentences(), random).slice(0, 100);
const vocabulary = sentences.flatMap(({ words }) => words.match(/\p{L}{4,}/gu) ?? []);
const bare = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

type Change = (words: string[]) => string[];
const another = (word: string) => {
  let other = word;
  while (bare(other) === bare(word)) other = pick(vocabulary, 'word');
  return other;
};
const MUTATIONS: Record<string, Change> = {
  'a word replaced': (words) => words.with(...at(words, another)),
  'a digit changed': (words) => {
    const i = words.findIndex((word) => /\d/.test(word));
    if (i < 0) return words.with(...at(words, (word) => word + '7'));
    return words.with(
      i,
      (words[i] ?? '').replace(/\d/, (digit) => String((Number(digit) + 1 + below(9)) % 10)),
    );
  },
  'two words swapped': (words) => {
    const i = below(words.length - 1);
    return words.with(i, words[i + 1] ?? '').with(i + 1, words[i] ?? '');
  },
  'a word dropped': (words) => words.toSpliced(1 + below(words.length - 2), 1),
  'a word inserted': (words) => words.toSpliced(1 + below(words.length - 1), 0, pick(vocabulary, 'word')),
  '"not" added': (words) => words.toSpliced(1 + below(words.length - 1), 0, 'not'),
};

function at(words: string[], change: (word: string) => string): [number, string] {
  const i = below(words.length);
  return [i, change(words[i] ?? '')];
}

const VARIANTS: Record<string, (words: string) => string> = {
  'straight apostrophes': (words) => words.replace(/[‘’]/gu, "'"),
  'curved apostrophes': (words) => words.replace(/'/g, '’'),
  'no-break spaces': (words) => words.replace(/ /g, () => (random() < 0.3 ? '\u00a0' : ' ')),
  'thin spaces and line breaks': (words) =>
    words.replace(/ /g, () => pick([' ', '\u2009', '\n', '  '], 'space')),
  'letters in two parts': (words) => words.normalize('NFD'),
  'soft hyphens': (words) =>
    words.replace(/(?<=\p{L}{2})(?=\p{L}{2})/gu, () => (random() < 0.2 ? '\u00ad' : '')),
  'the other case first': (words) => words[0]?.toLowerCase() + words.slice(1),
  'capitals first': (words) => words[0]?.toUpperCase() + words.slice(1),
  'a comma after it': (words) => `${words},`,
  'an exclamation mark after it': (words) => `${words}!`,
  'other dashes': (words) => words.replace(/[–—-]/gu, () => pick(['-', '‐', '‑', '–', '—'], 'dash')),
  'three dots for one sign': (words) => words.replace(/…/gu, '...'),
  ligatures: (words) => words.replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/ff/g, 'ﬀ'),
  'all at once': (words) =>
    `${words.normalize('NFD').replace(/[‘’]/gu, "'").replace(/ /g, '\u202f').replace(/-/g, '‑')}.`,
};
const MARKS = ['“”', '„“', '«»', '»«', '""', '””', '「」'];
const COUNT = 200;

test('of 200 quotations with another word, digit, order or a "not" none is accepted', () => {
  const kinds = Object.entries(MUTATIONS);
  const accepted: string[] = [];
  let made = 0;
  while (made < COUNT) {
    const { source, words } = pick(sentences, 'sentence');
    const [kind, change] = kinds[made % kinds.length] ?? pick(kinds, 'kind');
    const mutated = change(words.split(' ')).join(' ');
    if (bare(source.text).includes(bare(mutated))) continue;
    made += 1;
    const { printed, faults } = printQuotes(`They said “${mutated}”.`, source);
    if (printed.length > 0 || faults.length !== 1) accepted.push(`${kind}: ${mutated}`);
  }
  expect(accepted).toEqual([]);
});

test('of 200 quotations in another typography all are printed as the source writes them', () => {
  const kinds = Object.entries(VARIANTS);
  const refused: string[] = [];
  for (let made = 0; made < COUNT; made += 1) {
    const { source, words } = pick(sentences, 'sentence');
    const [kind, change] = kinds[made % kinds.length] ?? pick(kinds, 'kind');
    const [open = '', close = ''] = pick(MARKS, 'pair of marks');
    const { text, printed } = printQuotes(`They said ${open}${change(words)}${close} and left.`, source);
    const slice = printed[0]?.slice ?? '';
    const isExact = source.text.startsWith(slice, printed[0]?.at) && bare(slice) === bare(words);
    if (!isExact || !text.includes(slice)) refused.push(`${kind}: ${change(words)}`);
  }
  expect(refused).toEqual([]);
});

test('the sentences are many, and from many articles', () => {
  expect(sentences.length).toBe(100);
  expect(new Set(sentences.map(({ source }) => source)).size).toBeGreaterThan(10);
});
