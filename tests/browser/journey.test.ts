import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSubscribers } from '../../db/subscriber.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { endOf, freePort, onLine, program, type Program } from '../helpers/program.ts';

const READER = 'Ada.Reader@example.org';
const MINUTES = 60_000;

/** The real program: the day by the command line, the site by a process of its own, one database between them. */
const database = testDatabase();
let newsroom: Program;
let web: ChildProcess;
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (noBrowser) return;
  const port = await freePort();
  newsroom = await program(database.url, { PORT: String(port) });
  expect(await newsroom.run('today')).toMatchObject({ code: 0 });
  web = newsroom.start('web');
  await new Promise<void>((open) => onLine(web, (line) => line.includes('is open at') && open()));
  url = `http://localhost:${port}`;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 800 } });
}, 2 * MINUTES);

afterAll(async () => {
  await browser?.close();
  if (web) {
    const end = endOf(web);
    web.kill('SIGTERM');
    expect(await end).toBe(0);
  }
  await newsroom?.cleanUp();
}, MINUTES);

test.skipIf(noBrowser)(
  'a reader subscribes, confirms, receives, signs from the digest, changes categories and leaves',
  async () => {
    await page.goto(`${url}/subscribe`);
    await page.getByLabel('Your mail address').fill(READER);
    await page.getByLabel('River & Climate').check();
    await page.getByLabel('Work & Wages').check();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expectText('mail');

    await deliver();
    await followFrom('confirm', /\/c\//);
    await expectState('pending');
    await page.getByRole('button', { name: 'Confirm my subscription' }).click();
    await expectState('confirmed');

    await deliver();
    const before = await signedOn('clean-tarn');
    await openMail(/^\d{4}-/);
    const frame = page.frameLocator('iframe');
    await expectShown(frame.getByRole('heading', { name: 'River & Climate', level: 2 }));
    expect(await frame.getByRole('heading', { name: 'Housing', level: 2 }).count()).toBe(0);
    const preferences = await frame
      .getByRole('link', { name: 'Change your categories' })
      .getAttribute('href');
    const unsubscribe = await frame.getByRole('link', { name: 'Unsubscribe' }).first().getAttribute('href');
    await frame
      .getByRole('link', { name: /Sign our petition: Open the Tarn/ })
      .first()
      .click();

    await page.waitForURL(/\/s\//);
    expect(await page.content()).not.toContain(READER);
    expect(await signedOn('clean-tarn')).toBe(before);
    await page.goBack();
    await page.goForward();
    await page.getByLabel('Your name').fill('Ada Reader');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Sign this petition' }).click();
    await expectText('Your signature counts');
    expect(await signedOn('clean-tarn')).toBe(before + 1);

    await page.goto(preferences ?? '');
    await page.getByRole('checkbox', { name: 'Housing' }).check();
    await page.getByRole('checkbox', { name: 'River & Climate' }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.goto(preferences ?? '');
    expect(await page.getByRole('checkbox', { name: 'Housing' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'River & Climate' }).isChecked()).toBe(false);

    await page.goto(unsubscribe ?? '');
    await expectState('confirmed');
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await expectState('left');
  },
  2 * MINUTES,
);

async function deliver(): Promise<void> {
  expect(await newsroom.run('deliver')).toMatchObject({ code: 0 });
}

/** Open the reader's newest mail in a folder of the outbox, as the site shows it. */
async function openMail(folder: RegExp): Promise<void> {
  await page.goto(`${url}/outbox`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: folder, level: 2 }) });
  await section.locator('li', { hasText: READER }).getByRole('link').click();
  await expectShown(page.frameLocator('iframe').locator('body'));
}

/** Open a letter and follow the first link in it whose address fits. */
async function followFrom(folder: string, address: RegExp): Promise<void> {
  await openMail(new RegExp(`^${folder}$`));
  const links = page.frameLocator('iframe').getByRole('link');
  for (const link of await links.all())
    if (address.test((await link.getAttribute('href')) ?? '')) {
      const opened = page.waitForEvent('popup');
      await link.click();
      page = await opened;
      await page.waitForURL(address);
      return;
    }
  throw new Error(`no link like ${String(address)} in the letter`);
}

async function signedOn(slug: string): Promise<number> {
  const answer = await fetch(`${url}/petitions/${slug}/count.json`);
  return ((await answer.json()) as { signed: number }).signed;
}

async function expectState(state: string): Promise<void> {
  const rows = await listSubscribers(database.db, { limit: 100 });
  expect(rows.find(({ address }) => address.toLowerCase() === READER.toLowerCase())).toMatchObject({ state });
}

async function expectText(text: string): Promise<void> {
  await expectShown(page.getByText(text).first());
}

async function expectShown(locator: {
  waitFor(options: { state: 'visible'; timeout: number }): Promise<void>;
}): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: 10_000 });
}
