import {
  and,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import {
  alias,
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
import type { Licence } from '../src/shared/config.ts';
import { cleanText, excerptOf } from '../src/shared/html.ts';
import type { Db } from './client.ts';
import { sources, type Source } from './source.ts';

/** What an article is to its reader. */
export type ArticleKind = 'text' | 'video' | 'audio';

/** What is to be thought of the time of publication. All but `given` take the time of collecting in its place. */
export type DateMark = 'given' | 'missing' | 'unreadable' | 'future' | 'ancient';

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
    /** Whether the source said so, or why it counts as published when it was collected. */
    dateMark: text('date_mark').$type<DateMark>().notNull().default('given'),
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
    /** The recording itself, of a video or an audio piece. */
    mediaUrl: text('media_url'),
    mediaSeconds: integer('media_seconds'),
    pageState: text('page_state').$type<PageState>().notNull().default('pending'),
    pageTries: integer('page_tries').notNull().default(0),
    /** Why the page could not be read, as a code and in words. */
    pageCode: text('page_code'),
    pageReason: text('page_reason'),
    /** SHA-256 of what the feed says: title, summary and text. A change of it is an update. */
    contentHash: text('content_hash').notNull(),
    /** The article that told this story first, when this one has the same text. */
    duplicateOfId: uuid('duplicate_of_id'),
    /** The article that began the story that this one tells; its own id when it began it. Null: not settled yet. */
    storyId: uuid('story_id'),
    /** When it was last compared with the others; null: it is new, or its text has changed since. */
    settledAt: timestamp('settled_at', { withTimezone: true }),
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
    index('articles_story').on(table.storyId),
    index('articles_duplicate').on(table.duplicateOfId).where(isNotNull(table.duplicateOfId)),
    index('articles_unsettled').on(table.publishedAt).where(isNull(table.settledAt)),
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

/** What a list shows of an article. */
export interface ArticleCard {
  id: string;
  slug: string;
  title: string;
  kind: ArticleKind;
  language: string | null;
  publishedAt: Date;
  sourceTitle: string;
  licence: Licence;
  /** At most 300 characters; empty where the licence allows only a link. */
  excerpt: string;
  /** Slugs, first heading first. */
  categories: string[];
}

/** Everything about an article, with where it comes from and where it is filed. */
export interface ArticleDetail extends Article {
  source: Pick<Source, 'title' | 'url' | 'homeUrl' | 'licence' | 'active'>;
  categories: string[];
}

/** One article whole, also when its source is no longer collected. */
export async function findArticleBySlug(db: Db, slug: string): Promise<ArticleDetail | undefined> {
  return findArticleWhere(db, eq(articles.slug, withoutNul(slug)));
}

/** The same by its id, a uuid. */
export async function findArticleById(db: Db, id: string): Promise<ArticleDetail | undefined> {
  return findArticleWhere(db, eq(articles.id, id));
}

/** The same by its canonical address. */
export async function findArticleByUrl(db: Db, url: string): Promise<ArticleDetail | undefined> {
  return findArticleWhere(db, eq(articles.url, withoutNul(url)));
}

async function findArticleWhere(db: Db, condition: SQL): Promise<ArticleDetail | undefined> {
  const [row] = await db
    .select({ article: articleColumns, source: sourceColumns, categories: categoriesOfArticle })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(condition)
    .limit(1);
  return row && { ...row.article, source: row.source, categories: row.categories };
}

/** The articles of one category, newest first; no duplicates, and only of sources that are still collected. */
export async function listArticlesOfCategory(
  db: Db,
  category: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ArticleCard[]> {
  const rows = await db
    .select(cardColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(articleCategories, eq(articleCategories.articleId, articles.id))
    .where(and(LISTED, eq(articleCategories.category, withoutNul(category))))
    .orderBy(...NEWEST_FIRST)
    .limit(limit)
    .offset(offset);
  return rows.map(cardOf);
}

/** How many articles `listArticlesOfCategory` would find in each category; categories without any are absent. */
export async function countArticlesByCategory(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ category: articleCategories.category, articles: count() })
    .from(articleCategories)
    .innerJoin(articles, eq(articles.id, articleCategories.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(LISTED)
    .groupBy(articleCategories.category)
    .orderBy(articleCategories.category);
  return new Map(rows.map((row) => [row.category, row.articles]));
}

/** The newest articles of all categories and of none. */
export async function listLatestArticles(db: Db, { limit }: { limit: number }): Promise<ArticleCard[]> {
  const rows = await db
    .select(cardColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(LISTED)
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
  return rows.map(cardOf);
}

/**
 * What else was written: first what is about the same matter, then what is merely near; in each, other outlets first, then
 * the nearer, then the newer.
 */
export async function listRelatedArticles(
  db: Db,
  articleId: string,
  { limit }: { limit: number },
): Promise<ArticleCard[]> {
  const own = alias(articles, 'own');
  const ownSource = alias(sources, 'own_source');
  const ownOutlet = db
    .select({ outlet: ownSource.outlet })
    .from(own)
    .innerJoin(ownSource, eq(ownSource.id, own.sourceId))
    .where(eq(own.id, articleId));
  const rows = await db
    .select(cardColumns)
    .from(relatedArticles)
    .innerJoin(articles, eq(articles.id, relatedArticles.relatedId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(LISTED, eq(relatedArticles.articleId, articleId)))
    .orderBy(
      sql`${relatedArticles.similarity} >= ${SAME_MATTER} desc`,
      sql`${sources.outlet} in ${ownOutlet}`,
      desc(relatedArticles.similarity),
      ...NEWEST_FIRST,
    )
    .limit(limit);
  return rows.map(cardOf);
}

/** The same text in other sources ("also reported by"), earliest first, whichever of them was asked for. */
export async function listDuplicates(db: Db, articleId: string): Promise<ArticleCard[]> {
  const first = db
    .select({ id: sql`coalesce(${articles.duplicateOfId}, ${articles.id})` })
    .from(articles)
    .where(eq(articles.id, articleId));
  const rows = await db
    .select(cardColumns)
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        eq(sources.active, true),
        ne(articles.id, articleId),
        or(inArray(articles.id, first), inArray(articles.duplicateOfId, first)),
      ),
    )
    .orderBy(articles.publishedAt, articles.id)
    .limit(DUPLICATES_MAX);
  return rows.map(cardOf);
}

/** The addresses of the newest articles, with when each last changed. */
export async function listSitemapArticles(
  db: Db,
  { limit }: { limit: number },
): Promise<{ slug: string; updatedAt: Date }[]> {
  const rows = await db
    .select({
      slug: articles.slug,
      updatedAt: articles.updatedAt,
      collectedAt: articles.collectedAt,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(LISTED)
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
  return rows.map((row) => ({ slug: row.slug, updatedAt: row.updatedAt ?? row.collectedAt }));
}

/** A piece of a snippet: `hit` where it is a word that was searched for. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

/**
 * Search titles, summaries and texts, best first.
 *
 * Shape: words, "phrases", `or` and `-without`, as in a web search; any input is safe, an empty one finds nothing. A
 * snippet is taken only from what the source's licence lets us show: the title, the first 300 characters, or the text.
 * Source: PostgreSQL documentation, websearch_to_tsquery and ts_headline.
 */
export async function searchArticles(
  db: Db,
  query: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; hits: (ArticleCard & { snippet: SnippetPart[] })[] }> {
  const words = cleanText(query).slice(0, QUERY_CHARACTERS_MAX);
  if (words === '') return { total: 0, hits: [] };
  const wanted = sql`websearch_to_tsquery('simple', ${words})`;
  const found = and(LISTED, sql`${articles.search} @@ ${wanted}`);
  const rows = await db
    .select({
      ...cardColumns,
      snippet: sql<string>`ts_headline('simple', ${showable}, ${wanted}, ${HEADLINE})`,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(found)
    .orderBy(sql`ts_rank(${articles.search}, ${wanted}) desc`, ...NEWEST_FIRST)
    .limit(limit)
    .offset(offset);
  const [counted] = await db
    .select({ total: count() })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(found);
  const hits = rows.map((row) => ({ ...cardOf(row), snippet: partsOf(row.snippet) }));
  return { total: counted?.total ?? 0, hits };
}

const DUPLICATES_MAX = 50;
/** A cosine of 0.20 and more, kept as a number of four bytes. */
const SAME_MATTER = 0.195;

const { search: _search, ...articleColumns } = getTableColumns(articles);

const sourceColumns = {
  title: sources.title,
  url: sources.url,
  homeUrl: sources.homeUrl,
  licence: sources.licence,
  active: sources.active,
};

/** Slugs of the selected article, first heading first. */
export const categoriesOfArticle = sql<
  string[]
>`array(select ac.category from article_categories ac where ac.article_id = articles.id order by ac.position)`;

/** The columns of a card; `cardOf` makes the card. The query joins `sources`. */
const cardColumns = {
  id: articles.id,
  slug: articles.slug,
  title: articles.title,
  kind: articles.kind,
  language: articles.language,
  publishedAt: articles.publishedAt,
  sourceTitle: sources.title,
  licence: sources.licence,
  summary: articles.summary,
  lead: sql<string>`left(${articles.body}, 1200)`,
  categories: categoriesOfArticle,
};

type CardRow = Omit<ArticleCard, 'excerpt'> & { summary: string | null; lead: string };

function cardOf({ summary, lead, ...card }: CardRow): ArticleCard {
  const { id, slug, title, kind, language, publishedAt, sourceTitle, licence, categories } = card;
  const excerpt = licence === 'link' ? '' : excerptOf(summary || lead, EXCERPT_CHARACTERS_MAX);
  return { id, slug, title, kind, language, publishedAt, sourceTitle, licence, excerpt, categories };
}

/** What may be shown and told: no duplicates, and only of sources that are still collected. */
export const LISTED = and(isNull(articles.duplicateOfId), eq(sources.active, true));
const NEWEST_FIRST = [desc(articles.publishedAt), articles.id] as const;
const EXCERPT_CHARACTERS_MAX = 300;
const QUERY_CHARACTERS_MAX = 200;

// Private-use characters mark the hits, so that no markup has to be told from text; the text itself loses its own.
const HIT_START = '\ue000';
const HIT_END = '\ue001';
const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxFragments=2, MaxWords=28, MinWords=10, FragmentDelimiter=" … "`;

const showable = sql`translate(case ${sources.licence}
  when 'link' then ${articles.title}
  when 'full' then left(coalesce(nullif(${articles.body}, ''), ${articles.summary}, ''), 50000)
  else left(coalesce(nullif(${articles.summary}, ''), ${articles.body}), ${sql.raw(String(EXCERPT_CHARACTERS_MAX))})
end, ${HIT_START + HIT_END}, '')`;

function partsOf(headline: string): SnippetPart[] {
  const parts = headline.split(new RegExp(`(${HIT_START}[^${HIT_END}]*${HIT_END})`, 'u'));
  return parts
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace(MARKS, ''), hit: part.startsWith(HIT_START) }));
}

const MARKS = new RegExp(`[${HIT_START}${HIT_END}]`, 'gu');

/** PostgreSQL refuses U+0000 in text; a name with it names nothing. */
const withoutNul = (text: string) => text.replaceAll('\0', '');
