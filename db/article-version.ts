import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import type { Db } from './client.ts';

/** What an article said before its source changed it; the article itself holds what it says now. */
export const articleVersions = pgTable(
  'article_versions',
  {
    id: uuid().primaryKey().defaultRandom(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** When it was found to say something else. */
    replacedAt: timestamp('replaced_at', { withTimezone: true }).notNull(),
    title: text().notNull(),
    summary: text(),
    /** Plain text. */
    body: text().notNull(),
  },
  (table) => [index('article_versions_article').on(table.articleId, table.replacedAt)],
);

export type ArticleVersion = typeof articleVersions.$inferSelect;

/** Keep what an article says now, before it is changed; of very many versions the latest. */
export async function insertArticleVersion(
  db: Db,
  { articleId, replacedAt }: Pick<ArticleVersion, 'articleId' | 'replacedAt'>,
): Promise<void> {
  const { id, title, summary, body } = articles;
  await db.insert(articleVersions).select(
    db
      .select({
        id: sql<string>`gen_random_uuid()`.as('id'),
        articleId: id,
        replacedAt: sql<Date>`${replacedAt.toISOString()}::timestamptz`.as('replaced_at'),
        title,
        summary,
        body,
      })
      .from(articles)
      .where(eq(articles.id, articleId)),
  );
  const old = db
    .select({ id: articleVersions.id })
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(desc(articleVersions.replacedAt), desc(articleVersions.id))
    .offset(VERSIONS_MAX);
  await db.delete(articleVersions).where(inArray(articleVersions.id, old));
}

/** What an article said before, oldest first. */
export async function listArticleVersions(
  db: Db,
  articleId: string,
  { limit }: { limit: number },
): Promise<ArticleVersion[]> {
  return db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(asc(articleVersions.replacedAt), asc(articleVersions.id))
    .limit(limit);
}

/** A feed that changes an article at every turn, a counter for instance, does not fill the database. */
const VERSIONS_MAX = 30;
