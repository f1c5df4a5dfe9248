import { and, asc, desc, eq, exists, gt, lte, ne, not, sql } from 'drizzle-orm';
import { articles, categoriesOfArticle, LISTED } from './article.ts';
import type { Db } from './client.ts';
import { commentaries } from './commentary.ts';
import { shownSections } from './commentary-section.ts';
import { countsAsTold } from './edition-again.ts';
import { editions, editionStories } from './edition.ts';
import { sources } from './source.ts';
import { corroboration } from './story.ts';

/** Everything about an article that an edition may say. */
export type CandidateRow = Awaited<ReturnType<typeof listCandidates>>[number];

/** The story that the selected article tells, by id; of one that is not settled yet, its own. For a query on `articles`. */
export const storyOf = sql<string>`coalesce(${articles.storyId}, ${articles.id})`;

/**
 * Articles that could stand in a daily edition: published since `since`, of sources that are collected, no duplicates, and
 * told in no daily edition yet but the one that is to be replaced; newest first.
 */
export async function listCandidates(
  db: Db,
  window: { day: string; since: Date; until: Date; limit: number; replaces?: string | undefined },
) {
  const told = db
    .select({ one: sql`1` })
    .from(editionStories)
    .innerJoin(editions, eq(editions.id, editionStories.editionId))
    .where(
      and(
        eq(editionStories.articleId, articles.id),
        eq(editions.cadence, 'daily'),
        countsAsTold(editions, window.day),
        window.replaces === undefined ? undefined : ne(editions.id, window.replaces),
      ),
    );
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      url: articles.url,
      title: articles.title,
      kind: articles.kind,
      language: articles.language,
      publishedAt: articles.publishedAt,
      summary: articles.summary,
      body: articles.body,
      storyId: storyOf,
      sourceTitle: sources.title,
      sourceUrl: sources.url,
      licence: sources.licence,
      categories: categoriesOfArticle,
      outlets: corroboration,
      commentary: shownSections,
      reason: commentaries.reason,
      reasonCode: commentaries.reasonCode,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .leftJoin(commentaries, eq(commentaries.articleId, articles.id))
    .where(
      and(
        LISTED,
        gt(articles.publishedAt, window.since),
        lte(articles.publishedAt, window.until),
        not(exists(told)),
      ),
    )
    .orderBy(desc(articles.publishedAt), asc(articles.id))
    .limit(window.limit);
}
