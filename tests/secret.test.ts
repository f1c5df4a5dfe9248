import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecret } from '../src/secret.ts';
import { readEnv } from '../src/shared/env.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'broadside secret ')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true }));

const file = () => join(dataDir, 'secret');

test('several processes that start at once agree on one secret, which only its owner can read', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => readSecret(readEnv({}), dataDir)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['secret']);
});

test('a later start reads what is there', async () => {
  const secret = await readSecret(readEnv({}), dataDir);
  expect(await readSecret(readEnv({}), dataDir)).toBe(secret);
});

test('one in the environment leaves the data directory alone', async () => {
  const own = 'a secret of tests that is long enough';
  await readSecret(readEnv({}), dataDir);
  const kept = await readFile(file());
  expect(await readSecret(readEnv({ BROADSIDE_SECRET: own }), dataDir)).toBe(own);
  expect(await readFile(file())).toEqual(kept);
});

test('an empty file is a fault, not a secret that everybody knows', async () => {
  await readSecret(readEnv({}), dataDir);
  await writeFile(file(), '');
  await expect(readSecret(readEnv({}), dataDir)).rejects.toMatchObject({
    faults: [{ path: 'BROADSIDE_SECRET' }],
  });
});

test('a data directory that cannot be one is one sentence', async () => {
  await writeFile(dataDir, '');
  await expect(readSecret(readEnv({}), dataDir)).rejects.toThrow(
    /BROADSIDE_DATA: cannot be used \(E[A-Z]+\)/,
  );
});
