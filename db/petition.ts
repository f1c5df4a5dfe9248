import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Config, PetitionConfig } from '../src/shared/config.ts';
import { addDays, instantOf } from '../src/shared/day.ts';
import type { Db } from './client.ts';

/** What a reader can sign. */
export const petitions = pgTable('petitions', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  /** Markdown. */
  text: text().notNull(),
  target: text().notNull(),
  goal: integer().notNull(),
  categories: text().array().notNull().default([]),
  opensAt: timestamp('opens_at', { withTimezone: true }),
  closesAt: timestamp('closes_at', { withTimezone: true }),
  /** False once the configuration no longer names it. Its signatures stay. */
  active: boolean().notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export type Petition = typeof petitions.$inferSelect;

/**
 * Make the table say what the configuration says: new petitions are added, known ones rewritten by slug, and those that
 * it no longer names put out of action. Safe to run at any time, by any number of processes.
 *
 * Units: a closing day ends with its last millisecond in the newsroom's zone.
 */
export async function syncPetitions(db: Db, config: Config): Promise<void> {
  const rows = config.petitions
    .map((petition) => rowOf(petition, config.newsroom.timezone))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  await db.transaction(async (tx) => {
    for (const row of rows)
      await tx.insert(petitions).values(row).onConflictDoUpdate({ target: petitions.slug, set: row });
    const slugs = rows.map(({ slug }) => slug);
    await tx
      .update(petitions)
      .set({ active: false })
      .where(and(eq(petitions.active, true), notInArray(petitions.slug, slugs)));
  });
}

/** One petition by its slug, in action or not. */
export async function findPetitionBySlug(db: Db, slug: string): Promise<Petition | undefined> {
  const [row] = await db.select().from(petitions).where(eq(petitions.slug, slug));
  return row;
}

/** One petition by its id, in action or not. */
export async function findPetitionById(db: Db, id: string): Promise<Petition | undefined> {
  const [row] = await db.select().from(petitions).where(eq(petitions.id, id));
  return row;
}

/** The petitions that the configuration names, by title. */
export async function listActivePetitions(db: Db, { limit }: { limit: number }): Promise<Petition[]> {
  return db
    .select()
    .from(petitions)
    .where(eq(petitions.active, true))
    .orderBy(asc(sql`lower(${petitions.title})`), asc(petitions.slug))
    .limit(limit);
}

function rowOf(petition: PetitionConfig, timezone: string) {
  const { slug, title, text, target, goal, categories } = petition;
  return {
    slug,
    title,
    text,
    target,
    goal,
    categories,
    active: true,
    opensAt: petition.opensAt === undefined ? null : openingOf(petition.opensAt, timezone),
    closesAt: petition.closesAt === undefined ? null : closingOf(petition.closesAt, timezone),
  };
}

function openingOf(moment: string, timezone: string): Date {
  const [day = '', time = '00:00'] = moment.split('T');
  return instantOf(day, time, timezone);
}

function closingOf(moment: string, timezone: string): Date {
  const [day = '', time] = moment.split('T');
  if (time !== undefined) return instantOf(day, time, timezone);
  return new Date(instantOf(addDays(day, 1), '00:00', timezone).getTime() - 1);
}
