import { eq, sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** Facts about this database: one row each. */
export const facts = pgTable('facts', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/** Write a fact unless it is there; returns what stands there now. */
export async function insertFact(db: Db, name: string, value: string): Promise<string> {
  await db.insert(facts).values({ name, value }).onConflictDoNothing();
  const [row] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, name));
  return row?.value ?? value;
}

/** What stands there; undefined when it was never written. */
export async function findFact(db: Db, name: string): Promise<string | undefined> {
  const [row] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, name));
  return row?.value;
}

/** Write a fact, whatever stood there. */
export async function upsertFact(db: Db, name: string, value: string): Promise<void> {
  await db.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } });
}

/** What tells this database from a copy of it that was put back elsewhere, or anew in the same place, or rolled back. */
export interface DatabaseIdentity {
  /** Of the cluster, of the database in it, and of a table: each is another one after its restore. */
  place: string;
  /** Raised when a standby takes over, and when a cluster is brought back to an earlier moment. */
  timeline: number;
}

export async function identifyDatabase(db: Db): Promise<DatabaseIdentity> {
  const [row] = await db.execute<{ cluster: string; oid: string; timeline: number }>(sql`
    select (select system_identifier::text from pg_control_system()) as cluster,
      (select timeline_id from pg_control_checkpoint()) as timeline,
      (select oid::text from pg_database where datname = current_database()) || '/' || 'facts'::regclass::oid as oid`);
  return { place: `${row?.cluster}/${row?.oid}`, timeline: row?.timeline ?? 0 };
}

/** Written each minute by who goes on with deliveries. */
export const ALIVE = 'alive';

/** When something last happened that a database keeps: an edition, a run, a call, a sign of life. */
export async function findLastSign(db: Db): Promise<Date | undefined> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select greatest((select max(composed_at) from editions), (select max(started_at) from runs),
      (select value::timestamptz from facts where name = ${ALIVE}), (select max(first_call_at) from delivery_batches), (select max(submitted_at) from delivery_batches)) as at`);
  return row?.at ? new Date(row.at) : undefined;
}
