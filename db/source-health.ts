import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { articles } from './article.ts';
import type { Db } from './client.ts';
import { sources, type Source } from './source.ts';

/** How a source is doing. */
export interface SourceHealth extends Source {
  /** Articles of it that are kept. */
  articles: number;
  /** Of these, whose pages could not be read. */
  pagesFailed: number;
}

/** Every source that somebody names, with how it is doing, by title. */
export async function listSourceHealth(db: Db, { limit }: { limit: number }): Promise<SourceHealth[]> {
  const rows = await db
    .select({
      source: sources,
      articles: sql<number>`count(${articles.id})`.mapWith(Number),
      pagesFailed: sql<number>`count(${articles.id}) filter (where ${articles.pageState} = 'failed')`.mapWith(
        Number,
      ),
    })
    .from(sources)
    .leftJoin(articles, eq(articles.sourceId, sources.id))
    .where(eq(sources.active, true))
    .groupBy(sources.id)
    .orderBy(asc(sources.title), asc(sources.id))
    .limit(limit);
  return rows.map(({ source, ...counts }) => ({ ...source, ...counts }));
}

/** Sources that are failing, that have stopped, or of which it is known how often they publish; the longest silent first. */
export async function listTroubledSources(
  db: Db,
  { limit }: { limit: number },
): Promise<
  Pick<
    Source,
    | ('title' | 'failingSince' | 'stoppedAt' | 'errorReason')
    | ('newestAt' | 'articlesPerDay' | 'longestGapHours')
  >[]
> {
  return db
    .select({
      title: sources.title,
      failingSince: sources.failingSince,
      stoppedAt: sources.stoppedAt,
      errorReason: sources.errorReason,
      newestAt: sources.newestAt,
      articlesPerDay: sources.articlesPerDay,
      longestGapHours: sources.longestGapHours,
    })
    .from(sources)
    .where(
      and(
        eq(sources.active, true),
        isNull(sources.pausedAt),
        or(isNotNull(sources.failingSince), isNotNull(sources.longestGapHours)),
      ),
    )
    .orderBy(sql`${sources.newestAt} asc nulls first`, desc(sources.title))
    .limit(limit);
}
