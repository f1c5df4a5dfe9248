import { asc, eq, sql } from 'drizzle-orm';
import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { articles } from '../../db/article.ts';
import { sources } from '../../db/source.ts';
import { collect } from '../../src/collect/collect.ts';
import { testDatabase } from '../helpers/database.ts';
import { openNewsroom, openPress, page, rss, type Press } from './press.ts';

/** What the web sends: each is a clear reason on its row, nothing is lost, and the others are as they would be. */

const database = testDatabase();
let press: Press;
let newsroom: Awaited<ReturnType<typeof openNewsroom>>;

beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());
beforeEach(async () => {
  await database.db.execute(sql`truncate sources, articles cascade`);
  press.rack.clear();
  press.rack.set('/good.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
});
afterEach(() => newsroom.close());

/** Collect a good source and another one; returns what became of the other. */
async function collectBeside(path: string) {
  newsroom = await openNewsroom(
    database.db,
    press,
    [
      { url: `${press.url}/good.xml` },
      { url: path.startsWith('/') ? press.url + path : path, pages: path === '/odd-page.xml' },
    ],
    { feedBytesMax: 2_000_000 },
  );
  const report = await collect(newsroom);
  const [good, other] = await Promise.all(
    [eq(sources.title, 'Press'), sql`${sources.title} <> 'Press'`].map(async (which) => {
      const [row] = await database.db.select().from(sources).where(which);
      return row;
    }),
  );
  expect(good).toMatchObject({ errorCode: null });
  expect(await database.db.select().from(articles).where(eq(articles.title, 'Ferry'))).toHaveLength(1);
  return { report, other };
}

const answer =
  (body: string | Buffer, type = 'application/rss+xml'): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': type }).end(body);
const channel = (items: string) => `<rss version="2.0"><channel><title>Odd</title>${items}</channel></rss>`;
const item = (n: number, more = '') =>
  `<item><title>Story ${n}</title><link>https://odd.example/${n}</link>${more}</item>`;
const numbered = (count: number, more: (n: number) => string = () => '') =>
  Array.from({ length: count }, (_, n) => item(n, more(n))).join('');

const endless: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  const pour = () => {
    while (!response.destroyed && response.write('<item><title>more</title></item>'.repeat(2_000)));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};
const cut: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': '5000' }).write('<rss version="2.0"><channel>');
  setTimeout(() => response.destroy(), 20);
};

