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
import { articles } from './article.ts';
import type { CommentaryOrigin } from './commentary.ts';

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
  todos: string[];
  origin: CommentaryOrigin;
  model: string | null;
  petition: { id: string; slug: string; title: string; goal: number; signed: number } | null;
  related: { title: string; slug: string; sourceTitle: string }[];
}

/** The frozen content of one newsroom day. */
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
  },
  (table) => [unique('editions_day').on(table.day, table.cadence)],
);

export interface EditionFrame {
  from: string;
  replyTo: string | null;
  siteUrl: string;
  listId: string;
  bytesMax: number;
  /** Slugs with their names, in the newsroom's order; only those with a story. */
  categories: { slug: string; name: string }[];
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
