import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { ensurePartition, rowsOf } from '../db/delivery-partition.ts';
import { listDeliveriesTo, listEditionsFrom } from '../db/delivery-read.ts';
import { median } from './measure.ts';

/** What it takes to say what one subscriber got of the last editions. */
export interface WhoBench {
  editions: number;
  rows: number;
  /** The median and the most over `asked` subscribers, each asked once. */
  ms: number;
  msMax: number;
  asked: number;
}

const ASKED = 50;

/** Editions of today and its copies; all others are older. */
const FROM = '2000-01-01';

/** Fill the ledger with copies of the newest edition until there are so many of it, and ask for some subscribers. */
export async function benchWho(db: Db, editions: number): Promise<WhoBench> {
  const [newest] = await listEditionsFrom(db, { from: FROM, limit: 1 });
  if (!newest) throw new Error('nothing was planned');
  for (let i = 1; i < editions; i += 1) await copyEdition(db, newest.id, newest.number + i);
  await db.execute(sql`checkpoint`);
  const readers = await db.execute<{ id: string }>(
    sql`select subscriber_id as id from ${rowsOf(newest.id)} order by random() limit ${ASKED}`,
  );
  const times: number[] = [];
  for (const { id: subscriberId } of readers) {
    const from = performance.now();
    const asked = await listEditionsFrom(db, { from: FROM, limit: editions });
    const found = await listDeliveriesTo(db, { subscriberId, editionIds: asked.map(({ id }) => id) });
    times.push(performance.now() - from);
    if (found.length !== editions) throw new Error(`${found.length} of ${editions} deliveries were found`);
  }
  const [size] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from ${rowsOf(newest.id)}`,
  );
  return {
    editions,
    rows: (size?.rows ?? 0) * editions,
    ms: median(times),
    msMax: Math.max(...times),
    asked: times.length,
  };
}

/** The rows and batches of an edition once more, under an edition of their own. */
async function copyEdition(db: Db, from: string, number: number): Promise<void> {
  const id = crypto.randomUUID();
  await db.execute(sql`
    insert into editions (id, day, cadence, number, subject, composed_at, frame)
    select ${id}::uuid, date '2000-01-01' + ${number}::int, cadence, ${number}::int, subject, composed_at, frame
    from editions where id = ${from}`);
  await db.transaction((tx) => ensurePartition(tx, id));
  await db.execute(sql`
    insert into ${rowsOf(id)} (edition_id, subscriber_id, state, code, categories, had, batch, planned_at)
    select ${id}::uuid, subscriber_id, state, code, categories, had, batch, planned_at from ${rowsOf(from)}
    order by subscriber_id`);
  await db.execute(sql`
    insert into delivery_batches (edition_id, number, state, due_at, subscriber_ids, attempts, provider_ids, submitted_at)
    select ${id}::uuid, number, state, due_at, subscriber_ids, attempts, provider_ids, submitted_at
    from delivery_batches where edition_id = ${from}`);
}
