import { and, desc, eq, exists, gte, lt, lte, ne, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import { storyOf } from './candidate.ts';
import type { Db } from './client.ts';
import { countsAsTold } from './edition-again.ts';
import { editions, isShown, editionStories } from './edition.ts';
import { sources } from './source.ts';
import { corroboration } from './story.ts';

/** A story as an edition told it. */
export interface Telling {
  storyId: string;
  title: string;
  slug: string;
  day: string;
  composedAt: Date;
}

/** How each story was told last in the editions of one cadence, from the day `since` on and before the day `before`. */
export async function listLastTellings(
  db: Db,
  { cadence, since, before }: { cadence: 'daily' | 'weekly'; since: string; before: string },
): Promise<Telling[]> {
  const rows = await db.execute<Record<keyof Telling, string>>(sql`
    select distinct on (coalesce(a.story_id, a.id)) coalesce(a.story_id, a.id) as "storyId",
      s.snapshot->>'title' as title, s.snapshot->>'slug' as slug, editions.day::text as day,
      to_char(editions.composed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "composedAt"
    from editions
    join edition_stories s on s.edition_id = editions.id
    join articles a on a.id = s.article_id
    where editions.cadence = ${cadence} and editions.day >= ${since} and editions.day < ${before}
      and ${countsAsTold(editions, before)}
    order by 1, editions.day desc, s.score desc, s.article_id
    limit ${TELLINGS_MAX}`);
  return rows.map((row) => ({ ...row, composedAt: new Date(row.composedAt) }));
}

/** A story of a daily edition under one heading, with what its rank in the week depends on. */
export type WeekRow = Awaited<ReturnType<typeof listStoriesOfDays>>[number];

/**
 * What the daily editions of some days told, the latest first: of editions that are not held and of sources that are
 * collected, and in no weekly edition of another day.
 */
export async function listStoriesOfDays(db: Db, { since, until }: { since: string; until: string }) {
  const weeklies = alias(editions, 'weeklies');
  const weeklyStories = alias(editionStories, 'weekly_stories');
  const toldWeekly = db
    .select({ one: sql`1` })
    .from(weeklyStories)
    .innerJoin(weeklies, eq(weeklies.id, weeklyStories.editionId))
    .where(
      and(
        eq(weeklyStories.articleId, editionStories.articleId),
        eq(weeklies.cadence, 'weekly'),
        ne(weeklies.day, until),
        countsAsTold(weeklies, until),
      ),
    );
  return db
    .select({
      articleId: editionStories.articleId,
      storyId: storyOf,
      category: editionStories.category,
      score: editionStories.score,
      parts: editionStories.parts,
      snapshot: editionStories.snapshot,
      day: editions.day,
      publishedAt: articles.publishedAt,
      outlets: corroboration,
    })
    .from(editionStories)
    .innerJoin(editions, eq(editions.id, editionStories.editionId))
    .innerJoin(articles, eq(articles.id, editionStories.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(
      and(
        eq(editions.cadence, 'daily'),
        gte(editions.day, since),
        lte(editions.day, until),
        isShown,
        eq(sources.active, true),
        not(exists(toldWeekly)),
      ),
    )
    .orderBy(
      desc(editions.day),
      desc(editionStories.score),
      editionStories.articleId,
      editionStories.category,
    )
    .limit(TELLINGS_MAX);
}

/**
 * The day of the first daily edition, and of the last weekly one before a day; `lastTold` is that of the last weekly one
 * that counts as told. Null where there is none.
 */
export async function findWeeklyBounds(db: Db, before: string) {
  const isWeekly = and(eq(editions.cadence, 'weekly'), lt(editions.day, before));
  const [bounds] = await db
    .select({
      firstDaily: sql<
        string | null
      >`min(${editions.day}) filter (where ${eq(editions.cadence, 'daily')})::text`,
      lastWeekly: sql<string | null>`max(${editions.day}) filter (where ${isWeekly})::text`,
      lastTold: sql<
        string | null
      >`max(${editions.day}) filter (where ${and(isWeekly, countsAsTold(editions, before))})::text`,
    })
    .from(editions);
  return bounds ?? { firstDaily: null, lastWeekly: null, lastTold: null };
}

/** More than a fortnight's editions can hold. */
const TELLINGS_MAX = 10_000;
