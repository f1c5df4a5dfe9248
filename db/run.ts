import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
