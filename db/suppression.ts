import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/**
 * Why nothing more is sent to an address: it `bounced` for good, its mails bounced for a while too often (`bounces`), its
 * owner `complained`, the `provider` refuses it, or a `person` of the newsroom said so.
 */
export type SuppressionCause = 'bounced' | 'bounces' | 'complained' | 'provider' | 'person';

/**
 * Addresses to which nothing is sent, each by its HMAC: kept when a subscriber is erased, and worth nothing to who reads it.
 */
export const suppressions = pgTable(
  'suppressions',
  {
    /** `addressKey` of the address. */
    addressKey: text('address_key').notNull(),
    cause: text().$type<SuppressionCause>().notNull(),
    /** When it happened first, as the provider tells it. */
    at: timestamp({ withTimezone: true }).notNull(),
    /** What a person said of it. */
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.addressKey, table.cause] }),
    index('suppressions_at').on(table.at),
  ],
);

export type Suppression = typeof suppressions.$inferSelect;

/** Whether nothing may be sent to an address, given the column of its key; for a query. */
export const isSuppressed = (key: PgColumn | SQL): SQL =>
  sql`exists (select 1 from ${suppressions} where ${suppressions.addressKey} = ${key})`;

/** Send nothing more to an address; said twice it stands once, with the earlier time. */
export async function upsertSuppression(
  db: Db,
  { addressKey, cause, at, note = null }: Omit<Suppression, 'note'> & { note?: string | null },
): Promise<void> {
  await db
    .insert(suppressions)
    .values({ addressKey, cause, at, note })
    .onConflictDoUpdate({
      target: [suppressions.addressKey, suppressions.cause],
      set: { at: sql`least(${suppressions.at}, excluded.at)` },
    });
}

/** Let one cause stand as it does now: since then, or not at all. */
export async function replaceSuppression(
  db: Db,
  { addressKey, cause, at }: Pick<Suppression, 'addressKey' | 'cause'> & { at: Date | undefined },
): Promise<void> {
  if (at === undefined) return void (await deleteSuppression(db, addressKey, cause));
  await db
    .insert(suppressions)
    .values({ addressKey, cause, at })
    .onConflictDoUpdate({ target: [suppressions.addressKey, suppressions.cause], set: { at } });
}

/** Let one at a time, until its transaction ends, judge what is known of an address. */
export async function claimAddress(tx: Db, addressKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${addressKey}, 0))`);
}

/** Take back why nothing is sent to an address: one cause, or all. Returns what was taken back. */
export async function deleteSuppression(
  db: Db,
  addressKey: string,
  cause?: SuppressionCause,
): Promise<Suppression[]> {
  const of = eq(suppressions.addressKey, addressKey);
  return db
    .delete(suppressions)
    .where(cause === undefined ? of : and(of, eq(suppressions.cause, cause)))
    .returning();
}

/** Every cause for which nothing is sent to an address, the earliest first. */
export async function listSuppressions(db: Db, addressKey: string): Promise<Suppression[]> {
  return db
    .select()
    .from(suppressions)
    .where(eq(suppressions.addressKey, addressKey))
    .orderBy(suppressions.at, suppressions.cause)
    .limit(10);
}

/** The suppressions of all addresses, the newest first. */
export async function listRecentSuppressions(db: Db, { limit }: { limit: number }): Promise<Suppression[]> {
  return db
    .select()
    .from(suppressions)
    .orderBy(desc(suppressions.at), suppressions.addressKey, suppressions.cause)
    .limit(limit);
}
