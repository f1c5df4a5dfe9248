import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import {
  insertSource,
  listHeldOutlets,
  listSourcesToAsk,
  markOutletHeld,
  sources,
  type Wanted,
} from '../../db/source.ts';
import { syncSources } from '../../db/source-sync.ts';
import type { SourceConfig } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();

const named = (path: string, more: Partial<SourceConfig> = {}): SourceConfig => ({
  url: `https://paper.example${path}`,
  kind: 'feed',
  licence: 'excerpt',
  categories: [],
  weight: 1,
  pages: true,
  ...more,
});
const NOW = new Date('2026-11-23');
beforeEach(() => database.db.delete(sources));

async function toAsk(wanted: Wanted): Promise<string[]> {
  const found = await listSourcesToAsk(database.db, { wanted, limit: 10 });
  return found.map(({ url }) => url.replace('https://paper.example', ''));
}

const rows = () => database.db.select().from(sources).orderBy(asc(sources.url));

test('sources follow the configuration: added, changed, put aside and taken up again', async () => {
  await syncSources(database.db, { sources: [named('/a?key=1'), named('/b', { title: 'B' })] });
  expect(await rows()).toMatchObject([
    { title: 'paper.example/a', titleConfigured: false, active: true },
    { title: 'B', titleConfigured: true, active: true },
  ]);
  await syncSources(database.db, { sources: [named('/b', { licence: 'full', categories: ['money'] })] });
  expect(await rows()).toMatchObject([
    { active: false },
    { active: true, licence: 'full', categories: ['money'], titleConfigured: false },
  ]);
  await database.db.update(sources).set({ nextCheckAt: new Date('2030-01-01') });
  await syncSources(database.db, {
    sources: [named('/a?key=1'), named('/b', { licence: 'full', categories: ['money'] })],
  });
  expect(await toAsk({ due: NOW })).toEqual(['/a?key=1']);
});

test('what a command added stays until the configuration names it too', async () => {
  const added = { url: 'https://paper.example/c', title: 'C', licence: 'link' as const };
  await insertSource(database.db, { ...added, origin: 'added' });
  await syncSources(database.db, { sources: [] });
  expect(await rows()).toMatchObject([{ active: true, origin: 'added' }]);
  await syncSources(database.db, { sources: [named('/c')] });
  expect(await rows()).toMatchObject([{ active: true, origin: 'config', licence: 'excerpt' }]);
  await syncSources(database.db, { sources: [] });
  expect(await rows()).toMatchObject([{ active: false }]);
});

test('a source that says the same as the configuration is not written', async () => {
  const config = { sources: [named('/a', { categories: ['money', 'sea'], userAgent: 'Reader/1' })] };
  await syncSources(database.db, config);
  const version = () => database.db.execute(sql`select xmin from sources`);
  const before = await version();
  await syncSources(database.db, config);
  expect(await version()).toEqual(before);
});

test('who is paused, has stopped or is on hold is asked only by name', async () => {
  await syncSources(database.db, { sources: ['/a', '/b', '/c', '/d', '/e'].map((path) => named(path)) });
  const set = (path: string, change: Partial<typeof sources.$inferInsert>) =>
    database.db
      .update(sources)
      .set(change)
      .where(eq(sources.url, `https://paper.example${path}`));
  await set('/a', { pausedAt: NOW });
  await set('/b', { stoppedAt: NOW });
  await set('/c', { heldUntil: new Date('2026-11-24') });
  await set('/d', { nextCheckAt: new Date('2026-11-24') });
  expect(await toAsk({ due: NOW })).toEqual(['/e']);
  expect(await toAsk({ all: NOW })).toEqual(expect.arrayContaining(['/d', '/e']));
  expect(await toAsk({ all: NOW })).toHaveLength(2);
  expect(await toAsk('named')).toHaveLength(5);
});

test('a hold is of all sources of an outlet, and the longer one wins', async () => {
  await syncSources(database.db, { sources: [named('/a'), named('/b')] });
  const [late, early] = [new Date('2026-11-24'), new Date('2026-11-23T12:00:00Z')];
  const outlet = (await rows())[0]?.outlet ?? '';
  await markOutletHeld(database.db, outlet, late);
  await markOutletHeld(database.db, outlet, early);
  expect((await rows()).map(({ heldUntil }) => heldUntil)).toEqual([late, late]);
  expect(await listHeldOutlets(database.db, NOW)).toEqual([
    { url: 'https://paper.example/a', heldUntil: late },
  ]);
  expect(await listHeldOutlets(database.db, late)).toEqual([]);
});
