import { spawnSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { createPageReader, type PageReaderOptions } from '../../../src/collect/page/reader.ts';
import { pageOf, TEXT, URL_OF_STORY as url } from './news.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function reader(options: PageReaderOptions = {}) {
  const made = createPageReader({ workers: 1, ...options });
  open.push(made);
  return made;
}

/** Each paragraph costs Readability some work; a page of these takes it seconds. */
const SLOW = `<article>${'<div><p>One paragraph, with commas, and a length.</p></div>'.repeat(60_000)}</article>`;

test('a page is read in a worker as it is beside it, and the bytes stay with the caller', async () => {
  const body = Buffer.from(pageOf());
  const page = await reader().read({ body, url, contentType: 'text/html; charset=utf-8' });
  expect(page.text).toBe(TEXT);
  expect(page.publishedAt).toEqual(new Date('2026-05-03'));
  expect(body.byteLength).toBeGreaterThan(0);
});

test('pages are read at the same time by several workers, and each caller gets its own', async () => {
  const pages = reader({ workers: 2 });
  const reads = Array.from({ length: 6 }, (_, i) => pages.read({ body: `<p>Page number ${i}`, url }));
  expect((await Promise.all(reads)).map(({ text }) => text)).toEqual(
    Array.from({ length: 6 }, (_, i) => `Page number ${i}`),
  );
});

test('a page that takes too long is given up, and the next one is read', async () => {
  const pages = reader({ timeoutMs: 1_000, memoryMb: 1_000 });
  const slow = pages.read({ body: SLOW, url });
  const next = pages.read({ body: pageOf(), url });
  await expect(slow).rejects.toMatchObject({
    code: 'page.too_slow',
    message: 'The page at news.example takes longer than 1 s to read.',
  });
  expect((await next).text).toBe(TEXT);
});

test('a page that takes too much memory is given up, and the next one is read', async () => {
  const pages = reader({ memoryMb: 60 });
  const large = pages.read({ body: `<p>${'<'.repeat(4_000_000)}`, url });
  const next = pages.read({ body: pageOf(), url });
  await expect(large).rejects.toMatchObject({ code: 'page.too_much_memory' });
  expect((await next).text).toBe(TEXT);
});

test('a page is given up for its memory long before the thread itself would have to end', async () => {
  const words = `<p>${'word and word. '.repeat(200_000)}`;
  await expect(reader({ memoryMb: 60 }).read({ body: words, url })).rejects.toMatchObject({
    code: 'page.too_much_memory',
    message: 'The page at news.example takes more than 60 MB of memory to read.',
  });
  expect((await reader({ memoryMb: 180 }).read({ body: words, url })).wordCount).toBe(600_000);
});

test('a page of too many bytes, or of too many parts, is refused with the host in the sentence', async () => {
  const pages = reader({ bytesMax: 2_000_000 });
  await expect(pages.read({ body: Buffer.alloc(2_000_001), url })).rejects.toMatchObject({
    code: 'page.too_large',
    message: 'The page at news.example is larger than 2000000 bytes.',
  });
  await expect(pages.read({ body: '<b>'.repeat(400_000), url })).rejects.toMatchObject({
    code: 'page.too_large',
  });
});

test('what is being read or waits when the reader closes is interrupted, and may be read again', async () => {
  const pages = reader();
  const reads = [pages.read({ body: SLOW, url }), pages.read({ body: 'x', url })].map((one) =>
    one.catch((error: unknown) => error),
  );
  await pages.close();
  expect(await Promise.all(reads)).toMatchObject(
    [1, 2].map(() => ({ code: 'page.interrupted', retryable: true })),
  );
  await expect(pages.read({ body: 'x', url })).rejects.toMatchObject({ code: 'page.interrupted' });
});

test('an idle reader does not keep the program from ending', () => {
  const file = new URL('../../../src/collect/page/reader.ts', import.meta.url).href;
  const program = `const { createPageReader } = await import('${file}');
    const page = await createPageReader({ workers: 1 }).read({ body: '<p>Hello', url: '${url}' });
    process.stdout.write(page.text);`;
  const run = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { status, stdout } = spawnSync(process.execPath, run, { timeout: 20_000 });
  expect({ status, said: stdout.toString() }).toEqual({ status: 0, said: 'Hello' });
});
