import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError, ConfigError } from '../src/shared/errors.ts';
import { isRunning, ownProcessName } from './embedded-process.ts';

/** Where the parts of an embedded PostgreSQL lie. */
export interface Place {
  root: string;
  cluster: string;
  /** One file per process that uses the server. */
  users: string;
  lock: string;
  log: string;
  password: string;
}

/** Absolute, whatever the working directory of those who use it. */
export function placeIn(dataDir: string): Place {
  const root = resolve(dataDir, 'postgres');
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

/**
 * Make the folders.
 *
 * Errors: ConfigError when the directory cannot be written.
 */
export async function makeWritable(place: Place): Promise<void> {
  const probe = join(place.root, `.writable-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(place.users, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const problem = `cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${place.root}`;
    const remedy = 'Give this user the right to write there, or name another directory in BROADSIDE_DATA.';
    throw new ConfigError([{ path: 'BROADSIDE_DATA', problem, remedy }], { cause: error });
  }
}

/** A user's place at the server. */
export interface Seat {
  /** True for the last one to leave; false when others are left, and at a second call. */
  leave(): boolean;
}

/**
 * Note that this process uses the server, before it is looked for: whoever leaves meanwhile lets it run.
 *
 * A process that ends without leaving cannot wait any more, but it still calls `whenLast` if nobody is left.
 */
export function takeSeat(place: Place, whenLast: () => void): Seat {
  const file = join(place.users, `${ownProcessName()}-${randomBytes(6).toString('hex')}`);
  let left = false;
  const leave = () => {
    if (left) return false;
    left = true;
    process.off('exit', leaveAtExit);
    rmSync(file, { force: true });
    return !isUsed(place);
  };
  const leaveAtExit = () => {
    if (leave()) whenLast();
  };
  writeFileSync(file, '');
  process.on('exit', leaveAtExit);
  return { leave };
}

/** The process id that the server's own file names; undefined when there is none. */
export function pidIn(place: Place): number | undefined {
  const pid = Number(linesOfPidFile(place)[0]);
  return pid > 0 ? pid : undefined;
}

/** The port that the server's own file names. */
export function portIn(place: Place): number {
  return Number(linesOfPidFile(place)[3] ?? 0);
}

/** The server's own file; it must not name a process that is something else by now, or no server starts. */
export const pidFileOf = (place: Place) => join(place.cluster, 'postmaster.pid');

/**
 * The password of the server's only account.
 *
 * Errors: AppError `database.not_started` when its file is gone.
 */
export function passwordIn(place: Place): string {
  try {
    return readFileSync(place.password, 'utf8');
  } catch (error) {
    const reason = `its password in ${place.password} cannot be read; put the file back from a backup`;
    throw notStarted(reason, place, error);
  }
}

/** The end of the server's log, as part of a sentence. */
export function logEnd(place: Place): string {
  if (!existsSync(place.log)) return 'it wrote no log';
  return readFileSync(place.log, 'utf8').trim().split('\n').slice(-3).join(' / ');
}

export function notStarted(reason: string, place: Place, cause?: unknown): AppError {
  const sentence = `PostgreSQL could not be started in ${place.root}: ${reason}. Set DATABASE_URL to use one of your own.`;
  return new AppError('upstream', 'database.not_started', sentence, { cause });
}

function isUsed(place: Place): boolean {
  const names = existsSync(place.users) ? readdirSync(place.users) : [];
  const dead = names.filter((name) => !isRunning(name));
  for (const name of dead) rmSync(join(place.users, name), { force: true });
  return dead.length < names.length;
}

function linesOfPidFile(place: Place): string[] {
  try {
    return readFileSync(pidFileOf(place), 'utf8').split('\n');
  } catch {
    return [];
  }
}
