import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { alias, customType, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { articles, relatedArticles } from './article.ts';
import type { Db } from './client.ts';
import { commentaries } from './commentary.ts';
import { sources } from './source.ts';

/** What settling asks of articles and writes to them: duplicates, stories, and what is related. */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What a text is compared by, so that settling reads no text twice. */
export const articlePrints = pgTable('article_prints', {
  articleId: uuid('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** Which way of making prints made it; prints of different versions cannot be compared. */
  version: smallint().notNull(),
  /** Hashed words with how often they stand in the title and in the beginning of the text. */
  terms: bytea().notNull(),
  /** A hash of the title, two of all of it, and the sorted hashes of the text's shingles. */
  shingles: bytea().notNull(),
  /** Title and beginning of the text as a model sees them, 32-bit floats; null where none was asked. */
  embedding: bytea(),
  /** The model that made `embedding`. */
  embeddedBy: text('embedded_by'),
});

/**
 * How many independent outlets tell the story of the selected article, a number.
 *
 * Shape: an expression for a query on `articles`, under that name. Of one text that many have only the first counts, and of one outlet only
 * one article, so an agency's text is one voice in however many papers it stands. At least 1.
 */
export const corroboration = sql<number>`greatest(1, (
  select count(distinct voice_source.outlet) from articles voice
  join sources voice_source on voice_source.id = voice.source_id
  where voice.story_id = articles.story_id and voice.duplicate_of_id is null and voice_source.active))`.mapWith(
  Number,
);

/**
 * Whether there is anything to settle: an article that is new or changed, or a recent duplicate whose original is of a
 * source that is no longer collected.
 */
export async function hasUnsettled(db: Db, { orphansSince }: { orphansSince: Date }): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`select
    exists(select 1 from articles a join sources own on own.id = a.source_id
      where a.settled_at is null and own.active)
    or exists(select 1 from articles a join articles o on o.id = a.duplicate_of_id
      join sources s on s.id = o.source_id join sources own on own.id = a.source_id
      where a.published_at >= ${orphansSince.toISOString()} and not s.active and own.active) as found`);
  return row?.found ?? false;
}

/** A text, with the mark of its row as it was read. */
export type TextToPrint = Awaited<ReturnType<typeof listTextsToPrint>>[number];

/** What is to be printed, newest first: all that is not settled, and what was published since and has no print. */
export async function listUnprintedIds(
  db: Db,
  { since, version, limit }: { since: Date; version: number; limit: number },
): Promise<string[]> {
  const printed = and(eq(articlePrints.articleId, articles.id), eq(articlePrints.version, version));
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(sources, and(eq(sources.id, articles.sourceId), eq(sources.active, true)))
    .leftJoin(articlePrints, printed)
    .where(
      or(isNull(articles.settledAt), and(gte(articles.publishedAt, since), isNull(articlePrints.articleId))),
    )
    .orderBy(desc(articles.publishedAt), asc(articles.url))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The texts of some articles: the body, else the summary, cut where more would tell nothing new. */
export async function listTextsToPrint(db: Db, ids: string[], { charactersMax }: { charactersMax: number }) {
  return db
    .select({
      id: articles.id,
      title: articles.title,
      language: articles.language,
      text: sql<string>`left(coalesce(nullif(${articles.body}, ''), ${articles.summary}, ''), ${charactersMax}::int)`,
      rowVersion,
    })
    .from(articles)
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.url))
    .limit(ids.length);
}

/** Keep prints, each in the place of an older one. */
export async function upsertPrints(db: Db, prints: (typeof articlePrints.$inferInsert)[]): Promise<void> {
  if (prints.length === 0) return;
  await db
    .insert(articlePrints)
    .values(prints)
    .onConflictDoUpdate({
      target: articlePrints.articleId,
      set: {
        version: excluded('version'),
        terms: excluded('terms'),
        shingles: excluded('shingles'),
        embedding: excluded('embedding'),
        embeddedBy: excluded('embedded_by'),
      },
    });
}

