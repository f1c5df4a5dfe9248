import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { articles, findArticleBySlug, listLatestArticles } from '../../db/article.ts';
import { listArticleVersions } from '../../db/article-version.ts';
import { commentaries } from '../../db/commentary.ts';
import { sources } from '../../db/source.ts';
import { collect } from '../../src/collect/collect.ts';
import { pauseSource } from '../../src/collect/sources.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';
import { openNewsroom, openPress, page, rss, type Press } from './press.ts';

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
  press.asked.length = 0;
});

async function open(...paths: string[]): Promise<void> {
  await openWith({}, ...paths);
}

async function openWith(settings: ConfigInput['collect'], ...paths: string[]): Promise<void> {
  const named = paths.map((path) => ({ url: press.url + path }));
  newsroom = await openNewsroom(database.db, press, named, settings);
}
afterEach(() => newsroom.close());

const rows = () => database.db.select().from(articles).orderBy(asc(articles.url));
const sourceRow = async (path: string) =>
  (
    await database.db
      .select()
      .from(sources)
      .where(eq(sources.url, press.url + path))
  )[0];
/** Changes with every write of any row. */
const versions = () => database.db.execute(sql`select id, xmin from articles order by id`);

test('a feed becomes articles with the text of their pages', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'The ferry &amp;amp; the bridge' }]));
  const sentence = 'The ferry has crossed the bay every night since the bridge was closed for repairs.';
  const body = `<article><h1>Ferry</h1>${`<p>${sentence} ${sentence} ${sentence}</p>`.repeat(8)}</article>`;
  press.rack.set('/ferry', `<!doctype html><html lang="en"><body><nav><a href="/">Home</a></nav>${body}`);
  await open('/a.xml');
  const report = await collect(newsroom);
  expect(report.sources).toEqual({ due: 1, read: 1, unchanged: 0, putOff: 0, failed: 0 });
  expect(report.articles).toMatchObject({ added: 1, pagesRead: 1, pagesFailed: 0 });
  const [card] = await listLatestArticles(database.db, { limit: 5 });
  expect(card).toMatchObject({
    title: 'The ferry & the bridge',
    sourceTitle: 'Press',
    categories: ['transport'],
  });
  const article = await findArticleBySlug(database.db, card?.slug ?? '');
  expect(article).toMatchObject({ pageState: 'read', language: 'en', updatedAt: null });
  expect(article?.body).toContain(sentence);
  expect(article?.body).not.toContain('Home');
  expect(article?.html).toMatch(/^<p>/);
  expect(article?.publishedAt).toEqual(new Date('2026-11-23T08:00:00Z'));
});

test('a second run within the hour asks nobody; an hour later an unchanged feed writes no article', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  await collect(newsroom);
  const before = await versions();
  press.asked.length = 0;
  newsroom.at('2026-11-23T12:01:00Z');
  expect((await collect(newsroom)).sources.due).toBe(0);
  expect(press.asked).toEqual([]);
  newsroom.at('2026-11-23T13:00:00Z');
  expect((await collect(newsroom)).sources).toEqual({ due: 1, read: 0, unchanged: 1, putOff: 0, failed: 0 });
  expect(press.asked).toMatchObject([{ path: '/a.xml', headers: { 'if-none-match': expect.any(String) } }]);
  expect(await versions()).toEqual(before);
});

test('a body that is the same without a 304 is unchanged too', async () => {
  const feed = rss(press, [{ path: '/ferry', title: 'Ferry' }]);
  press.rack.set('/a.xml', (_request, response) => response.writeHead(200).end(feed));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  await collect(newsroom);
  expect((await collect(newsroom, { all: true })).sources).toMatchObject({ unchanged: 1 });
});

