import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, or } from 'drizzle-orm';
import { articleCategories, articles, categoriesOfArticle, type Article } from './article.ts';
import { categoryDecisions } from './category-decision.ts';
import type { Db } from './client.ts';
import { commentaries } from './commentary.ts';
import { sources } from './source.ts';

/** What collecting asks of articles and writes to them; what readers see of them is read in `article.ts`. */

/** How often a page is asked for before its failure is final. */
export const PAGE_TRIES_MAX = 3;

export type KnownArticle = Pick<
  Article,
  'id' | 'url' | 'guid' | 'sourceId' | 'contentHash' | 'pageState' | 'updatedAt'
> & { outlet: string };

/** The articles that a feed's items may already be: by the feed's own identity, or by their address. */
export async function listKnownArticles(
  db: Db,
  { sourceId, guids, urls }: { sourceId: string; guids: string[]; urls: string[] },
): Promise<KnownArticle[]> {
  if (guids.length + urls.length === 0) return [];
  const sameGuid = and(eq(articles.sourceId, sourceId), inArray(articles.guid, guids));
  return db
    .select({
      id: articles.id,
      url: articles.url,
      guid: articles.guid,
      sourceId: articles.sourceId,
      contentHash: articles.contentHash,
      pageState: articles.pageState,
      updatedAt: articles.updatedAt,
      outlet: sources.outlet,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(or(inArray(articles.url, urls), sameGuid))
    .orderBy(asc(articles.url))
    .limit(guids.length + urls.length);
}

/**
 * Add articles; those whose address, identity or slug is there already are left as they are.
 *
 * Shape: the ones that were added. They go in by address, so that two processes with the same ones do not wait for each
 * other crosswise; the first one adds them.
 */
export async function insertArticles(
  db: Db,
  rows: readonly Omit<typeof articles.$inferInsert, 'id'>[],
): Promise<{ id: string; url: string }[]> {
  if (rows.length === 0) return [];
  return db
    .insert(articles)
    .values(rows.toSorted((a, b) => (a.url < b.url ? -1 : 1)))
    .onConflictDoNothing()
    .returning({ id: articles.id, url: articles.url });
}

/** File articles that are new. */
export async function insertCategories(
  db: Db,
  filed: readonly { articleId: string; categories: readonly string[] }[],
): Promise<void> {
  const rows = filed.flatMap(({ articleId, categories }) =>
    categories.map((category, position) => ({ articleId, category, position })),
  );
  if (rows.length > 0) await db.insert(articleCategories).values(rows);
}

/** Write down what has been learned of an article. */
export async function markArticle(
  db: Db,
  id: string,
  change: Partial<Omit<Article, 'id' | 'slug'>>,
): Promise<void> {
  await db.update(articles).set(change).where(eq(articles.id, id));
}

/** Whether an address belongs to some article already. */
export async function findArticleIdByUrl(db: Db, url: string): Promise<string | undefined> {
  const [row] = await db.select({ id: articles.id }).from(articles).where(eq(articles.url, url)).limit(1);
  return row?.id;
}

/**
 * The articles whose pages are to be read, newest first: all that are pending; of one source also those that failed with
 * tries left. Pages of a site that wants to be left alone wait.
 */
export async function listPagesToRead(
  db: Db,
  { now, sourceId, limit }: { now: Date; sourceId?: string; limit: number },
): Promise<{ id: string; url: string }[]> {
  const pending = eq(articles.pageState, 'pending');
  const failed = and(eq(articles.pageState, 'failed'), lt(articles.pageTries, PAGE_TRIES_MAX));
  const wanted = sourceId === undefined ? pending : and(eq(articles.sourceId, sourceId), or(pending, failed));
  const free = or(isNull(sources.heldUntil), lte(sources.heldUntil, now));
  return db
    .select({ id: articles.id, url: articles.url })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(sources.active, true), isNull(sources.pausedAt), isNull(sources.stoppedAt), free, wanted))
    .orderBy(desc(articles.publishedAt), asc(articles.url))
    .limit(limit);
}

/** An article whose page is being read, with what its source says of all its articles. */
export type ClaimedPage = Pick<
  Article,
  | ('id' | 'url' | 'kind' | 'title' | 'author' | 'language' | 'summary' | 'body' | 'html' | 'wordCount')
  | ('imageUrl' | 'imageAlt' | 'updatedAt' | 'publishedAt' | 'dateMark' | 'pageState' | 'pageTries')
> & { sourceCategories: string[]; userAgent: string | null };

/**
 * Take an article's page to read, inside a transaction that lasts as long as the work; undefined when another process
 * has it or it has been read meanwhile.
 */
export async function claimPage(tx: Db, id: string): Promise<ClaimedPage | undefined> {
  const [row] = await tx
    .select({
      id: articles.id,
      url: articles.url,
      kind: articles.kind,
      title: articles.title,
      author: articles.author,
      language: articles.language,
      summary: articles.summary,
      body: articles.body,
      html: articles.html,
      wordCount: articles.wordCount,
      imageUrl: articles.imageUrl,
      imageAlt: articles.imageAlt,
      updatedAt: articles.updatedAt,
      publishedAt: articles.publishedAt,
      dateMark: articles.dateMark,
      pageState: articles.pageState,
      pageTries: articles.pageTries,
      sourceCategories: sources.categories,
      userAgent: sources.userAgent,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        eq(articles.id, id),
        eq(sources.active, true),
        inArray(articles.pageState, ['pending', 'failed']),
        lt(articles.pageTries, PAGE_TRIES_MAX),
      ),
    )
    .for('no key update', { of: articles, skipLocked: true });
  return row;
}

/**
 * File an article; nothing is written when it stands there already.
 *
 * An article that an editor has filed keeps the editor's categories; one whose commentary was written, not just put
 * together from the registry, keeps those it has.
 */
export async function upsertCategories(db: Db, articleId: string, categories: string[]): Promise<void> {
  const [filed] = await db
    .select({
      categories: categoriesOfArticle,
      origin: commentaries.origin,
      decided: categoryDecisions.articleId,
    })
    .from(articles)
    .leftJoin(categoryDecisions, eq(categoryDecisions.articleId, articles.id))
    .leftJoin(commentaries, and(eq(commentaries.articleId, articles.id), ne(commentaries.origin, 'registry')))
    .where(eq(articles.id, articleId));
  if (!filed || filed.decided !== null || filed.origin !== null) return;
  if (filed.categories.join() === categories.join()) return;
  await db.delete(articleCategories).where(eq(articleCategories.articleId, articleId));
  if (categories.length === 0) return;
  await db
    .insert(articleCategories)
    .values(categories.map((category, position) => ({ articleId, category, position })));
}