/** Hold off every other process that settles until this transaction ends. */
export async function lockSettling(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SETTLING_LOCK})`);
}

/** What is known of an article that may be compared. */
export type SettleableRow = Awaited<ReturnType<typeof listSettleable>>[number];

/**
 * What articles are compared with: all that was published since or is not settled, and the last older ones that the
 * newsroom has written about; only of sources that are collected.
 */
export async function listSettleable(
  db: Db,
  { since, limit, commentedLimit }: { since: Date; limit: number; commentedLimit: number },
) {
  const isCommented = exists(
    db
      .select({ one: sql`1` })
      .from(commentaries)
      .where(and(eq(commentaries.articleId, articles.id), ne(commentaries.origin, 'registry'))),
  );
  const originals = alias(articles, 'originals');
  const originalSources = alias(sources, 'original_sources');
  const listed = (wanted: SQL | undefined, atMost: number) =>
    db
      .select({
        id: articles.id,
        url: articles.url,
        outlet: sources.outlet,
        publishedAt: articles.publishedAt,
        duplicateOfId: articles.duplicateOfId,
        storyId: articles.storyId,
        settledAt: articles.settledAt,
        rowVersion,
        isCommented: sql<boolean>`${isCommented}`,
        /** A duplicate of what is no longer collected. */
        isOrphan: sql<boolean>`${originalSources.active} is false`,
      })
      .from(articles)
      .innerJoin(sources, and(eq(sources.id, articles.sourceId), eq(sources.active, true)))
      .leftJoin(originals, eq(originals.id, articles.duplicateOfId))
      .leftJoin(originalSources, eq(originalSources.id, originals.sourceId))
      .where(wanted)
      .orderBy(desc(articles.publishedAt), asc(articles.url))
      .limit(atMost);
  const old = and(lt(articles.publishedAt, since), isNotNull(articles.settledAt), isCommented);
  const recent = or(gte(articles.publishedAt, since), isNull(articles.settledAt));
  return [...(await listed(recent, limit)), ...(await listed(old, commentedLimit))];
}

/** The prints of some articles; shingles and embeddings only of those for which they are wanted. */
export async function listPrints(
  db: Db,
  ids: string[],
  wanted: { version: number; shinglesOf: (id: string) => boolean; embeddedBy: string | undefined },
) {
  const withShingles = ids.filter(wanted.shinglesOf);
  const shingles = withShingles.length > 0 ? inArray(articlePrints.articleId, withShingles) : sql`false`;
  const embedded = eq(articlePrints.embeddedBy, wanted.embeddedBy ?? '');
  return db
    .select({
      articleId: articlePrints.articleId,
      terms: articlePrints.terms,
      shingles: sql<Buffer | null>`case when ${shingles} then ${articlePrints.shingles} end`,
      embedding: sql<Buffer | null>`case when ${embedded} then ${articlePrints.embedding} end`,
    })
    .from(articlePrints)
    .where(and(inArray(articlePrints.articleId, ids), eq(articlePrints.version, wanted.version)))
    .orderBy(asc(articlePrints.articleId))
    .limit(ids.length);
}

/** What an article came to. */
export interface Settled {
  id: string;
  duplicateOfId: string | null;
  storyId: string;
}

/**
 * Hold rows that are about to be written, in the order of their addresses, which is that of all who write several;
 * returns the marks they have now.
 */
export async function lockArticles(tx: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; version: string }>(sql`
    select id, xmin::text as version from articles
    where id in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as wanted(id))
    order by url for no key update`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Write down what articles came to; all of them are settled then. */
export async function markSettled(tx: Db, settled: Settled[], now: Date): Promise<void> {
  for (const rows of slicesOf(settled))
    await tx.execute(sql`
      update articles set duplicate_of_id = said."duplicateOfId", story_id = said."storyId",
        settled_at = ${now.toISOString()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as said(id uuid, "duplicateOfId" uuid, "storyId" uuid)
      where articles.id = said.id`);
}

/** That one article is near another. */
export interface RelatedRow {
  articleId: string;
  relatedId: string;
  similarity: number;
}

/** The same, with what the rank of the related one depends on. */
export interface NeighbourRow extends RelatedRow {
  url: string;
  outlet: string;
  publishedAt: Date;
}

/** What stands under some articles as related, with what its rank depends on. */
export async function listRelatedUnder(db: Db, articleIds: string[]): Promise<NeighbourRow[]> {
  const found: NeighbourRow[] = [];
  for (const ids of slicesOf(articleIds))
    found.push(
      ...(await db
        .select({
          articleId: relatedArticles.articleId,
          relatedId: relatedArticles.relatedId,
          similarity: relatedArticles.similarity,
          url: articles.url,
          outlet: sources.outlet,
          publishedAt: articles.publishedAt,
        })
        .from(relatedArticles)
        .innerJoin(articles, eq(articles.id, relatedArticles.relatedId))
        .innerJoin(sources, eq(sources.id, articles.sourceId))
        .where(inArray(relatedArticles.articleId, ids))
        .orderBy(asc(relatedArticles.articleId), asc(relatedArticles.relatedId))
        .limit(ids.length * RELATED_ROWS_MAX)),
    );
  return found;
}

/** Under which articles some are named as related. */
export async function listRelatedNaming(db: Db, relatedIds: string[]): Promise<RelatedRow[]> {
  const found: RelatedRow[] = [];
  for (const ids of slicesOf(relatedIds))
    found.push(
      ...(await db.execute<RelatedRow & Record<string, unknown>>(sql`
        select article_id as "articleId", related_id as "relatedId", similarity from related_articles
        where related_id in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as named(id))`)),
    );
  return found;
}

/** Take some rows away and write others, those in the place of what they said before. */
export async function replaceRelated(tx: Db, gone: RelatedRow[], said: RelatedRow[]): Promise<void> {
  for (const rows of slicesOf(gone))
    await tx.execute(sql`
      delete from related_articles r
      using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone("articleId" uuid, "relatedId" uuid)
      where r.article_id = gone."articleId" and r.related_id = gone."relatedId"`);
  for (const rows of slicesOf(said))
    await tx.execute(sql`
      insert into related_articles (article_id, related_id, similarity)
      select said."articleId", said."relatedId", said.similarity
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as said("articleId" uuid, "relatedId" uuid, similarity real)
      on conflict (article_id, related_id) do update set similarity = excluded.similarity`);
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** Any fixed number. */
const SETTLING_LOCK = 4_718_003;
const ROWS_MAX = 5_000;
/** No article has so many, whatever wrote them. */
const RELATED_ROWS_MAX = 100;

/**
 * The mark of a row's version: another one whenever anything of the row was written.
 *
 * Source: PostgreSQL documentation, system columns (xmin).
 */
const rowVersion = sql<string>`${sql.raw('articles.xmin')}::text`;

function* slicesOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_MAX) yield rows.slice(from, from + ROWS_MAX);
}
