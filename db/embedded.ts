import { randomBytes } from 'node:crypto';
import { existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { AppError, ConfigError } from '../src/shared/errors.ts';
import { sleepFor } from '../src/shared/retry.ts';
import { findBinaries, type Binaries } from './embedded-binaries.ts';
import { findRunner, giveTo, runToEnd, type Runner } from './embedded-runner.ts';
import { isAlive, withFileLock } from './embedded-lock.ts';

export interface Embedded {
  /** Where the database of that name answers, password included; never to be logged. */
  url(database: string): string;
  /** Leave: the last process to leave stops the server. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** More `name=value` server settings; tests turn fsync off. */
  settings?: Record<string, string>;
}

/**
 * Start the PostgreSQL of the data directory, or join it where another process has started it already.
 *
 * It listens on a free loopback port, with a password of its own. Every process that uses it stands in `users/`; the
 * last one to leave stops it, also when an earlier one was killed.
 * Errors: ConfigError when the directory cannot be written or no account can run the server; AppError
 * `database.not_started` with the end of the server's log.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const place = placesIn(dataDir);
  await makeWritable(place);
  const server = await withFileLock(place.lock, async () => {
    const running = (await findRunning(place)) ?? (await start(place, options));
    await writeFile(join(place.users, String(process.pid)), '');
    return running;
  });
  return embedded(place, server);
}

interface Places {
  root: string;
  cluster: string;
  users: string;
  lock: string;
  log: string;
  password: string;
}

interface Server {
  pid: number;
  port: number;
  password: string;
}

function placesIn(dataDir: string): Places {
  const root = join(dataDir, 'postgres');
  const at = (name: string) => join(root, name);
  return {
    root,
    cluster: at('cluster'),
    users: at('users'),
    lock: at('lock'),
    log: at('log'),
    password: at('password'),
  };
}

function embedded(place: Places, server: Server): Embedded {
  let left = false;
  const leave = () => {
    if (left) return false;
    left = true;
    process.off('exit', leaveAtExit);
    rmSync(join(place.users, String(process.pid)), { force: true });
    return livingUsers(place) === 0;
  };
  // A process that ends by `process.exit` or a defect cannot wait, but it can still ask the server to stop.
  const leaveAtExit = () => {
    if (leave() && isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  };
  process.on('exit', leaveAtExit);
  return {
    url: (database) => urlOf(server, database),
    stop: () =>
      withFileLock(place.lock, async () => {
        if (leave()) await stopServer(server.pid);
      }),
  };
}

async function makeWritable(place: Places): Promise<void> {
  try {
    await mkdir(place.users, { recursive: true });
    await writeFile(join(place.root, '.writable'), '');
    await rm(join(place.root, '.writable'));
  } catch (error) {
    const problem = `cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${place.root}`;
    const remedy = 'Give this user the right to write there, or name another directory in BROADSIDE_DATA.';
    throw new ConfigError([{ path: 'BROADSIDE_DATA', problem, remedy }], { cause: error });
  }
}

/** The server that already runs on this directory; undefined when there is none. */
async function findRunning(place: Places): Promise<Server | undefined> {
  const pidFile = join(place.cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  const server = {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    password: await readFile(place.password, 'utf8'),
  };
  if (!server.pid || !isAlive(server.pid)) return undefined;
  if (server.port && (await answersWithin(server, 15_000))) return server;
  throw notStarted(
    `process ${server.pid} holds ${pidFile} but does not answer; end it, or remove that file if it is not PostgreSQL`,
    place,
  );
}

async function start(place: Places, options: EmbeddedOptions): Promise<Server> {
  const binaries = findBinaries();
  const runner = findRunner([place.cluster, binaries.postgres]);
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initialise(place, binaries, runner);
  giveTo(runner, place.cluster);
  const server = { pid: 0, port: await freePort(), password: await readFile(place.password, 'utf8') };
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.log, 'a');
  const [command, args] = runner.command(binaries.postgres, [
    '-D',
    place.cluster,
    '-p',
    String(server.port),
    ...flags,
  ]);
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the program must close before its database.
  const child = spawn(command, args, {
    ...runner.identity,
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
  });
  child.on('error', () => {});
  child.unref();
  server.pid = child.pid ?? 0;
  if (server.pid === 0 || !(await answersWithin(server, 30_000))) throw notStarted(logEnd(place), place);
  return server;
}

async function initialise(place: Places, binaries: Binaries, runner: Runner): Promise<void> {
  await rm(place.cluster, { recursive: true, force: true });
  await mkdir(place.cluster, { recursive: true });
  await chmod(place.cluster, 0o700);
  giveTo(runner, place.cluster);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(place.cluster, '..', 'password.new');
  await writeFile(passwordFile, password, { mode: 0o600 });
  giveTo(runner, passwordFile);
  const flags = [
    '--username=broadside',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await runToEnd(runner, binaries.initdb, ['-D', place.cluster, ...flags, ...locale]);
  } catch (error) {
    await rm(place.cluster, { recursive: true, force: true });
    throw notStarted(error instanceof Error ? error.message : String(error), place);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(place.password, password, { mode: 0o600 });
}

async function answersWithin(server: Server, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += 50) {
    if (!isAlive(server.pid)) return false;
    if (await answers(server)) return true;
    await sleepFor(50);
  }
  return false;
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

/** Fast shutdown: sessions are ended, everything committed is kept. */
async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 15_000 && isAlive(pid); waitedMs += 20) await sleepFor(20);
}

function livingUsers(place: Places): number {
  const pids = existsSync(place.users) ? readdirSync(place.users).map(Number) : [];
  const dead = pids.filter((pid) => !isAlive(pid));
  for (const pid of dead) rmSync(join(place.users, String(pid)), { force: true });
  return pids.length - dead.length;
}

function urlOf(server: Server, database: string): string {
  return `postgres://broadside:${server.password}@127.0.0.1:${server.port}/${database}`;
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

function logEnd(place: Places): string {
  if (!existsSync(place.log)) return 'it wrote no log';
  return readFileSync(place.log, 'utf8').trim().split('\n').slice(-3).join(' / ');
}

function notStarted(reason: string, place: Places): AppError {
  const sentence = `PostgreSQL could not be started in ${place.root}: ${reason}. Set DATABASE_URL to use one of your own.`;
  return new AppError('upstream', 'database.not_started', sentence);
}
