import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '../../sample/article.ts';
import { sampleArticles } from '../../sample/articles.ts';
import { inventedLine, outlets, type Outlet } from '../../sample/outlets.ts';
import { createSampleServer } from '../../sample/server.ts';
import { readFeed } from '../../src/collect/feed/feed.ts';
import { readPage } from '../../src/collect/page/page.ts';
import { escapeHtml } from '../../src/shared/html.ts';
import { plainBody } from './texts.ts';

const server = createSampleServer({ day: '2026-11-23', timezone: 'Europe/Lisbon' });
let port: number;

beforeAll(async () => {
  ({ port } = await server.listen(0));
});
afterAll(() => server.close());

describe.each(outlets)('$title', (outlet) => {
  const own = sampleArticles.filter((article) => article.outlet === outlet.slug);

  test('its feed names every story at its canonical address, newest first', async () => {
    const { body } = await get(outlet, outlet.feedPath);
    const feed = readFeed(body, feedAt(outlet));
    const newestFirst = own
      .toSorted((a, b) => a.hoursBefore - b.hoursBefore)
      .map(({ slug, title }) => ({ url: `http://${outlet.slug}.localhost:8098/news/${slug}`, title }));
    expect(feed.title).toBe(outlet.title);
    expect(feed.items.map(({ url, title }) => ({ url, title }))).toEqual(newestFirst);
    const places = newestFirst.map(({ url }) => body.indexOf(url));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('its feed tells hours, languages and films', async () => {
    const feed = readFeed((await get(outlet, outlet.feedPath)).body, feedAt(outlet));
    for (const item of feed.items) {
      const article = own.find((each) => urlOf(each) === item.url);
      const midnight = Date.parse('2026-11-23T00:00:00Z');
      expect(item.publishedAt?.getTime()).toBe(midnight - (article?.hoursBefore ?? 0) * 3_600_000);
      expect(item.kind).toBe(article?.kind);
      expect(item.language).toBe(article?.language);
    }
  });

  test('its pages hold the story, the canonical link and the line that it is invented', async () => {
    for (const article of own) {
      const { status, body } = await get(outlet, `/news/${article.slug}`);
      expect(status).toBe(200);
      expect(body).toContain(article.body);
      expect(body).toContain(`<link rel="canonical" href="${urlOf(article)}">`);
      expect(body).toContain(`<html lang="${article.language}">`);
      expect(body).toContain(escapeHtml(inventedLine));
    }
  });

  test('our own reader takes the story out of its pages, and nothing else', async () => {
    for (const article of own) {
      const { body } = await get(outlet, `/news/${article.slug}`);
      const page = readPage({ body, url: urlOf(article) });
      expect(page.text.replace(/\s+/g, ' ').trim()).toBe(plainBody(article));
      expect(page.canonicalUrl).toBe(urlOf(article));
    }
  });

  test('its front page links every story', async () => {
    const { body } = await get(outlet, '/');
    for (const article of own) expect(body).toContain(`href="${urlOf(article)}"`);
    expect(body).toContain(escapeHtml(inventedLine));
  });

  test('what has not changed is answered with 304', async () => {
    for (const path of ['/', outlet.feedPath, `/news/${own[0]?.slug}`]) {
      const { headers } = await get(outlet, path);
      const again = await get(outlet, path, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.body]).toEqual([304, '']);
      const other = await get(outlet, path, { 'if-none-match': '"of-yesterday"' });
      expect(other.status).toBe(200);
    }
  });

  test('another outlet’s story is not found', async () => {
    const foreign = sampleArticles.find((article) => article.outlet !== outlet.slug);
    expect((await get(outlet, `/news/${foreign?.slug}`)).status).toBe(404);
  });
});

test('a host that is no outlet is not found, and nothing can be posted', async () => {
  expect((await get({ slug: 'somebody-else' }, '/')).status).toBe(404);
  expect((await get({ slug: 'river-post' }, '/', {}, 'POST')).status).toBe(405);
});

test('a second server beside the first takes another port and says which', async () => {
  const second = createSampleServer({ day: '2026-11-23', timezone: 'Europe/Lisbon' });
  const taken = await second.listen(port);
  await second.close();
  expect(taken.port).not.toBe(port);
});

function feedAt(outlet: Outlet): { url: string; itemsMax: number } {
  return { url: `http://${outlet.slug}.localhost:8098${outlet.feedPath}`, itemsMax: 100 };
}

interface Answer {
  status: number | undefined;
  headers: Record<string, string | undefined>;
  body: string;
}

function get(
  outlet: { slug: string },
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const host = `${outlet.slug}.localhost:8098`;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: { etag: response.headers.etag },
          body: Buffer.concat(chunks).toString(),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
