import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPublicHttp } from '../../src/shared/http.ts';
import { createHostGate } from '../../src/shared/http-gate.ts';
import { holdOf, retryAfterSeconds } from '../../src/shared/http-hold.ts';
import { serveHttp } from '../helpers/http-server.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const GAP_MS = 60;

/** A gate whose clock stands still until a test moves it. */
function openGate(gapMs = GAP_MS) {
  const time = { at: NOW };
  return { time, ...createHostGate({ gapMs: () => gapMs, clock: { now: () => time.at } }) };
}
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const OVER = { pause: true };

describe('the gate', () => {
  test('lets one after the other through to a site, with a pause after each', async () => {
    const gate = openGate();
    const order: string[] = [];
    const ends: number[] = [];
    await Promise.all(
      ['https://a.paper.example/1', 'https://b.paper.example/2', 'http://paper.example/3'].map(
        async (url) => {
          const leave = await gate.enter(url);
          if (ends.length > 0)
            expect(performance.now() - (ends.at(-1) ?? 0)).toBeGreaterThanOrEqual(GAP_MS - 2);
          order.push(`in ${url.at(-1)}`);
          await new Promise((done) => setTimeout(done, 10));
          order.push(`out ${url.at(-1)}`);
          ends.push(performance.now());
          leave(OVER);
        },
      ),
    );
    expect(order).toEqual(['in 1', 'out 1', 'in 2', 'out 2', 'in 3', 'out 3']);
  });
  test('has each site wait for itself only', async () => {
    const gate = openGate(60_000);
    await gate.enter('https://a.github.io/');
    (await gate.enter('https://b.github.io/'))(OVER);
    (await gate.enter('https://other.example/'))(OVER);
  });
  test('makes no pause where nobody was asked in the end', async () => {
    const gate = openGate(60_000);
    (await gate.enter('https://paper.example/'))({ pause: false });
    (await gate.enter('https://paper.example/'))(OVER);
  });
  test('stands open where there is no pause', async () => {
    const gate = openGate(0);
    await gate.enter('https://paper.example/1');
    await gate.enter('https://paper.example/2');
    gate.hold('https://paper.example/', later(60));
    await gate.enter('https://paper.example/3');
  });
  test('lets go whoever does not want to wait any more, and keeps the order of the others', async () => {
    const gate = openGate(1);
    const leave = await gate.enter('https://paper.example/1');
    const calling = new AbortController();
    const second = gate.enter('https://paper.example/2', calling.signal);
    let thirdIsIn = false;
    const third = gate.enter('https://paper.example/3').then(() => (thirdIsIn = true));
    calling.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await new Promise((done) => setTimeout(done, 20));
    expect(thirdIsIn).toBe(false);
    leave(OVER);
    await third;
  });
  test('lets go also whoever is waiting for the pause to end', async () => {
    const gate = openGate(60_000);
    (await gate.enter('https://paper.example/1'))(OVER);
    const failed = gate.enter('https://paper.example/2', AbortSignal.timeout(20));
    await expect(failed).rejects.toMatchObject({ name: 'TimeoutError' });
  });
  test('makes the pause that a site asks for itself, where that is longer', async () => {
    const gate = openGate();
    gate.slow('https://www.paper.example/', 5_000);
    expect(gate.gapMs('https://paper.example/feed')).toBe(5_000);
    gate.slow('https://paper.example/', 1);
    expect(gate.gapMs('https://paper.example/feed')).toBe(GAP_MS);
  });
});