test('a changed title and page update the article in place', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  await collect(newsroom);
  const [before] = await rows();
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'The ferry, corrected' }]));
  press.rack.set('/ferry', page('steamer', 60));
  newsroom.at('2026-11-23T13:00:00Z');
  expect((await collect(newsroom)).articles).toMatchObject({ added: 0, updated: 1, pagesRead: 1 });
  const after = await rows();
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ id: before?.id, slug: before?.slug, title: 'The ferry, corrected' });
  expect(after[0]?.body).toContain('steamer1');
  expect(after[0]?.updatedAt).toEqual(new Date('2026-11-23T13:00:00Z'));
});

test('what an article said before it was changed is kept, thirty times at most', async () => {
  const offer = (title: string, words: string) =>
    press.rack.set(
      '/a.xml',
      rss(press, [{ path: '/ferry', title, more: `<description>${words}</description>` }]),
    );
  press.rack.set('/ferry', page('ferry'));
  offer('Ferry', 'It sails.');
  await open('/a.xml');
  await collect(newsroom);
  const [before] = await rows();
  offer('The ferry', 'It sank.');
  newsroom.at('2026-11-23T13:00:00Z');
  await collect(newsroom);
  const id = before?.id ?? '';
  const versions = () => listArticleVersions(database.db, id, { limit: 100 });
  expect(await versions()).toMatchObject([
    {
      title: 'Ferry',
      summary: 'It sails.',
      body: before?.body,
      replacedAt: new Date('2026-11-23T13:00:00Z'),
    },
  ]);
  for (let minute = 1; minute <= 35; minute += 1) {
    newsroom.at(`2026-11-23T14:${String(minute).padStart(2, '0')}:00Z`);
    offer('Ferry', 'x'.repeat(minute));
    await collect(newsroom, { source: 'Press' });
  }
  expect(await versions()).toHaveLength(30);
  expect((await versions()).at(-1)).toMatchObject({ summary: 'x'.repeat(34) });
});

test('a date that cannot be true is marked, and that of the page takes its place', async () => {
  const items = [
    ['/future', 'Mon, 23 Nov 2099 08:00:00 GMT'],
    ['/ancient', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['/odd', 'the day after the storm'],
    ['/none', ''],
    ['/told', ''],
  ].map(
    ([path, date]) =>
      `<item><title>${path}</title><link>${press.url}${path}</link>${date && `<pubDate>${date}</pubDate>`}</item>`,
  );
  press.rack.set(
    '/a.xml',
    `<rss version="2.0"><channel><title>Press</title>${items.join('')}</channel></rss>`,
  );
  const said = '<meta property="article:published_time" content="2026-11-22T09:00:00Z">';
  press.rack.set('/told', page('told', 120, said));
  await open('/a.xml');
  await collect(newsroom);
  const now = new Date('2026-11-23T12:00:00Z');
  const marks = (await rows()).map(({ title, dateMark, publishedAt }) => [title, dateMark, publishedAt]);
  expect(marks).toEqual([
    ['/ancient', 'ancient', now],
    ['/future', 'future', now],
    ['/none', 'missing', now],
    ['/odd', 'unreadable', now],
    ['/told', 'given', new Date('2026-11-22T09:00:00Z')],
  ]);
});

test('a page behind a wall leaves the words of the feed, with the reason', async () => {
  const more = '<description>What the feed says.</description>';
  const walls: [string, number, Record<string, string>, string][] = [
    ['/paid', 402, {}, 'page.paywall'],
    ['/login', 401, {}, 'page.login'],
    ['/robot', 403, { 'cf-mitigated': 'challenge' }, 'page.challenge'],
  ];
  for (const [path, status, headers] of walls)
    press.rack.set(path, (_request, response) => response.writeHead(status, headers).end('no'));
  press.rack.set(
    '/a.xml',
    rss(
      press,
      walls.map(([path]) => ({ path, title: path, more })),
    ),
  );
  await open('/a.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ added: 3, pagesFailed: 3 });
  for (const row of await rows()) {
    expect(row).toMatchObject({ pageState: 'failed', summary: 'What the feed says.' });
    expect(row.pageCode).toBe(walls.find(([path]) => row.url.endsWith(path))?.[3]);
    expect(row.pageReason).toMatch(/words of the feed were kept/);
  }
  press.asked.length = 0;
  await collect(newsroom, { all: true });
  expect(press.asked.map(({ path }) => path)).toEqual(['/a.xml']);
});

const sends = (to: string) => `<html><head><meta http-equiv="refresh" content="0; url=${to}"></head></html>`;

test('a page that only sends its reader on is followed once', async () => {
  press.rack.set('/door', sends('/ferry'));
  press.rack.set('/ferry', page('ferry'));
  press.rack.set('/round', sends('/about'));
  press.rack.set('/about', sends('/round'));
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/door', title: 'Door' },
      { path: '/round', title: 'Round' },
    ]),
  );
  await open('/a.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ pagesRead: 1, pagesFailed: 1 });
  expect(await rows()).toMatchObject([
    { title: 'Door', body: expect.stringContaining('ferry1') },
    { title: 'Round', pageCode: 'page.no_text' },
  ]);
});

