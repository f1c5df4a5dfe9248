import { expect, test } from 'vitest';
import { digestProps, frameOf, type EditionContent } from '../../src/compose/edition.ts';
import type { Config } from '../../src/shared/config.ts';
import { readersConfig } from '../helpers/readers.ts';
import { idOf, SITE, storiesUnder } from './paper.ts';

const props = (own: Partial<Config['newsroom']>, more: Partial<EditionContent> = {}) => {
  const plain = readersConfig();
  const config = { ...plain, newsroom: { ...plain.newsroom, ...own } };
  const slug = config.categories[0]?.slug ?? '';
  const content = { day: '2026-11-23', number: 7, siteUrl: SITE, stories: storiesUnder([[slug]]), ...more };
  return digestProps(config, content, frameOf(config, content), 'full');
};

test('a logo is an address of its own, or a path of the site', () => {
  expect(props({}).masthead.logoUrl).toBeNull();
  expect(props({ logo: '/logo.png' }).masthead.logoUrl).toBe(`${SITE}/logo.png`);
  expect(props({ logo: 'https://cdn.example/l.png' }).masthead.logoUrl).toBe('https://cdn.example/l.png');
});

test('the greeting is the newsroom’s', () => {
  expect(props({}).greeting).toBeNull();
  expect(props({ greeting: 'Good morning.' }).greeting).toBe('Good morning.');
});

test('a daily edition leads to its mail on the web, a weekly one to that of the week', () => {
  expect(props({}).cadence).toBe('daily');
  expect(props({}).links.web).toBe(`${SITE}/editions/2026-11-23/mail`);
  const weekly = props({}, { cadence: 'weekly' });
  expect(weekly.cadence).toBe('weekly');
  expect(weekly.links.web).toBe(`${SITE}/editions/2026-11-23/week/mail`);
  expect(weekly.categories[0]?.more.url).toMatch(/\/editions\/2026-11-23\/week#/);
});

test('a story that goes on leads to what was told, with its day in words', () => {
  const [first] = storiesUnder([[readersConfig().categories[0]?.slug ?? '']]);
  if (!first) throw new Error('no story');
  const update = { title: 'Before', slug: 'before', day: '2026-11-19' };
  const stories = [{ ...first, articleId: idOf(1), snapshot: { ...first.snapshot, update } }];
  expect(props({}, { stories }).categories[0]?.stories[0]?.update).toEqual({
    title: 'Before',
    url: `${SITE}/articles/before`,
    dayInWords: expect.stringMatching(/19.*2026/) as unknown,
  });
  expect(props({}).categories[0]?.stories[0]?.update).toBeNull();
});