describe('a site on hold', () => {
  test('is not asked, and the error says when it will be', async () => {
    const gate = openGate();
    gate.hold('https://www.paper.example/feed', later(600));
    const failed = gate.enter('https://paper.example/other');
    await expect(failed).rejects.toMatchObject({
      code: 'fetch.site_on_hold',
      retryable: true,
      retryAfterSeconds: 600,
    });
    await expect(failed).rejects.toThrow(
      'paper.example asked to be left alone for a while; it is asked again in 10 minutes.',
    );
  });
  test('is asked again when the time is over', async () => {
    const gate = openGate();
    gate.hold('https://paper.example/', later(600));
    gate.time.at = later(600);
    (await gate.enter('https://paper.example/'))(OVER);
  });
  test('does not come free sooner by a shorter hold', async () => {
    const gate = openGate();
    gate.hold('https://paper.example/', later(600));
    gate.hold('https://paper.example/', later(5));
    gate.time.at = later(10);
    await expect(gate.enter('https://paper.example/')).rejects.toMatchObject({ retryAfterSeconds: 590 });
  });
  test('lets nobody through who was waiting when the hold came', async () => {
    const gate = openGate();
    const leave = await gate.enter('https://paper.example/1');
    const second = gate.enter('https://paper.example/2');
    gate.hold('https://paper.example/1', later(600));
    leave(OVER);
    await expect(second).rejects.toMatchObject({ code: 'fetch.site_on_hold' });
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', 120],
    ['0', 0],
    ['1.5', 2],
    ['Mon, 23 Nov 2026 12:10:00 GMT', 600],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });
  test('counts with 429 and 503 only, and for 24 hours at most', () => {
    expect(holdOf(429, '60', NOW)).toEqual(later(60));
    expect(holdOf(503, '999999999', NOW)).toEqual(later(86_400));
    expect(holdOf(500, '60', NOW)).toBeUndefined();
    expect(holdOf(429, undefined, NOW)).toBeUndefined();
    expect(holdOf(503, '0', NOW)).toBeUndefined();
  });
});

describe('the driver', () => {
  let server: Awaited<ReturnType<typeof serveHttp>>;
  let host = '';
  let open = 0;
  const times: number[] = [];
  const seen = { most: 0 };
  beforeAll(async () => {
    server = await serveHttp(({ path }, response) => {
      times.push(performance.now());
      seen.most = Math.max(seen.most, (open += 1));
      response.on('close', () => (open -= 1));
      if (path === '/busy') return void response.writeHead(429, { 'retry-after': '600' }).end();
      if (path === '/to') return void response.writeHead(301, { location: '/plain' }).end();
      setTimeout(() => response.end('hello'), path === '/slow' ? 150 : 5);
    });
    host = new URL(server.url).host;
  });
  beforeEach(() => {
    times.length = 0;
    seen.most = 0;
  });
  afterAll(() => server.close());

  const driver = (hostGapMs?: number) =>
    createPublicHttp({ userAgent: 'Tester/1', allowHosts: [host], hostGapMs, clock: { now: () => NOW } });
  const get = (http: ReturnType<typeof driver>, path: string, timeoutMs = 5_000) =>
    http.fetchPublic({ url: server.url + path, bytesMax: 10_000, timeoutMs });

  test('asks a site once at a time and keeps the pause, for redirects too', async () => {
    const http = driver(GAP_MS);
    await Promise.all(['/plain', '/to', '/plain'].map((path) => get(http, path)));
    expect(seen.most).toBe(1);
    expect(times).toHaveLength(4);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS - 2);
    await http.close();
  });
  test('asks hosts of the newsroom as they come, others a second apart', async () => {
    const http = driver();
    expect(http.gapMs(`${server.url}/x`)).toBe(0);
    expect(http.gapMs('https://paper.example/')).toBe(1_000);
    await Promise.all(['/plain', '/plain', '/plain'].map((path) => get(http, path)));
    expect(seen.most).toBeGreaterThan(1);
    await http.close();
  });
  test('does not count the time at the gate', async () => {
    const http = driver(10);
    const all = await Promise.all(['/slow', '/slow', '/slow'].map((path) => get(http, path, 300)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    await http.close();
  });
  test('does not count the time at the gate between redirects either', async () => {
    const http = driver(250);
    expect(await get(http, '/to', 200)).toMatchObject({ status: 200, url: `${server.url}/plain` });
    await http.close();
  });
  test('puts a site on hold that asks for it, and says so with the answer', async () => {
    const http = driver(1);
    expect(await get(http, '/busy')).toMatchObject({ status: 429, heldUntil: later(600) });
    await expect(get(http, '/plain')).rejects.toMatchObject({ code: 'fetch.site_on_hold' });
    expect(times).toHaveLength(1);
    await http.close();
  });
  test('holds a site that somebody else knows to be on hold', async () => {
    const http = driver(1);
    http.holdSite(`${server.url}/feed`, later(60));
    await expect(get(http, '/plain')).rejects.toMatchObject({ retryAfterSeconds: 60 });
    await http.close();
  });
  test('puts no host of the newsroom on hold', async () => {
    const http = driver();
    expect(await get(http, '/busy')).toMatchObject({ status: 429, heldUntil: undefined });
    expect(await get(http, '/plain')).toMatchObject({ status: 200 });
    await http.close();
  });
});
