import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinaries, type Binaries } from './embedded-binaries.ts';
import { withFileLock } from './embedded-lock.ts';
import {
  logEnd,
  makeWritable,
  notStarted,
  passwordIn,
  pidFileOf,
  pidIn,
  placeIn,
  portIn,
  takeSeat,
  type Place,
  type Seat,
} from './embedded-place.ts';
import { isAlive, isPostgres } from './embedded-process.ts';
import { findRunner, giveTo, runToEnd, type Runner } from './embedded-runner.ts';
import { answersWithin, askToStop, spawnServer, stopServer, urlOf, type Server } from './embedded-server.ts';

export interface Embedded {
  /** Where the database of that name answers, password included; never to be logged. */
  url(database: string): string;
  /** Leave: the last one to leave stops the server. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** More `name=value` server settings; tests turn fsync off. */
  settings?: Record<string, string>;
}

/**
 * Start the PostgreSQL of the data directory, or join it where another process has started it already.
 *
 * It listens on a free loopback port, with a password of its own. Every process that uses it has a seat in `users/`; the
 * last one to leave stops it, also when an earlier one was killed.
 * Errors: ConfigError when the directory cannot be written or no account can run the server; AppError
 * `database.not_started` with the end of the server's log, `database.locked`.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const place = placeIn(dataDir);
  await makeWritable(place);
  const seat = takeSeat(place, () => askToStop(pidIn(place) ?? 0));
  try {
    const server = await withFileLock(
      place.lock,
      async () => (await findRunning(place)) ?? (await start(place, options)),
    );
    return { url: (database) => urlOf(server, database), stop: () => leave(place, seat) };
  } catch (error) {
    seat.leave();
    throw error;
  }
}

async function leave(place: Place, seat: Seat): Promise<void> {
  if (!existsSync(place.root)) return void seat.leave();
  await withFileLock(place.lock, async () => {
    if (seat.leave()) await stopServer(pidIn(place) ?? 0);
  });
}

/** The server that already runs on this directory; undefined when there is none, or not any more. */
async function findRunning(place: Place): Promise<Server | undefined> {
  const pid = pidIn(place);
  if (pid !== undefined && isPostgres(pid)) {
    const server = { pid, port: portIn(place), password: passwordIn(place) };
    if (await answersWithin(server, 30_000)) return server;
    if (isPostgres(pid))
      throw notStarted(
        `process ${pid} holds ${pidFileOf(place)} but does not answer; end it, or remove that file if it is another server`,
        place,
      );
  }
  // Left by a server that was killed; its id may have gone to somebody else, for whom the next server would give way.
  await rm(pidFileOf(place), { force: true });
  return undefined;
}

async function start(place: Place, options: EmbeddedOptions): Promise<Server> {
  const binaries = findBinaries();
  const runner = findRunner([place.cluster, binaries.postgres]);
  await removeUnfinished(place);
  if (!existsSync(place.cluster)) await initialise(place, binaries, runner);
  giveTo(runner, place.cluster);
  const how = {
    file: binaries.postgres,
    password: passwordIn(place),
    settings: options.settings ?? {},
  };
  // Its port may be taken between the look and the start, and the last of a killed server's sessions may still be there.
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const server = await spawnServer(runner, place, how);
    if (await answersWithin(server, 60_000)) return server;
    if (isAlive(server.pid)) break;
  }
  throw notStarted(logEnd(place), place);
}

const ATTEMPTS = 3;
const UNFINISHED = 'cluster.new-';

/** A cluster appears under its name when it is whole and its password is kept, so a kill at any moment leaves none or one. */
async function initialise(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  const name = `${UNFINISHED}${randomBytes(6).toString('hex')}`;
  const cluster = join(place.root, name);
  const passwordFile = join(place.root, `${name}.password`);
  const password = randomBytes(24).toString('base64url');
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  giveTo(runner, cluster);
  giveTo(runner, passwordFile);
  const flags = ['--username=broadside', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await runToEnd(runner, binaries.initdb, ['-D', cluster, ...flags, ...locale]);
    await writeFile(place.password, password, { mode: 0o600, flush: true });
    await rename(cluster, place.cluster);
  } catch (error) {
    throw notStarted(error instanceof Error ? error.message : String(error), place, error);
  } finally {
    await removeUnfinished(place);
  }
}

async function removeUnfinished(place: Place): Promise<void> {
  for (const name of readdirSync(place.root).filter((file) => file.startsWith(UNFINISHED)))
    await rm(join(place.root, name), { recursive: true, force: true, maxRetries: 5 });
}
