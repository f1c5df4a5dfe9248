import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRenderer } from '../../src/preview/child.ts';
import { openPreview, type Preview } from '../../src/preview/preview.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';

const database = testDatabase();
let folder: string;
let configFile: string;
let preview: Preview;

const HARBOUR = { slug: 'harbour', name: 'Harbour' };
const SCHOOLS = { slug: 'schools', name: 'Schools' };

beforeAll(async () => {
  const { db } = database;
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  configFile = join(folder, 'broadside.config.ts');
  const { id: sourceId } = await insertSource(db, { title: 'The Quay Post' });
  await insertArticle(db, { sourceId, slug: 'ferry', title: 'The ferry', categories: ['harbour'] });
  await insertArticle(db, { sourceId, slug: 'roof', title: 'The roof', categories: ['schools'] });
  await write([HARBOUR, SCHOOLS]);
  preview = await openPreview(readerDeps(db), { port: 0, configFile, day: undefined });
});
afterAll(async () => {
  await preview.close();
  await rm(folder, { recursive: true });
});

test('stories are picked by the configuration as it is now, wherever it lies, and one that is broken is said', async () => {
  await write([HARBOUR, SCHOOLS]);
  await vi.waitFor(async () => expect(await digest()).toContain('The roof'), WAIT);
  expect(await digest()).toContain('The ferry');
  await write([SCHOOLS], 'The New Tide');
  await vi.waitFor(async () => expect(await digest()).toContain('The New Tide'), WAIT);
  expect(await digest()).toContain('The roof');
  expect(await digest()).not.toContain('The ferry');
  expect(await (await fetch(preview.url)).text()).toContain('Mails of The New Tide');

  await writeFile(configFile, 'export default {\n  newsroom: {,\n};\n');
  await vi.waitFor(async () => expect((await fetch(preview.url)).status).toBe(500), WAIT);
  expect(await (await fetch(preview.url)).text()).toMatch(/broadside\.config\.ts:2/);

  await write([HARBOUR]);
  await vi.waitFor(async () => expect(await digest()).toContain('The ferry'), WAIT);
}, 90_000);

test('a new article is in the rehearsal although no file has changed', async () => {
  await write([HARBOUR]);
  await vi.waitFor(async () => expect(await digest()).toContain('The ferry'), WAIT);
  const { id: sourceId } = await insertSource(database.db, { title: 'The Bay Spark' });
  await insertArticle(database.db, { sourceId, slug: 'pier', title: 'The pier', categories: ['harbour'] });
  expect(await digest()).toContain('The pier');
}, 60_000);

test('what goes wrong with the gathering is thrown, not rendered', async () => {
  const renderer = createRenderer();
  await expect(renderer.render(configFile, unreachable)).rejects.toThrow('no database');
  renderer.close();
}, 60_000);

test('what runs for ever is ended by who asks next', async () => {
  await write([HARBOUR]);
  const endless = join(folder, 'endless.mjs');
  await writeFile(endless, 'for (;;) {}');
  const renderer = createRenderer();
  const never = renderer.render(endless, unreachable);
  await sleepFor(500);
  await expect(renderer.render(configFile, unreachable)).rejects.toThrow('no database');
  expect(await never).toEqual({ failed: expect.stringContaining('ended') });
}, 60_000);

const unreachable = () => Promise.reject(new Error('no database'));

const WAIT = { timeout: 20_000, interval: 200 };

const digest = async () => (await fetch(`${preview.url}/mails/day-all/html`)).text();

async function write(categories: object[], name = 'The Test Tide'): Promise<void> {
  const newsroom = { ...readersConfig().newsroom, name };
  await writeFile(configFile, `export default ${JSON.stringify({ newsroom, categories, sources: [] })};`);
}
