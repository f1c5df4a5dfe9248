import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parseFeedDocument } from '../../../src/collect/feed/document.ts';
import { shownFeed } from '../../../src/collect/feed/shown.ts';
import { failure } from '../../../src/shared/errors.ts';

const tool = fileURLToPath(new URL('../../../../shared/tools/feed-score.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'broadside-feeds-'));
afterAll(() => rmSync(directory, { recursive: true }));

const score = (input: string, ...more: string[]) =>
  execFileSync(process.execPath, [tool, input, ...more], { encoding: 'utf8' }).split('\n')[0] ?? '';

test.skipIf(!existsSync(tool))(
  'of the feeds that other projects test with at least 85 % is read to the letter, and 90 % in substance (skipped where ../shared is not)',
  { timeout: 60_000 },
  () => {
    score('--unpack', directory);
    const rows = readdirSync(directory).map((name) => tried(join(directory, name)));
    const defects = rows.filter((row) => 'error' in row && !row.error.code.startsWith('source.'));
    expect(defects).toEqual([]);
    const answers = join(directory, 'answers.jsonl');
    writeFileSync(answers, rows.map((row) => JSON.stringify(row)).join('\n'));
    const [, strict, lenient] = /strict ([\d.]+)\s+lenient ([\d.]+)/.exec(score(answers)) ?? [];
    expect(Number(strict)).toBeGreaterThanOrEqual(0.85);
    expect(Number(lenient)).toBeGreaterThanOrEqual(0.9);
  },
);

function tried(input: string) {
  try {
    return { input, kind: 'feed', ...shownFeed(parseFeedDocument(readFileSync(input), {})) };
  } catch (error) {
    const { code, reason } = failure(error);
    return { input, error: { code, message: reason } };
  }
}