test('a page that robots.txt keeps from programs is not asked for, its feed is', async () => {
  press.rack.set('/robots.txt', 'User-agent: *\nDisallow: /\nAllow: /open');
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/shut', title: 'Shut' },
      { path: '/open', title: 'Open' },
    ]),
  );
  press.rack.set('/open', page('open'));
  await open('/a.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ pagesRead: 1, pagesFailed: 1 });
  expect(press.asked.map(({ path }) => path).toSorted()).toEqual(['/a.xml', '/open', '/robots.txt']);
  expect((await rows()).map((row) => row.pageCode)).toEqual([null, 'page.disallowed']);
});

test('a site that asks for rest gets it: all its sources and pages wait, and no failure is counted for them', async () => {
  press.rack.set('/a.xml', (_request, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
  press.rack.set('/b.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await openWith({ hostGapMs: 1 }, '/a.xml', '/b.xml');
  expect((await collect(newsroom)).sources).toMatchObject({ due: 1, failed: 1 });
  expect(press.asked.map(({ path }) => path)).toEqual(['/a.xml']);
  const until = new Date('2026-11-23T14:00:00Z');
  expect(await sourceRow('/b.xml')).toMatchObject({ heldUntil: until, failureCount: 0, errorCode: null });
  // Another process knows of it by the rows.
  await newsroom.close();
  await openWith({ hostGapMs: 1 }, '/a.xml', '/b.xml');
  expect((await collect(newsroom, { all: true })).sources.due).toBe(0);
  newsroom.at('2026-11-23T14:00:01Z');
  press.rack.delete('/a.xml');
  expect((await collect(newsroom)).sources).toMatchObject({ read: 1 });
  expect(await sourceRow('/b.xml')).toMatchObject({ heldUntil: null });
});

test('requests to one site are made one after the other', async () => {
  let [inside, most] = [0, 0];
  const paths = ['/a', '/b', '/c', '/d'];
  for (const path of paths) {
    press.rack.set(`${path}.xml`, rss(press, [{ path, title: path }]));
    press.rack.set(path, (_request, response) => {
      most = Math.max(most, (inside += 1));
      setTimeout(() => {
        inside -= 1;
        response.end(page(path.slice(1)));
      }, 20);
    });
  }
  await openWith({ hostGapMs: 5 }, ...paths.map((path) => `${path}.xml`));
  expect((await collect(newsroom)).articles.pagesRead).toBe(4);
  expect(most).toBe(1);
});

test('a source that has moved for good is asked at its new address once that has been stable', async () => {
  press.rack.set('/old.xml', (_request, response) => response.writeHead(301, { location: '/new.xml' }).end());
  press.rack.set('/new.xml', rss(press, []));
  await open('/old.xml');
  for (const time of ['23T12', '23T18', '24T00', '24T13']) {
    newsroom.at(`2026-11-${time}:00:00Z`);
    await collect(newsroom, { all: true });
  }
  expect(await sourceRow('/old.xml')).toMatchObject({ fetchUrl: `${press.url}/new.xml` });
  press.asked.length = 0;
  await collect(newsroom, { all: true });
  expect(press.asked.map(({ path }) => path)).toEqual(['/new.xml']);
  press.rack.delete('/new.xml');
  await collect(newsroom, { all: true });
  expect(await sourceRow('/old.xml')).toMatchObject({ fetchUrl: null, errorCode: 'source.not_found' });
});

test('a source that has moved and fails for a while stays where it has moved', async () => {
  await open('/old.xml');
  await database.db.update(sources).set({ fetchUrl: `${press.url}/new.xml` });
  press.rack.set('/old.xml', (_request, response) => response.writeHead(410).end());
  press.rack.set('/new.xml', (_request, response) => response.writeHead(503).end());
  await collect(newsroom);
  expect(await sourceRow('/old.xml')).toMatchObject({ fetchUrl: `${press.url}/new.xml`, stoppedAt: null });
  press.rack.set('/new.xml', (_request, response) => response.writeHead(410).end());
  await collect(newsroom, { all: true });
  expect(await sourceRow('/old.xml')).toMatchObject({ fetchUrl: null, stoppedAt: null });
  await collect(newsroom, { all: true });
  expect((await sourceRow('/old.xml'))?.stoppedAt).not.toBeNull();
});

const named = (guid: string, path: string, title: string) =>
  `<item><title>${title}</title><link>${press.url}${path}</link><guid isPermaLink="false">${guid}</guid></item>`;
const offer = (...items: string[]) =>
  press.rack.set(
    '/a.xml',
    `<rss version="2.0"><channel><title>Press</title>${items.join('')}</channel></rss>`,
  );

test('an item that takes over the address of another article changes nothing of it', async () => {
  offer(named('one', '/1', 'First'));
  await open('/a.xml');
  await collect(newsroom);
  offer(named('two', '/1', 'Second'), named('one', '/1-new', 'First'));
  const report = await collect(newsroom, { all: true });
  expect(report.articles).toMatchObject({ added: 0, updated: 0, leftOut: 1 });
  expect(report.leftOut).toMatchObject([
    { title: 'Second', reason: expect.stringContaining('another article') },
  ]);
  expect((await rows()).map(({ guid, title }) => [guid, title])).toEqual([['one', 'First']]);
});

test('an article that another site told of first goes to the source of its own site', async () => {
  const item = (title: string) =>
    `<item><title>${title}</title><link>http://post.localhost:${press.host.split(':')[1]}/ferry</link></item>`;
  const channel = (name: string, title: string) =>
    `<rss version="2.0"><channel><title>${name}</title>${item(title)}</channel></rss>`;
  press.rack.set('/a.xml', channel('Copyist', 'A lie about the ferry'));
  press.rack.set('/b.xml', channel('Post', 'The ferry'));
  const post = `http://post.localhost:${press.host.split(':')[1]}`;
  newsroom = await openNewsroom(
    database.db,
    press,
    [
      { url: `${press.url}/a.xml`, licence: 'full', pages: false },
      { url: `${post}/b.xml`, licence: 'link', pages: false },
    ],
    { allowHosts: [press.host, new URL(post).host] },
  );
  await collect(newsroom, { source: `${press.url}/a.xml` });
  await collect(newsroom, { source: `${post}/b.xml` });
  const [card, ...others] = await listLatestArticles(database.db, { limit: 5 });
  expect(others).toEqual([]);
  expect(card).toMatchObject({ title: 'The ferry', sourceTitle: 'Post', licence: 'link' });
  press.rack.set('/a.xml', channel('Copyist', 'Another lie'));
  await collect(newsroom, { source: `${press.url}/a.xml` });
  expect((await rows())[0]).toMatchObject({ title: 'The ferry' });
});

test('pages of a paused source wait, and a source that is named brings only its own', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/b.xml', rss(press, []));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml', '/b.xml');
  await collect(newsroom);
  await database.db.update(articles).set({ pageState: 'pending', pageTries: 0 });
  expect((await collect(newsroom, { source: `${press.url}/b.xml` })).articles.pagesRead).toBe(0);
  await pauseSource(newsroom, `${press.url}/a.xml`, true);
  expect((await collect(newsroom)).articles.pagesRead).toBe(0);
  await pauseSource(newsroom, `${press.url}/a.xml`, false);
  expect((await collect(newsroom)).articles.pagesRead).toBe(1);
});

test('a run that is told to stop finishes what it has begun; the next one does the rest', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  const stop = new AbortController();
  press.rack.set('/a.xml', (_request, response) => {
    stop.abort();
    response.end(rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  });
  expect((await collect(newsroom, { signal: stop.signal })).articles).toMatchObject({
    added: 1,
    pagesRead: 0,
  });
  expect((await collect(newsroom)).articles.pagesRead).toBe(1);
});

test('a source that is gone for good is not asked again until a person says so', async () => {
  press.rack.set('/a.xml', (_request, response) => response.writeHead(410).end());
  await open('/a.xml');
  await collect(newsroom);
  newsroom.at('2028-01-01T00:00:00Z');
  const report = await collect(newsroom, { all: true });
  expect(report.sources.due).toBe(0);
  expect(report.troubles).toMatchObject([{ kind: 'stopped', reason: expect.stringContaining('410') }]);
  press.rack.set('/a.xml', rss(press, []));
  await pauseSource(newsroom, `${press.url}/a.xml`, false);
  expect((await collect(newsroom)).sources.read).toBe(1);
  expect(await sourceRow('/a.xml')).toMatchObject({ stoppedAt: null });
});

test('entries without an address are left out, each with the reason', async () => {
  const items =
    '<item><title>No link</title></item><item><title>Bad</title><link>javascript:x()</link></item>';
  press.rack.set('/a.xml', `<rss version="2.0"><channel><title>Press</title>${items}</channel></rss>`);
  await open('/a.xml');
  const report = await collect(newsroom);
  expect(report.articles).toMatchObject({ added: 0, leftOut: 2 });
  expect(report.leftOut).toEqual([
    { source: 'Press', title: 'No link', reason: expect.any(String) },
    { source: 'Press', title: 'Bad', reason: expect.any(String) },
  ]);
});

test('the same address from two sources is one article', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry?utm_source=a', title: 'Ferry' }]));
  press.rack.set('/b.xml', rss(press, [{ path: '/ferry#top', title: 'Ferry again' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml', '/b.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ added: 1, updated: 0 });
  expect((await rows()).map((row) => row.url)).toEqual([`${press.url}/ferry`]);
  const [first] = await rows();
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/ferry?utm_source=a', title: 'Ferry' },
      { path: '/x', title: 'X' },
    ]),
  );
  press.rack.set(
    '/b.xml',
    rss(press, [
      { path: '/ferry', title: 'Ferry again' },
      { path: '/y', title: 'Y' },
    ]),
  );
  expect((await collect(newsroom, { all: true })).sources.read).toBe(2);
  expect((await rows())[0]).toMatchObject({ title: first?.title, updatedAt: null });
});

