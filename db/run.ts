import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

export type Stage = 'collect' | 'comment' | 'compose' | 'deliver';

/** One run of one stage: when, how it ended, what it reported. A run that was killed has no end. */
export const runs = pgTable(
  'runs',
  {
    id: uuid().primaryKey().defaultRandom(),
    stage: text().$type<Stage>().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    report: jsonb(),
    code: text(),
    reason: text(),
  },
  (table) => [index('runs_stage').on(table.stage, table.startedAt.desc())],
);

export type Run = typeof runs.$inferSelect;

/** Note that a stage begins; returns the run's id. */
export async function insertRun(db: Db, run: { stage: Stage; startedAt: Date }): Promise<string> {
  const id = randomUUID();
  await db.insert(runs).values({ id, ...run });
  return id;
}

/** Note how a stage ended. */
export async function markRunEnded(
  db: Db,
  id: string,
  end: { endedAt: Date; report: unknown; code: string | null; reason: string | null },
): Promise<void> {
  await db.update(runs).set(end).where(eq(runs.id, id));
}

/** The latest runs of a stage, newest first. */
export async function listRuns(db: Db, stage: Stage, { limit }: { limit: number }): Promise<Run[]> {
  return db.select().from(runs).where(eq(runs.stage, stage)).orderBy(desc(runs.startedAt)).limit(limit);
}
