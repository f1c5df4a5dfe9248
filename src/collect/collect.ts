import { listPagesToRead } from '../../db/article-collect.ts';
import { listHeldOutlets, listSourcesToAsk, markOutletHeld, type Wanted } from '../../db/source.ts';
import { listTroubledSources } from '../../db/source-health.ts';
import { invalid } from '../shared/errors.ts';
import { outletOf } from '../shared/outlet.ts';
import type { Progress } from '../shared/ports.ts';
import type { CollectDeps, CollectRun } from './deps.ts';
import { askHubs } from './hub.ts';
import { createLanes } from './lanes.ts';
import { createTaughtFiling } from './learner-taught.ts';
import { calledSo } from './named.ts';
import { readArticlePage, type PageOutcome } from './page-row.ts';
import { settleTexts } from './settle.ts';
import { readSource, type SourceTurn } from './source.ts';
import { troublesOf, type Trouble } from './troubles.ts';

export type { CollectDeps } from './deps.ts';

export interface CollectOptions {
  /** Ask every source that nobody has paused, also those whose turn it is not. */
  all?: boolean;
  /** Ask only this one, by its address or title, whether it is its turn or not, and even if it is paused. */
  source?: string;
  onProgress?: Progress;
  /** Raised when the program is to stop: what has begun is finished, the rest comes with the next run. */
  signal?: AbortSignal | undefined;
}

export interface CollectReport {
  /** `due` is what was asked; it is the sum of the others. `putOff`: its site asked to be left alone for a while. */
  sources: { due: number; read: number; unchanged: number; putOff: number; failed: number };
  /** `leftOut` counts entries of feeds that have no usable address. */
  articles: {
    added: number;
    updated: number;
    duplicates: number;
    pagesRead: number;
    pagesFailed: number;
    leftOut: number;
  };
  failures: { source: string; code: string; reason: string }[];
  /** The first of the articles whose pages could not be read, and why. */
  unread: { title: string; url: string; code: string; reason: string }[];
  /** The first of the entries that were left out, and why. */
  leftOut: { source: string; title: string; reason: string }[];
  /** Sources that have been failing for days, or that have been silent for much longer than usual. */
  troubles: Trouble[];
  /** What could not be done as it was meant, such as embeddings that no server gave. */
  notes: string[];
}

/**
 * Sources in, articles out.
 *
 * Asks the sources whose turn it is and reads the pages of new articles, site by site and many sites at a time; then
 * settles what tells the same, which story it belongs to and what is related. A source or page that fails leaves the
 * reason on its row and is tried again later; the others go on.
 *
 * Safe to repeat at any moment and in any number of processes: a source or page is worked on in one transaction that
 * holds its row, articles are unique by address and by the feed's identity of them, and settling writes differences
 * only. So a run that was killed is made good by the next one, and a run that finds nothing new writes no article.
 * Errors: AppError `source.unknown` when no source is the one asked for; else the database's own.
 */
export async function collect(deps: CollectDeps, options: CollectOptions = {}): Promise<CollectReport> {
  const holds = createHolds(deps.db);
  const run: CollectRun = {
    ...deps,
    file: createTaughtFiling(deps.config.categories),
    onHold: (url, until) => holds.add(url, until),
  };
  const report = emptyReport();
  const { wanted, sources } = await sourcesToAsk(deps, options);
  for (const { url, heldUntil } of await listHeldOutlets(deps.db, deps.clock.now()))
    deps.http.holdSite(url, heldUntil);
  await askAll(run, {
    wanted,
    sources,
    report,
    ...options,
    keepHolds: () => holds.keep(),
  });
  const settled = await settleTexts(run);
  report.articles.duplicates = settled.duplicates;
  report.notes.push(...settled.notes, ...(await askHubs(run)));
  const now = deps.clock.now();
  report.troubles = troublesOf(await listTroubledSources(deps.db, { limit: SOURCES_MAX }), now);
  return { ...report, failures: report.failures.toSorted((a, b) => (a.source < b.source ? -1 : 1)) };
}

const SOURCES_MAX = 10_000;
const PAGES_MAX = 10_000;
const PAGES_A_SITE_MAX = 100;
const LEFT_OUT_MAX = 50;
const UNREAD_MAX = 50;

