import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';

/** A fingerprint of every table, so that two of them say whether any row has changed. */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
  const tables = (await db.execute(
    sql`select tablename from pg_tables where schemaname = 'public' order by tablename`,
  )) as unknown as { tablename: string }[];
  const prints: Record<string, string> = {};
  for (const { tablename } of tables) {
    const name = sql.identifier(tablename);
    const [row] = (await db.execute(
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} as t`,
    )) as unknown as { print: string }[];
    prints[tablename] = row?.print ?? '';
  }
  return prints;
}