test('the same text from two sources is shown once, under the one that told it first', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/late', title: 'Ferry', hour: 9 }]));
  press.rack.set('/b.xml', rss(press, [{ path: '/early', title: 'Our ferry', hour: 7 }]));
  press.rack.set('/late', page('ferry', 130));
  press.rack.set('/early', page('ferry', 120));
  await open('/a.xml', '/b.xml');
  expect((await collect(newsroom)).articles.duplicates).toBe(1);
  const cards = await listLatestArticles(database.db, { limit: 5 });
  expect(cards.map((card) => card.title)).toEqual(['Our ferry']);
  const before = await versions();
  expect((await collect(newsroom, { all: true })).articles.duplicates).toBe(0);
  expect(await versions()).toEqual(before);
});

test('a source that fails says why, waits, and does not hold up the others', async () => {
  press.rack.set('/good.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  press.rack.set('/page.xml', '<!doctype html><title>News</title><p>hello');
  press.rack.set('/empty.xml', ' ');
  press.rack.set('/gone.xml', (_request, response) => response.writeHead(410).end());
  press.rack.set('/busy.xml', (_request, response) =>
    response.writeHead(429, { 'retry-after': '86400' }).end(),
  );
  press.rack.set('/inward.xml', (_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  );
  await open('/good.xml', '/page.xml', '/empty.xml', '/gone.xml', '/busy.xml', '/inward.xml', '/none.xml');
  const report = await collect(newsroom);
  expect(report.sources).toEqual({ due: 7, read: 1, unchanged: 0, putOff: 0, failed: 6 });
  expect(report.articles.added).toBe(1);
  expect(report.failures.map(({ code }) => code).toSorted()).toEqual([
    'fetch.refused_address',
    'source.empty',
    'source.gone',
    'source.not_a_feed',
    'source.not_found',
    'source.too_often',
  ]);
  const failed = await sourceRow('/page.xml');
  expect(failed).toMatchObject({ errorCode: 'source.not_a_feed', failureCount: 1, succeededAt: null });
  expect(failed?.errorReason).toBe(`What ${press.host} sends is a web page, not a feed.`);
  expect((await sourceRow('/busy.xml'))?.nextCheckAt).toEqual(new Date('2026-11-24T12:00:00Z'));
});

test('a source that recovers forgets its failure', async () => {
  await open('/a.xml');
  await collect(newsroom);
  press.rack.set('/a.xml', rss(press, []));
  newsroom.at('2026-11-23T13:00:00Z');
  await collect(newsroom);
  expect(await sourceRow('/a.xml')).toMatchObject({ errorCode: null, errorReason: null, failureCount: 0 });
});

test('a page that cannot be read leaves the text of the feed, with the reason', async () => {
  const more = '<description>What the feed says of the clinic, the clinic itself.</description>';
  press.rack.set('/a.xml', rss(press, [{ path: '/missing', title: 'Clinic', more }]));
  await open('/a.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ added: 1, pagesRead: 0, pagesFailed: 1 });
  expect(await rows()).toMatchObject([
    {
      pageState: 'failed',
      pageReason: `${press.host} answered with status 404 in place of the page.`,
      summary: 'What the feed says of the clinic, the clinic itself.',
    },
  ]);
  expect((await collect(newsroom, { all: true })).articles.pagesFailed).toBe(0);
});

test('a page that fails in a way that may pass is tried again with its source, three times in all', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/down', title: 'Down' }]));
  press.rack.set('/down', (_request, response) => response.writeHead(503).end());
  await open('/a.xml');
  await collect(newsroom);
  expect((await collect(newsroom)).articles.pagesFailed).toBe(0);
  for (const hour of [13, 14, 15, 16]) {
    newsroom.at(`2026-11-23T${hour}:00:00Z`);
    await collect(newsroom);
  }
  expect(press.asked.filter(({ path }) => path === '/down')).toHaveLength(3);
});

test('a video without text is no failure, and a feed with the whole text wins over a teaser page', async () => {
  const video = '<enclosure url="/v.mp4" type="video/mp4" length="1"/><description>A film.</description>';
  const whole = `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${page('whole', 200)}]]></content:encoded>`;
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/film', title: 'Film', more: video },
      { path: '/teaser', title: 'Teaser', more: whole },
    ]),
  );
  press.rack.set('/film', '<html><body><video src="/v.mp4"></video></body></html>');
  press.rack.set('/teaser', page('teaser', 40));
  await open('/a.xml');
  expect((await collect(newsroom)).articles).toMatchObject({ added: 2, pagesFailed: 0 });
  const [film, teaser] = await rows();
  expect(film).toMatchObject({ kind: 'video', pageState: 'none', summary: 'A film.' });
  expect(teaser?.body).toContain('whole1');
  expect(teaser?.pageReason).toMatch(/text of the feed was kept/);
});

