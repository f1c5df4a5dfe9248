import { eq } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import type { Db } from './client.ts';

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
