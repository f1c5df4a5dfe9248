import { findSource, insertSource, listActiveSources, markSource, type Source } from '../../db/source.ts';
import { addressInWords } from '../../db/source-sync.ts';
import type { Db } from '../../db/client.ts';
import type { Config, Licence } from '../shared/config.ts';
import { conflict, invalid, notFound } from '../shared/errors.ts';
import { outletOf } from '../shared/outlet.ts';
import { sourceKey } from '../shared/source-key.ts';
import type { CollectDeps } from './deps.ts';
import { findFeeds, webAddress } from './find-feed.ts';
import { calledSo } from './named.ts';
import { readOpml, writeOpml } from './opml.ts';

/** What a person says of a source beside its address. */
export interface SourceWish {
  title?: string | undefined;
  licence?: Licence | undefined;
  /** Slugs. */
  categories?: readonly string[] | undefined;
}

export interface AddedSource {
  url: string;
  title: string;
  /** Entries that its feed holds now. */
  items: number;
  /** Other feeds of the same site, which were not added. */
  others: string[];
}

/**
 * Add a source by the address of its feed or of its site; it is asked with the next run.
 *
 * Errors: AppError `source.known`, `source.no_feed_found`, `source.categories`, and the fetcher's own.
 */
export async function addSource(
  deps: CollectDeps,
  address: string,
  wish: SourceWish = {},
): Promise<AddedSource> {
  judgeCategories(deps.config, wish.categories ?? []);
  const [first, ...others] = await findFeeds(deps, address);
  if (!first) throw notFound('source.no_feed_found', 'There is no feed at this address.');
  const title = wish.title ?? first.feed.title ?? addressInWords(first.url);
  const known = await knownKeys(deps.db);
  await keep(deps.db, { url: first.url, title, wish, known });
  return { url: first.url, title, items: first.feed.items.length, others: others.map(({ url }) => url) };
}

/**
 * Leave a source alone until it is resumed, or ask it again: also one that has stopped or waits after failures.
 *
 * Errors: AppError `source.unknown`.
 */
export async function pauseSource(
  { db, clock }: CollectDeps,
  name: string,
  paused: boolean,
): Promise<Source> {
  const source = await getSource(db, name);
  if (paused) await markSource(db, source.id, { pausedAt: source.pausedAt ?? clock.now() });
  else
    await markSource(db, source.id, {
      pausedAt: null,
      stoppedAt: null,
      nextCheckAt: null,
      heldUntil: null,
    });
  return source;
}

/**
 * Collect a source no more; its articles stay.
 *
 * Errors: AppError `source.unknown`, `source.configured` when the configuration names it, which has the last word.
 */
export async function removeSource({ db }: CollectDeps, name: string): Promise<Source> {
  const source = await getSource(db, name);
  if (source.origin === 'config')
    throw conflict(
      'source.configured',
      `"${source.title}" stands in the configuration file; remove it there, or pause it.`,
    );
  await markSource(db, source.id, { active: false });
  return source;
}

export interface ImportReport {
  added: string[];
  /** There already, under this address or another spelling of it. */
  known: string[];
  leftOut: { title: string; reason: string }[];
}

/**
 * Add every feed of an OPML file; a folder that has the name or slug of a category files its feeds there.
 *
 * Shape: nothing is fetched; a feed that cannot be read says so with the next run.
 * Errors: AppError `opml.not_opml`.
 */
export async function importSources(
  deps: CollectDeps,
  opml: string,
  { licence }: { licence?: Licence | undefined } = {},
): Promise<ImportReport> {
  const { feeds, leftOut } = readOpml(opml);
  const report: ImportReport = { added: [], known: [], leftOut: [...leftOut] };
  const known = await knownKeys(deps.db);
  for (const { url, title, folders } of feeds) {
    try {
      const categories = categoriesCalled(deps.config, folders);
      const kept = { url: webAddress(url), title: title ?? addressInWords(url) };
      await keep(deps.db, { ...kept, known, wish: { title, licence, categories } });
      report.added.push(url);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'source.known') report.known.push(url);
      else if (code === 'source.bad_address')
        report.leftOut.push({ title: title ?? url, reason: 'Its address is not a web address.' });
      else throw error;
    }
  }
  return report;
}

/** Every source as an OPML file, in a folder for each category. */
export async function exportSources({ db, config, clock }: CollectDeps): Promise<string> {
  const sources = await listActiveSources(db, { limit: SOURCES_MAX });
  const names = new Map(config.categories.map(({ slug, name }) => [slug, name]));
  const feeds = sources.map(({ url, title, homeUrl, categories }) => ({
    url,
    title,
    ...(homeUrl !== null && { homeUrl }),
    folders: categories.map((slug) => names.get(slug) ?? slug),
  }));
  return writeOpml({ title: config.newsroom.name, createdAt: clock.now(), feeds });
}

const SOURCES_MAX = 10_000;

async function getSource(db: Db, name: string): Promise<Source> {
  const all = await listActiveSources(db, { limit: SOURCES_MAX });
  const [source, another] = calledSo(name, all);
  if (source && another)
    throw invalid(
      'source.ambiguous',
      `Several sources are called "${name.trim()}"; name one by its address, as \`source list\` shows it.`,
    );
  if (!source)
    throw invalid(
      'source.unknown',
      `There is no source with the address or title "${name.trim()}"; \`source list\` names them.`,
    );
  return source;
}

type KnownKeys = Map<string, Pick<Source, 'url' | 'title'>>;

/** What is collected already, by every address that it has. */
async function knownKeys(db: Db): Promise<KnownKeys> {
  const all = await listActiveSources(db, { limit: SOURCES_MAX });
  return new Map(
    all.flatMap(({ url, fetchUrl, title }) =>
      [url, fetchUrl ?? url].map((address) => [sourceKey(address), { url, title }]),
    ),
  );
}

/** Write it down, or put one that was removed back in its place. Errors: AppError `source.known`. */
async function keep(
  db: Db,
  { url, title, wish, known }: { url: string; title: string; wish: SourceWish; known: KnownKeys },
): Promise<void> {
  const key = sourceKey(url);
  const same = known.get(key);
  known.set(key, { url, title });
  if (same)
    throw conflict(
      'source.known',
      `This source is there already: "${same.title}"${same.url === url ? '' : ', under another spelling of its address'}.`,
    );
  const { licence = 'excerpt', categories = [] } = wish;
  const row = {
    title,
    titleConfigured: wish.title !== undefined,
    licence,
    categories: [...categories],
    origin: 'added' as const,
    outlet: outletOf(url),
  };
  if ((await insertSource(db, { url, ...row })) !== undefined) return;
  const former = await findSource(db, url);
  if (former)
    await markSource(db, former.id, {
      ...row,
      active: true,
      pausedAt: null,
      stoppedAt: null,
      nextCheckAt: null,
    });
}

function judgeCategories({ categories }: Config, slugs: readonly string[]): void {
  const unknown = slugs.filter((slug) => !categories.some((known) => known.slug === slug));
  if (unknown.length > 0)
    throw invalid(
      'source.categories',
      `There is no category "${unknown.join('", "')}"; there are ${categories.map(({ slug }) => slug).join(', ')}.`,
    );
}

function categoriesCalled({ categories }: Config, folders: readonly string[]): string[] {
  const wanted = new Set(folders.map((folder) => folder.trim().toLowerCase()));
  return categories
    .filter(({ slug, name }) => wanted.has(slug) || wanted.has(name.toLowerCase()))
    .map(({ slug }) => slug);
}
