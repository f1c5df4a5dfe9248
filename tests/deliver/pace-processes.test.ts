import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables } from '../helpers/readers.ts';

const database = testDatabase();
const children = new Set<ChildProcess>();
let server: Worker | undefined;

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await server?.terminate();
  await emptyTables(database.db);
});

/** As the server saw it. */
interface Call {
  at: number;
  by: string;
}

const now = () => performance.timeOrigin + performance.now();

test.each([5, 40])(
  'three processes, two of them killed and started again, never make more than %i calls in any one second',
  { timeout: 90_000 },
  async (rate) => {
    const calls: Call[] = [];
    const url = await listen((call) => calls.push(call));
    const start = (by: string) => startWorker(`${url}/${by}`, rate);
    const hasCalled = (by: string) => () => calls.some((call) => call.by === `/${by}`);
    const [first, second] = [start('first'), start('second'), start('third')];
    for (const by of ['first', 'second', 'third']) await until(hasCalled(by));
    await sleep(700);
    first.kill('SIGKILL');
    start('first-again');
    await sleep(300);
    second.kill('SIGKILL');
    start('second-again');
    for (const by of ['first-again', 'second-again']) await until(hasCalled(by));
    const began = calls[0]?.at ?? 0;
    await sleep(Math.max(3000, began + 5000 - now()));

    const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
    const seconds = (now() - began) / 1000;
    expect(mostInASecond(times)).toBeLessThanOrEqual(rate);
    expect(times.length, 'nobody is starved').toBeGreaterThan(rate * seconds * 0.1);
  },
);

/** The most calls in any 1,000 ms, wherever they begin. */
function mostInASecond(times: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [i, at] of times.entries()) {
    while (at - (times[from] ?? at) >= 1000) from += 1;
    most = Math.max(most, i - from + 1);
  }
  return most;
}

/** A server in a thread of its own: what this one does besides must not delay its clock. */
async function listen(onCall: (call: Call) => void): Promise<string> {
  const thread = new Worker(SERVER, { eval: true });
  server = thread;
  const [port] = (await once(thread, 'message')) as [number];
  thread.on('message', onCall);
  return `http://127.0.0.1:${port}`;
}

const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now();
    parentPort.postMessage({ at, by: request.url });
    request.resume().on('end', () => response.end('{}'));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

function startWorker(url: string, rate: number): ChildProcess {
  const args = ['--import', 'tsx', 'tests/deliver/pace-worker.ts', database.url, url, String(rate)];
  const cwd = resolve(import.meta.dirname, '../..');
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child);
  return child;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}
