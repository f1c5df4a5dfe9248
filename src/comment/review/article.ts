import {
  findArticleById,
  findArticleBySlug,
  findArticleByUrl,
  type ArticleDetail,
} from '../../../db/article.ts';
import { findCommentaryRow, type CommentaryRow } from '../../../db/commentary.ts';
import { listSections, type SectionRow } from '../../../db/commentary-section.ts';
import type { WithDb } from '../../../db/client.ts';
import { listEditionsOfArticle } from '../../../db/edition.ts';
import { notFound } from '../../shared/errors.ts';
import type { Ports } from '../../shared/ports.ts';

export type ReviewDeps = WithDb<Pick<Ports, 'config' | 'clock' | 'siteUrl'>>;

/** An article with all that was done about it. */
export interface Opened {
  article: ArticleDetail;
  /** Undefined before anybody has worked on it. */
  row: CommentaryRow | undefined;
  sections: SectionRow[];
  /** Where it stands already, newest first: what is frozen there stays. */
  editions: { day: string; number: number }[];
}

/**
 * Open an article by its slug, its id, its own address or that of its page here.
 *
 * Errors: AppError `article.unknown`.
 */
export async function openArticle(deps: ReviewDeps, wanted: string): Promise<Opened> {
  const { db } = deps;
  const article = await findArticle(deps, wanted.trim());
  if (!article)
    throw notFound(
      'article.unknown',
      `There is no article "${wanted}". Name it by its slug (the end of its page's address, /articles/<slug>), ` +
        'its id or its address; "broadside review list --state all" lists slugs.',
    );
  return {
    article,
    row: await findCommentaryRow(db, article.id),
    sections: await listSections(db, article.id),
    editions: await listEditionsOfArticle(db, article.id, { limit: EDITIONS_MAX }),
  };
}

const EDITIONS_MAX = 20;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

async function findArticle(
  { db, siteUrl, config }: ReviewDeps,
  wanted: string,
): Promise<ArticleDetail | undefined> {
  if (UUID.test(wanted)) return findArticleById(db, wanted);
  const slug = slugOfPage(wanted, [siteUrl, config.newsroom.url]);
  if (slug !== undefined) return findArticleBySlug(db, slug);
  return (await findArticleByUrl(db, wanted)) ?? findArticleBySlug(db, wanted);
}

/** The slug in the address of a page of ours, whole or from its first slash on. */
function slugOfPage(wanted: string, sites: readonly string[]): string | undefined {
  const page = URL.parse(wanted, sites[0]);
  if (!page || !(wanted.startsWith('/') || sites.some((site) => URL.parse(site)?.host === page.host)))
    return undefined;
  const [, slug] = /\/articles\/([^/]+)\/?$/.exec(page.pathname) ?? [];
  if (slug === undefined) return undefined;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
