import { asc, desc, eq, sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import type { Db } from './client.ts';

/** How an editor filed an article: it stays so, and what files articles without a model learns from it. */
export const categoryDecisions = pgTable('category_decisions', {
  articleId: uuid('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** The first heading first. */
  categories: text().array().notNull(),
  reviewer: text().notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
});

/** Note how an editor filed an article; a later decision takes the place of an earlier one. */
export async function upsertCategoryDecision(
  db: Db,
  row: typeof categoryDecisions.$inferInsert,
): Promise<void> {
  await db
    .insert(categoryDecisions)
    .values(row)
    .onConflictDoUpdate({ target: categoryDecisions.articleId, set: row });
}

/** How editors filed articles, newest decision first, with the articles' words. */
export async function listCategoryDecisions(db: Db, { limit }: { limit: number }) {
  return db
    .select({
      articleId: categoryDecisions.articleId,
      categories: categoryDecisions.categories,
      title: articles.title,
      summary: articles.summary,
      body: sql<string>`left(${articles.body}, ${BODY_CHARACTERS_MAX})`,
      language: articles.language,
    })
    .from(categoryDecisions)
    .innerJoin(articles, eq(articles.id, categoryDecisions.articleId))
    .orderBy(desc(categoryDecisions.decidedAt), asc(categoryDecisions.articleId))
    .limit(limit);
}

/** How an editor filed an article; undefined when none has. */
export async function findCategoryDecision(db: Db, articleId: string): Promise<string[] | undefined> {
  const [row] = await db
    .select({ categories: categoryDecisions.categories })
    .from(categoryDecisions)
    .where(eq(categoryDecisions.articleId, articleId));
  return row?.categories;
}

/** The same with who decided, and when. */
export async function findCategoryDecisionRow(
  db: Db,
  articleId: string,
): Promise<typeof categoryDecisions.$inferSelect | undefined> {
  const [row] = await db.select().from(categoryDecisions).where(eq(categoryDecisions.articleId, articleId));
  return row;
}

/** What a story is about stands in its beginning. */
const BODY_CHARACTERS_MAX = 20_000;
