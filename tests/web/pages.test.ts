import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { insertArticle, insertEdition, insertSource, snapshotOf } from '../helpers/seed.ts';
import { seedDay } from './day.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeAll(() => seedDay(database.db));
const page = (path: string) => testSite(database.db).text(path);

describe('the front page', () => {
  test('has the edition’s number, the lead story and every category with a further story', async () => {
    const html = await page('/');
    expect(html).toContain('No. 12');
    expect(html).toMatch(/lead-story.*The last night ferry/s);
    expect(html).not.toContain('class="shelf category-harbour"');
    expect(html).toContain('class="shelf category-schools"');
    expect(html).toContain('Sign our petition: <bdi>Keep the night ferry</bdi></a>');
    expect(html).toContain('1 of 500 have signed');
  });

  test('tells a story of two categories once, and names it once more', async () => {
    const html = await page('/');
    expect(html.match(/All four schools stay shut on Monday/g)).toHaveLength(1);
    expect(html.match(/href="\/articles\/storm-keeps-schools-shut"/g)).toHaveLength(2);
  });

  test('leaves out a category that the newsroom no longer has', async () => {
    const config = { categories: [{ slug: 'schools', name: 'Schools' }] };
    const html = await testSite(database.db, { config }).text('/');
    expect(html).toContain('Storm keeps schools shut');
    expect(html).not.toContain('Weather');
    expect(html).not.toContain('The last night ferry');
  });

  test('says on every page of a sample newsroom that all is invented, and on no other', async () => {
    const sample = await testSite(database.db, { config: { sample: true } }).text('/search');
    expect(sample).toContain('everybody in it are invented');
    expect(await page('/search')).not.toContain('invented');
  });
});

describe('an article', () => {
  test('has every part, in order', async () => {
    const html = await page('/articles/the-last-night-ferry');
    const parts = [
      'The last night ferry',
      'The Quay Post',
      'Monday, November 23, 2026 at 12:30 AM EST',
      'By Ines Calder',
      '/categories/harbour',
      'Paragraph 1.',
      'Expand',
      'Paragraph 24.',
      'Also reported by',
      '<h2>Sign our petition</h2>',
      '<progress max="500" value="1"',
      '<h2>Opinion</h2>',
      '<h2>Action</h2>',
      'Sample text, written by hand',
      '<h2>To do</h2>',
      'What can we personally do?',
      'It asks for one winter',
      'Odile Marsh',
      'A letter to start from',
      'In the community',
      'Conclusion',
      '<h2>Sign our petition</h2>',
      '<h2>2 related articles</h2>',
      'Updated',
      '© 2026 The Test Tide',
    ];
    let at = 0;
    for (const part of parts) {
      const found = html.indexOf(part, at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  test('never names an official whose term is over', async () => {
    expect(await page('/articles/the-last-night-ferry')).not.toContain('Petr Gone');
  });

  test('of a source that allows a link only shows title and link', async () => {
    const html = await page('/articles/mare-alta');
    expect(html).toContain('Watch the video at');
    expect(html).not.toContain('It happened at the quay');
    expect(html).toContain('<h1><bdi lang="pt">Maré alta');
    expect(html).toContain('In Portuguese');
  });

  test('of a source that allows an excerpt leads to the whole', async () => {
    const html = await page('/articles/storm-keeps-schools-shut');
    expect(html).toContain('All four schools stay shut on Monday.');
    expect(html).not.toContain('It happened at the quay');
    expect(html).toContain('Read the whole story at');
    expect(html).toContain('Excerpt only. No opinion on this one: None has been written yet.');
    // The newsroom's own reason may name settings and servers.
    expect(html).not.toContain('no model is set');
  });

  test('can carry no script in its title', async () => {
    const html = await page('/articles/storm-keeps-schools-shut');
    expect(html).toContain('shut &amp; buses');
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });
});

describe('lists', () => {
  test('count what they hold, and open it', async () => {
    expect(await page('/categories')).toMatch(/Harbour<\/a><span class="small">1 article</);
    expect(await page('/categories/weather')).toContain('3 articles, newest first');
    expect(await page('/editions')).toContain('href="/editions/2026-11-23"');
    expect(await page('/editions/2026-11-23')).toContain('Edition No. 12');
    expect(await page('/petitions')).toContain('1 of 500 have signed');
  });

  test('find words, and mark them', async () => {
    const html = await page('/search?q=ferry+quay');
    expect(html).toContain('1 article found');
    expect(html).toMatch(/<mark>ferry<\/mark>/i);
  });

  test.each([
    '%00',
    "' or 1=1 --",
    '"(((',
    '<script>alert(1)</script>',
    '&|!<->:*',
    'a'.repeat(5000),
    '%E0%A4%A',
  ])('take %s as words to look for', async (words) => {
    const query = words.startsWith('%') ? words : encodeURIComponent(words);
    const response = await testSite(database.db).get(`/search?q=${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<script>');
  });

  test('say what to do where nothing is found', async () => {
    expect(await page('/search?q=zeppelin')).toContain('Nothing was found for “zeppelin”');
    expect(await page('/search')).not.toContain('Nothing was found');
  });
});

describe('what is not there', () => {
  test.each([
    '/nothing',
    '/articles/nothing',
    '/articles/%00',
    `/articles/${'a'.repeat(3000)}`,
    '/categories/nothing',
    '/categories/harbour?page=9',
    '/editions/2026-02-30',
    '/editions/2020-01-01',
    '/petitions/nothing',
    '/petitions/nothing/count.json',
    '/outbox',
    '/c/forged',
    '/u/forged',
    '/me/forged',
    '/s/forged',
    '/g/forged',
    '/categories/nothing/feed.xml',
  ])('%s is answered by a page of its own', async (path) => {
    const response = await testSite(database.db).get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<h1>Not found</h1>');
  });
});

describe('the front page of a newsroom', () => {
  const other = testDatabase();

  test('lists before the first edition what was collected, and after it what the edition left out', async () => {
    const front = () => testSite(other.db).text('/');
    const { id: sourceId } = await insertSource(other.db, { title: 'The Pier' });
    const { id: told } = await insertArticle(other.db, { sourceId, slug: 'told', title: 'The told one' });
    await insertArticle(other.db, { sourceId, slug: 'left-out', title: 'The one left out' });
    expect(await front()).toMatch(/npm run today.*The latest articles/s);
    expect(await front()).toContain('The told one');

    const snapshot = snapshotOf({ title: 'The told one', slug: 'told' });
    const stories = [{ category: 'schools', articleId: told, snapshot }];
    const categories = [{ slug: 'schools', name: 'Schools' }];
    await insertEdition(other.db, { day: '2026-11-23', number: 1, categories, stories });
    expect(await front()).toMatch(/The told one.*Also collected.*The one left out/s);
    expect((await front()).split('Also collected')[1]).not.toContain('The told one');
  });
});

test('a feed’s own address, which may hold a key, is never shown', async () => {
  await insertSource(database.db, {
    title: 'Keyed Wire',
    url: 'https://keyed.example/feed.xml?key=secret',
    homeUrl: null,
  });
  const html = await page('/about');
  expect(html).toContain('href="https://keyed.example"');
  expect(html).not.toContain('key=secret');
});
