import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Config, Licence, SourceConfig } from '../src/shared/config.ts';
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

/**
 * Bring the rows of the sources to what the configuration names.
 *
 * Shape: new ones are added, changed ones updated, those no longer named become inactive and keep their articles, those
 * named again become active and due. Rows that already say so are not written.
 */
export async function syncSources(db: Db, config: Pick<Config, 'sources'>): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.select(sourceColumns).from(sources).orderBy(asc(sources.url));
    const known = new Map(rows.map((row) => [row.url, row]));
    const fresh = config.sources.filter(({ url }) => !known.has(url)).map(rowOf);
    for (let i = 0; i < fresh.length; i += 1000)
      await tx
        .insert(sources)
        .values(fresh.slice(i, i + 1000))
        .onConflictDoNothing({ target: sources.url });
    for (const source of config.sources) {
      const row = known.get(source.url);
      const change = row && changeOf(row, source);
      if (change) await tx.update(sources).set(change).where(eq(sources.id, row.id));
    }
    const named = new Set(config.sources.map(({ url }) => url));
    const gone = rows.filter((row) => row.active && !named.has(row.url)).map((row) => row.id);
    if (gone.length > 0) await tx.update(sources).set({ active: false }).where(inArray(sources.id, gone));
  });
}

/** The active sources whose turn it is, longest waiting first; all of them when `now` is left out. */
export async function listSourcesDue(
  db: Db,
  { now, limit }: { now: Date | undefined; limit: number },
): Promise<Pick<Source, 'id' | 'url' | 'title'>[]> {
  return db
    .select({ id: sources.id, url: sources.url, title: sources.title })
    .from(sources)
    .where(dueAt(now))
    .orderBy(sql`${sources.nextCheckAt} asc nulls first`, asc(sources.url))
    .limit(limit);
}

/**
 * Take a source to work on, inside a transaction that lasts as long as the work.
 *
 * Shape: undefined when another process has it, or when it is no longer due at `now` (which may be left out). A process
 * that dies gives it back at once, since its lock goes with its connection.
 */
export async function claimSource(tx: Db, id: string, now: Date | undefined): Promise<Source | undefined> {
  const [row] = await tx
    .select(sourceColumns)
    .from(sources)
    .where(and(eq(sources.id, id), dueAt(now)))
    .for('no key update', { skipLocked: true });
  return row;
}

/** Write down how a source answered. */
export async function markSource(
  db: Db,
  id: string,
  outcome: Partial<Omit<Source, 'id' | 'url' | 'licence' | 'categories' | 'active'>>,
): Promise<void> {
  await db.update(sources).set(outcome).where(eq(sources.id, id));
}

const sourceColumns = {
  id: sources.id,
  url: sources.url,
  title: sources.title,
  titleConfigured: sources.titleConfigured,
  homeUrl: sources.homeUrl,
  licence: sources.licence,
  categories: sources.categories,
  active: sources.active,
  etag: sources.etag,
  lastModified: sources.lastModified,
  bodyHash: sources.bodyHash,
  checkedAt: sources.checkedAt,
  succeededAt: sources.succeededAt,
  nextCheckAt: sources.nextCheckAt,
  failureCount: sources.failureCount,
  errorCode: sources.errorCode,
  errorReason: sources.errorReason,
  createdAt: sources.createdAt,
};

function dueAt(now: Date | undefined) {
  const due = now && or(isNull(sources.nextCheckAt), lte(sources.nextCheckAt, now));
  return and(eq(sources.active, true), due);
}

function rowOf(source: SourceConfig): typeof sources.$inferInsert {
  const { url, title, licence, categories } = source;
  return {
    url,
    title: title ?? addressInWords(url),
    titleConfigured: title !== undefined,
    licence,
    categories,
  };
}

/** What a source is called until its feed has said its title: its address without scheme and query. */
function addressInWords(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/$/, '');
}

function changeOf(row: Source, source: SourceConfig): Partial<Source> | undefined {
  const change: Partial<Source> = {};
  if (!row.active) Object.assign(change, { active: true, nextCheckAt: null });
  if (row.licence !== source.licence) change.licence = source.licence;
  if (row.categories.join() !== source.categories.join()) change.categories = source.categories;
  if (source.title !== undefined && source.title !== row.title) change.title = source.title;
  if (row.titleConfigured !== (source.title !== undefined)) change.titleConfigured = !row.titleConfigured;
  // The feed's own title is learned when it is read again in full.
  if (change.titleConfigured === false)
    Object.assign(change, { etag: null, lastModified: null, bodyHash: null });
  return Object.keys(change).length > 0 ? change : undefined;
}
