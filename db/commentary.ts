import { and, asc, desc, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articleCategories, articles, categoriesOfArticle, LISTED } from './article.ts';
import type { Db } from './client.ts';
import { sources } from './source.ts';

/** A short form for the mail, and the whole as paragraphs of plain text. */
export interface CommentarySection {
  short: string;
  paragraphs: string[];
}

export type TodoKind =
  'learn' | 'talk' | 'sign' | 'write' | 'call' | 'attend' | 'volunteer' | 'share' | 'teach' | 'thank';

/** One thing that a reader can do. */
export interface TodoItem {
  kind: TodoKind;
  title: string;
  detail: string;
  /** About how long it takes. */
  minutes: number | null;
  /** `YYYY-MM-DD`. */
  deadline: string | null;
}

/** What can be done about a story, in the parts in which it is shown. */
export interface TodoList {
  intro: string | null;
  personal: TodoItem[];
  /** Slugs of petitions of the registry, each with the reason to sign. */
  petitions: { slug: string; why: string }[];
  /** Slugs of officials of the registry, and a letter to them. */
  officials: { slugs: string[]; letter: { subject: string; body: string } } | null;
  community: TodoItem[];
  conclusion: string | null;
  /** The three that stand in the mail. */
  short: string[];
}

/** Who wrote it: a model, the sample newsroom, or nobody (a to-do list put together from the registry alone). */
export type CommentaryOrigin = 'model' | 'sample' | 'registry';

/** What the newsroom adds to an article. A row without opinion and action says in `reason` why. */
export const commentaries = pgTable(
  'commentaries',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    origin: text().$type<CommentaryOrigin>().notNull(),
    model: text(),
    promptVersion: text('prompt_version'),
    opinion: jsonb().$type<CommentarySection>(),
    action: jsonb().$type<CommentarySection>(),
    todo: jsonb().$type<TodoList>().notNull(),
    /** Why opinion or action are absent, in words; null when both are there. */
    reason: text(),
    /** How often a model was asked in vain. */
    attempts: integer().notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('commentaries_origin').on(table.origin)],
);

export type Commentary = typeof commentaries.$inferSelect;

/** What was written about an article; undefined before anybody has. */
export async function findCommentary(db: Db, articleId: string): Promise<Commentary | undefined> {
  const [row] = await db.select().from(commentaries).where(eq(commentaries.articleId, articleId));
  return row;
}

/** What a commentary is written from. */
export type Uncommented = Awaited<ReturnType<typeof listUncommented>>[number];

/**
 * Articles that wait for commentary, newest first: without a row, or with one that no model has written although one may
 * be asked now (`retry`: written before `before`, asked fewer than `attemptsMax` times).
 */
export async function listUncommented(
  db: Db,
  wanted: { since: Date; limit: number; retry: { before: Date; attemptsMax: number } | undefined },
) {
  return db
    .select(articleColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .leftJoin(commentaries, eq(commentaries.articleId, articles.id))
    .where(
      and(
        LISTED,
        ne(articles.pageState, 'pending'),
        gt(articles.publishedAt, wanted.since),
        isWaiting(wanted.retry),
      ),
    )
    .orderBy(desc(articles.publishedAt), asc(articles.id))
    .limit(wanted.limit);
}

/**
 * Write one article's commentary in a transaction that holds the article's row: no two processes write about the same
 * article, and one that dies leaves it as it was. The lock lets others refer to the article while a model thinks. False
 * when another has it, or has written it meanwhile.
 */
export async function claimUncommented(
  db: Db,
  wanted: { articleId: string; retry: { before: Date; attemptsMax: number } | undefined },
  write: (attempts: number) => Promise<WrittenCommentary>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [held] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(eq(articles.id, wanted.articleId))
      .for('no key update', { skipLocked: true });
    const [row] = await tx
      .select({
        attempts: commentaries.attempts,
        createdAt: commentaries.createdAt,
        origin: commentaries.origin,
      })
      .from(commentaries)
      .where(eq(commentaries.articleId, wanted.articleId));
    if (!held || (row && !mayRetry(row, wanted.retry))) return false;
    const { categories, ...commentary } = await write(row?.attempts ?? 0);
    const values = { ...commentary, articleId: wanted.articleId };
    await tx
      .insert(commentaries)
      .values(values)
      .onConflictDoUpdate({ target: commentaries.articleId, set: values });
    if (categories.length > 0) await replaceCategories(tx, wanted.articleId, categories);
    return true;
  });
}

/** A commentary as it is kept, and the categories that it files its article under; none leaves them as they are. */
export type WrittenCommentary = Omit<Commentary, 'articleId'> & { categories: string[] };

const articleColumns = {
  id: articles.id,
  url: articles.url,
  title: articles.title,
  language: articles.language,
  summary: articles.summary,
  body: articles.body,
  sourceTitle: sources.title,
  categories: categoriesOfArticle,
};

function isWaiting(retry: { before: Date; attemptsMax: number } | undefined) {
  if (!retry) return isNull(commentaries.articleId);
  return or(
    isNull(commentaries.articleId),
    and(
      eq(commentaries.origin, 'registry'),
      lt(commentaries.createdAt, retry.before),
      lt(commentaries.attempts, retry.attemptsMax),
    ),
  );
}

function mayRetry(
  row: Pick<Commentary, 'origin' | 'createdAt' | 'attempts'>,
  retry: { before: Date; attemptsMax: number } | undefined,
): boolean {
  return (
    retry !== undefined &&
    row.origin === 'registry' &&
    row.createdAt < retry.before &&
    row.attempts < retry.attemptsMax
  );
}

async function replaceCategories(tx: Db, articleId: string, categories: string[]): Promise<void> {
  await tx.delete(articleCategories).where(eq(articleCategories.articleId, articleId));
  await tx
    .insert(articleCategories)
    .values(categories.map((category, position) => ({ articleId, category, position })));
}
