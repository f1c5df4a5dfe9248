import { and, arrayOverlaps, asc, desc, eq, gte, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { boolean, date, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Day } from '../src/shared/day.ts';
import type { Db } from './client.ts';

export interface PostalAddress {
  label?: string | undefined;
  lines: string[];
}

/** One office-holder with contact data. */
export const officials = pgTable('officials', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  office: text().notNull(),
  jurisdiction: text(),
  party: text(),
  /** The last day in office, when it is known; shown nowhere after it. */
  termEndsDay: date('term_ends_day', { mode: 'string' }),
  addresses: jsonb().$type<PostalAddress[]>().notNull().default([]),
  phones: text().array().notNull().default([]),
  formUrl: text('form_url'),
  email: text(),
  categories: text().array().notNull().default([]),
  /** Where these facts come from. */
  source: text().notNull(),
  asOfDay: date('as_of_day', { mode: 'string' }).notNull(),
  /** False once the configuration no longer names them. */
  active: boolean().notNull().default(true),
});

export type Official = typeof officials.$inferSelect;
export type NewOfficial = Omit<Official, 'id'>;

/** Write officials by their slugs: new ones are added, known ones rewritten. */
export async function upsertOfficials(db: Db, rows: NewOfficial[]): Promise<void> {
  for (const row of rows)
    await db.insert(officials).values(row).onConflictDoUpdate({ target: officials.slug, set: row });
}

/** Put every official out of action but those with these slugs. */
export async function markOfficialsInactive(db: Db, { except }: { except: string[] }): Promise<void> {
  await db
    .update(officials)
    .set({ active: false })
    .where(and(eq(officials.active, true), notInArray(officials.slug, except)));
}

/**
 * Officials in office on a day who answer for any of the categories, those for more of them first.
 *
 * Shape: officials without categories answer for all, and come last.
 */
export async function listOfficialsFor(
  db: Db,
  { categories, day, limit }: { categories: string[]; day: Day; limit: number },
): Promise<Official[]> {
  const general = eq(sql`cardinality(${officials.categories})`, 0);
  const answers =
    categories.length > 0 ? or(arrayOverlaps(officials.categories, categories), general) : general;
  return db
    .select()
    .from(officials)
    .where(and(inOffice(day), answers))
    .orderBy(desc(sharedCount(categories)), asc(officials.office), asc(officials.name), asc(officials.slug))
    .limit(limit);
}

/** Everybody in office on a day, by office and name. */
export async function listOfficials(
  db: Db,
  { day, limit }: { day: Day; limit: number },
): Promise<Official[]> {
  return db
    .select()
    .from(officials)
    .where(inOffice(day))
    .orderBy(asc(officials.office), asc(officials.name), asc(officials.slug))
    .limit(limit);
}

/** Those of the named officials who are in office on a day, by slug. */
export async function listOfficialsBySlug(db: Db, slugs: string[], day: Day): Promise<Official[]> {
  if (slugs.length === 0) return [];
  return db
    .select()
    .from(officials)
    .where(and(inOffice(day), inArray(officials.slug, slugs)))
    .orderBy(asc(officials.slug))
    .limit(slugs.length);
}

/** The named officials, in office or not, by slug. */
export async function listOfficialsNamed(db: Db, slugs: string[]): Promise<Official[]> {
  if (slugs.length === 0) return [];
  return db
    .select()
    .from(officials)
    .where(inArray(officials.slug, slugs))
    .orderBy(asc(officials.slug))
    .limit(slugs.length);
}

function inOffice(day: Day) {
  return and(eq(officials.active, true), or(isNull(officials.termEndsDay), gte(officials.termEndsDay, day)));
}

/** How many of the categories an official answers for. */
function sharedCount(categories: string[]) {
  const wanted = sql.param(categories, officials.categories);
  return sql`cardinality(array(select unnest(${officials.categories}) intersect select unnest(${wanted}::text[])))`;
}
