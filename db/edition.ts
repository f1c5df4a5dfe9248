import { and, asc, count, desc, eq, gte, isNull, max, or } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Authorship } from '../src/shared/authorship.ts';
import { notFound } from '../src/shared/errors.ts';
import { articles } from './article.ts';
import type { Db } from './client.ts';
import type { SectionKind } from './commentary-section.ts';

/** What a story says in an edition, frozen when it was composed. */
export interface StorySnapshot {
  title: string;
  slug: string;
  sourceTitle: string;
  sourceUrl: string;
  publishedAt: string;
  language: string | null;
  kind: 'text' | 'video' | 'audio';
  /** What the source's licence lets us show; empty for `link`. */
  excerpt: string;
  opinion: string | null;
  action: string | null;
  /** What can be done, each with what it leads to in the registry. */
  todos: { text: string; link: string | null }[];
  /** Who made what it says; a part that it does not have is null. */
  by: Record<SectionKind, Authorship | null>;
  /** Why it has neither opinion nor action, in words for readers. */
  absence: string | null;
  petition: { id: string; slug: string; title: string; goal: number; signed: number } | null;
  related: { title: string; slug: string; sourceTitle: string }[];
  /** What it continues: the story as it stood in an edition of the last seven days. */
  update?: { title: string; slug: string; day: string } | null;
}

/** Something in an edition's mails that keeps it from being sent. */
export interface EditionFault {
  /** What was looked at, in one word: `size`, `placeholders`, `links`, `headers`, `text`, … */
  check: string;
  /** Where: a form of the mail, a category, a story, a header. */
  where: string;
  /** What is wrong, and what to do. */
  problem: string;
}

/** What the mails of one day, or of one week, are put together from; frozen. */
export const editions = pgTable(
  'editions',
  {
    id: uuid().primaryKey().defaultRandom(),
    day: date({ mode: 'string' }).notNull(),
    cadence: text().$type<'daily' | 'weekly'>().notNull().default('daily'),
    /** Counts up from 1 over the newsroom's life. */
    number: integer().notNull().unique(),
    subject: text().notNull(),
    composedAt: timestamp('composed_at', { withTimezone: true }).notNull(),
    /** Everything but its stories that a mail's bytes depend on. */
    frame: jsonb().$type<EditionFrame>().notNull(),
    /** Since when it is held back; null while it may go out. */
    heldAt: timestamp('held_at', { withTimezone: true }),
    heldReason: text('held_reason'),
    /** Who holds it: what is put right lets go of what the lint holds, and of nothing else. */
    heldBy: text('held_by').$type<'lint' | 'person' | 'rates'>(),
    /** What was found in it when it was composed, and before its first mail went out. */
    faults: jsonb().$type<EditionFault[]>().notNull().default([]),
  },
  (table) => [unique('editions_day').on(table.day, table.cadence)],
);

export interface EditionFrame {
  /** What marks a place for a reader's own link or number in the fragments. */
  nonce: string;
  from: string;
  replyTo: string | null;
  siteUrl: string;
  listId: string;
  bytesMax: number;
  /** Slugs with their names, in the newsroom's order; only those with a story. */
  categories: { slug: string; name: string; color: { light: string; dark: string } }[];
}

/** One story under one heading. A story in two categories has two rows and the same snapshot. */
export const editionStories = pgTable(
  'edition_stories',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    /** Order within its category, from 0. */
    position: integer().notNull(),
    /** Higher stands higher; what is turned to brief first has the lowest. */
    score: real().notNull(),
    /** What the score is the sum of, by name; null in editions from before it was kept. */
    parts: jsonb().$type<Record<string, number>>(),
    snapshot: jsonb().$type<StorySnapshot>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.category, table.articleId] }),
    index('edition_stories_article').on(table.articleId),
  ],
);

/** A piece of the rendered edition: see `src/compose/fragments.ts`. */
export const editionFragments = pgTable(
  'edition_fragments',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** `head`, `foot`, `contents:<category>`, `open:<category>`, `story:<category>:<article>`, `close:<category>` and their like. */
    key: text().notNull(),
    form: text().$type<'full' | 'brief'>().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** Of the HTML in UTF-8, before links are filled in. */
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.key, table.form] })],
);

export type Edition = typeof editions.$inferSelect;
export type EditionStory = typeof editionStories.$inferSelect;
export type EditionFragment = typeof editionFragments.$inferSelect;

/** What is held for its contents is shown nowhere; where only its sending is held, the site goes on showing it. */
export const isShown = or(isNull(editions.heldAt), eq(editions.heldBy, 'rates'));

/** Whether an edition is held for its contents. */
export const isHidden = ({ heldAt, heldBy }: Pick<Edition, 'heldAt' | 'heldBy'>): boolean =>
  heldAt !== null && heldBy !== 'rates';

/** The edition of a day; undefined when none was composed. */
export async function findEdition(
  db: Db,
  day: string,
  cadence: 'daily' | 'weekly' = 'daily',
): Promise<Edition | undefined> {
  const [edition] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.day, day), eq(editions.cadence, cadence)));
  return edition;
}

