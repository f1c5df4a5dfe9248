import { and, asc, desc, eq, gt, isNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { articles, categoriesOfArticle, LISTED } from './article.ts';
import type { Db } from './client.ts';
import {
  commentaries,
  findCommentaryRow,
  lockCommentary,
  UNFINISHED,
  type CommentaryRow,
} from './commentary.ts';
import { sources } from './source.ts';
import { corroboration } from './story.ts';

/** What a commentary is written from. */
export type Uncommented = Awaited<ReturnType<typeof listUncommented>>[number];

/** When what is missing may be written again: of rows left open before `before`, and not parked at `now`. */
export interface Retry {
  before: Date;
  now: Date;
}

/**
 * Articles that wait for commentary, newest first: without a row, with one whose writer died, changed since it was written,
 * or with an open one where a model may be asked now.
 */
export async function listUncommented(
  db: Db,
  wanted: { since: Date; limit: number; retry: Retry | undefined },
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
        or(isNull(commentaries.articleId), IS_UNFINISHED, HAS_CHANGED, isOpenFor(wanted.retry)),
      ),
    )
    .orderBy(desc(articles.publishedAt), asc(articles.id))
    .limit(wanted.limit);
}

/** The earliest moment at which a parked article may be asked about again; undefined when none is parked. */
export async function findNextParked(
  db: Db,
  { since, now }: { since: Date; now: Date },
): Promise<Date | undefined> {
  const [row] = await db
    .select({ until: commentaries.parkedUntil })
    .from(commentaries)
    .innerJoin(articles, eq(articles.id, commentaries.articleId))
    .where(
      and(eq(commentaries.isOpen, true), gt(commentaries.parkedUntil, now), gt(articles.publishedAt, since)),
    )
    .orderBy(asc(commentaries.parkedUntil))
    .limit(1);
  return row?.until ?? undefined;
}

/**
 * Work on one article's commentary while nobody else does, with the article as it reads now; what `work` keeps through `db`
 * is kept at once. False when somebody else is at it, or has been meanwhile.
 */
export async function claimUncommented(
  db: Db,
  wanted: { articleId: string; retry: Retry | undefined },
  work: (article: Uncommented, before: CommentaryRow | undefined) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await lockCommentary(tx, wanted.articleId))) return false;
    const [article] = await tx
      .select(articleColumns)
      .from(articles)
      .innerJoin(sources, eq(sources.id, articles.sourceId))
      .where(eq(articles.id, wanted.articleId));
    const row = await findCommentaryRow(tx, wanted.articleId);
    if (!article || (row && !isWaiting(article, row, wanted.retry))) return false;
    await work(article, row);
    return true;
  });
}

const articleColumns = {
  id: articles.id,
  slug: articles.slug,
  url: articles.url,
  title: articles.title,
  language: articles.language,
  publishedAt: articles.publishedAt,
  updatedAt: articles.updatedAt,
  summary: articles.summary,
  body: articles.body,
  sourceTitle: sources.title,
  sourceUrl: sources.url,
  categories: categoriesOfArticle,
  outlets: corroboration,
};

/** Its source has changed its text since that was last looked at. */
const HAS_CHANGED = sql`${articles.updatedAt} is distinct from ${commentaries.articleUpdatedAt}`;

const IS_UNFINISHED = eq(commentaries.reasonCode, UNFINISHED);

const hasChanged = ({ updatedAt }: Uncommented, { articleUpdatedAt }: CommentaryRow): boolean =>
  updatedAt?.getTime() !== articleUpdatedAt?.getTime();

function isOpenFor(retry: Retry | undefined): SQL | undefined {
  if (!retry) return undefined;
  const { before, now } = retry;
  return and(
    eq(commentaries.isOpen, true),
    lt(commentaries.createdAt, before),
    or(isNull(commentaries.parkedUntil), lte(commentaries.parkedUntil, now)),
  );
}

const isWaiting = (article: Uncommented, row: CommentaryRow, retry: Retry | undefined): boolean =>
  row.reasonCode === UNFINISHED || hasChanged(article, row) || mayRetry(row, retry);

function mayRetry({ isOpen, createdAt, parkedUntil }: CommentaryRow, retry: Retry | undefined): boolean {
  return (
    retry !== undefined &&
    isOpen &&
    createdAt < retry.before &&
    (parkedUntil === null || parkedUntil <= retry.now)
  );
}
