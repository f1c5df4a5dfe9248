import { eq, sql, type SQL } from 'drizzle-orm';
import { countOutcomes } from './delivery-read.ts';
import type { Db } from './client.ts';
import { editionTallies } from './edition-tally.ts';
import { editions } from './edition.ts';
import { PLANNING_LOCK } from './lock.ts';

/** The part of `delivery_rows` that holds one edition's rows: named by who knows the edition, it spares a search among all. */
export function rowsOf(editionId: string): SQL {
  return sql.raw(partitionOf(editionId));
}

const PREFIX = 'delivery_rows_';

function partitionOf(editionId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(editionId)) throw new Error('not an edition');
  return `"${PREFIX}${editionId.replaceAll('-', '')}"`;
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
    // By a query, which sees what another process has just done; a look-up by name may be of before.
    sql`select exists (select 1 from pg_class where relname = ${partitionOf(editionId).replaceAll('"', '')}) as there`,
  );
  return row?.there === true;
}

/**
 * Drop the rows of editions from before a day, and keep what became of them in numbers; what is open of them is skipped, for
 * nobody wants it any more. Rows of editions that are there no more go too. Safe to repeat, and for several processes.
 *
 * Shape: returns how many editions' rows were dropped.
 */
export async function dropOldPartitions(db: Db, before: string): Promise<number> {
  // Compared as text: the database may look at other names before it knows that they are none of ours.
  const old = await db.execute<{ id: string }>(sql`
    select substring(c.relname from ${PREFIX.length + 1}::int) as id
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    left join ${editions} e on replace(e.id::text, '-', '') = substring(c.relname from ${PREFIX.length + 1}::int)
    where i.inhparent = 'delivery_rows'::regclass and (e.id is null or e.day < ${before})`);
  for (const { id: hex } of old) {
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
      if (!(await hasPartition(tx, id))) return;
      await tx.execute(sql`
        update delivery_batches set state = 'skipped', code = 'edition.stale', reason = null, members = null
        where edition_id = ${id} and state in ('planned', 'claimed')`);
      const outcomes = await countOutcomes(tx, id);
      const isThere = await tx.select({ id: editions.id }).from(editions).where(eq(editions.id, id));
      if (isThere.length > 0)
        await tx
          .insert(editionTallies)
          .values({ editionId: id, outcomes })
          .onConflictDoUpdate({ target: editionTallies.editionId, set: { outcomes } });
      await tx.execute(sql`drop table if exists ${rowsOf(id)}`);
    });
  }
  return old.length;
}
