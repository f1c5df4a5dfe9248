import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { insertEditionLinks, listEditionLinks } from '../../db/edition-link.ts';
import type { Edition } from '../../db/edition.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertEdition } from '../helpers/seed.ts';
import { testSite } from './site.ts';

const database = testDatabase();
const FERRY = 'https://tide.example/articles/ferry';
const MAYOR = `${FERRY}#official-mayor`;

let edition: Edition;
beforeEach(async () => {
  const { db } = database;
  await db.execute(sql`truncate editions cascade`);
  edition = await insertEdition(db, { day: '2026-11-23', number: 7, categories: [], stories: [] });
  await insertEditionLinks(db, edition.id, [
    { number: 1, url: FERRY },
    { number: 2, url: MAYOR },
  ]);
  const other = await insertEdition(db, { day: '2026-11-24', number: 8, categories: [], stories: [] });
  await insertEditionLinks(db, other.id, [{ number: 1, url: 'https://tide.example/articles/other' }]);
});

const clicks = async () => (await listEditionLinks(database.db, edition.id)).map((link) => link.clicks);

test('a counted link leads to its address, is counted, and leaves nothing with who follows it', async () => {
  const { get } = testSite(database.db);
  const answer = await get('/r/7/2');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(MAYOR);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).toBe('');
  expect(await clicks()).toEqual([0, 1]);
  expect((await get('/r/7/1?utm_source=x')).headers.get('location')).toBe(FERRY);
  expect(await clicks()).toEqual([1, 1]);
  expect(await listEditionLinks(database.db, edition.id)).toEqual([
    { editionId: edition.id, number: 1, url: FERRY, clicks: 1 },
    { editionId: edition.id, number: 2, url: MAYOR, clicks: 1 },
  ]);
});

test('fifty at once are fifty clicks', async () => {
  const { get } = testSite(database.db);
  const answers = await Promise.all(Array.from({ length: 50 }, async () => get('/r/7/1')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  expect(await clicks()).toEqual([50, 0]);
});

test('HEAD leads there too and counts nothing', async () => {
  const { get } = testSite(database.db);
  const answer = await get('/r/7/1', { method: 'HEAD' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, FERRY]);
  expect((await get('/r/7/3', { method: 'HEAD' })).status).toBe(404);
  expect(await clicks()).toEqual([0, 0]);
});

test.each([
  '/r/7/3',
  '/r/7/0',
  '/r/7/-1',
  '/r/7/01',
  '/r/7/1.0',
  '/r/7/1e0',
  '/r/7/999999999',
  '/r/7/2147483648',
  '/r/7/99999999999999999999999999',
  '/r/99999999999999999999/1',
  '/r/6/1',
  '/r/8/2',
  '/r/seven/1',
  '/r/7/one',
  '/r/7/%31%20',
  '/r/7/https://elsewhere.example/',
  '/r/7/1/https://elsewhere.example/',
  '/r/7//elsewhere.example',
  '/r/7/3?url=https://elsewhere.example/',
  '/r/7/1%0d%0aLocation:%20https:%2f%2felsewhere.example',
  '/r/7',
  '/r/7/',
])('%s stands in no edition: it leads nowhere and is the page for what is not there', async (path) => {
  const { get } = testSite(database.db);
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('location')).toBeNull();
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain('The Test Tide');
  expect(await clicks()).toEqual([0, 0]);
});

test('another address in the request changes nothing about where it leads', async () => {
  const { app } = testSite(database.db);
  const headers = { 'x-forwarded-host': 'elsewhere.example', host: 'elsewhere.example' };
  const answer = await app.request('https://elsewhere.example/r/7/1?to=//elsewhere.example', { headers });
  expect(answer.headers.get('location')).toBe(FERRY);
});
