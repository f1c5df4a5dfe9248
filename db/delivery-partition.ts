import { lt, sql, type SQL } from 'drizzle-orm';
import { countOutcomes } from './delivery-read.ts';
import type { Db } from './client.ts';
import { editionTallies } from './edition-tally.ts';
import { editions } from './edition.ts';

/** The part of `delivery_rows` that holds one edition's rows: named by who knows the edition, it spares a search among all. */
export function rowsOf(editionId: string): SQL {
  return sql.raw(partitionOf(editionId));
}

function partitionOf(editionId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(editionId)) throw new Error('not an edition');
  return `"delivery_rows_${editionId.replaceAll('-', '')}"`;
}

/**
 * Make the place for an edition's rows, unless it is there. Call it inside a transaction that holds the planning lock.
 *
 * Shape: attached rather than made as a part, since that lets others read and write meanwhile.
 */
export async function ensurePartition(tx: Db, editionId: string): Promise<void> {
  if (await hasPartition(tx, editionId)) return;
  await tx.execute(sql`create table ${rowsOf(editionId)} (like delivery_rows including all)`);
  await tx.execute(
    sql`alter table delivery_rows attach partition ${rowsOf(editionId)} for values in (${sql.raw(`'${editionId}'`)})`,
  );
}

/** Whether an edition's rows are there: it was planned, and not dropped since. */
export async function hasPartition(db: Db, editionId: string): Promise<boolean> {
  const [row] = await db.execute<{ there: boolean }>(
    sql`select to_regclass(${`public.${partitionOf(editionId)}`}) is not null as there`,
  );
  return row?.there === true;
}

/**
 * Drop the rows of editions from before a day, and keep what became of them in numbers. Safe to repeat.
 *
 * Shape: returns how many editions' rows were dropped.
 */
export async function dropOldPartitions(db: Db, before: string): Promise<number> {
  const old = await db
    .select({ id: editions.id })
    .from(editions)
    .where(lt(editions.day, before))
    .limit(10_000);
  const parts = await db.execute<{ name: string }>(
    sql`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'delivery_rows'::regclass`,
  );
  const there = new Set(parts.map(({ name }) => name.replaceAll('"', '')));
  const due = old.filter(({ id }) => there.has(partitionOf(id).replaceAll('"', '')));
  for (const { id } of due)
    await db.transaction(async (tx) => {
      const outcomes = await countOutcomes(tx, id);
      await tx
        .insert(editionTallies)
        .values({ editionId: id, outcomes })
        .onConflictDoUpdate({ target: editionTallies.editionId, set: { outcomes } });
      await tx.execute(sql`drop table ${rowsOf(id)}`);
    });
  return due.length;
}
