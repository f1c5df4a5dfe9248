import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { sampleSubscribers } from '../sample/subscribers.ts';
import { createDeps } from '../src/deps.ts';
import { start } from '../src/main.ts';
import { createPrinter } from '../src/printer.ts';
import { readEnv, type Env } from '../src/shared/env.ts';
import { today } from '../src/today.ts';
import { freePort } from './free-port.ts';

/**
 * Take the pictures of the README: the sample newsroom's day in a data directory of its own, seen in Chromium.
 *
 * The dates in them are those of the day on which they are taken; everything else is the same each time.
 */
const FOLDER = 'docs';
const DESK = { width: 1280, height: 1400 };
const LONG = { width: 1280, height: 2000 };
const MAIL = { width: 640, height: 1400 };
const PHONE = { width: 390, height: 844 };

const dataDir = await mkdtemp(join(tmpdir(), 'broadside-screenshots-'));
const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
try {
  const port = await freePort();
  const env = readEnv({ BROADSIDE_DATA: dataDir, PORT: String(port), LOG_LEVEL: 'error' });
  await runDay(env);
  const site = await start(env, { web: true, work: false });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  try {
    await mkdir(FOLDER, { recursive: true });
    await takeAll(browser, site.url ?? '');
  } finally {
    await browser.close();
    await site.close();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

async function runDay(env: Env): Promise<void> {
  const deps = await createDeps(env);
  try {
    await today(deps, createPrinter());
  } finally {
    await deps.close();
  }
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  await take(browser, { name: 'home', view: DESK }, (page) => page.goto(url));
  await take(browser, { name: 'article', view: LONG }, async (page) => {
    await page.goto(url);
    await page.locator('main :is(h1, h2, h3) a').first().click();
  });
  await take(browser, { name: 'home-dark-mobile', view: PHONE, dark: true }, (page) => page.goto(url));
  const mail = await firstDigest();
  await take(browser, { name: 'digest', view: MAIL }, (page) => page.goto(`${url}/outbox/${mail}/html`));
}

async function take(
  browser: Browser,
  picture: { name: string; view: { width: number; height: number }; dark?: boolean },
  open: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({
    viewport: picture.view,
    deviceScaleFactor: 1,
    colorScheme: picture.dark ? 'dark' : 'light',
    locale: 'en',
  });
  await open(page);
  await page.waitForLoadState('networkidle');
  const path = join(FOLDER, `${picture.name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(`Took ${path}`);
}

/** The first sample reader's digest, as `folder/file` below `/outbox`. */
async function firstDigest(): Promise<string> {
  const outbox = join(dataDir, 'outbox');
  const name = sampleSubscribers[0]?.address.replace('@', '-at-') ?? '';
  for (const folder of await readdir(outbox)) {
    const file = (await readdir(join(outbox, folder))).find((each) => each.startsWith(name));
    if (file) return `${folder}/${encodeURIComponent(file)}`;
  }
  throw new Error('the sample day left no digest in the outbox');
}
