import { execFile, spawnSync } from 'node:child_process';
import { existsSync, lchownSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../src/shared/errors.ts';

/** How to run PostgreSQL, which refuses to run as root. */
export interface Runner {
  /** The command and its arguments, with whatever must stand before them. */
  command(file: string, args: string[]): [string, string[]];
  /** For `spawn`. */
  identity: { uid?: number; gid?: number };
}

/**
 * Find a way to run the server on these paths.
 *
 * Anybody but root runs it as themselves. Root runs it as the system user `postgres`, created when absent; where that
 * user could not reach the paths (a home of root's, a private temporary folder), in a user namespace in which root has
 * another number, so that nothing has to be opened to others.
 * Errors: ConfigError when neither is possible.
 */
export function findRunner(paths: string[]): Runner {
  if (process.getuid?.() !== 0) return { command: (file, args) => [file, args], identity: {} };
  if (paths.every(isReachable)) {
    const user = findUser('postgres') ?? createUser('postgres');
    if (user) return { command: (file, args) => [file, args], identity: user };
  }
  const mapped = findUser('nobody') ?? findUser('daemon');
  const map = mapped && ['--user', `--map-user=${mapped.uid}`, `--map-group=${mapped.gid}`, '--'];
  if (map && spawnSync('unshare', [...map, 'true']).status === 0)
    return { command: (file, args) => ['unshare', [...map, file, ...args]], identity: {} };
  throw new ConfigError([
    {
      path: 'DATABASE_URL',
      problem: `is not set, PostgreSQL cannot run as root, and no other account can reach ${paths.join(' and ')}`,
      remedy:
        'Set it to a PostgreSQL of yours, run this as an ordinary user, or move the project to a folder that others may enter.',
    },
  ]);
}

/** Make a file, or a folder with all in it, belong to whoever runs the server. */
export function giveTo(runner: Runner, path: string): void {
  if (process.getuid?.() !== 0 || !existsSync(path)) return;
  const { uid = 0, gid = 0 } = runner.identity;
  if (statSync(path).uid === uid) return;
  const within = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [];
  for (const name of within) lchownSync(join(path, String(name)), uid, gid);
  // Last, so that a kill on the way is made good by the next start.
  lchownSync(path, uid, gid);
}

/**
 * Run a command to its end.
 *
 * Errors: with what it wrote to standard error.
 */
export async function runToEnd(runner: Runner, file: string, args: string[]): Promise<void> {
  const [command, allArgs] = runner.command(file, args);
  const run = promisify(execFile);
  try {
    await run(command, allArgs, { ...runner.identity, cwd: '/' });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error((stderr || message).trim().split('\n').slice(-3).join(' / '), { cause: error });
  }
}

/** Whether somebody who owns nothing here could get to the path: every folder above it lets others pass. */
function isReachable(path: string): boolean {
  const EXECUTE_BY_OTHERS = 0o001;
  for (let at = realPath(dirname(path)); ; at = dirname(at)) {
    if ((statSync(at).mode & EXECUTE_BY_OTHERS) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** The folder that a path leads to, or the nearest one above it that is there. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : realPath(dirname(path));
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createUser(name: string): { uid: number; gid: number } | undefined {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return findUser(name);
}
