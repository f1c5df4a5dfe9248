import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allowsPath, pathOf, rulesFor } from '../../src/collect/robots-rules.ts';
import { createRobots } from '../../src/collect/robots.ts';
import { createPublicHttp } from '../../src/shared/http.ts';
import { serveHttp } from '../helpers/http-server.ts';

const may = (text: string, path: string, name = 'broadside') =>
  allowsPath(rulesFor(text, name), pathOf(new URL(path, 'https://paper.example')));

describe('the rules', () => {
  test.each([
    ['Disallow: /private', '/private/page', false],
    ['Disallow: /private', '/public', true],
    ['Disallow: /private/', '/private', true],
    ['Disallow: /', '/anything', false],
    ['Disallow: /', '/robots.txt', true],
    ['Disallow:', '/anything', true],
    ['Disallow: /*.pdf$', '/a/b.pdf', false],
    ['Disallow: /*.pdf$', '/a/b.pdf?page=2', true],
    ['Disallow: /*.pdf', '/a/b.pdf?page=2', false],
    ['Disallow: /a*b*c$', '/a-b-c-b-c', false],
    ['Disallow: /ab*ba$', '/aba', true],
    ['Disallow: /page$', '/page', false],
    ['Disallow: /page$', '/page2', true],
    ['Disallow: *?session=', '/a?session=1', false],
    ['Disallow: /a%c3%9fe', '/aße', false],
    ['Disallow: /aße', '/a%C3%9Fe', false],
    ['Disallow: /%7Etom', '/~tom/', false],
    ['Disallow: /a%2Ab', '/a*b', false],
    ['Disallow: /a%2Ab', '/axb', true],
    ['Disallow: private', '/private', false],
    ['disallow : /x # all of it', '/x', false],
    ['Disallow: /shop\nAllow: /shop/open', '/shop/open/1', true],
    ['Allow: /shop/open\nDisallow: /shop', '/shop/shut', false],
    ['Allow: /page\nDisallow: /page', '/page', true],
    ['Disallow: /page\nAllow: /page', '/page', true],
    ['Disallow: /page\nDisallow: /*.htm\nAllow: /page', '/page.htm', false],
  ])('%j, asked for %s: %s', (rules, path, allowed) => {
    expect(may(`User-agent: *\n${rules}`, path)).toBe(allowed);
  });

  test('are those of our own name where it is named, else those of all', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: Broadside\nDisallow: /shut';
    expect(may(text, '/open')).toBe(true);
    expect(may(text, '/shut')).toBe(false);
    expect(may(text, '/open', 'another')).toBe(false);
  });
  test('find our name in any spelling, with a version or not, but not in longer names', () => {
    expect(may('User-Agent: BROADSIDE/0.1 (news)\nDisallow: /', '/a')).toBe(false);
    expect(may('User-Agent: broadside-images\nDisallow: /', '/a')).toBe(true);
  });
  test('of several groups of one name all count', () => {
    const text =
      'User-agent: broadside\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: broadside\nDisallow: /b';
    expect([may(text, '/a'), may(text, '/b'), may(text, '/c')]).toEqual([false, false, true]);
  });
  test('of one group count for all whom it names', () => {
    const text =
      'User-agent: one\nSitemap: https://paper.example/map.xml\nUser-agent: broadside\nDisallow: /a';
    expect(may(text, '/a')).toBe(false);
  });
  test('before any name, and lines that are no rules, mean nothing', () => {
    expect(may('Disallow: /\n<html>\nwhat: ever\nUser-agent: x', '/a')).toBe(true);
  });
  test('may have a byte order mark before them, and any line ends', () => {
    expect(may('\ufeffUser-agent: *\rDisallow: /a\r\nDisallow: /b', '/b')).toBe(false);
    expect(may('\ufeffUser-agent: *\rDisallow: /a\r\nDisallow: /b', '/c')).toBe(true);
  });
  test('may ask for a pause', () => {
    expect(rulesFor('User-agent: *\nCrawl-delay: 2.5\nDisallow: /', 'broadside').pauseSeconds).toBe(2.5);
    expect(rulesFor('User-agent: *\nCrawl-delay: long', 'broadside').pauseSeconds).toBe(0);
    expect(may('User-agent: x\nCrawl-delay: 5\nUser-agent: *\nDisallow: /', '/')).toBe(false);
    expect(may('User-agent: broadside\nCrawl-delay: 5\nUser-agent: x\nDisallow: /', '/')).toBe(true);
  });
  test.each([
    [
      '20,000 names before 20,000 rules',
      `${'user-agent:broadside\n'.repeat(10_000)}${'allow:/\n'.repeat(30_000)}`,
    ],
    ['rules of nothing but stars', `user-agent:*\n${`disallow:${'*a'.repeat(400)}b\n`.repeat(600)}`],
    ['one line without end', `user-agent:*\ndisallow:/${'*'.repeat(490_000)}`],
    ['hash signs and colons only', '#:'.repeat(250_000)],
  ])('made to keep us busy do not: %s', { timeout: 5_000 }, (_what, text) => {
    expect(may(text, `/${'a'.repeat(1_900)}`)).toBe(true);
  });
});

