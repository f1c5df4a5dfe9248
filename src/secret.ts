import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from './shared/env.ts';
import { ConfigError } from './shared/errors.ts';

/**
 * The secret that signs links: from the environment, else from the data directory, where one is created at the first
 * start. Without it every link that was mailed is dead, so it must be kept with the backups.
 *
 * Errors: ConfigError when the data directory cannot be written.
 */
export async function readSecret(env: Env, dataDir: string): Promise<string> {
  if (env.BROADSIDE_SECRET) return env.BROADSIDE_SECRET;
  const file = join(dataDir, 'secret');
  try {
    await mkdir(dataDir, { recursive: true });
    // Several processes may start at once: only one creates the file, all read it.
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
      unlessThere,
    );
    return await readFile(file, 'utf8');
  } catch (error) {
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

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
