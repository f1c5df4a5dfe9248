import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { linkOf } from '../helpers/readers.ts';
import { insertSignature, insertSubscriber } from '../helpers/seed.ts';
import { seedDay } from './day.ts';
import { fingerprint } from './rows.ts';
import { testSite } from './site.ts';

const database = testDatabase();
let publicPaths: string[];
let tokenPaths: string[];

beforeAll(async () => {
  const { db } = database;
  const { subscriber, signer, petition } = await seedDay(db);
  const waiting = await insertSubscriber(db, {
    address: 'new@reader.example',
    categories: ['harbour'],
    state: 'pending',
  });
  const asked = await insertSignature(db, {
    petitionId: petition.id,
    name: 'Nina Hale',
    address: 'nina@reader.example',
    state: 'pending',
    confirmedAt: null,
  });
  publicPaths = [
    '/',
    '/categories',
    '/categories/weather?page=1',
    '/search?q=ferry',
    '/articles/the-last-night-ferry',
    '/editions',
    '/editions/2026-11-23',
    '/subscribe',
    '/petitions',
    '/petitions/ferry',
    '/about',
    '/feed.xml',
    '/feed.json',
    '/categories/harbour/feed.xml',
    '/sitemap.xml',
  ];
  tokenPaths = [
    `/c/${linkOf('confirm', waiting.id)}`,
    `/c/${linkOf('confirm-signature', asked.id)}`,
    `/u/${linkOf('unsubscribe', subscriber.id)}`,
    `/me/${linkOf('me', subscriber.id)}`,
    `/s/${linkOf('sign', [subscriber.id, petition.id])}`,
    `/g/${linkOf('signature', signer.id)}`,
  ];
});

test('opening every page, however often and however asked, changes no row of any table', async () => {
  const site = testSite(database.db, { outboxDir: '/nowhere' });
  const before = await fingerprint(database.db);
  const others = [
    '/petitions/ferry/count.json',
    '/robots.txt',
    '/healthz',
    '/outbox',
    '/fresh-link',
    '/nothing',
  ];
  for (const path of [...publicPaths, ...tokenPaths, ...others])
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await site.get(path, { method });
  expect(Object.keys(before).length).toBeGreaterThan(10);
  expect(await fingerprint(database.db)).toEqual(before);
});

describe('a page that belongs to one person', () => {
  test('is kept by nobody, told to nobody and found by nobody', async () => {
    for (const path of tokenPaths) {
      const response = await testSite(database.db).get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  test('does not show the address or the whole name that it is for', async () => {
    for (const path of tokenPaths.filter((path) => /^\/[usg]\//.test(path))) {
      const html = await testSite(database.db).text(path);
      expect(html, path).not.toMatch(/ana@reader|tomas@reader|Ana Prado|Tomas Reed/);
    }
  });

  test('has a button and no script', async () => {
    for (const path of tokenPaths) {
      const html = await testSite(database.db).text(path);
      expect(html, path).toMatch(/<form method="post"[^>]*>.*<button type="submit"/s);
      expect(html, path).not.toContain('<script');
    }
  });
});

describe('every page', () => {
  test('runs no script, stands in no frame and has no style of its own', async () => {
    for (const path of publicPaths) {
      const response = await testSite(database.db).get(path);
      const policy = response.headers.get('content-security-policy');
      expect(policy, path).toMatch(/^default-src 'none'; style-src 'self'; /);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).not.toMatch(/ style="| on[a-z]+="|<style/);
    }
  });

  test('may be kept for a minute, and is not sent again while it is the same', async () => {
    for (const path of publicPaths) {
      const first = await testSite(database.db).get(path);
      expect(first.headers.get('cache-control'), path).toBe('public, max-age=60, stale-while-revalidate=600');
      const tag = first.headers.get('etag') ?? '';
      const again = await testSite(database.db).get(path, { headers: { 'if-none-match': tag } });
      expect(again.status, path).toBe(304);
      expect(again.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    }
  });

  test('is under 50 kB', async () => {
    for (const path of publicPaths)
      expect((await testSite(database.db).text(path)).length, path).toBeLessThan(50_000);
  });

  test('leads to stylesheets that are there, for ever', async () => {
    const site = testSite(database.db);
    const html = await site.text('/');
    const paths = [...html.matchAll(/(?:rel="stylesheet"|type="image\/svg\+xml") href="([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const response = await site.get(path);
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect((await response.text()).length).toBeGreaterThan(100);
    }
  });

  test('the error pages too', async () => {
    const response = await testSite(database.db).get('/nothing');
    expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

test('the count is open to other sites, and says when it was counted', async () => {
  const response = await testSite(database.db).get('/petitions/ferry/count.json', {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cache-control')).toBe('public, max-age=30');
  expect(await response.json()).toEqual({
    slug: 'ferry',
    signed: 1,
    goal: 500,
    countedAt: '2026-11-23T15:00:00.000Z',
  });
});

test('a broken database is a page without its inside, and an unhealthy answer', async () => {
  const broken = testSite(database.db);
  const db = {
    execute: () => Promise.reject(new Error('secret words')),
    select: () => {
      throw new Error('secret words');
    },
  };
  const site = testSite(Object.assign(Object.create(broken.deps.db), db));
  const page = await site.get('/');
  expect(page.status).toBe(500);
  expect(await page.text()).not.toContain('secret words');
  const health = await site.get('/healthz');
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ status: 'failing', database: 'unreachable' });
  expect((await broken.get('/healthz')).status).toBe(200);
});