describe('sites', () => {
  let server: Awaited<ReturnType<typeof serveHttp>>;
  let http: ReturnType<typeof createPublicHttp>;
  let status = 200;
  let text = '';
  const time = { at: new Date('2026-11-23T12:00:00Z') };
  const slowed: [string, number][] = [];
  beforeAll(async () => {
    server = await serveHttp(({ path }, response) => {
      if (path === '/robots.txt' && status === 301)
        return void response.writeHead(301, { location: '/elsewhere.txt' }).end();
      if (path === '/robots.txt' && status === 302)
        return void response.writeHead(302, { location: '/robots.txt' }).end();
      response.writeHead(status === 301 ? 200 : status).end(text);
    });
    http = createPublicHttp({ userAgent: 'Tester/1', allowHosts: [new URL(server.url).host] });
  });
  beforeEach(() => {
    server.received.length = 0;
    slowed.length = 0;
    status = 200;
    text = 'User-agent: *\nDisallow: /shut';
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });
  const open = () =>
    createRobots({
      http,
      clock: { now: () => time.at },
      userAgentName: 'Broadside',
      slowSite: (url, gapMs) => slowed.push([url, gapMs]),
    });
  const pass = (hours: number) => (time.at = new Date(time.at.getTime() + hours * 3_600_000));

  test('are asked once for all their pages, and again the next day', async () => {
    const robots = open();
    const answers = await Promise.all(
      ['/open', '/shut', '/open/2'].map((path) => robots.allows(server.url + path)),
    );
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, false, true]);
    expect(answers[1]).toMatchObject({ code: 'page.disallowed', retryable: false });
    pass(23);
    await robots.allows(`${server.url}/open`);
    expect(server.received).toHaveLength(1);
    pass(2);
    await robots.allows(`${server.url}/open`);
    expect(server.received).toHaveLength(2);
  });
  test.each([404, 410, 403, 302])('without the file (%i) allow everything', async (code) => {
    status = code;
    expect(await open().allows(`${server.url}/shut`)).toEqual({ allowed: true });
  });
  test('may keep the file elsewhere', async () => {
    status = 301;
    expect(await open().allows(`${server.url}/shut`)).toMatchObject({ allowed: false });
  });
  test.each([500, 503, 429])(
    'that cannot say (%i) allow nothing for now, and are asked again soon',
    async (code) => {
      const robots = open();
      status = code;
      const answer = await robots.allows(`${server.url}/open`);
      expect(answer).toMatchObject({ allowed: false, code: 'page.robots_unknown', retryable: true });
      status = 200;
      expect(await robots.allows(`${server.url}/open`)).toMatchObject({ allowed: false });
      pass(0.25);
      expect(await robots.allows(`${server.url}/open`)).toEqual({ allowed: true });
    },
  );
  test('that cannot be reached allow nothing for now', async () => {
    const closed = createPublicHttp({ userAgent: 'Tester/1', allowHosts: ['127.0.0.1'] });
    const robots = createRobots({ http: closed, clock: { now: () => time.at }, userAgentName: 'Broadside' });
    expect(await robots.allows('http://127.0.0.1:9/open')).toMatchObject({ allowed: false, retryable: true });
    await closed.close();
  });
  test('that have said it before are taken by their word while they cannot say', async () => {
    const robots = open();
    await robots.allows(`${server.url}/open`);
    status = 500;
    pass(25);
    expect(await robots.allows(`${server.url}/open`)).toEqual({ allowed: true });
    expect(await robots.allows(`${server.url}/shut`)).toMatchObject({ code: 'page.disallowed' });
  });
  test('are asked by the name under which their pages are read', async () => {
    text = 'User-agent: Other\nDisallow: /';
    const robots = open();
    expect(await robots.allows(`${server.url}/open`)).toEqual({ allowed: true });
    for (const name of ['Other/2.0 (+https://other.example)', 'Mozilla/5.0 (compatible; Other/2.0)'])
      expect(await robots.allows(`${server.url}/open`, name)).toMatchObject({ allowed: false });
  });
  test('get the pause that they ask for, a minute at most', async () => {
    text = 'User-agent: *\nCrawl-delay: 600';
    await open().allows(`${server.url}/open`);
    expect(slowed).toEqual([[`${server.url}/open`, 60_000]]);
  });
});