interface Work {
  wanted: Wanted;
  sources: Awaited<ReturnType<typeof listSourcesToAsk>>;
  report: CollectReport;
  onProgress?: Progress;
  keepHolds: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** The pages of a source follow as soon as its feed has been read, so that a slow source delays nobody's but its own. */
async function askAll(
  run: CollectRun,
  { wanted, sources, report, onProgress, keepHolds, signal }: Work,
): Promise<void> {
  const { db, clock, http, config } = run;
  const step = countSteps(onProgress);
  const urls = new Map<string, string>();
  // Asked each time: a site may say in its robots.txt that it wants longer pauses.
  const restMs = (key: string) => http.gapMs(urls.get(key) ?? '');
  const lanes = createLanes({ width: config.collect.concurrency, restMs });
  const add = (url: string, id: string, work: () => Promise<void>) => {
    const gapMs = http.gapMs(url);
    const key = gapMs > 0 ? outletOf(url) : id;
    urls.set(key, url);
    step.expect(1);
    lanes.add(key, async () => {
      if (!signal?.aborted) await work();
      await keepHolds();
      step.done();
    });
  };
  const queued = new Set<string>();
  const counts = new Map<string, number>();
  /** A site that wants pauses between requests does not hold up the whole day; the rest of its pages come with the next run. */
  const hasRoom = (url: string) => {
    if (http.gapMs(url) === 0) return true;
    const outlet = outletOf(url);
    const count = (counts.get(outlet) ?? 0) + 1;
    counts.set(outlet, count);
    return count <= PAGES_A_SITE_MAX;
  };
  const addPages = async (sourceId?: string) => {
    const search = { now: clock.now(), limit: PAGES_MAX, ...(sourceId !== undefined && { sourceId }) };
    for (const { id, url } of await listPagesToRead(db, search)) {
      if (queued.has(id) || !hasRoom(url)) continue;
      queued.add(id);
      add(url, id, async () => countPage(report, await readArticlePage(run, id)));
    }
  };
  for (const { id, url, fetchUrl } of sources)
    add(fetchUrl ?? url, id, async () => {
      const turn = await readSource(run, id, wanted);
      if (turn) countTurn(report, turn);
      if (turn?.outcome === 'read' || turn?.outcome === 'unchanged') await addPages(turn.id);
    });
  if (wanted !== 'named') await addPages();
  await lanes.drained();
}

/** Sites that asked to be left alone, written down outside the transaction in which that was learned. */
function createHolds(db: CollectDeps['db']) {
  const noted = new Map<string, Date>();
  return {
    add: (url: string, until: Date) => void noted.set(outletOf(url), until),
    async keep() {
      for (const [outlet, until] of noted) {
        noted.delete(outlet);
        await markOutletHeld(db, outlet, until);
      }
    },
  };
}

async function sourcesToAsk(
  { db, clock }: CollectDeps,
  { all, source }: CollectOptions,
): Promise<Pick<Work, 'wanted' | 'sources'>> {
  const now = clock.now();
  const wanted: Wanted = source !== undefined ? 'named' : all ? { all: now } : { due: now };
  const found = await listSourcesToAsk(db, { wanted, limit: SOURCES_MAX });
  if (source === undefined) return { wanted, sources: found };
  const named = calledSo(source, found);
  if (named.length === 0)
    throw invalid(
      'source.unknown',
      `There is no source with the address or title "${source}"; \`source list\` names them.`,
    );
  return { wanted, sources: named };
}

function emptyReport(): CollectReport {
  return {
    sources: { due: 0, read: 0, unchanged: 0, putOff: 0, failed: 0 },
    articles: { added: 0, updated: 0, duplicates: 0, pagesRead: 0, pagesFailed: 0, leftOut: 0 },
    failures: [],
    unread: [],
    leftOut: [],
    troubles: [],
    notes: [],
  };
}

function countTurn(report: CollectReport, turn: SourceTurn): void {
  const { title: source } = turn;
  report.sources.due += 1;
  report.sources[turn.outcome] += 1;
  if (turn.outcome === 'failed') report.failures.push({ source, code: turn.code, reason: turn.reason });
  if (turn.outcome !== 'read') return;
  report.articles.added += turn.added;
  report.articles.updated += turn.updated;
  report.articles.leftOut += turn.leftOut;
  const room = Math.max(0, LEFT_OUT_MAX - report.leftOut.length);
  report.leftOut.push(...turn.leftOutItems.slice(0, room).map((item) => ({ source, ...item })));
}

function countPage(report: CollectReport, page: PageOutcome | undefined): void {
  if (page?.outcome === 'read') report.articles.pagesRead += 1;
  if (page?.outcome !== 'failed') return;
  report.articles.pagesFailed += 1;
  const { title, url, code, reason } = page;
  if (report.unread.length < UNREAD_MAX) report.unread.push({ title, url, code, reason });
}

function countSteps(onProgress: Progress | undefined) {
  let [done, total] = [0, 0];
  return {
    expect: (more: number) => onProgress?.(done, (total += more)),
    done: () => onProgress?.((done += 1), total),
  };
}
