import {
  PAGE_TRIES_MAX,
  claimPage,
  findArticleIdByUrl,
  markArticle,
  upsertCategories,
  type ClaimedPage,
} from '../../db/article-collect.ts';
import { failure, invalid, refused, upstream, type AppError } from '../shared/errors.ts';
import type { FetchResponse } from '../shared/ports.ts';
import type { CollectRun } from './deps.ts';
import { judgeDate } from './feed/date.ts';
import type { Page } from './page/page.ts';
import { wallOf } from './page/wall.ts';
import { canonicalUrl, hostOf, isSameSite } from './url.ts';

/** `putOff`: its site asked to be left alone for a while; it is read later. */
export type PageOutcome =
  | { outcome: 'read' | 'putOff' }
  | { outcome: 'failed'; title: string; url: string; code: string; reason: string };

/**
 * Read the page of one article and write down what it says, or why it could not be read; the feed's text then stays.
 *
 * Shape: undefined when another process has it. A recording whose page has no text is no failure.
 * Errors: the database's own, when not even the failure can be written down.
 */
export async function readArticlePage(deps: CollectRun, id: string): Promise<PageOutcome | undefined> {
  let claimed: ClaimedPage | undefined;
  try {
    return await deps.db.transaction(async (tx) => {
      claimed = await claimPage(tx, id);
      return claimed && (await readClaimed({ ...deps, db: tx }, claimed));
    });
  } catch (error) {
    if (!claimed) throw error;
    return markFailed(deps, claimed, error);
  }
}

async function readClaimed(deps: CollectRun, article: ClaimedPage): Promise<PageOutcome> {
  const found = await fetchPage(deps, article).catch((error: unknown) => ({ error }));
  if ('error' in found) return markFailed(deps, article, found.error);
  const { page, response } = found;
  await takeOwnAddress(deps, article, { page, response });
  const text = textFrom(page, article);
  const language = page.language ?? article.language;
  await markArticle(deps.db, article.id, {
    ...text,
    ...dateFrom(page, article, deps.clock.now()),
    author: article.author ?? page.author ?? null,
    language,
    // The alternative text belongs to the picture that it describes.
    ...(article.imageUrl === null && { imageUrl: page.imageUrl ?? null, imageAlt: page.imageAlt ?? null }),
    ...(article.imageUrl === page.imageUrl && { imageAlt: article.imageAlt ?? page.imageAlt ?? null }),
    pageTries: article.pageTries + 1,
    settledAt: null,
  });
  const { title, sourceCategories } = article;
  const about = { title, text: `${article.summary ?? ''}\n${text.body}`, language };
  const filed = await deps.file(deps.db, { ...about, sourceCategories });
  await upsertCategories(deps.db, article.id, filed);
  return { outcome: 'read' };
}

/** Fewer words are a caption or a notice, not an article. */
const WORDS_MIN = 25;

async function fetchPage(deps: CollectRun, article: ClaimedPage): Promise<FetchedPage> {
  const first = await fetchAt(deps, article, article.url);
  const { refreshUrl, wordCount } = first.page;
  // A page that only sends its reader on is no article; where it sends to may be.
  const isDoor = refreshUrl !== undefined && wordCount < WORDS_MIN;
  const found = isDoor ? await fetchAt(deps, article, refreshUrl) : first;
  const host = hostOf(found.response.url);
  if (found.page.wordCount < WORDS_MIN && article.kind === 'text')
    throw invalid('page.no_text', `The page at ${host} has no text that can be read.`);
  return found;
}

interface FetchedPage {
  page: Page;
  response: FetchResponse;
}

