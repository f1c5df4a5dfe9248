import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, parseConfig, readMailbox, type ConfigInput } from '../../src/shared/config.ts';
import { contrast, CONTRAST_MIN, paper } from '../../src/shared/color.ts';
import { ConfigError, type Fault } from '../../src/shared/errors.ts';

const newsroom = {
  name: 'The Test Tide',
  tagline: 'For tests only',
  url: 'https://tide.example',
  from: 'The Test Tide <tide@tide.example>',
  postalAddress: '1 Quay, Testport',
  timezone: 'America/New_York',
  language: 'en',
};
const least = { newsroom, categories: [{ slug: 'harbour', name: 'Harbour' }], sources: [] };
const petition = { slug: 'quay', title: 'Keep the quay', text: 'Keep it.', target: 'The board', goal: 5 };
const official = { slug: 'chair', name: 'Ana', office: 'Chair', source: 'Tests', asOf: '2026-11-01' };

const without = (key: keyof typeof newsroom) => ({ ...newsroom, [key]: undefined });
const petitions = (over: object) => ({ petitions: [{ ...petition, ...over }] });

/** Categories whose slugs have 18 letters each. */
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ slug: `c${i}`.padEnd(18, 'x'), name: `C${i}` }));

function faultsOf(input: unknown): Fault[] {
  try {
    parseConfig(input);
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults];
    throw error;
  }
  return [];
}

