import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Make a folder, and those above it that are missing.
 *
 * Not Node's own recursive `mkdir`, which never comes back where a folder above says that it does not exist although it
 * does (as `/proc` and some network drives do).
 * Errors: the system's (`EACCES`, `ENOENT`, `ENOTDIR` and their like).
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) await mkdir(folder).catch(unlessThere);
}

/** Another process may make it at the same time. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