async function fetchAt(deps: CollectRun, article: ClaimedPage, url: string): Promise<FetchedPage> {
  const { pageBytesMax: bytesMax, timeoutMs } = deps.config.collect;
  const as = article.userAgent === null ? {} : { userAgent: article.userAgent };
  await askRobots(deps, { ...article, url });
  const headers = { accept: 'text/html, application/xhtml+xml, */*;q=0.1' };
  const response = await deps.http.fetchPublic({ url, headers, bytesMax, timeoutMs, ...as });
  if (response.heldUntil) deps.onHold(response.url, response.heldUntil);
  const host = hostOf(response.url);
  const shut = wallOf(response);
  if (shut) throw refused(shut.code, shut.reason);
  if (response.status !== 200) throw badStatus(response.status, host);
  const contentType = response.headers['content-type'];
  if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType))
    throw invalid('page.not_html', `What ${host} sends is not a web page.`);
  const page = await deps.pages.read({ body: response.body, url: response.url, contentType });
  const wall = wallOf(response, page);
  if (wall) throw refused(wall.code, wall.reason);
  return { page, response };
}

async function askRobots({ robots }: CollectRun, { url, userAgent }: ClaimedPage): Promise<void> {
  const answer = await robots.allows(url, userAgent ?? undefined);
  if (answer.allowed) return;
  throw upstream(answer.code, answer.reason, { retryable: answer.retryable });
}

/** What the page says of its time counts where the feed said nothing that can be true. */
function dateFrom(page: Page, article: ClaimedPage, now: Date) {
  if (article.dateMark === 'given' || !page.publishedAt) return {};
  const { at: publishedAt, mark } = judgeDate({ at: page.publishedAt, state: 'given' }, now);
  return mark === 'given' ? { publishedAt, dateMark: mark } : {};
}

function badStatus(status: number, host: string): AppError {
  const sentence = `${host} answered with status ${status} in place of the page.`;
  return upstream('page.bad_status', sentence, { retryable: status === 429 || status >= 500 });
}

/**
 * A page with far less text than the feed holds shows only the beginning; but where the source has changed the article
 * since, less text is what it wants.
 */
function textFrom(page: Page, article: ClaimedPage) {
  const kept = { body: article.body, html: article.html, wordCount: article.wordCount };
  const fine = { pageCode: null, pageReason: null };
  if (page.wordCount < WORDS_MIN) return { ...kept, ...fine, pageState: 'none' as const };
  const isBeginning = article.updatedAt === null && page.wordCount < article.wordCount / 2;
  if (isBeginning) {
    const pageReason = 'The page has less text than the feed; the text of the feed was kept.';
    return { ...kept, pageState: 'read' as const, pageCode: 'page.beginning', pageReason };
  }
  const { text: body, html, wordCount } = page;
  return { body, html, wordCount, ...fine, pageState: 'read' as const };
}

/**
 * Keep the article under the address by which its page calls itself, or to which it has moved for good, unless another
 * article has that one: also one that takes it in this very moment.
 */
async function takeOwnAddress(deps: CollectRun, article: ClaimedPage, found: FetchedPage): Promise<void> {
  const url = ownAddress(article, found);
  if (url === article.url || (await findArticleIdByUrl(deps.db, url)) !== undefined) return;
  await deps.db
    .transaction((savepoint) => markArticle(savepoint, article.id, { url }))
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
}

function ownAddress(article: ClaimedPage, { page, response }: FetchedPage): string {
  const trusted = response.movedTo !== undefined || isSameSite(response.url, article.url);
  const moved = response.movedTo === undefined ? undefined : canonicalUrl(response.movedTo);
  return (trusted ? (page.canonicalUrl ?? moved) : undefined) ?? article.url;
}

/** Source: PostgreSQL documentation, appendix A (unique_violation). */
function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause && cause.code === '23505';
}

async function markFailed(deps: CollectRun, article: ClaimedPage, error: unknown): Promise<PageOutcome> {
  const { code, reason, retryable } = failure(error);
  // Its site wants to be left alone for a while, which says nothing of the page.
  if (code === 'fetch.site_on_hold') return { outcome: 'putOff' };
  await markArticle(deps.db, article.id, {
    pageState: 'failed',
    pageTries: retryable ? article.pageTries + 1 : PAGE_TRIES_MAX,
    pageCode: code,
    pageReason: reason,
  });
  deps.log.warn({ articleId: article.id, code }, 'a page could not be read');
  const { title, url } = article;
  return { outcome: 'failed', title, url, code, reason };
}
