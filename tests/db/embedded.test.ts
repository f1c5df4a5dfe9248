import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '../../db/embedded.ts';
import { isAlive, isPostgres, ownProcessName } from '../../db/embedded-process.ts';
import { ConfigError } from '../../src/shared/errors.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { endOf } from '../helpers/program.ts';

/** A cluster that was made once; most tests begin with a copy of it. */
let prepared: string;
let dataDir: string;
let children: ChildProcess[];

beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), 'broadside prepared '));
  await (await startEmbedded(prepared)).stop();
});

afterAll(() => rm(prepared, { recursive: true, force: true }));

beforeEach(async () => {
  // As `mktemp -d` makes it: nobody but its owner may enter.
  dataDir = await mkdtemp(join(tmpdir(), 'broadside embedded '));
  children = [];
  await cp(prepared, dataDir, { recursive: true });
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  const pid = await serverPid();
  if (pid) process.kill(pid, 'SIGQUIT');
  await gone(pid);
  await rm(dataDir, { recursive: true, force: true });
});

test('it starts in a folder with a space in its name that nobody else may enter, and stops with its only user', async () => {
  const server = await startEmbedded(dataDir);
  expect(await ask(server.url('postgres'), 'show listen_addresses')).toBe('127.0.0.1');
  const pid = await serverPid();
  await server.stop();
  await server.stop();
  expect(isAlive(pid ?? 0)).toBe(false);
  expect(await readdir(join(dataDir, 'postgres', 'users'))).toEqual([]);
});

test('what was written is there after a stop and a start, under the same password', async () => {
  const first = await startEmbedded(dataDir);
  await ask(first.url('postgres'), 'create table kept as select 7 as n');
  await first.stop();
  const second = await startEmbedded(dataDir);
  expect(await ask(second.url('postgres'), 'select n from kept')).toBe(7);
  expect(new URL(second.url('x')).password).toBe(new URL(first.url('x')).password);
  await second.stop();
});

test('three processes that start at once share one server, and the last one out stops it', async () => {
  const users = [user(), user(), user()];
  const urls = await Promise.all(users.map(({ url }) => url));
  expect(new Set(urls).size).toBe(1);
  const pid = await serverPid();
  const [first, second, third] = users;
  await first?.stop();
  await second?.stop();
  expect(isAlive(pid ?? 0)).toBe(true);
  expect(await ask(urls[0] ?? '', 'select 1')).toBe(1);
  await third?.stop();
  expect(isAlive(pid ?? 0)).toBe(false);
});

test('two users in one process each have a seat of their own', async () => {
  const [one, two] = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir)]);
  expect(one.url('postgres')).toBe(two.url('postgres'));
  await one.stop();
  expect(await ask(two.url('postgres'), 'select 1')).toBe(1);
  await two.stop();
  expect(await serverPid()).toBeUndefined();
});

test('a process that ends without leaving takes the server down with it', async () => {
  const only = user();
  await only.url;
  const pid = await serverPid();
  await only.exit();
  await gone(pid);
  expect(await serverPid()).toBeUndefined();
});

test('the server of a process that was killed is joined by the next one, which stops it', async () => {
  const starter = user();
  const url = await starter.url;
  const pid = await serverPid();
  await starter.kill();
  expect(isAlive(pid ?? 0)).toBe(true);
  const next = await startEmbedded(dataDir);
  expect(next.url('postgres')).toBe(url);
  await next.stop();
  expect(isAlive(pid ?? 0)).toBe(false);
});

test('a process that is killed while it makes the cluster leaves a directory that the next one can use', async () => {
  const root = join(dataDir, 'postgres');
  await rm(root, { recursive: true });
  const starter = user();
  const isBeingMade = async () =>
    existsSync(root) &&
    (await readdir(root, { recursive: true })).some((name) => name.endsWith('PG_VERSION'));
  while (!(await isBeingMade())) await sleepFor(5);
  await starter.kill();
  const next = await startEmbedded(dataDir);
  expect(await ask(next.url('postgres'), 'select 1')).toBe(1);
  await next.stop();
  expect((await readdir(root)).toSorted()).toEqual(['cluster', 'log', 'password', 'users']);
});

