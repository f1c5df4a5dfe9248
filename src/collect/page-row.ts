import {
  PAGE_TRIES_MAX,
  claimPage,
  findArticleIdByUrl,
  markArticle,
  upsertCategories,
  type ClaimedPage,
} from '../../db/article-collect.ts';
import { failure, invalid, upstream, type AppError } from '../shared/errors.ts';
import type { FetchResponse } from '../shared/ports.ts';
import { categorize } from './categorize.ts';
import { decodeText } from './decode.ts';
import type { CollectDeps } from './deps.ts';
import { readPage, type Page } from './page/page.ts';
import { canonicalUrl, hostOf, isSameSite } from './url.ts';

/**
 * Read the page of one article and write down what it says, or why it could not be read; the feed's text then stays.
 *
 * Shape: undefined when another process has it. A recording whose page has no text is no failure.
 * Errors: the database's own, when not even the failure can be written down.
 */
export async function readArticlePage(deps: CollectDeps, id: string): Promise<'read' | 'failed' | undefined> {
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

async function readClaimed(deps: CollectDeps, article: ClaimedPage): Promise<'read' | 'failed'> {
  const found = await fetchPage(deps, article).catch((error: unknown) => ({ error }));
  if ('error' in found) return markFailed(deps, article, found.error);
  const { page, response } = found;
  const url = await ownAddress(deps, article, { page, response });
  const text = textFrom(page, article);
  await markArticle(deps.db, article.id, {
    ...text,
    url,
    author: article.author ?? page.author ?? null,
    language: page.language ?? article.language,
    imageUrl: article.imageUrl ?? page.imageUrl ?? null,
    imageAlt: page.imageAlt ?? null,
    pageTries: article.pageTries + 1,
  });
  const about = { title: article.title, text: `${article.summary ?? ''}\n${text.body}` };
  const { categories } = deps.config;
  const filed = categorize({ ...about, sourceCategories: article.sourceCategories }, categories);
  await upsertCategories(deps.db, article.id, filed);
  return 'read';
}

/** Fewer words are a caption or a notice, not an article. */
const WORDS_MIN = 25;

async function fetchPage(
  deps: CollectDeps,
  article: ClaimedPage,
): Promise<{ page: Page; response: FetchResponse }> {
  const { pageBytesMax: bytesMax, timeoutMs } = deps.config.collect;
  const headers = { accept: 'text/html, application/xhtml+xml, */*;q=0.1' };
  const response = await deps.http.fetchPublic({ url: article.url, headers, bytesMax, timeoutMs });
  const host = hostOf(response.url);
  if (response.status !== 200) throw badStatus(response.status, host);
  const type = response.headers['content-type'];
  if (type !== undefined && !/html|xml|text\/plain/i.test(type))
    throw invalid('page.not_html', `What ${host} sends is not a web page.`);
  const page = readPage(decodeText(response.body, type), response.url);
  if (page.wordCount < WORDS_MIN && article.kind === 'text')
    throw invalid('page.no_text', `The page at ${host} has no text that can be read.`);
  return { page, response };
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
  if (page.wordCount < WORDS_MIN) return { ...kept, pageState: 'none' as const, pageReason: null };
  const isBeginning = article.updatedAt === null && page.wordCount < article.wordCount / 2;
  if (isBeginning) {
    const pageReason = 'The page has less text than the feed; the text of the feed was kept.';
    return { ...kept, pageState: 'read' as const, pageReason };
  }
  const { text: body, html, wordCount } = page;
  return { body, html, wordCount, pageState: 'read' as const, pageReason: null };
}

/** The address by which the page calls itself, or to which it has moved for good, unless another article has it. */
async function ownAddress(
  deps: CollectDeps,
  article: ClaimedPage,
  { page, response }: { page: Page; response: FetchResponse },
): Promise<string> {
  const trusted = response.movedPermanently || isSameSite(response.url, article.url);
  const moved = response.movedPermanently ? canonicalUrl(response.url) : undefined;
  const own = trusted ? (page.canonicalUrl ?? moved) : undefined;
  if (own === undefined || own === article.url) return article.url;
  return (await findArticleIdByUrl(deps.db, own)) === undefined ? own : article.url;
}

async function markFailed(deps: CollectDeps, article: ClaimedPage, error: unknown): Promise<'failed'> {
  const { code, reason, retryable } = failure(error);
  await markArticle(deps.db, article.id, {
    pageState: 'failed',
    pageTries: retryable ? article.pageTries + 1 : PAGE_TRIES_MAX,
    pageReason: reason,
  });
  deps.log.warn({ articleId: article.id, code }, 'a page could not be read');
  return 'failed';
}
