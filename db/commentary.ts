import { eq, sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articleCategories, articles } from './article.ts';
import type { Db } from './client.ts';
import { shownSections, type SectionOrigin, type ShownSections } from './commentary-section.ts';

/** A fact of an article, and the passage that says so as the source writes it. */
export interface Claim {
  /** `c1`, `c2` and so on. */
  id: string;
  text: string;
  quote: string;
  /** Where the passage begins in the source's text, in UTF-16 units. */
  at: number;
  speaker: string | null;
}

/** What somebody said, as the source writes it. */
export interface Quote {
  /** `q1`, `q2` and so on. */
  id: string;
  text: string;
  at: number;
  speaker: string | null;
}

/** What a model found in an article: all that the writing step is given of it. */
export interface Reading {
  language: string | null;
  claims: Claim[];
  quotes: Quote[];
  /** What the model gave as words of the source and is not: left out. */
  dropped: string[];
}

/** The code of a commentary whose writer has not come to its end: whoever comes next finishes it. */
export const UNFINISHED = 'commentary.unfinished';

/** What has been done about an article's commentary; its parts are `commentary_sections`. */
export const commentaries = pgTable(
  'commentaries',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Who wrote the opinion or the action; `registry` when nobody has. */
    origin: text().$type<SectionOrigin>().notNull(),
    model: text(),
    reading: jsonb().$type<Reading>(),
    /** What in the article speaks to a model and not to a reader; with any, a person has to look. */
    alarms: text().array().notNull().default([]),
    /** Why opinion or action are absent, in words for the newsroom; null when both are there. */
    reason: text(),
    /** The same as a code, by which readers are told. */
    reasonCode: text('reason_code'),
    /** How often a model was asked in vain. */
    attempts: integer().notNull().default(0),
    /** A later run may write what is missing. */
    isOpen: boolean('is_open').notNull().default(false),
    /** Not before: the model server asked to be left alone, or did not answer. */
    parkedUntil: timestamp('parked_until', { withTimezone: true }),
    /** Which text of the article it was written from: that article's `updatedAt` at the time. */
    articleUpdatedAt: timestamp('article_updated_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('commentaries_origin').on(table.origin), index('commentaries_open').on(table.isOpen)],
);

export type CommentaryRow = typeof commentaries.$inferSelect;

/** What readers see of a commentary. */
export interface Commentary extends ShownSections {
  origin: SectionOrigin;
  /** Why opinion or action are absent, in words for the newsroom, and as a code. */
  reason: string | null;
  reasonCode: string | null;
  createdAt: Date;
}

/** What readers may see about an article; undefined before anybody has written. */
export async function findCommentary(db: Db, articleId: string): Promise<Commentary | undefined> {
  const [row] = await db
    .select({
      origin: commentaries.origin,
      reason: commentaries.reason,
      reasonCode: commentaries.reasonCode,
      createdAt: commentaries.createdAt,
      sections: shownSections,
    })
    .from(commentaries)
    .innerJoin(articles, eq(articles.id, commentaries.articleId))
    .where(eq(commentaries.articleId, articleId));
  if (!row) return undefined;
  const { sections, ...rest } = row;
  return { ...rest, ...sections };
}

/** What has been done about an article, readers or not. */
export async function findCommentaryRow(db: Db, articleId: string): Promise<CommentaryRow | undefined> {
  const [row] = await db.select().from(commentaries).where(eq(commentaries.articleId, articleId));
  return row;
}

/** Keep what has been done about an article, and file it under its categories; none leaves them as they are. */
export async function upsertCommentary(
  db: Db,
  { categories, ...row }: typeof commentaries.$inferInsert & { categories: string[] },
): Promise<void> {
  await db.insert(commentaries).values(row).onConflictDoUpdate({ target: commentaries.articleId, set: row });
  await replaceCategories(db, row.articleId, categories);
}

/** File an article anew; no categories leave it where it is. */
export async function replaceCategories(db: Db, articleId: string, categories: string[]): Promise<void> {
  if (categories.length === 0) return;
  await db.delete(articleCategories).where(eq(articleCategories.articleId, articleId));
  await db
    .insert(articleCategories)
    .values(categories.map((category, position) => ({ articleId, category, position })));
}

/**
 * Change an article's commentary while nobody else does. Undefined when somebody else is at it now; then `work` has not
 * begun.
 */
export async function claimCommentary<T>(
  db: Db,
  articleId: string,
  work: (tx: Db) => Promise<T>,
): Promise<{ done: T } | undefined> {
  return db.transaction(async (tx) =>
    (await lockCommentary(tx, articleId)) ? { done: await work(tx) } : undefined,
  );
}

/**
 * Hold an article's commentary until the transaction ends; false when somebody else does.
 *
 * It is not the article's row that is held: collecting may go on changing it while a model thinks. Who dies lets go. Two
 * articles in many millions share a lock, and then one of them waits for the next run.
 */
export async function lockCommentary(tx: Db, articleId: string): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${COMMENTARY_LOCK}, hashtext(${articleId})) as held`,
  );
  return row?.held ?? false;
}

/** Any fixed number; ours spells nothing. */
const COMMENTARY_LOCK = 4_718_011;
