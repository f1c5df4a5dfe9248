import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { AppError } from '../src/shared/errors.ts';
import { sleepFor } from '../src/shared/retry.ts';

/**
 * Do something while no other process of this machine does it.
 *
 * The lock is a file with the holder's process id; one whose holder is dead is taken over.
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

/** Whether a process of that id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function acquire(file: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    if (await create(file)) return;
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder > 0 && (!isAlive(holder) || holder === process.pid)) await takeAway(file, holder);
    else await sleepFor(50);
  }
  throw new AppError(
    'conflict',
    'database.locked',
    `Another process has held ${file} for a minute; end it or remove the file.`,
  );
}

async function create(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is atomic, so of several that saw the dead holder only one removes its file. */
async function takeAway(file: string, holder: number): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  const moved = Number(await readFile(aside, 'utf8').catch(() => String(holder)));
  if (moved !== holder) await writeFile(file, String(moved), { flag: 'wx' }).catch(() => {});
  await rm(aside, { force: true });
}
