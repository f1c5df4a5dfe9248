import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPage, type Page } from '../../../src/collect/page/page.ts';
import { wallOf } from '../../../src/collect/page/wall.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const PAGES = join(SHARED, 'corpus/pages');
const TOOL = join(SHARED, 'tools/extraction-score.mjs');

describe.skipIf(!existsSync(PAGES) || !existsSync(TOOL))(`the 88 pages (skipped without ${PAGES})`, () => {
  test('are extracted with an F1 of at least 0.960, none empty, and none is taken for a wall', () => {
    const index = JSON.parse(readFileSync(join(PAGES, 'index.json'), 'utf8')) as {
      key: string;
      url: string;
    }[];
    const pages = index.map(({ key, url }) => {
      const body = gunzipSync(readFileSync(join(PAGES, `${key}.html.gz`)));
      return { key, url, page: readPage({ body, url }) };
    });
    const { empty, precision, f1 } = score(Object.fromEntries(pages.map(({ key, page }) => [key, page])));
    expect(empty).toBe(0);
    expect(precision).toBeGreaterThanOrEqual(0.94);
    expect(f1).toBeGreaterThanOrEqual(0.96);
    expect(pages.filter(({ url, page }) => wallOf({ status: 200, headers: {}, url }, page))).toEqual([]);
  }, 120_000);
});

function score(pages: Record<string, Page>): { empty: number; precision: number; f1: number } {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const file = join(folder, 'extracted.json');
  const texts = Object.entries(pages).map(([key, { text }]) => [key, text]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(texts)));
  const line = spawnSync(process.execPath, [TOOL, file]).stdout.toString().split('\n')[0] ?? '';
  rmSync(folder, { recursive: true });
  const said = (name: string) => Number(new RegExp(`${name} ([\\d.]+)`).exec(line)?.[1]);
  return { empty: said('empty'), precision: said('precision'), f1: said('F1') };
}
