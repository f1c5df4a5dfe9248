import { eq, inArray, sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import type { DeliveryState } from './delivery.ts';
import { editions } from './edition.ts';

/** How many deliveries of an edition are in one state, for one reason. */
export interface Outcome {
  state: DeliveryState;
  code: string | null;
  reason: string | null;
  count: number;
}

/** How many mails of an edition came back, so that nobody has to count a million rows to know. */
export const editionTallies = pgTable('edition_tallies', {
  editionId: uuid('edition_id')
    .primaryKey()
    .references(() => editions.id, { onDelete: 'cascade' }),
  bounced: integer().notNull().default(0),
  complained: integer().notNull().default(0),
  /** How many of them there were when a person last let it go on in spite of them: these hold it no more. */
  bouncedForgiven: integer('bounced_forgiven').notNull().default(0),
  complainedForgiven: integer('complained_forgiven').notNull().default(0),
  /** What became of its deliveries, once their rows are dropped for their age: how many of each state and code. */
  outcomes: jsonb().$type<Outcome[]>(),
});

/** What became of an edition whose rows were dropped for their age; null where they are there. */
export async function findDropped(db: Db, editionId: string): Promise<Outcome[] | null> {
  const [tally] = await db
    .select({ outcomes: editionTallies.outcomes })
    .from(editionTallies)
    .where(eq(editionTallies.editionId, editionId));
  return tally?.outcomes ?? null;
}

export type EditionTally = typeof editionTallies.$inferSelect;

/** Count what has come back of an edition, or what is known to be otherwise; returns how it stands then. */
export async function changeTally(
  db: Db,
  editionId: string,
  { bounced, complained }: Pick<EditionTally, 'bounced' | 'complained'>,
): Promise<EditionTally | undefined> {
  const [row] = await db
    .insert(editionTallies)
    .values({ editionId, bounced, complained })
    .onConflictDoUpdate({
      target: editionTallies.editionId,
      set: {
        bounced: sql`${editionTallies.bounced} + ${bounced}`,
        complained: sql`${editionTallies.complained} + ${complained}`,
      },
    })
    .returning();
  return row;
}

/** Let some editions go on in spite of all that has come back of them by now. */
export async function forgiveTallies(db: Db, editionIds: readonly string[]): Promise<void> {
  if (editionIds.length === 0) return;
  await db
    .update(editionTallies)
    .set({ bouncedForgiven: editionTallies.bounced, complainedForgiven: editionTallies.complained })
    .where(inArray(editionTallies.editionId, [...editionIds]));
}