test('a server that was killed is started again with what it had', async () => {
  const before = await startEmbedded(dataDir);
  await ask(before.url('postgres'), 'create table kept as select 7 as n');
  const pid = await serverPid();
  if (pid) process.kill(pid, 'SIGKILL');
  await gone(pid);
  const after = await startEmbedded(dataDir);
  expect(await ask(after.url('postgres'), 'select n from kept')).toBe(7);
  await before.stop();
  await after.stop();
});

test('files left by processes whose ids others have now are no hindrance', async () => {
  await (await startEmbedded(dataDir)).stop();
  const root = join(dataDir, 'postgres');
  // They live, but they are no PostgreSQL, and they did not start at that time.
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(stranger);
  const pidFile = `${stranger.pid}\n${root}/cluster\n1\n5432\n\n127.0.0.1\n`;
  await writeFile(join(root, 'cluster', 'postmaster.pid'), pidFile, { mode: 0o600 });
  await writeFile(join(root, 'lock'), `${stranger.pid}-1-abc`);
  await writeFile(join(root, 'users', `${process.pid}-1-abc`), '');
  await writeFile(join(root, 'users', `${stranger.pid}-1-abc`), '');
  const server = await startEmbedded(dataDir);
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1);
  await server.stop();
  expect(await serverPid()).toBeUndefined();
});

test('a name of this process is not that of another with its id', () => {
  expect(ownProcessName()).toMatch(new RegExp(`^${process.pid}-[1-9]\\d*$`));
});

test('a directory that cannot be written is one sentence with a remedy', async () => {
  const file = join(dataDir, 'a file');
  await writeFile(file, '');
  const failed = startEmbedded(file);
  await expect(failed).rejects.toBeInstanceOf(ConfigError);
  await expect(failed).rejects.toThrow(
    /BROADSIDE_DATA: cannot be written \(E[A-Z]+\)[^]*Give this user the right/,
  );
});

test('a password that is gone is named, and nothing is made anew over what is there', async () => {
  const server = await startEmbedded(dataDir);
  await ask(server.url('postgres'), 'create table kept as select 7 as n');
  await server.stop();
  const password = join(dataDir, 'postgres', 'password');
  const kept = await readFile(password);
  await rm(password);
  await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'database.not_started' });
  await writeFile(password, kept);
  const again = await startEmbedded(dataDir);
  expect(await ask(again.url('postgres'), 'select n from kept')).toBe(7);
  await again.stop();
});

test('a server that does not come up says so with the end of its log, and leaves no seat behind', async () => {
  const failed = startEmbedded(dataDir, { settings: { shared_buffers: 'plenty' } });
  await expect(failed).rejects.toMatchObject({ code: 'database.not_started' });
  await expect(failed).rejects.toThrow(/shared_buffers/);
  expect(await readdir(join(dataDir, 'postgres', 'users'))).toEqual([]);
});

test.runIf(process.getuid?.() === 0)('root runs it in a folder that others may enter, too', async () => {
  await chmod(dataDir, 0o755);
  await mkdir(join(dataDir, 'open'));
  const server = await startEmbedded(join(dataDir, 'open'));
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1);
  await server.stop();
});

function user() {
  const script = join(import.meta.dirname, 'embedded-user.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = endOf(child);
  const say = async (word: string) => {
    child.stdin.write(`${word}\n`);
    await ended;
  };
  return {
    url: new Promise<string>((done) => createInterface({ input: child.stdout }).once('line', done)),
    stop: () => say('stop'),
    exit: () => say('exit'),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function gone(pid = 0): Promise<void> {
  while (isAlive(pid)) await sleepFor(20);
}

async function serverPid(): Promise<number | undefined> {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return isPostgres(pid) ? pid : undefined;
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await client.unsafe(query);
    return row && Object.values(row)[0];
  } finally {
    await client.end();
  }
}
