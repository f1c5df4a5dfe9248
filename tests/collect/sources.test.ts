import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listSourceHealth } from '../../db/source-health.ts';
import { sources } from '../../db/source.ts';
import { collect } from '../../src/collect/collect.ts';
import { readOpml } from '../../src/collect/opml.ts';
import {
  addSource,
  exportSources,
  importSources,
  pauseSource,
  removeSource,
} from '../../src/collect/sources.ts';
import { testDatabase } from '../helpers/database.ts';
import { openNewsroom, openPress, rss, type Press } from './press.ts';

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
  await newsroom?.close();
  newsroom = await openNewsroom(database.db, press, [{ url: `${press.url}/a.xml`, title: 'The A' }]);
});
afterAll(() => newsroom.close());

const rows = () => database.db.select().from(sources).orderBy(asc(sources.url));
const feed = (title = 'Ferry') => rss(press, [{ path: '/ferry', title }]);

describe('a source is found', () => {
  test('at the address of its feed', async () => {
    press.rack.set('/b.xml', feed());
    const added = await addSource(newsroom, `${press.url}/b.xml`, {
      licence: 'full',
      categories: ['health'],
    });
    expect(added).toEqual({ url: `${press.url}/b.xml`, title: 'Press', items: 1, others: [] });
    expect((await rows())[1]).toMatchObject({
      title: 'Press',
      titleConfigured: false,
      licence: 'full',
      categories: ['health'],
      origin: 'added',
      outlet: press.host,
    });
  });
  test('from a page that names it, comments after it', async () => {
    press.rack.set(
      '/news',
      `<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
        <link rel="alternate" type="application/rss+xml" href="/b.xml"></head><body>News</body></html>`,
    );
    press.rack.set('/b.xml', feed());
    press.rack.set('/comments.xml', feed());
    const { url, others } = await addSource(newsroom, `${press.url}/news`);
    expect(url).toBe(`${press.url}/b.xml`);
    expect(others).toEqual([`${press.url}/comments.xml`]);
  });
  test('at one of the usual places', async () => {
    press.rack.set('/', '<html><body>News</body></html>');
    press.rack.set('/feed', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed()),
    );
    expect((await addSource(newsroom, press.url)).url).toBe(`${press.url}/feed`);
  });
  test('nowhere, and that is said with what to do', async () => {
    press.rack.set('/', '<html><body>News</body></html>');
    await expect(addSource(newsroom, press.url)).rejects.toMatchObject({
      code: 'source.no_feed_found',
      message: expect.stringMatching(/give that address/),
    });
    expect(await rows()).toHaveLength(1);
  });
  test('at no address that is none', async () => {
    await expect(addSource(newsroom, 'javascript:alert(1)')).rejects.toMatchObject({
      code: 'source.bad_address',
    });
    await expect(addSource(newsroom, `${press.url}/b.xml`, { categories: ['sea'] })).rejects.toMatchObject({
      code: 'source.categories',
      message: expect.stringMatching(/"sea".*transport, health/),
    });
  });
});

test('a source that is there already, in whatever spelling, is not added twice', async () => {
  press.rack.set('/a.xml', feed());
  press.rack.set('/a.xml/', feed());
  for (const address of ['/a.xml', '/a.xml/', '/a.xml#top'])
    await expect(addSource(newsroom, press.url + address)).rejects.toMatchObject({
      code: 'source.known',
      message: expect.stringContaining('"The A"'),
    });
  expect(await rows()).toHaveLength(1);
});

test('a source that was removed keeps its articles and can be added again', async () => {
  press.rack.set('/b.xml', feed());
  await addSource(newsroom, `${press.url}/b.xml`);
  await removeSource(newsroom, 'press');
  expect((await rows())[1]).toMatchObject({ active: false });
  await addSource(newsroom, `${press.url}/b.xml`, { title: 'The B' });
  expect((await rows())[1]).toMatchObject({ active: true, title: 'The B', titleConfigured: true });
  await expect(removeSource(newsroom, 'The A')).rejects.toMatchObject({ code: 'source.configured' });
  await expect(removeSource(newsroom, 'nobody')).rejects.toMatchObject({ code: 'source.unknown' });
});

test('a name is first an address, then a title, and never one of several', async () => {
  press.rack.set('/b.xml', feed());
  press.rack.set('/c.xml', feed());
  await addSource(newsroom, `${press.url}/b.xml`, { title: `${press.url}/c.xml` });
  await addSource(newsroom, `${press.url}/c.xml`);
  expect((await removeSource(newsroom, `${press.url}/c.xml`)).title).toBe('Press');
  await addSource(newsroom, `${press.url}/c.xml`, { title: 'the a' });
  await expect(pauseSource(newsroom, 'The A', true)).rejects.toMatchObject({ code: 'source.ambiguous' });
});

test('a paused source is not asked until it is resumed, but when it is named', async () => {
  press.rack.set('/a.xml', feed());
  await pauseSource(newsroom, 'the a', true);
  expect((await collect(newsroom, { all: true })).sources.due).toBe(0);
  expect((await collect(newsroom, { source: 'The A' })).sources.read).toBe(1);
  await pauseSource(newsroom, `${press.url}/a.xml`, false);
  expect((await collect(newsroom)).sources.due).toBe(1);
});

test('an OPML file is imported once, each folder of a category’s name under that category', async () => {
  const opml = `<opml version="2.0"><body><outline text="Transport"><outline text="The B" xmlUrl="${press.url}/b.xml"/>
    </outline><outline text="Again" xmlUrl="${press.url}/a.xml/"/><outline text="None" xmlUrl="mailto:a@b.example"/></body></opml>`;
  const report = await importSources(newsroom, opml, { licence: 'link' });
  expect(report).toMatchObject({ added: [`${press.url}/b.xml`], known: [`${press.url}/a.xml/`] });
  expect(report.leftOut).toEqual([{ title: 'None', reason: expect.any(String) }]);
  expect((await rows())[1]).toMatchObject({ title: 'The B', categories: ['transport'], licence: 'link' });
  expect(await importSources(newsroom, opml)).toMatchObject({ added: [] });
  expect(press.asked).toEqual([]);
});

test('what is exported can be imported', async () => {
  press.rack.set('/b.xml', feed('Fish & "chips"'));
  await addSource(newsroom, `${press.url}/b.xml`, { title: 'B & <co>', categories: ['health'] });
  const { feeds } = readOpml(await exportSources(newsroom));
  expect(feeds).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ url: `${press.url}/b.xml`, title: 'B & <co>', folders: ['Health'] }),
      expect.objectContaining({ url: `${press.url}/a.xml`, title: 'The A' }),
    ]),
  );
});

test('every source has its health: articles, unread pages, the last error in words, the next try', async () => {
  press.rack.set('/a.xml', feed());
  await collect(newsroom);
  const [health] = await listSourceHealth(database.db, { limit: 10 });
  expect(health).toMatchObject({
    articles: 1,
    pagesFailed: 1,
    succeededAt: new Date('2026-11-23T12:00:00Z'),
  });
  press.rack.delete('/a.xml');
  await collect(newsroom, { all: true });
  const [failing] = await listSourceHealth(database.db, { limit: 10 });
  expect(failing).toMatchObject({
    failureCount: 1,
    failingSince: new Date('2026-11-23T12:00:00Z'),
    errorReason: `${press.host} has no feed at this address (404).`,
  });
});
