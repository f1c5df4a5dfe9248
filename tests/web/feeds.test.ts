import { parseFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { seedDay } from './day.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeAll(() => seedDay(database.db));
const read = async (path: string) => parseFeed(await testSite(database.db).text(path));

test('the RSS feed can be read, with titles as they are and links to our pages', async () => {
  const { format, feed } = await read('/feed.xml');
  expect(format).toBe('rss');
  expect(feed).toMatchObject({ title: 'The Test Tide', link: 'https://tide.example/' });
  const items = (feed as { items: { title: string; link: string }[] }).items;
  expect(items.map(({ title }) => title)).toContain('Storm keeps schools shut & buses off the road');
  expect(items.map(({ link }) => link)).toContain('https://tide.example/articles/the-last-night-ferry');
  expect(items).toHaveLength(3);
  const text = await testSite(database.db).text('/feed.xml');
  expect(text).not.toMatch(/&(?!#\d+;)/);
});

test('the JSON feed can be read', async () => {
  const { format, feed } = await read('/feed.json');
  expect(format).toBe('json');
  expect(feed).toMatchObject({ title: 'The Test Tide', items: [{}, {}, {}] });
});

test('a category’s feed holds that category only', async () => {
  const { feed } = await read('/categories/schools/feed.xml');
  expect(feed).toMatchObject({
    title: 'The Test Tide: Schools',
    items: [{ categories: [{ name: 'Schools' }, {}] }],
  });
  expect((feed as { items: unknown[] }).items).toHaveLength(1);
});

test('no feed tells more than the licence allows', async () => {
  for (const path of ['/feed.xml', '/feed.json']) {
    const text = await testSite(database.db).text(path);
    expect(text).toContain('mare-alta');
    expect(text).not.toContain('It happened at the quay');
  }
});

test('search engines find every page that is for all, and none that is for one', async () => {
  const site = testSite(database.db);
  const map = await site.text('/sitemap.xml');
  for (const path of [
    '/',
    '/articles/mare-alta',
    '/editions/2026-11-23',
    '/petitions/ferry',
    '/categories/harbour',
  ])
    expect(map).toContain(`<loc>https://tide.example${path}</loc>`);
  expect(map).not.toContain('ferry-copy');
  const robots = await site.text('/robots.txt');
  expect(robots).toContain('Disallow: /me/');
  expect(robots).toContain('Sitemap: https://tide.example/sitemap.xml');
});
