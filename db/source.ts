import { and, asc, eq, gt, isNull, lt, lte, max, min, ne, or, sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Licence } from '../src/shared/config.ts';
import type { Db } from './client.ts';

export type SourceOrigin = 'config' | 'added';

/** A feed that is collected: what the configuration says of it, and how it has been behaving. */
export const sources = pgTable(
  'sources',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** As it was given. */
    url: text().notNull().unique(),
    /** As it was given, else the feed's own. */
    title: text().notNull(),
    titleConfigured: boolean('title_configured').notNull().default(false),
    homeUrl: text('home_url'),
    licence: text().$type<Licence>().notNull(),
    categories: text().array().notNull().default([]),
    /** Who named it: the configuration, which then has the last word, or a command. */
    origin: text().$type<SourceOrigin>().notNull().default('config'),
    /** The site it is of: a registrable domain, or host and port. Sources of one outlet are one voice and one host. */
    outlet: text().notNull().default(''),
    /** In place of the program's own. */
    userAgent: text('user_agent'),
    /** Whether the pages of its articles are read. */
    pages: boolean().notNull().default(true),
    /** False once nobody names it any more. Its articles stay. */
    active: boolean().notNull().default(true),
    /** Not asked while it is set: a person wanted a pause. */
    pausedAt: timestamp('paused_at', { withTimezone: true }),
    /** Not asked any more: it said that it is gone for good. */
    stoppedAt: timestamp('stopped_at', { withTimezone: true }),
    /** Where it is fetched from since it has moved for good; null: from `url`. */
    fetchUrl: text('fetch_url'),
    /** Where it says that it has moved, since when, and how often in a row; taken once that has been stable. */
    movedTo: text('moved_to'),
    movedSince: timestamp('moved_since', { withTimezone: true }),
    movedCount: integer('moved_count').notNull().default(0),
    etag: text(),
    lastModified: text('last_modified'),
    /** SHA-256 of the last body that was read in full. */
    bodyHash: text('body_hash'),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    succeededAt: timestamp('succeeded_at', { withTimezone: true }),
    /** Not asked again before. Null: due. */
    nextCheckAt: timestamp('next_check_at', { withTimezone: true }),
    /** Its whole site asked not to be disturbed before. */
    heldUntil: timestamp('held_until', { withTimezone: true }),
    failureCount: integer('failure_count').notNull().default(0),
    /** When the first of the failures in a row was. */
    failingSince: timestamp('failing_since', { withTimezone: true }),
    errorCode: text('error_code'),
    /** The last failure in words; null after a success. */
    errorReason: text('error_reason'),
    /** When its newest article was published. */
    newestAt: timestamp('newest_at', { withTimezone: true }),
    /** How many articles a day it publishes, by the dates in its feed; null: not known yet. */
    articlesPerDay: real('articles_per_day'),
    /** The longest time between two articles of its feed, in hours; null: not known yet. */
    longestGapHours: real('longest_gap_hours'),
    /** WebSub: the hub that it offers, its topic there, and when the hub was last asked to tell us of news. */
    hubUrl: text('hub_url'),
    topicUrl: text('topic_url'),
    hubAskedAt: timestamp('hub_asked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('sources_due').on(table.active, table.nextCheckAt),
    index('sources_outlet').on(table.outlet),
  ],
);

export type Source = typeof sources.$inferSelect;

/** What decides whether a source is asked: only when it is due; whenever nobody has paused it; or all the same. */
export type Wanted = { due: Date } | { all: Date } | 'named';

/** The sources that somebody names, by title. */
export async function listActiveSources(db: Db, { limit }: { limit: number }): Promise<Source[]> {
  return db
    .select()
    .from(sources)
    .where(eq(sources.active, true))
    .orderBy(asc(sources.title), asc(sources.id))
    .limit(limit);
}

/** The sources to ask, longest waiting first. */
export async function listSourcesToAsk(
  db: Db,
  { wanted, limit }: { wanted: Wanted; limit: number },
): Promise<Pick<Source, 'id' | 'url' | 'fetchUrl' | 'title' | 'outlet'>[]> {
  const { id, url, fetchUrl, title, outlet } = sources;
  return db
    .select({ id, url, fetchUrl, title, outlet })
    .from(sources)
    .where(isWanted(wanted))
    .orderBy(sql`${sources.nextCheckAt} asc nulls first`, asc(sources.url))
    .limit(limit);
}

/**
 * Take a source to work on, inside a transaction that lasts as long as the work.
 *
 * Shape: undefined when another process has it, or when it is no longer wanted. A process that dies gives it back at
 * once, since its lock goes with its connection.
 */
export async function claimSource(tx: Db, id: string, wanted: Wanted): Promise<Source | undefined> {
  const [row] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.id, id), isWanted(wanted)))
    .for('no key update', { skipLocked: true });
  return row;
}

/** Write down how a source answered, or what a person wants of it. */
export async function markSource(
  db: Db,
  id: string,
  change: Partial<Omit<Source, 'id' | 'url' | 'createdAt'>>,
): Promise<void> {
  await db.update(sources).set(change).where(eq(sources.id, id));
}

/** Leave every source of a site alone until then. */
export async function markOutletHeld(db: Db, outlet: string, heldUntil: Date): Promise<void> {
  await db
    .update(sources)
    .set({ heldUntil })
    .where(and(eq(sources.outlet, outlet), or(isNull(sources.heldUntil), lt(sources.heldUntil, heldUntil))));
}

/** Which sites asked to be left alone for a while that is not over yet. */
export async function listHeldOutlets(db: Db, now: Date): Promise<{ url: string; heldUntil: Date }[]> {
  const heldUntil = max(sources.heldUntil);
  const rows = await db
    .select({ url: min(sources.url), heldUntil })
    .from(sources)
    .where(gt(sources.heldUntil, now))
    .groupBy(sources.outlet)
    .orderBy(asc(sources.outlet))
    .limit(HELD_MAX);
  return rows.flatMap((row) =>
    row.url && row.heldUntil ? [{ url: row.url, heldUntil: row.heldUntil }] : [],
  );
}

/** The source of exactly this address, also one that is no longer named. */
export async function findSource(db: Db, url: string): Promise<Source | undefined> {
  const [row] = await db.select().from(sources).where(eq(sources.url, url)).limit(1);
  return row;
}

/** Another source that is fetched from an address. */
export async function findOtherSourceAt(
  db: Db,
  url: string,
  id: string,
): Promise<Pick<Source, 'id' | 'title'> | undefined> {
  const [row] = await db
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(
      and(eq(sources.active, true), ne(sources.id, id), or(eq(sources.url, url), eq(sources.fetchUrl, url))),
    )
    .limit(1);
  return row;
}

/** Add a source that the configuration does not name; undefined when this address is there already. */
export async function insertSource(
  db: Db,
  source: Omit<typeof sources.$inferInsert, 'id' | 'createdAt'>,
): Promise<string | undefined> {
  const [row] = await db
    .insert(sources)
    .values(source)
    .onConflictDoNothing({ target: sources.url })
    .returning({ id: sources.id });
  return row?.id;
}

const HELD_MAX = 10_000;

function isWanted(wanted: Wanted) {
  if (wanted === 'named') return eq(sources.active, true);
  const now = 'due' in wanted ? wanted.due : wanted.all;
  const free = or(isNull(sources.heldUntil), lte(sources.heldUntil, now));
  const due = 'due' in wanted ? or(isNull(sources.nextCheckAt), lte(sources.nextCheckAt, now)) : undefined;
  return and(eq(sources.active, true), isNull(sources.pausedAt), isNull(sources.stoppedAt), free, due);
}
