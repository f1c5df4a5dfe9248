import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Program {
  /** Where its data lies: the outbox, the secret. */
  dataDir: string;
  /** Run a command to its end. */
  run: (...args: string[]) => Promise<{ code: number | null; out: string; err: string }>;
  /** Start a command; what it prints comes line by line. */
  start: (...args: string[]) => ChildProcess;
  cleanUp: () => Promise<void>;
}

/** The real program as child processes, on a database of the test's and a data directory of its own. */
export async function program(databaseUrl: string, more: NodeJS.ProcessEnv = {}): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadside program '));
  const { PATH } = process.env;
  const env = { PATH, DATABASE_URL: databaseUrl, BROADSIDE_DATA: dataDir, NO_COLOR: '1', ...more };
  const start = (...args: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: ROOT, env, stdio: 'pipe' });
  return {
    dataDir,
    start,
    async run(...args) {
      const child = start(...args);
      const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), endOf(child)]);
      return { code, out, err };
    },
    cleanUp: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Call back for every whole line that a child prints. */
export function onLine(child: ChildProcess, work: (line: string) => void): void {
  if (child.stdout) createInterface({ input: child.stdout }).on('line', work);
}

/** The exit code, or null when a signal ended it. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('close', (code) => done(code)));
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}
