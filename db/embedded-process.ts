import { readFileSync } from 'node:fs';

/**
 * A name for this process that no later one bears: ids are given out again, so the time of its start is part of it.
 *
 * Shape: `<pid>-<start>`; where the system does not tell the start, 0.
 */
export function ownProcessName(): string {
  return `${process.pid}-${statOf(process.pid)?.start ?? 0}`;
}

/** Whether the process of that name, made by `ownProcessName`, still runs. What follows a second hyphen is ignored. */
export function isRunning(name: string): boolean {
  const [pid = 0, start = 0] = name.split('-').map(Number);
  if (!isAlive(pid)) return false;
  const now = statOf(pid)?.start;
  return now === undefined || !start || now === start;
}

/** Whether a process of that id runs, whoever it belongs to; one that has ended and only waits to be noticed does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/** Whether a living process of that id can be a PostgreSQL server; where the system does not tell, it can. */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (statOf(pid)?.command.startsWith('postgres') ?? true);
}

/** Source: proc_pid_stat(5); the command may hold anything, so it is read up to the last parenthesis. */
function statOf(pid: number): { command: string; state: string; start: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    const START_TIME = 22 - 3;
    return {
      command: text.slice(text.indexOf('(') + 1, end),
      state: fields[0] ?? '',
      start: Number(fields[START_TIME]),
    };
  } catch {
    return undefined;
  }
}
