import { and, eq, sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** Who keeps the schedule: of several processes only the holder starts what the clock asks for. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
});

/**
 * Take or renew a lease; true when it is ours until `until`.
 *
 * Safe for any number of processes: one conditional statement.
 */
export async function claimLease(
  db: Db,
  lease: { name: string; holder: string; now: Date; until: Date },
): Promise<boolean> {
  const { name, holder, now, until } = lease;
  const claimed = await db
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      setWhere: sql`${leases.holder} = ${holder} or ${leases.until} < ${now.toISOString()}`,
    })
    .returning({ name: leases.name });
  return claimed.length > 0;
}

/** Give a lease back, when it is still ours. */
export async function deleteLease(db: Db, lease: { name: string; holder: string }): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, lease.name), eq(leases.holder, lease.holder)));
}

/** One process at a time plans deliveries, or gives batches new numbers. Any fixed number. */
export const PLANNING_LOCK = 4_718_005;
