import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from './shared/env.ts';
import { ConfigError } from './shared/errors.ts';
import { makeFolder } from './shared/folder.ts';

/**
 * The secret that signs links: from the environment, else from the data directory, where one is created at the first
 * start. Without it every link that was mailed is dead, so it must be kept with the backups.
 *
 * Errors: ConfigError when the data directory cannot be written, or the secret in it is damaged.
 */
export async function readSecret(env: Env, dataDir: string): Promise<string> {
  if (env.BROADSIDE_SECRET) return env.BROADSIDE_SECRET;
  const file = join(dataDir, 'secret');
  try {
    await makeFolder(dataDir);
    return (await read(file)) ?? (await create(file));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError(
      [
        {
          path: 'BROADSIDE_DATA',
          problem: `cannot be used (${code}): ${dataDir}`,
          remedy: 'Give this user the right to write there, or name another directory.',
        },
      ],
      { cause: error },
    );
  }
}

async function read(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length >= SECRET_LENGTH_MIN) return secret;
  const problem = `holds less than ${SECRET_LENGTH_MIN} characters: ${file}`;
  const remedy =
    'Put the file back from a backup; without one remove it, and every link that was mailed is dead.';
  throw new ConfigError([{ path: 'BROADSIDE_SECRET', problem, remedy }]);
}

/** Several processes may start at once, and each may be killed: the file appears whole, and only once. */
async function create(file: string): Promise<string> {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    await link(own, file).catch(unlessThere);
    return await readFile(file, 'utf8');
  } finally {
    await rm(own, { force: true });
  }
}

const SECRET_LENGTH_MIN = 32;

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
