import { expect, test } from 'vitest';
import { digestText } from '../../emails/digest-text.ts';
import { renderDigest } from '../../src/compose/render.ts';
import { stringsFor } from '../../strings/strings.ts';
import { arabicDigest, arabicStory } from './arabic-fixture.ts';
import { category, digest, story } from './digest-fixture.ts';
import { linksOf } from './markup.ts';

const both = digest({
  categories: [
    category('transport', [story('a1'), story('a2', { form: 'brief' })]),
    category('parks', [story('b1', { petition: null, opinion: null, action: null, label: 'Excerpt only' })]),
  ],
});

test('every link of the HTML is in the text', async () => {
  const { html, text } = await renderDigest(both);
  const links = new Set(linksOf(html));
  expect(links.size).toBeGreaterThan(10);
  expect([...links].filter((link) => !text.split('\n').some((line) => line.trim() === link))).toEqual([]);
});

test('no line is longer than 72 characters but an address', () => {
  const long = digestText(both)
    .split('\n')
    .filter((line) => line.length > 72);
  expect(long.filter((line) => !/^\s*https:\S+$/.test(line))).toEqual([]);
});

test('the way to a category on the web is wrapped, however long its name is', () => {
  const name = 'Weather, climate and disasters of the town and its villages';
  for (const language of ['en', 'de', 'ar']) {
    const text = digestText(
      digest({ language, categories: [category('transport', [story('a1')], { name })] }),
    );
    const long = text.split('\n').filter((line) => line.length > 72 && !line.includes('https:'));
    expect(long).toEqual([]);
  }
});

test('each to-do has a box, and its further lines stand under its words', () => {
  const todos = [
    { text: 'Learn', url: null },
    {
      text: 'Ask the office in writing, and keep the answer, because the next hearing will need it.',
      url: 'https://tide.example/articles/a#official-b',
    },
  ];
  const text = digestText(digest({ categories: [category('transport', [story('a1', { todos })])] }));
  expect(text).toContain('[ ] Learn\n[ ] Ask the office in writing');
  expect(text).toMatch(/\n {4}\S/);
  expect(text).toContain('\n    https://tide.example/articles/a#official-b\n');
});

test('a word of 500 letters is not broken', () => {
  const word = 'x'.repeat(500);
  expect(digestText(digest({ greeting: `A ${word} b` }))).toContain(`A\n${word}\nb`);
});

test('what a story lacks leaves no heading and no gap', () => {
  const bare = story('a1', {
    opinion: null,
    action: null,
    todos: [],
    petition: null,
    related: [],
    label: null,
    excerpt: '',
  });
  const text = digestText(digest({ categories: [category('transport', [bare])] }));
  expect(text).not.toMatch(/Opinion|To do|Related/);
  expect(text).not.toContain('\n\n\n\n');
});

test.each([
  { paper: digest, told: story },
  { paper: arabicDigest, told: arabicStory },
])('a story that goes on says so before its title and links what was told', ({ paper, told }) => {
  const update = { title: 'Before', url: 'https://lantern.example/before', dayInWords: '19 Nov 2026' };
  const props = paper({ categories: [category('transport', [told('a1', { update, form: 'brief' })])] });
  const words = stringsFor(props.language).digest;
  const text = digestText(props);
  expect(text).toContain(`\n${words.update}: ${told('a1').title}\n---`);
  expect(text).toContain(`\n${words.before('19 Nov 2026')}: Before:\n${update.url}\n`);
});

test('only a weekly edition calls itself the best of the week', () => {
  expect(digestText(digest({ cadence: 'weekly' }))).toContain('\n\nThe best of the week\n\nMonday');
  expect(digestText(digest())).not.toContain('The best of the week');
});

test('it ends with why it came, how to change or stop it, whose it is and how it was made', () => {
  const { why, howMade, postalAddress, links } = digest();
  const end = digestText(digest()).split('='.repeat(72)).at(-1)?.replaceAll(/\s+/g, ' ') ?? '';
  const places = [why, links.preferences, links.unsubscribe, postalAddress, howMade].map((piece) =>
    end.indexOf(piece),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