test('the address by which a page calls itself is taken when it is of the same site', async () => {
  const own = `<link rel="canonical" href="/ferry-crossing?utm_medium=x">`;
  const foreign = '<link rel="canonical" href="https://elsewhere.example/story">';
  press.rack.set(
    '/a.xml',
    rss(press, [
      { path: '/f?id=1', title: 'Ferry' },
      { path: '/g', title: 'Clinic' },
    ]),
  );
  press.rack.set('/f?id=1', page('ferry', 120, own));
  press.rack.set('/g', page('clinic', 120, foreign));
  await open('/a.xml');
  await collect(newsroom);
  expect((await rows()).map((row) => row.url)).toEqual([`${press.url}/ferry-crossing`, `${press.url}/g`]);
  press.rack.set('/a.xml', rss(press, [{ path: '/f?id=1', title: 'The ferry' }]));
  expect((await collect(newsroom, { all: true })).articles).toMatchObject({ added: 0, updated: 1 });
  expect((await rows()).map((row) => row.title)).toEqual(['The ferry', 'Clinic']);
});

test('a source that another process is working on is left to it', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  await database.db.transaction(async (tx) => {
    await tx.select({ id: sources.id }).from(sources).for('update');
    expect((await collect(newsroom)).sources.due).toBe(0);
  });
  expect((await collect(newsroom)).sources.read).toBe(1);
});

