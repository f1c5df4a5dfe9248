import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import postgres from 'postgres';
import { sleepFor } from '../src/shared/retry.ts';
import type { Place } from './embedded-place.ts';
import { isAlive } from './embedded-process.ts';
import type { Runner } from './embedded-runner.ts';

/** A server that was started or found. */
export interface Server {
  pid: number;
  port: number;
  password: string;
}

/** Where a database of the server answers, password included. */
export function urlOf({ password, port }: Server, database: string): string {
  return `postgres://broadside:${password}@127.0.0.1:${port}/${database}`;
}

/** Start the server of the cluster on a free loopback port; whether it comes up is another question. */
export async function spawnServer(
  runner: Runner,
  place: Place,
  { file, password, settings }: { file: string; password: string; settings: Record<string, string> },
): Promise<Server> {
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = runner.command(file, ['-D', place.cluster, ...flags]);
  // For its owner only: the server may name rows in it.
  const log = openSync(place.log, 'a', 0o600);
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the program must close before its database.
  const child = spawn(command, args, {
    ...runner.identity,
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
  });
  child.on('error', () => {});
  child.unref();
  closeSync(log);
  return { pid: child.pid ?? 0, port, password };
}

/** Whether the server answers within a time; false at once when its process ends. */
export async function answersWithin(server: Server, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < timeoutMs && isAlive(server.pid); waitedMs += 50) {
    if (await answers(server)) return true;
    await sleepFor(50);
  }
  return false;
}

/** Ask it to stop: sessions are ended, everything committed is kept. */
export function askToStop(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
}

/** Ask it to stop, and wait until it has. */
export async function stopServer(pid: number): Promise<void> {
  askToStop(pid);
  for (let waitedMs = 0; waitedMs < 30_000 && isAlive(pid); waitedMs += 20) await sleepFor(20);
}

async function answers(server: Server): Promise<boolean> {
  const client = postgres(urlOf(server, 'postgres'), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
