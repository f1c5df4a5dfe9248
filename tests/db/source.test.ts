import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listSourcesDue, sources, syncSources } from '../../db/source.ts';
import type { SourceConfig } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();

const named = (path: string, more: Partial<SourceConfig> = {}): SourceConfig => ({
  url: `https://paper.example${path}`,
  kind: 'feed',
  licence: 'excerpt',
  categories: [],
  ...more,
});
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
  const due = await listSourcesDue(database.db, { now: new Date('2026-11-23'), limit: 10 });
  expect(due.map(({ url }) => url)).toEqual(['https://paper.example/a?key=1']);
});
