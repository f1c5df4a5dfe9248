import type { Db } from '../db/client.ts';
import { createComposer } from '../src/compose/composer.ts';
import { parseConfig, type Config } from '../src/shared/config.ts';
import { silentLog } from '../src/shared/log.ts';
import type { Ports } from '../src/shared/ports.ts';
import { CATEGORIES, MEASURED_MILE, slugOf } from './bench-edition-content.ts';

/** A newsroom whose provider sets no limit worth the name. */
export function deliverConfig(): Config {
  return parseConfig({
    newsroom: MEASURED_MILE,
    categories: Array.from({ length: CATEGORIES }, (_, i) => ({ slug: slugOf(i), name: `Shelf ${i}` })),
    sources: [],
    deliver: { requestsPerSecond: 1000, batchSize: 100 },
  });
}

/** What the rooms take, but for the mailer. */
export function deliverDeps(db: Db): Ports & { db: Db; composer: ReturnType<typeof createComposer> } {
  const ports = {
    db,
    config: deliverConfig(),
    clock: { now: () => new Date() },
    log: silentLog,
    secret: 'a secret for measuring only, no more',
    siteUrl: MEASURED_MILE.url,
  };
  return { ...ports, composer: createComposer(ports) };
}