test('two processes at once collect everything once', async () => {
  const paths = Array.from({ length: 12 }, (_, i) => `/story-${i}`);
  for (const path of paths) press.rack.set(path, page(path.slice(1)));
  const items = paths.map((path) => ({ path, title: path }));
  press.rack.set('/a.xml', rss(press, items));
  press.rack.set('/b.xml', rss(press, items.toReversed()));
  await open('/a.xml', '/b.xml');
  const reports = await Promise.all([collect(newsroom), collect(newsroom)]);
  expect(reports.reduce((sum, report) => sum + report.articles.added, 0)).toBe(12);
  expect(reports.flatMap((report) => report.failures)).toEqual([]);
  expect((await rows()).map((row) => row.pageState)).toEqual(paths.map(() => 'read'));
});

test('an article whose commentary was written keeps its categories', async () => {
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Ferry' }]));
  press.rack.set('/ferry', page('ferry'));
  await open('/a.xml');
  await collect(newsroom);
  const [row] = await rows();
  const articleId = row?.id ?? '';
  await database.db.insert(commentaries).values({ articleId, origin: 'model', createdAt: new Date(0) });
  press.rack.set('/a.xml', rss(press, [{ path: '/ferry', title: 'Clinic, clinic and clinic' }]));
  press.rack.set('/ferry', page('clinic'));
  newsroom.at('2026-11-23T13:00:00Z');
  await collect(newsroom);
  const [card] = await listLatestArticles(database.db, { limit: 1 });
  expect(card).toMatchObject({ title: 'Clinic, clinic and clinic', categories: ['transport'] });
});

test('only the source that was named is asked', async () => {
  press.rack.set('/a.xml', rss(press, []));
  await open('/a.xml', '/b.xml');
  const report = await collect(newsroom, { source: `${press.url}/a.xml` });
  expect(report.sources.due).toBe(1);
  await expect(collect(newsroom, { source: 'nobody' })).rejects.toMatchObject({ code: 'source.unknown' });
});