test('what is left out has a default', () => {
  const config = parseConfig(least);
  expect(config.sample).toBe(false);
  expect(config.digest).toMatchObject({ cron: '0 6 * * *', windowHours: 36, bytesMax: 99_000 });
  expect(config.categories[0]?.color.light).toMatch(/^#/);
  expect(parseConfig({ ...least, sources: [{ url: 'https://a.example/feed' }] }).sources[0]).toEqual({
    url: 'https://a.example/feed',
    kind: 'feed',
    licence: 'excerpt',
    categories: [],
    weight: 1,
    pages: true,
  });
});

test('every default colour can be read on light and on dark paper', () => {
  const categories = Array.from({ length: 20 }, (_, i) => ({ slug: `c${i}`, name: `C${i}` }));
  for (const { color } of parseConfig({ ...least, categories }).categories)
    for (const on of ['light', 'dark'] as const)
      expect(contrast(color[on], paper[on])).toBeGreaterThanOrEqual(CONTRAST_MIN);
});

describe('each fault has its path, a problem and a remedy', () => {
  test.each<[string, object, string, RegExp, RegExp]>([
    [
      'a missing key',
      { newsroom: without('postalAddress') },
      'newsroom.postalAddress',
      /is missing/,
      /Add it/,
    ],
    ['a missing group', { newsroom: undefined }, 'newsroom', /is missing/, /Add it/],
    ['a key misspelt', { digest: { windowhours: 3 } }, 'digest.windowhours', /not a setting/, /spelling/],
    ['a wrong type', { comment: { attempts: '3' } }, 'comment.attempts', /must be a number/, /table/],
    ['a half', { comment: { attempts: 1.5 } }, 'comment.attempts', /must be a whole number/, /table/],
    ['too little', { deliver: { batchSize: 0 } }, 'deliver.batchSize', /at least 1/, /table/],
    ['too much', { deliver: { batchSize: 101 } }, 'deliver.batchSize', /at most 100/, /table/],
    ['no category', { categories: [] }, 'categories', /at least one category/, /table/],
    ['a bad URL', { sources: [{ url: 'tide.example' }] }, 'sources[0].url', /not an http/, /whole address/],
    ['another protocol', { sources: [{ url: 'file:///etc' }] }, 'sources[0].url', /not an http/, /whole/],
    [
      'a URL with a password',
      { sources: [{ url: 'https://a:b@c.example' }] },
      'sources[0].url',
      /http/,
      /whole/,
    ],
    [
      'an unknown kind',
      { sources: [{ url: 'https://a.example', kind: 'page' }] },
      'sources[0].kind',
      /"feed"/,
      /./,
    ],
    [
      'a bad time zone',
      { newsroom: { ...newsroom, timezone: 'Mars/Base' } },
      'newsroom.timezone',
      /zone/,
      /IANA/,
    ],
    ['a bare offset', { newsroom: { ...newsroom, timezone: '+01:00' } }, 'newsroom.timezone', /zone/, /IANA/],
    [
      'a bad language',
      { newsroom: { ...newsroom, language: 'x' } },
      'newsroom.language',
      /language/,
      /"pt-BR"/,
    ],
    ['a bad sender', { newsroom: { ...newsroom, from: 'Tide' } }, 'newsroom.from', /mail address/, /Name </],
    ...['name', 'tagline', 'greeting', 'postalAddress'].flatMap((key) =>
      ['{{Tide}}', '⟪Tide', 'a [object Paper]', 'news.invalid', '<mj-text>'].map(
        (words): [string, object, string, RegExp, RegExp] => [
          `a ${key} with ${words}`,
          { newsroom: { ...newsroom, [key]: words } },
          `newsroom.${key}`,
          /looks like a place in a mail/,
          /another way/,
        ],
      ),
    ),
    [
      'a name that turns what follows',
      { newsroom: { ...newsroom, name: '\u202eTide' } },
      'newsroom.name',
      /U\+202E/,
      /Take it out/,
    ],
    [
      'a category that turns what follows',
      { categories: [{ slug: 'a', name: 'A\u2067B' }] },
      'categories[0].name',
      /U\+2067/,
      /Take it out/,
    ],
    [
      'a category with a place in it',
      { categories: [{ slug: 'a', name: '{{x}}' }] },
      'categories[0].name',
      /looks like a place/,
      /another way/,
    ],
    [
      'a sender that would be a group',
      { newsroom: { ...newsroom, from: 'Tide: News <a@tide.example>' } },
      'newsroom.from',
      /mail address/,
      /double quotes/,
    ],
    [
      'no room for one category',
      { categories: many(12), digest: { bytesMax: 20_000 } },
      'digest.bytesMax',
      /too small: with 12 categories/,
      /at least 20880/,
    ],
    [
      'no room for one category of a hundred',
      { categories: many(100), digest: { bytesMax: 41_999 } },
      'digest.bytesMax',
      /with 100 categories/,
      /at least 42000/,
    ],
    ['a bad time', { collect: { cron: '99 * * * *' } }, 'collect.cron', /cron/, /Five fields/],
    ['seconds', { collect: { cron: '0 0 6 * * *' } }, 'collect.cron', /five fields/, /Five fields/],
    ['a bad host', { collect: { allowHosts: ['http://a/'] } }, 'collect.allowHosts[0]', /host/, /127/],
    [
      'no colour',
      { categories: [{ slug: 'a', name: 'A', color: 'red' }] },
      'categories[0].color',
      /#rrggbb/,
      /./,
    ],
    [
      'half a pair',
      { categories: [{ slug: 'a', name: 'A', color: { light: '#000000' } }] },
      'categories[0].color',
      /dark/,
      /./,
    ],
    ['a bad slug', { categories: [{ slug: 'A b', name: 'A' }] }, 'categories[0].slug', /slug/, /./],
    [
      'a day that is none',
      { officials: [{ ...official, asOf: '2026-02-30' }] },
      'officials[0].asOf',
      /day/,
      /./,
    ],
    [
      'a moment that is none',
      petitions({ opensAt: '2026-11-23T25:00' }),
      'petitions[0].opensAt',
      /day or time/,
      /./,
    ],
    [
      'an end before its beginning',
      petitions({ opensAt: '2026-11-23', closesAt: '2026-11-22T23:59' }),
      'petitions[0].closesAt',
      /before/,
      /one/,
    ],
    [
      'a category that is not there',
      petitions({ categories: ['harbour', 'sea'] }),
      'petitions[0].categories[1]',
      /"sea"/,
      /Add it to `categories`/,
    ],
    [
      'a slug twice',
      { officials: [official, { ...official, name: 'Bo' }] },
      'officials[1].slug',
      /officials\[0\]/,
      /its own/,
    ],
    [
      'a source twice',
      { sources: [{ url: 'https://a.example' }, { url: 'http://www.A.example:80/#news' }] },
      'sources[1].url',
      /sources\[0\]/,
      /its own/,
    ],
    [
      'a colour too pale',
      { categories: [{ slug: 'a', name: 'A', color: '#eeeeee' }] },
      'categories[0].color.light',
      /too close/,
      /4\.5:1/,
    ],
    [
      'a colour too dark',
      { categories: [{ slug: 'a', name: 'A', color: { light: '#000000', dark: '#222222' } }] },
      'categories[0].color.dark',
      /too close to the dark/,
      /4\.5:1/,
    ],
  ])('%s', (_what, over, path, problem, remedy) => {
    const faults = faultsOf({ ...least, ...over });
    expect(faults).toEqual([
      {
        path,
        problem: expect.stringMatching(problem) as string,
        remedy: expect.stringMatching(remedy) as string,
      },
    ]);
  });
});

test('one start names every fault, whichever kind it is of', () => {
  const faults = faultsOf({
    newsroom: { ...newsroom, name: undefined, timezone: 'Mars/Base' },
    categories: [{ slug: 'harbour', name: 'Harbour', color: '#ffffff' }],
    sources: [{ url: 'nowhere', categories: ['sea'] }],
    petitions: [petition, petition],
    extra: true,
  });
  expect(faults.map(({ path }) => path).toSorted()).toEqual([
    'categories[0].color.light',
    'extra',
    'newsroom.name',
    'newsroom.timezone',
    'petitions[1].slug',
    'sources[0].categories[0]',
    'sources[0].url',
  ]);
});

test('a petition that opens within the day on which it closes is no fault', () => {
  const petitions = [{ ...petition, opensAt: '2026-11-23T09:00', closesAt: '2026-11-23' }];
  expect(faultsOf({ ...least, petitions })).toEqual([]);
});

test.each([undefined, null, 'a text', 7, [], { categories: 'x', sources: [null], petitions: [7] }])(
  'whatever it is given (%j), it says what is wrong',
  (input) => {
    expect(faultsOf(input).length).toBeGreaterThan(0);
  },
);

test('the sentence for the operator lists the faults with their remedies', () => {
  const input = { ...least, sources: [{ url: 'nowhere' }] };
  expect(() => parseConfig(input)).toThrow(
    /^The configuration has 1 fault:\n {2}sources\[0\]\.url: is not an http or https address\n {4}Write the whole address/,
  );
});

describe('a file', () => {
  test('of JSON is read', () =>
    written('newsroom.json', JSON.stringify(least satisfies ConfigInput), async (file) => {
      expect((await loadConfig(file)).newsroom.name).toBe('The Test Tide');
    }));

  test('of JavaScript is read by its default export', () =>
    written('newsroom.js', `export default ${JSON.stringify(least)}`, async (file) => {
      expect((await loadConfig(file)).newsroom.name).toBe('The Test Tide');
    }));

  test('without a default export says so', () =>
    written('newsroom.js', 'export const config = 1', async (file) => {
      expect(await faultOf(file)).toMatchObject({ problem: 'cannot be read: it has no default export' });
    }));

  test('that is broken says where', () =>
    written('newsroom.json', '{"newsroom": ', async (file) => {
      expect(await faultOf(file)).toMatchObject({
        path: file,
        problem: expect.stringMatching(/JSON/) as string,
      });
    }));

  test('that is not there says so', async () => {
    expect(await faultOf('/nowhere/newsroom.ts')).toMatchObject({
      path: 'BROADSIDE_CONFIG',
      problem: 'there is no file /nowhere/newsroom.ts',
    });
  });
});

test.each([
  ['Tide <a@tide.example>', { name: 'Tide', address: 'a@tide.example' }],
  ['"Tide, The" <a@tide.example>', { name: 'Tide, The', address: 'a@tide.example' }],
  ['<a@tide.example>', { name: undefined, address: 'a@tide.example' }],
  ['a@tide.example', { name: undefined, address: 'a@tide.example' }],
  ['Tide\r\nBcc: b@tide.example <a@tide.example>', undefined],
  ['Tide <a@tide.example> and more', undefined],
  ['Tide', undefined],
  [
    '"Tide @ Quay: a (news) paper; daily" <a@tide.example>',
    { name: 'Tide @ Quay: a (news) paper; daily', address: 'a@tide.example' },
  ],
  ['Tide, Inc. <a@tide.example>', { name: 'Tide, Inc.', address: 'a@tide.example' }],
  ['b@tide.example, Tide <a@tide.example>', undefined],
  ['Tide: News <a@tide.example>', undefined],
  ['Tide; News <a@tide.example>', undefined],
  ['Tide (news) <a@tide.example>', undefined],
  ['"Tide <a@tide.example>', undefined],
  ['"Tide\\" <a@tide.example>', undefined],
  ['\u202eTide <a@tide.example>', undefined],
])('the mailbox %j', (text, mailbox) => {
  expect(readMailbox(text)).toEqual(mailbox);
});

/** With a file of that text. */
async function written(name: string, text: string, work: (file: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'broadside config '));
  try {
    await writeFile(join(folder, name), text);
    await work(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function faultOf(file: string) {
  const error: unknown = await loadConfig(file).catch((thrown: unknown) => thrown);
  return error instanceof ConfigError ? error.faults[0] : error;
}

test.each(['/logo@2x.png', '/logo.png?v=2&w=64', '/a%20b~c+d.png', 'https://cdn.example/logo@2x.png'])(
  'the logo %s may be shown',
  (logo) => {
    expect(faultsOf({ ...least, newsroom: { ...newsroom, logo } })).toEqual([]);
  },
);

test.each([
  '//cdn.example/x.png',
  '/\\\\cdn.example/x.png',
  'data:image/png;base64,x',
  '/x"><b>',
  '/a b.png',
])('the logo %s may not', (logo) => {
  expect(faultsOf({ ...least, newsroom: { ...newsroom, logo } })).toMatchObject([{ path: 'newsroom.logo' }]);
});

test('as many bytes as one category needs are enough, and words with marks of direction are no fault', () => {
  expect(faultsOf({ ...least, categories: many(12), digest: { bytesMax: 20_880 } })).toEqual([]);
  expect(faultsOf({ ...least, categories: many(100) })).toEqual([]);
  expect(faultsOf({ ...least, newsroom: { ...newsroom, name: 'A\u200fB', tagline: 'undefined' } })).toEqual(
    [],
  );
});

test('an opening that is no day is one fault, and is not compared with the end', () => {
  const faults = faultsOf({ ...least, ...petitions({ opensAt: 'tomorrow', closesAt: '2026-12-01' }) });
  expect(faults).toMatchObject([{ path: 'petitions[0].opensAt' }]);
});
