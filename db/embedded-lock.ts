import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { link, rm, writeFile } from 'node:fs/promises';
import { AppError } from '../src/shared/errors.ts';
import { sleepFor } from '../src/shared/retry.ts';
import { isRunning, ownProcessName } from './embedded-process.ts';

/**
 * Do something while nobody else on this machine does it, in this process or another.
 *
 * The lock is a file with its holder's name, put in place whole; one whose holder has died is taken over.
 * Errors: AppError `database.locked` after a minute.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  const name = `${ownProcessName()}-${randomBytes(6).toString('hex')}`;
  const own = `${file}.${name}`;
  try {
    for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
      await writeFile(own, name);
      if (await create(own, file)) return;
      if (await takeOver(own, { file, name })) return;
      await sleepFor(50);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new AppError(
    'conflict',
    'database.locked',
    `Another process has held ${file} for a minute; end it or remove the file.`,
  );
}

async function create(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Take the lock of a holder that has died. Of several that saw it dead the last to put its name there has it: each looks
 * again after a while in which the others, who look and put without a pause, must have done so.
 *
 * Source: M. Fischer's algorithm, in L. Lamport, "A Fast Mutual Exclusion Algorithm", 1987.
 */
async function takeOver(own: string, { file, name }: { file: string; name: string }): Promise<boolean> {
  const holder = read(file);
  if (holder === undefined || isRunning(holder)) return false;
  renameSync(own, file);
  await sleepFor(200);
  return read(file) === name;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