describe('a source that gives no feed says why', () => {
  test.each<[string, RequestListener, string, RegExp]>([
    ['0 bytes', answer(''), 'source.empty', /answered with nothing/],
    ['no end', endless, 'fetch.too_large', /sent more than 2 MB/],
    ['a page', answer('<!doctype html><p>News', 'text/html'), 'source.not_a_feed', /web page, not a feed/],
    [
      'a login form',
      answer('<html><form method="post"><input name="password"></form></html>', 'text/html'),
      'source.not_a_feed',
      /web page/,
    ],
    ['a question who we are', (_, response) => response.writeHead(401).end(), 'source.refused', /401/],
    ['a picture', answer(Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'), 'source.not_a_feed', /format/],
    ['half a feed', cut, 'fetch.unreachable', /cut the connection/],
  ])('%s', async (_, listener, code, reason) => {
    press.rack.set('/odd.xml', listener);
    const { other } = await collectBeside('/odd.xml');
    expect(other).toMatchObject({ errorCode: code, errorReason: expect.stringMatching(reason) });
  });

  test.each<[string, string, string]>([
    ['no such host', 'http://no-such-host.invalid/feed.xml', 'fetch.unreachable'],
    ['a host inside', 'http://169.254.169.254/feed.xml', 'fetch.refused_address'],
    ['an address of 10,000 characters', `https://odd.example/${'a'.repeat(10_000)}`, 'fetch.bad_url'],
  ])('%s', async (_, url, code) => {
    const { other } = await collectBeside(url);
    expect(other).toMatchObject({ errorCode: code, errorReason: expect.stringMatching(/\.$/) });
    expect(other?.errorReason?.length).toBeLessThan(300);
  });
});

const titles = async () =>
  (
    await database.db
      .select()
      .from(articles)
      .where(sql`${articles.title} <> 'Ferry'`)
      .orderBy(asc(articles.url))
  ).map(({ title }) => title);

const date = (n: number) =>
  `<pubDate>${new Date(Date.UTC(2026, 10, 23) - n * 60_000).toUTCString()}</pubDate>`;

describe('a feed that is odd is read all the same', () => {
  test('as another content type', async () => {
    press.rack.set('/odd.xml', answer(channel(numbered(2)), 'image/png'));
    await collectBeside('/odd.xml');
    expect(await titles()).toEqual(['Story 0', 'Story 1']);
  });
  test('with 50,000 items: the newest are taken', async () => {
    const short = Array.from(
      { length: 50_000 },
      (_, n) => `<item><link>https://o.example/${n}</link>${n < 200 ? date(n) : ''}</item>`,
    );
    press.rack.set('/odd.xml', answer(channel(short.join(''))));
    const { other } = await collectBeside('/odd.xml');
    expect(other?.errorReason ?? null).toMatch(/sent more than 2 MB/);
    newsroom.config.collect.feedBytesMax = 15_000_000;
    expect((await collect(newsroom, { all: true })).articles.added).toBe(100);
  });
  test('with 400 guids that are all the same: each is an article, and the next time none is new', async () => {
    press.rack.set('/odd.xml', answer(channel(numbered(400, () => '<guid isPermaLink="false">same</guid>'))));
    newsroom = await openNewsroom(database.db, press, [{ url: `${press.url}/odd.xml`, pages: false }], {
      itemsMax: 1000,
    });
    expect((await collect(newsroom)).articles.added).toBe(400);
    press.rack.set('/odd.xml', answer(channel(numbered(401, () => '<guid isPermaLink="false">same</guid>'))));
    expect((await collect(newsroom, { all: true })).articles).toMatchObject({ added: 1, updated: 0 });
  });
  test('with addresses of every kind: those that can be asked are articles, the others are left out', async () => {
    const links = [
      'https://user:secret@odd.example/1',
      'https://odd.example:8443/2',
      'https://bücher.example/3',
      `https://odd.example/${'x'.repeat(10_000)}`,
      'javascript:alert(1)',
      'data:text/html,hello',
      'ftp://odd.example/4',
    ];
    const items = links.map((link, n) => `<item><title>Link ${n}</title><link>${link}</link></item>`);
    press.rack.set('/odd.xml', answer(channel(items.join(''))));
    const { report } = await collectBeside('/odd.xml');
    expect(await titles()).toEqual(['Link 1', 'Link 2']);
    expect(report.articles.leftOut).toBe(5);
    for (const { reason } of report.leftOut) expect(reason).toMatch(/\w{3}/);
    expect(JSON.stringify(report)).not.toContain('secret');
  });
});

const readOdd = async (listener: RequestListener) => {
  press.rack.set('/odd', listener);
  press.rack.set(
    '/odd-page.xml',
    rss(press, [{ path: '/odd', title: 'Odd', more: '<description>Summary.</description>' }]),
  );
  await collectBeside('/odd-page.xml');
  const [row] = await database.db.select().from(articles).where(eq(articles.title, 'Odd'));
  return row;
};

describe('a page that is odd', () => {
  test('in Shift_JIS is read', async () => {
    // あいうえお, as bytes of Shift_JIS.
    const word = Buffer.from('82a082a282a482a682a8', 'hex');
    const paragraph = Buffer.concat([
      Buffer.from('<p>'),
      ...Array.from({ length: 40 }, () => word),
      Buffer.from('</p>'),
    ]);
    const head = Buffer.from('<html><head><meta charset="shift_jis"></head><body><article>');
    const row = await readOdd(answer(Buffer.concat([head, paragraph, paragraph, paragraph]), 'text/html'));
    expect(row?.body).toContain('あいうえお');
  });
  test('without a body keeps the summary, with the reason', async () => {
    const row = await readOdd(answer('<html><head><title>Odd</title></head></html>', 'text/html'));
    expect(row).toMatchObject({ pageState: 'failed', pageCode: 'page.no_text', summary: 'Summary.' });
  });
  test('with 60,000 links, or nested without end, holds up nobody', async () => {
    const links = await readOdd(
      answer(`<html><body>${'<a href="/x">link</a> '.repeat(60_000)}`, 'text/html'),
    );
    expect(links?.pageReason).toMatch(/\.$/);
    await newsroom.close();
    await database.db.execute(sql`truncate sources, articles cascade`);
    const deep = await readOdd(answer(`<html><body>${'<div>'.repeat(30_000)}deep`, 'text/html'));
    expect(deep?.pageReason).toMatch(/\.$/);
  });
});
