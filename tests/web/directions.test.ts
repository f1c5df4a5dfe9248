import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { linkOf, readersConfig } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { seedDay } from './day.ts';
import { testSite } from './site.ts';

const database = testDatabase();
let subscriberId: string;
beforeAll(async () => {
  await seedDay(database.db);
  const reader = { address: 'sam@reader.example', name: 'Sam', categories: ['harbour'], language: 'ar' };
  subscriberId = (await insertSubscriber(database.db, reader)).id;
});

const siteIn = (language: string) =>
  testSite(database.db, { config: { newsroom: { ...readersConfig().newsroom, language } } });
const page = async (language: string, path: string) => parseHTML(await siteIn(language).text(path)).document;
const attributes = (element: { getAttribute(name: string): string | null } | null, ...names: string[]) =>
  names.map((name) => element?.getAttribute(name) ?? null);

describe('on a page that runs from right to left', () => {
  test.each(['/', '/categories/weather', '/search?q=ferry'])(
    'titles run their own way at %s',
    async (path) => {
      const title = (await page('ar', path)).querySelector('main a[href="/articles/the-last-night-ferry"]');
      expect(attributes(title, 'lang', 'dir')).toEqual(['en', 'ltr']);
    },
  );

  test.each(['/', '/categories/weather', '/search?q=ferry'])(
    'excerpts run their own way at %s',
    async (path) => {
      const excerpt = (await page('ar', path)).querySelector('.excerpt');
      expect(attributes(excerpt, 'lang', 'dir')).toEqual(['en', 'ltr']);
    },
  );

  test('an article runs its own way, and what we say of it as its letters do', async () => {
    const document = await page('ar', '/articles/the-last-night-ferry');
    expect(attributes(document.querySelector('h1 > bdi'), 'lang', 'dir')).toEqual(['en', 'ltr']);
    for (const part of document.querySelectorAll('.prose')) expect(attributes(part, 'dir')).toEqual(['ltr']);
    for (const part of document.querySelectorAll('.commentary > p'))
      expect(attributes(part, 'dir')).toEqual(['auto']);
  });

  test.each(['me', 'unsubscribe'] as const)(
    'an address stays whole behind the link "%s"',
    async (purpose) => {
      const path = `/${purpose === 'me' ? 'me' : 'u'}/${linkOf(purpose, subscriberId)}`;
      const address = (await page('en', path)).querySelector('.lead bdi');
      expect(address?.textContent).toBe('s…@r…');
      expect(attributes(address, 'dir', 'class')).toEqual(['ltr', 'masked']);
    },
  );

  test('the newsroom’s own words are marked as its own', async () => {
    const document = await page('en', `/me/${linkOf('me', subscriberId)}`);
    for (const part of ['.tagline', '.places .choice', '.motto'])
      expect(attributes(document.querySelector(`${part} bdi`), 'lang'), part).toEqual(['en']);
  });
});

test('where all runs the same way, no direction is written to a known language', async () => {
  const title = (await page('en', '/')).querySelector('main a[href="/articles/mare-alta"]');
  expect(attributes(title, 'lang', 'dir')).toEqual(['pt', null]);
});

test.each([
  ['de', 'Unterschreiben Sie unsere Petition: Keep the night ferry', '1 von 500 hat unterschrieben'],
  ['ar', 'وقّع عريضتنا: Keep the night ferry', 'توقيع واحد من أصل 500'],
])('a newsroom in "%s" asks to sign in its language, on every public page', async (language, ask, count) => {
  for (const path of ['/', '/editions/2026-11-23']) {
    const line = (await page(language, path)).querySelector('.sign-line');
    expect(line?.querySelector('a')?.textContent, path).toBe(ask);
    expect(line?.querySelector('.small')?.textContent, path).toBe(count);
  }
  const article = await page(language, '/articles/the-last-night-ferry');
  expect(article.querySelector('.sign-ours h2')?.textContent).toBe(ask.split(':')[0]);
});
