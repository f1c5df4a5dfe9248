import { describe, expect, test } from 'vitest';
import { assetRoutes, loadAssets } from '../../src/web/assets.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';
import { testSite } from './site.ts';

test('the sample newsroom serves its logo, to be kept for a day', async () => {
  const answer = await assetRoutes(loadAssets({ ...readersConfig(), sample: true })).request('/logo.png');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([128, 128]);
});

test('no other newsroom has a lantern', async () => {
  const answer = await assetRoutes(loadAssets({ ...readersConfig(), sample: false })).request('/logo.png');
  expect(answer.status).toBe(404);
});

const database = testDatabase();
const siteWith = (logo?: string) =>
  testSite(database.db, {
    config: { newsroom: { ...readersConfig().newsroom, ...(logo === undefined ? {} : { logo }) } },
  });
const picturesOf = (answer: Response) =>
  /img-src ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];

describe('the masthead', () => {
  test.each(['https://pictures.example/our/logo.png', '/logo.png'])(
    'shows the newsroom’s %s',
    async (logo) => {
      for (const path of ['/', '/subscribe', '/nowhere']) {
        const html = await siteWith(logo).text(path);
        expect(html, path).toContain(
          `<span class="logo"><img src="${logo}" alt="" width="64" height="64"/></span>`,
        );
        expect(html, path).not.toContain('class="mark"');
      }
    },
  );

  test('shows our mark where the newsroom has no logo', async () => {
    const html = await siteWith().text('/');
    expect(html).toContain('<svg class="mark"');
    expect(html).not.toContain('<img');
  });
});

describe('pictures', () => {
  test.each([
    ['https://pictures.example:8443/our/logo.png?v=2', `'self' data: https://pictures.example:8443`],
    ['/logo.png', `'self' data:`],
    [undefined, `'self' data:`],
  ])('with the logo %s come from nowhere but %s', async (logo, pictures) => {
    for (const path of ['/', '/subscribe', '/nowhere', '/search'])
      expect(picturesOf(await siteWith(logo).get(path)), path).toBe(pictures);
  });

  test('of an article come from wherever its source keeps them', async () => {
    const { id: sourceId } = await insertSource(database.db, { title: 'The Quay Post' });
    await insertArticle(database.db, { sourceId, slug: 'storm', title: 'Storm' });
    const answer = await siteWith('https://pictures.example/logo.png').get('/articles/storm');
    expect(picturesOf(answer)).toBe(`'self' data: https: http:`);
  });
});
