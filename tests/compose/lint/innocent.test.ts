import { describe, expect, test } from 'vitest';
import type { StorySnapshot } from '../../../db/edition.ts';
import { parseConfig, type ConfigInput } from '../../../src/shared/config.ts';
import { readersConfig } from '../../helpers/readers.ts';
import { snapshotOf } from '../../helpers/seed.ts';
import { idOf, storiesUnder } from '../paper.ts';
import { faultsOf, inputOf } from './edition.ts';

/** What a newsroom may well be called and say, and its stories too: none of it holds an edition. */

const { newsroom } = readersConfig();
const URL_OF_ALL = 'https://tide-verein.example/imprint';

const held = async (over: Partial<ConfigInput['newsroom']>, more: Partial<ConfigInput> = {}) =>
  faultsOf(
    await inputOf(
      undefined,
      parseConfig({ ...readersConfig(), newsroom: { ...newsroom, ...over }, ...more }),
    ),
  );

test.each([
  'https://cdn.example/logo@2x.png',
  '/logo@2x.png',
  '/logo.png?v=2',
  'https://cdn.example/logo.png',
])('a logo at %s', async (logo) => {
  expect(await held({ logo })).toEqual([]);
});

describe.each(['en', 'de', 'ar'])('addresses in the newsroom’s own words, in "%s"', (language) => {
  test.each<[string, Partial<ConfigInput['newsroom']>]>([
    ['the name', { name: 'https://tide-verein.example' }],
    ['the tagline', { tagline: URL_OF_ALL }],
    [
      'the postal address',
      { postalAddress: `Tide Association, 1 Quay Street, Testport 12345, ${URL_OF_ALL}` },
    ],
    ['the postal address, of mail', { postalAddress: '1 Quay, mailto:tide@tide.example' }],
    [
      'a greeting that ends in one',
      { greeting: `Good morning! Please support our work with a gift of any size at ${URL_OF_ALL}` },
    ],
    ['a greeting that goes on', { greeting: `Please look at “${URL_OF_ALL}”, and tell us.` }],
  ])('%s', async (_name, over) => {
    expect(await held({ language, ...over })).toEqual([]);
  });
});

test.each(['undefined', 'null', 'The NaN', 'Tom & "Jerry" <News>', 'A\u200fB'])(
  'the name %j',
  async (name) => {
    expect(await held({ name })).toEqual([]);
  },
);

test.each([
  'Wetter, Klima und Umweltkatastrophen in der Gemeinde',
  'Politics and policy of the harbour, its boards & what follows',
  'x'.repeat(60),
])('the category %s', async (name) => {
  const categories = [{ slug: 'harbour', name: name.slice(0, 60) }];
  for (const language of ['en', 'de', 'ar'])
    expect(
      faultsOf(
        await inputOf(
          storiesUnder([['harbour'], ['harbour']]),
          readersConfig({ newsroom: { ...newsroom, language }, categories }),
        ),
      ),
    ).toEqual([]);
});

test('categories whose slugs are words of JavaScript', async () => {
  const categories = ['undefined', 'null', 'constructor'].map((slug) => ({ slug, name: `On ${slug}` }));
  const stories = storiesUnder(categories.map(({ slug }) => [slug]));
  expect(faultsOf(await inputOf(stories, readersConfig({ categories })))).toEqual([]);
});

test.each(['"Tide @ Quay" <t@tide.example>', '"Tide, Inc." <t@tide.example>', 't@tide.example'])(
  'the sender %s',
  async (from) => {
    expect(await held({ from, replyTo: from })).toEqual([]);
  },
);

const TODOS = [{ text: 'Ask.', link: null }];

test.each<[string, Partial<StorySnapshot>]>([
  ['half of what JavaScript prints, before a box', { excerpt: 'They [object to this', todos: TODOS }],
  ['half of it in the title', { title: '[object', excerpt: 'x]', opinion: 'z ] y' }],
  ['half of it before its source', { related: [{ title: '[object', slug: 'a', sourceTitle: 'x]' }] }],
  ['all of it', { title: 'undefined null NaN Invalid Date [object Object] {{x}}' }],
  [
    'words with addresses',
    { excerpt: 'Go to https://a.example/(x)_(y), now! (ftp://b.example)', todos: TODOS },
  ],
  ['a language that is none', { language: 'not a tag', excerpt: 'A b. C d.' }],
  ['a language by another spelling', { language: 'en_US', excerpt: 'A b. C d.' }],
  ['an empty language', { language: '', excerpt: 'A b. C d.' }],
])('a story with %s', async (_name, over) => {
  const snapshot = snapshotOf({ title: 'A title', slug: 'story', ...over });
  const story = { category: 'harbour', articleId: idOf(1), position: 0, score: 1, snapshot };
  expect(faultsOf(await inputOf([story]))).toEqual([]);
});
