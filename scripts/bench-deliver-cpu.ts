import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';

/**
 * Watch the processor time of a PostgreSQL server, all of its processes together, those that end meanwhile among them.
 *
 * Units: `usedUs` in microseconds since the watch began, as exact as the system's clock tick (10 ms); undefined where
 * there is no /proc.
 */
export async function watchPostgres(db: Db): Promise<{ usedUs: () => number | undefined }> {
  const [own] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const postmaster = statOf(own?.pid ?? 0)?.parent;
  const before = postmaster === undefined ? undefined : ticksOf(postmaster);
  return {
    usedUs() {
      if (postmaster === undefined || before === undefined) return undefined;
      return (ticksOf(postmaster) - before) * TICK_US;
    },
  };
}

/** USER_HZ is 100 on every Linux. */
const TICK_US = 10_000;

/** Of the server, of its processes that have ended, and of those that run. */
function ticksOf(postmaster: number): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const stat = statOf(pid);
    if (!stat) continue;
    if (pid === postmaster) ticks += stat.own + stat.ended;
    else if (stat.parent === postmaster) ticks += stat.own;
  }
  return ticks;
}

/** Fields 4 and 14 to 17 of `/proc/<pid>/stat`; undefined for what is gone. Source: proc_pid_stat(5). */
function statOf(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (place: number) => fields[place - 3] ?? 0;
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return undefined;
  }
}
