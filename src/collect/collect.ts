import { listPagesToRead } from '../../db/article-collect.ts';
import { listSourcesDue } from '../../db/source.ts';
import { notFound } from '../shared/errors.ts';
import type { Progress } from '../shared/ports.ts';
import { forEachLimited } from '../shared/retry.ts';
import type { CollectDeps } from './deps.ts';
import { readArticlePage } from './page-row.ts';
import { settleTexts } from './settle.ts';
import { readSource, type SourceTurn } from './source.ts';

export type { CollectDeps } from './deps.ts';

export interface CollectOptions {
  /** Ask every source, also those whose turn it is not. */
  all?: boolean;
  /** Ask only this one, by its address or title, whether it is its turn or not. */
  source?: string;
  onProgress?: Progress;
}

export interface CollectReport {
  /** `due` is what was asked; it is the sum of the others. */
  sources: { due: number; read: number; unchanged: number; failed: number };
  /** `leftOut` counts entries of feeds without a usable address. */
  articles: {
    added: number;
    updated: number;
    duplicates: number;
    pagesRead: number;
    pagesFailed: number;
    leftOut: number;
  };
  failures: { source: string; code: string; reason: string }[];
}

/**
 * Sources in, articles out.
 *
 * Asks the sources whose turn it is, reads the pages of new articles, then settles what tells the same and what is
 * related. A source or page that fails leaves the reason on its row and is tried again later; the others go on.
 *
 * Safe to repeat at any moment and in any number of processes: a source or page is worked on in one transaction that
 * holds its row, articles are unique by address and by the feed's identity of them, and settling writes differences
 * only. So a run that was killed is made good by the next one, and a run that finds nothing new writes no article.
 * Errors: AppError `source.unknown` when no source is the one asked for; else the database's own.
 */
export async function collect(deps: CollectDeps, options: CollectOptions = {}): Promise<CollectReport> {
  const report = emptyReport();
  const width = deps.config.collect.concurrency;
  const step = countSteps(options.onProgress);
  const forced = options.all === true || options.source !== undefined;
  const dueAt = forced ? undefined : deps.clock.now();
  const sources = await sourcesToAsk(deps, dueAt, options.source);
  step.expect(sources.length);
  const answered: string[] = [];
  await forEachLimited(sources, width, async ({ id }) => {
    const turn = await readSource(deps, id, dueAt);
    if (turn) count(report, turn);
    if (turn && turn.outcome !== 'failed') answered.push(id);
    step.done();
  });
  const pages = await listPagesToRead(deps.db, { retrySourceIds: answered, limit: PAGES_MAX });
  step.expect(pages.length);
  await forEachLimited(pages, width, async (id) => {
    const outcome = await readArticlePage(deps, id);
    if (outcome === 'read') report.articles.pagesRead += 1;
    if (outcome === 'failed') report.articles.pagesFailed += 1;
    step.done();
  });
  report.articles.duplicates = await settleTexts(deps);
  return { ...report, failures: report.failures.toSorted((a, b) => (a.source < b.source ? -1 : 1)) };
}

const SOURCES_MAX = 10_000;
const PAGES_MAX = 10_000;

async function sourcesToAsk(
  deps: CollectDeps,
  dueAt: Date | undefined,
  wanted: string | undefined,
): Promise<{ id: string }[]> {
  const due = await listSourcesDue(deps.db, { now: dueAt, limit: SOURCES_MAX });
  if (wanted === undefined) return due;
  const name = wanted.toLowerCase();
  const found = due.filter(({ url, title }) => [url, title].some((text) => text.toLowerCase() === name));
  if (found.length === 0)
    throw notFound('source.unknown', `There is no source with the address or title "${wanted}".`);
  return found;
}

function emptyReport(): CollectReport {
  return {
    sources: { due: 0, read: 0, unchanged: 0, failed: 0 },
    articles: { added: 0, updated: 0, duplicates: 0, pagesRead: 0, pagesFailed: 0, leftOut: 0 },
    failures: [],
  };
}

function count(report: CollectReport, turn: SourceTurn): void {
  report.sources.due += 1;
  report.sources[turn.outcome] += 1;
  if (turn.outcome === 'failed')
    report.failures.push({ source: turn.title, code: turn.code, reason: turn.reason });
  if (turn.outcome !== 'read') return;
  report.articles.added += turn.added;
  report.articles.updated += turn.updated;
  report.articles.leftOut += turn.leftOut;
}

function countSteps(onProgress: Progress | undefined) {
  let [done, total] = [0, 0];
  return {
    expect: (more: number) => onProgress?.(done, (total += more)),
    done: () => onProgress?.((done += 1), total),
  };
}
