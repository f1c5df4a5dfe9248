import { and, asc, eq, sql } from 'drizzle-orm';
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { editions } from './edition.ts';

/** Where the links of an edition lead to whose clicks are counted, and how often somebody went there; never who. */
export const editionLinks = pgTable(
  'edition_links',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** Its place in the edition, from 1. */
    number: integer().notNull(),
    url: text().notNull(),
    clicks: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.number] })],
);

export type EditionLink = typeof editionLinks.$inferSelect;

/** An address of an edition and its place there, from 1. */
export type CountedLink = Pick<EditionLink, 'number' | 'url'>;

/** A link as a mail names it. */
export interface LinkPlace {
  /** The edition's number, not its id. */
  edition: number;
  number: number;
}

/** Keep where the links of an edition lead to; in the transaction that keeps the edition. */
export async function insertEditionLinks(
  db: Db,
  editionId: string,
  links: readonly CountedLink[],
): Promise<void> {
  if (links.length === 0) return;
  await db.insert(editionLinks).values(links.map(({ number, url }) => ({ editionId, number, url })));
}

/** Where a link leads to; undefined when the edition has no such link. */
export async function findEditionLink(db: Db, { edition, number }: LinkPlace): Promise<string | undefined> {
  const [link] = await db
    .select({ url: editionLinks.url })
    .from(editionLinks)
    .innerJoin(editions, eq(editions.id, editionLinks.editionId))
    .where(and(eq(editions.number, edition), eq(editionLinks.number, number)));
  return link?.url;
}

/** The same for who follows it: one click more. */
export async function markLinkFollowed(db: Db, { edition, number }: LinkPlace): Promise<string | undefined> {
  const [link] = await db
    .update(editionLinks)
    .set({ clicks: sql`${editionLinks.clicks} + 1` })
    .from(editions)
    .where(
      and(
        eq(editions.id, editionLinks.editionId),
        eq(editions.number, edition),
        eq(editionLinks.number, number),
      ),
    )
    .returning({ url: editionLinks.url });
  return link?.url;
}

/** Every counted link of an edition with its clicks, by number; an edition's size is bounded when it is composed. */
export async function listEditionLinks(db: Db, editionId: string): Promise<EditionLink[]> {
  return db
    .select()
    .from(editionLinks)
    .where(eq(editionLinks.editionId, editionId))
    .orderBy(asc(editionLinks.number));
}