/** The newest daily edition that is not held back: what the site opens with. */
export async function findFrontEdition(db: Db): Promise<Edition | undefined> {
  const [edition] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.cadence, 'daily'), isShown))
    .orderBy(desc(editions.day))
    .limit(1);
  return edition;
}

/** The newest edition, held back or not; undefined before the first. */
export async function findLatestEdition(db: Db): Promise<Edition | undefined> {
  const [edition] = await listEditions(db, { limit: 1, held: true });
  return edition;
}

/** Editions, newest first; those that are held back only when they are asked for too. */
export async function listEditions(
  db: Db,
  page: { limit: number; offset?: number; held?: boolean },
): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(page.held ? undefined : isShown)
    .orderBy(desc(editions.day), desc(editions.number))
    .limit(page.limit)
    .offset(page.offset ?? 0);
}

/** The editions in which an article stands, newest first. */
export async function listEditionsOfArticle(
  db: Db,
  articleId: string,
  { limit }: { limit: number },
): Promise<Pick<Edition, 'day' | 'number'>[]> {
  return db
    .selectDistinct({ day: editions.day, number: editions.number })
    .from(editions)
    .innerJoin(editionStories, eq(editionStories.editionId, editions.id))
    .where(eq(editionStories.articleId, articleId))
    .orderBy(desc(editions.day), desc(editions.number))
    .limit(limit);
}

/** How many editions there are that are not held back. */
export async function countEditions(db: Db): Promise<number> {
  const [row] = await db.select({ editions: count() }).from(editions).where(isShown);
  return row?.editions ?? 0;
}

/** Every story of an edition, by category and place; an edition's size is bounded when it is composed. */
export async function listEditionStories(db: Db, editionId: string): Promise<EditionStory[]> {
  return db
    .select()
    .from(editionStories)
    .where(eq(editionStories.editionId, editionId))
    .orderBy(editionStories.category, editionStories.position);
}

/** Every rendered piece of an edition, by key and form. */
export async function listEditionFragments(db: Db, editionId: string): Promise<EditionFragment[]> {
  return db
    .select()
    .from(editionFragments)
    .where(eq(editionFragments.editionId, editionId))
    .orderBy(editionFragments.key, editionFragments.form);
}

/** The number that the next edition would have. */
export async function getNextEditionNumber(db: Db): Promise<number> {
  const [row] = await db.select({ last: max(editions.number) }).from(editions);
  return (row?.last ?? 0) + 1;
}

/**
 * Keep an edition with all that belongs to it, at once or not at all; false when its day has one already.
 */
export async function insertEdition(
  db: Db,
  edition: typeof editions.$inferInsert & { id: string },
  parts: {
    stories: (Omit<EditionStory, 'editionId' | 'parts'> & Partial<Pick<EditionStory, 'parts'>>)[];
    fragments: Omit<EditionFragment, 'editionId'>[];
  },
): Promise<boolean> {
  const of = { editionId: edition.id };
  return db.transaction(async (tx) => {
    const inserted = await tx
      .insert(editions)
      .values(edition)
      .onConflictDoNothing()
      .returning({ id: editions.id });
    if (inserted.length === 0) return false;
    for (const rows of slicesOf(parts.stories))
      await tx.insert(editionStories).values(rows.map((story) => ({ ...of, ...story })));
    for (const rows of slicesOf(parts.fragments))
      await tx.insert(editionFragments).values(rows.map((fragment) => ({ ...of, ...fragment })));
    return true;
  });
}

/**
 * Hold an edition back, or let it go with `heldAt` null; why is kept either way. False when the edition is there no more.
 */
export async function markEditionHeld(
  db: Db,
  id: string,
  held: Pick<Edition, 'heldAt' | 'heldReason' | 'heldBy'> & Partial<Pick<Edition, 'faults'>>,
): Promise<boolean> {
  const marked = await db
    .update(editions)
    .set(held)
    .where(eq(editions.id, id))
    .returning({ id: editions.id });
  return marked.length > 0;
}

/** The editions of a day, the daily one first. */
export async function listEditionsOfDay(db: Db, day: string): Promise<Edition[]> {
  return db.select().from(editions).where(eq(editions.day, day)).orderBy(asc(editions.cadence)).limit(2);
}

/** The editions from a day on, the oldest first. */
export async function listEditionsSince(db: Db, day: string): Promise<Pick<Edition, 'id' | 'day'>[]> {
  return db
    .select({ id: editions.id, day: editions.day })
    .from(editions)
    .where(gte(editions.day, day))
    .orderBy(asc(editions.day), asc(editions.cadence))
    .limit(1000);
}

/**
 * One edition by its id.
 *
 * Errors: AppError `edition.unknown`.
 */
export async function getEdition(db: Db, id: string): Promise<Edition> {
  const [edition] = await db.select().from(editions).where(eq(editions.id, id));
  if (!edition) throw notFound('edition.unknown', 'There is no such edition.');
  return edition;
}

/** A query takes 65,535 values at most, and no row here has more than ten. */
const ROWS_MAX = 5_000;

function* slicesOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_MAX) yield rows.slice(from, from + ROWS_MAX);
}
