import { asc, eq } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Licence } from '../src/shared/config.ts';
import type { Db } from './client.ts';

/** A feed that is collected: what the configuration says of it, and how it has been behaving. */
export const sources = pgTable(
  'sources',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** As configured. */
    url: text().notNull().unique(),
    /** As configured, else the feed's own. */
    title: text().notNull(),
    titleConfigured: boolean('title_configured').notNull().default(false),
    homeUrl: text('home_url'),
    licence: text().$type<Licence>().notNull(),
    categories: text().array().notNull().default([]),
    /** False once the configuration no longer names it. Its articles stay. */
    active: boolean().notNull().default(true),
    etag: text(),
    lastModified: text('last_modified'),
    /** SHA-256 of the last body that was read in full. */
    bodyHash: text('body_hash'),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    succeededAt: timestamp('succeeded_at', { withTimezone: true }),
    /** Not asked again before. Null: due. */
    nextCheckAt: timestamp('next_check_at', { withTimezone: true }),
    failureCount: integer('failure_count').notNull().default(0),
    errorCode: text('error_code'),
    /** The last failure in words; null after a success. */
    errorReason: text('error_reason'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('sources_due').on(table.active, table.nextCheckAt)],
);

export type Source = typeof sources.$inferSelect;

/** The sources that the configuration names, by title. */
export async function listActiveSources(db: Db, { limit }: { limit: number }): Promise<Source[]> {
  return db
    .select()
    .from(sources)
    .where(eq(sources.active, true))
    .orderBy(asc(sources.title), asc(sources.id))
    .limit(limit);
}
