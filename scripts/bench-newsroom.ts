import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Db } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { ensureDatabase, migrate } from '../db/migrate.ts';
import { syncSources } from '../db/source-sync.ts';
import type { CollectDeps } from '../src/collect/collect.ts';
import { createPageReader } from '../src/collect/page/reader.ts';
import { createRobots } from '../src/collect/robots.ts';
import { parseConfig } from '../src/shared/config.ts';
import { createPublicHttp } from '../src/shared/http.ts';
import { silentLog } from '../src/shared/log.ts';
import { MEASURED_MILE } from './bench-edition-content.ts';

/** A news stand on loopback, in a process of its own. */
export interface Stand {
  port: number;
  /** Have every feed move on. */
  turnTo(edition: number): Promise<void>;
  close(): void;
}

/** Open the stand of `bench-stand.ts`. */
export async function openStand(): Promise<Stand> {
  const child = fork(fileURLToPath(import.meta.resolve('./bench-stand.ts')));
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    turnTo: async (edition) =>
      void (await (await fetch(`http://127.0.0.1:${port}/edition/${edition}`)).text()),
    close: () => child.disconnect(),
  };
}

/** A newsroom with a PostgreSQL of its own in a temporary folder, both gone after `close`. */
export async function openNewsroom(
  sourceUrls: readonly string[],
): Promise<CollectDeps & { close: () => Promise<void> }> {
  const { db, close } = await openDatabase();
  const config = configFor(sourceUrls);
  const clock = { now: () => new Date() };
  const { allowHosts } = config.collect;
  const http = createPublicHttp({ userAgent: 'Broadside-Bench/1', allowHosts, clock });
  const pages = createPageReader();
  await syncSources(db, config);
  const robots = createRobots({ http, clock, userAgentName: 'Broadside-Bench' });
  const siteUrl = config.newsroom.url;
  return {
    config,
    db,
    http,
    pages,
    robots,
    clock,
    log: silentLog,
    secret: 'for measuring only',
    siteUrl,
    async close() {
      await pages.close();
      await http.close();
      await close();
    },
  };
}

/** A PostgreSQL of its own in a temporary folder, empty but for its tables; both are gone after `close`. */
export async function openDatabase(): Promise<{ db: Db; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'broadside-bench-'));
  const server = await startEmbedded(dataDir);
  await ensureDatabase(server.url('postgres'), 'bench');
  await migrate(server.url('bench'));
  const connection = connect(server.url('bench'));
  return {
    db: connection.db,
    async close() {
      await connection.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function configFor(sourceUrls: readonly string[]) {
  return parseConfig({
    newsroom: MEASURED_MILE,
    categories: [
      { slug: 'one', name: 'One', keywords: ['bade', 'figo'] },
      { slug: 'two', name: 'Two', keywords: ['luma', 'nepi'] },
    ],
    sources: sourceUrls.map((url) => ({ url, pages: false })),
    collect: { allowHosts: [...new Set(sourceUrls.map((url) => new URL(url).host))] },
  });
}
