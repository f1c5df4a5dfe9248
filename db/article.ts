import { sql } from 'drizzle-orm';
import {
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sources } from './source.ts';

/** What an article is to its reader. */
export type ArticleKind = 'text' | 'video' | 'audio';

/** How far its page has been read. `none`: the item has no page of its own to read. */
export type PageState = 'pending' | 'read' | 'failed' | 'none';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** One piece from a source, by its canonical URL. */
export const articles = pgTable(
  'articles',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The last part of `/articles/:slug`. */
    slug: text().notNull().unique(),
    /** Canonical, without tracking parameters. */
    url: text().notNull().unique(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => sources.id),
    /** The feed's own identity of the item, when it has one. */
    guid: text(),
    kind: text().$type<ArticleKind>().notNull().default('text'),
    title: text().notNull(),
    author: text(),
    language: text(),
    /** When the source says it was published; the time of collecting when it does not say, or says something impossible. */
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    collectedAt: timestamp('collected_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }),
    /** Plain text of the feed's description. */
    summary: text(),
    /** Plain text; the page's readable text, else the feed's. */
    body: text().notNull().default(''),
    /** The same, sanitised to a small allow-list. */
    html: text().notNull().default(''),
    wordCount: integer('word_count').notNull().default(0),
    imageUrl: text('image_url'),
    imageAlt: text('image_alt'),
    pageState: text('page_state').$type<PageState>().notNull().default('pending'),
    pageTries: integer('page_tries').notNull().default(0),
    /** Why the page could not be read, in words. */
    pageReason: text('page_reason'),
    /** SHA-256 of title and text; a change of it is an update. */
    contentHash: text('content_hash').notNull(),
    /** The article that told this story first, when this one has the same text. */
    duplicateOfId: uuid('duplicate_of_id'),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(summary, '')), 'B') || setweight(to_tsvector('simple', left(body, 200000)), 'C')`,
      ),
  },
  (table) => [
    uniqueIndex('articles_guid').on(table.sourceId, table.guid),
    index('articles_published').on(table.publishedAt.desc()),
    index('articles_page').on(table.pageState),
    index('articles_search').using('gin', table.search),
    foreignKey({ columns: [table.duplicateOfId], foreignColumns: [table.id], name: 'articles_duplicate_of' }),
  ],
);

/** Which categories an article stands in: by rules, or as its commentary says. Position 0 is its first heading. */
export const articleCategories = pgTable(
  'article_categories',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.category] }),
    index('article_categories_category').on(table.category, table.articleId),
  ],
);

/** The nearest other articles, nearest first. */
export const relatedArticles = pgTable(
  'related_articles',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    relatedId: uuid('related_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Cosine similarity, 0 to 1. */
    similarity: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.relatedId] })],
);

export type Article = Omit<typeof articles.$inferSelect, 'search'>;
