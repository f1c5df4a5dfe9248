import { Agent, request } from 'undici';
import { collect, type CollectDeps, type CollectReport } from '../src/collect/collect.ts';
import { forEachLimited } from '../src/shared/retry.ts';
import { openNewsroom, openStand, type Stand } from './bench-newsroom.ts';
import { benchPages, type PagesBench } from './bench-pages.ts';
import { benchStories, type StoriesBench } from './bench-stories.ts';
import { watchMemory } from './bench-memory.ts';
import { timeMs } from './measure.ts';

/** One collect of all feeds. */
export interface CollectRunBench {
  seconds: number;
  feedsPerSecond: number;
  /** Of this process, while it ran. */
  peakMb: number;
  /** How many times as long as plain GETs of the same addresses. */
  ratioToGets: number;
  sources: CollectReport['sources'];
  articles: Pick<CollectReport['articles'], 'added' | 'updated'>;
}

/** All feeds fetched, and nothing done with them. */
export interface GetsBench {
  seconds: number;
  feedsPerSecond: number;
}

/** What collecting costs, without the network in between. */
export interface CollectBench {
  feeds: number;
  itemsPerFeed: number;
  origins: number;
  concurrency: number;
  /** Plain GETs by undici, as many at a time, bodies read and dropped. */
  gets: GetsBench;
  /** The same through the program's one way out, which judges every address. */
  fetches: GetsBench;
  /** Nothing is known yet: every item is a new article. */
  first: CollectRunBench;
  /** Every answer is 304. Several in a row, so that one sees what memory does. */
  unchanged: CollectRunBench[];
  /** Every feed has four new items and a reworded one. */
  changed: CollectRunBench;
  pages: PagesBench;
  stories: StoriesBench;
}

const FEEDS = 1_000;
const ITEMS = 20;
const ORIGINS = 100;
const UNCHANGED_RUNS = 3;

/** Measure collecting from a news stand on loopback, politeness off; texts and pages are generated. */
export async function benchCollect(): Promise<CollectBench> {
  const stand = await openStand();
  try {
    const newsroom = await openNewsroom(addressesOf(stand));
    try {
      return {
        ...(await benchFeeds(newsroom, stand)),
        pages: await benchPages(),
        stories: await benchStories(),
      };
    } finally {
      await newsroom.close();
    }
  } finally {
    stand.close();
  }
}

async function benchFeeds(
  newsroom: CollectDeps,
  stand: Stand,
): Promise<Omit<CollectBench, 'pages' | 'stories'>> {
  const { concurrency } = newsroom.config.collect;
  // Once before, so that the stand has printed every feed for both.
  await timeGets(stand, concurrency);
  const getsMs = await timeGets(stand, concurrency);
  const fetchesMs = await timeFetches(newsroom, stand);
  const run = () => timeCollect(newsroom, getsMs);
  const first = await run();
  const unchanged: CollectRunBench[] = [];
  for (let i = 0; i < UNCHANGED_RUNS; i += 1) unchanged.push(await run());
  await stand.turnTo(1);
  await timeGets(stand, concurrency);
  const changed = await run();
  const [gets, fetches] = [perSecond(getsMs), perSecond(fetchesMs)];
  return {
    feeds: FEEDS,
    itemsPerFeed: ITEMS,
    origins: ORIGINS,
    concurrency,
    gets,
    fetches,
    first,
    unchanged,
    changed,
  };
}

async function timeCollect(newsroom: CollectDeps, getsMs: number): Promise<CollectRunBench> {
  const memory = watchMemory();
  let report: CollectReport | undefined;
  const ms = await timeMs(async () => (report = await collect(newsroom, { all: true })));
  const peakMb = memory.stop();
  if (!report || report.sources.failed > 0)
    throw new Error(`sources failed: ${report?.failures[0]?.reason ?? 'all of them'}`);
  const { sources, articles } = report;
  const { added, updated } = articles;
  return {
    ...perSecond(ms),
    peakMb,
    ratioToGets: ms / getsMs,
    sources,
    articles: { added, updated },
  };
}

async function timeGets(stand: Stand, width: number): Promise<number> {
  const dispatcher = new Agent({ connections: width });
  const ms = await timeMs(() =>
    forEachLimited(addressesOf(stand), width, async (address) => {
      const { pathname } = new URL(address);
      const { body } = await request(`http://127.0.0.1:${stand.port}${pathname}`, { dispatcher });
      await body.dump({ limit: 1_000_000 });
    }),
  );
  await dispatcher.close();
  return ms;
}

function timeFetches({ http, config }: CollectDeps, stand: Stand): Promise<number> {
  const limits = { bytesMax: 1_000_000, timeoutMs: 10_000 };
  return timeMs(() =>
    forEachLimited(addressesOf(stand), config.collect.concurrency, async (url) => {
      await http.fetchPublic({ url, ...limits });
    }),
  );
}

const perSecond = (ms: number): GetsBench => ({ seconds: ms / 1000, feedsPerSecond: (FEEDS * 1000) / ms });

function addressesOf({ port }: Stand): string[] {
  return Array.from(
    { length: FEEDS },
    (_, i) => `http://outlet-${i % ORIGINS}.localhost:${port}/${i}/feed.xml`,
  );
}
