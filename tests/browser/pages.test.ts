import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser, serveApp } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { linkOf, readersConfig } from '../helpers/readers.ts';
import { seedDay } from '../web/day.ts';
import { testSite } from '../web/site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The pages that are set differently where there is room. */
const WIDE = ['/', '/articles/the-last-night-ferry', '/search?q=ferry', '/petitions/ferry', '/subscribe'];

describe.skipIf(noBrowser)(`in Chromium${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const database = testDatabase();
  let browser: Browser;
  let site: { url: string; close: () => Promise<void> };
  const paths: string[] = [
    '/',
    '/articles/the-last-night-ferry',
    '/articles/mare-alta',
    '/categories',
    '/categories/weather',
    '/search?q=ferry',
    '/editions',
    '/petitions',
    '/petitions/ferry',
    '/subscribe',
    '/fresh-link',
    '/about',
    '/nowhere',
  ];

  beforeAll(async () => {
    const { subscriber, signer, petition } = await seedDay(database.db);
    paths.push(
      `/me/${linkOf('me', subscriber.id)}`,
      `/u/${linkOf('unsubscribe', subscriber.id)}`,
      `/s/${linkOf('sign', [subscriber.id, petition.id])}`,
      `/g/${linkOf('signature', signer.id)}`,
    );
    site = await serveApp(testSite(database.db).app);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
    test.each([375, 1280])(
      'no page has a fault that axe can see, at %i pixels',
      async (width) => {
        const page = await open({ colorScheme, width });
        for (const path of width < 1000 ? paths : WIDE) {
          await page.goto(site.url + path);
          expect(await faultsOf(page), path).toEqual([]);
        }
        await page.context().close();
      },
      180_000,
    );
  });

  test('no page is wider than 320 pixels', async () => {
    const page = await open({ colorScheme: 'light', width: 320 });
    for (const path of paths) {
      await page.goto(site.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
    }
    await page.context().close();
  }, 60_000);

  test('a long article is unfolded by the keyboard alone', async () => {
    const page = await open({ colorScheme: 'light', width: 1280 });
    await page.goto(`${site.url}/articles/the-last-night-ferry`);
    const last = page.getByText('Paragraph 24.');
    expect(await last.isVisible()).toBe(false);
    await page.locator('.expand summary').focus();
    await page.keyboard.press('Enter');
    expect(await last.isVisible()).toBe(true);
    await page.context().close();
  });

  test('the first stop of the keyboard leads past the masthead', async () => {
    const page = await open({ colorScheme: 'light', width: 375 });
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main_content');
    await page.context().close();
  });

  test('a link inside a mail of the outbox opens in the whole window', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'outbox-'));
    await mkdir(join(dir, 'digest'));
    const html = `<html><head></head><body><a href="${site.url}/petitions">Petitions</a></body></html>`;
    const mail = `Subject: Today\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
    await writeFile(join(dir, 'digest', 'ana-1.eml'), mail);
    const own = await serveApp(testSite(database.db, { outboxDir: dir }).app);
    const page = await open({ colorScheme: 'light', width: 1280 });
    await page.goto(`${own.url}/outbox/digest/ana-1.eml`);
    await page.frameLocator('iframe').getByText('Petitions').click();
    await page.waitForURL(`${site.url}/petitions`);
    await page.context().close();
    await own.close();
    await rm(dir, { recursive: true });
  });

  test('a logo from elsewhere is shown, and one that cannot be loaded leaves no broken box', async () => {
    const picture = createServer((request, answer) => {
      if (request.url !== '/logo.png') return answer.writeHead(404).end();
      return answer.writeHead(200, { 'content-type': 'image/png' }).end(readFileSync('sample/logo.png'));
    });
    await new Promise<void>((open) => picture.listen(0, '127.0.0.1', open));
    const { port } = picture.address() as AddressInfo;
    const page = await open({ colorScheme: 'light', width: 375 });
    const boxes: unknown[] = [];
    for (const name of ['logo', 'gone']) {
      const logo = `http://127.0.0.1:${port}/${name}.png`;
      const newsroom = { ...readersConfig().newsroom, logo };
      const own = await serveApp(testSite(database.db, { config: { newsroom } }).app);
      await page.goto(own.url);
      const box = await boxOf(page);
      boxes.push(box);
      expect(await page.evaluate(`${IMAGE}.naturalWidth`)).toBe(name === 'logo' ? 128 : 0);
      const before = await page.screenshot({ clip: box });
      await page.evaluate(`${IMAGE}.style.visibility = 'hidden'`);
      const without = await page.screenshot({ clip: box });
      expect(before.equals(without), name).toBe(name === 'gone');
      await own.close();
    }
    expect(boxes[0]).toEqual(boxes[1]);
    await page.context().close();
    picture.close();
  }, 60_000);

  test('nothing is refused by the pages’ own policy, and nothing is asked of anybody else', async () => {
    const page = await open({ colorScheme: 'light', width: 1280 });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (!/404/.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) complaints.push(request.url());
    });
    for (const path of paths) await page.goto(site.url + path);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  async function open(options: { colorScheme: 'light' | 'dark'; width: number }): Promise<Page> {
    const context = await browser.newContext({
      colorScheme: options.colorScheme,
      viewport: { width: options.width, height: 900 },
    });
    return context.newPage();
  }
});

const IMAGE = `document.querySelector('.logo img')`;

/** Where the masthead's name stands, with its logo. */
async function boxOf(page: Page) {
  const box = await page.locator('.masthead .title').boundingBox();
  if (!box) throw new Error('no masthead');
  return box;
}

/** What axe finds, in short. Its own script is put into the page past the page's policy. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`),
  );
}
