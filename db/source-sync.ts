import { asc, eq, inArray } from 'drizzle-orm';
import type { Config, SourceConfig } from '../src/shared/config.ts';
import { outletOf } from '../src/shared/outlet.ts';
import { sourceKey } from '../src/shared/source-key.ts';
import type { Db } from './client.ts';
import { sources, type Source } from './source.ts';

/**
 * Bring the rows of the sources to what the configuration names.
 *
 * Shape: new ones are added, changed ones updated, those no longer named become inactive and keep their articles, those
 * named again become active and due. What a command has added stays, until the configuration names it too. Rows that
 * already say so are not written.
 */
export async function syncSources(db: Db, config: Pick<Config, 'sources'>): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.select().from(sources).orderBy(asc(sources.url));
    const known = new Map(rows.map((row) => [row.url, row]));
    const fresh = config.sources.filter(({ url }) => !known.has(url)).map(rowOf);
    for (let i = 0; i < fresh.length; i += 1000)
      await tx
        .insert(sources)
        .values(fresh.slice(i, i + 1000))
        .onConflictDoNothing({ target: sources.url });
    for (const source of config.sources) {
      const row = known.get(source.url);
      const change = row && changeOf(row, source);
      if (change) await tx.update(sources).set(change).where(eq(sources.id, row.id));
    }
    const named = new Set(config.sources.map(({ url }) => url));
    const keys = new Set(config.sources.map(({ url }) => sourceKey(url)));
    // What a command added under another spelling is the configuration's now.
    const isGone = ({ url, origin }: Source) =>
      !named.has(url) && (origin === 'config' || keys.has(sourceKey(url)));
    const gone = rows.filter((row) => row.active && isGone(row));
    const ids = gone.map((row) => row.id);
    if (ids.length > 0) await tx.update(sources).set({ active: false }).where(inArray(sources.id, ids));
  });
}

/** What a source is called until its feed has said its title: its address without scheme and query. */
export function addressInWords(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/$/, '');
}

function rowOf({ url, title, ...source }: SourceConfig): typeof sources.$inferInsert {
  return {
    url,
    title: title ?? addressInWords(url),
    titleConfigured: title !== undefined,
    outlet: outletOf(url),
    ...saidOf(source),
  };
}

/** What the configuration says, and nobody else. */
function saidOf({ licence, categories, pages, userAgent }: Omit<SourceConfig, 'url' | 'title'>) {
  return { licence, categories, pages, userAgent: userAgent ?? null, origin: 'config' as const };
}

function changeOf(row: Source, source: SourceConfig): Partial<Source> | undefined {
  const said = { ...saidOf(source), outlet: outletOf(source.url) };
  const change: Partial<Source> = differences(row, said);
  if (!row.active)
    Object.assign(change, { active: true, nextCheckAt: null, stoppedAt: null, pausedAt: null });
  if (source.title !== undefined && source.title !== row.title) change.title = source.title;
  if (row.titleConfigured !== (source.title !== undefined)) change.titleConfigured = !row.titleConfigured;
  // The feed's own title is learned when it is read again in full.
  if (change.titleConfigured === false)
    Object.assign(change, { etag: null, lastModified: null, bodyHash: null });
  return Object.keys(change).length > 0 ? change : undefined;
}

function differences(row: Source, said: Partial<Source>): Partial<Source> {
  const entries = Object.entries(said) as [keyof Source, unknown][];
  return Object.fromEntries(entries.filter(([name, value]) => String(row[name]) !== String(value)));
}
