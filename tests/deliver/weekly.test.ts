import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planDeliveries } from '../../db/delivery-plan.ts';
import { listEditionsOfDay, listEditionStories, type Edition } from '../../db/edition.ts';
import { dailyContents } from '../../src/compose/daily.ts';
import type { FrozenStory } from '../../src/compose/edition.ts';
import { isWeeklyDue, weeklyContents } from '../../src/compose/weekly.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { compose } from '../../src/compose/compose.ts';
import { addDays } from '../../src/shared/day.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { testDatabase } from '../helpers/database.ts';
import { randomOf, shuffled } from '../helpers/random.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertEdition, insertSource, insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, ledger, recordingMailer } from './desk.ts';

const database = testDatabase();
const SLUGS = ['harbour', 'schools', 'weather'];

let sourceId: string;
beforeEach(async () => {
  const { db } = database;
  await db.execute(sql`truncate delivery_rows, editions, articles, sources cascade`);
  await emptyTables(db);
  sourceId = (await insertSource(db, { title: 'The Quay Post' })).id;
});

const article = (slug: string, day: string, over: object = {}) =>
  insertArticle(database.db, {
    sourceId,
    slug,
    title: `On ${slug}`,
    categories: ['harbour'],
    publishedAt: new Date(`${day}T10:00:00Z`),
    ...over,
  });
const reader = (name: string, cadence: 'daily' | 'weekly', categories = ['harbour']) =>
  insertSubscriber(database.db, { address: addressOf(name), cadence, categories });
const change = (name: string, cadence: 'daily' | 'weekly') =>
  database.db.execute(sql`update subscribers set cadence = ${cadence} where address = ${addressOf(name)}`);
const changeFirst = (name: string, slug: string) =>
  database.db.execute(sql`update subscribers set categories[1] = ${slug}
    where address = ${addressOf(name)} and ${slug} <> all(categories)`);

/** A day of the newsroom, composed and delivered. */
async function runDay(day: string) {
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(database.db, mailer);
  deps.time.at = new Date(`${day}T15:00:00Z`);
  await compose(deps);
  const report = await deliver(deps);
  const mails = calls.flatMap((call) => call.mails.map(({ to, subject, text }) => ({ to, subject, text })));
  return { report, mails, to: mails.map(({ to }) => to.replace(/@.*/, '')).toSorted() };
}

test('daily readers get the day, weekly ones the week, each by their cadence', async () => {
  await reader('ada', 'daily');
  await reader('wil', 'weekly');
  await article('ferry', '2026-11-27');
  expect((await runDay('2026-11-27')).to).toEqual(['ada']);
  await article('bridge', '2026-11-29');
  const { report, mails, to } = await runDay('2026-11-29');
  expect(to).toEqual(['ada', 'wil']);
  expect(report).toMatchObject({ planned: 2, submitted: 2, edition: 2 });
  const wil = mails.find((mail) => mail.to === addressOf('wil'));
  expect(wil?.subject).toContain('The best of the week');
  expect(wil?.text).toContain('On ferry');
  expect(wil?.text).toContain('On bridge');
});

test('who changes to weekly gets no story again that they had in a daily edition, nor another telling of it', async () => {
  await reader('cy', 'daily');
  const first = await article('fire', '2026-11-24');
  await article('ferry', '2026-11-24', { categories: ['schools'] });
  await runDay('2026-11-24');
  await change('cy', 'weekly');
  await article('fire-out', '2026-11-26', { storyId: first.id });
  await article('bridge', '2026-11-26');
  await runDay('2026-11-26');
  const { mails } = await runDay('2026-11-29');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('On bridge');
  expect(mails[0]?.text).not.toContain('On fire');
  expect(mails[0]?.text).not.toContain('On ferry');
});

test('who had all of the week is skipped, with the reason', async () => {
  await reader('cy', 'daily');
  await article('ferry', '2026-11-24');
  await runDay('2026-11-24');
  await change('cy', 'weekly');
  const { report, mails } = await runDay('2026-11-29');
  expect(mails).toEqual([]);
  expect(report.reasons).toEqual([{ reason: 'They had every story of it in another edition.', count: 1 }]);
  const [weekly] = await listEditionsOfDay(database.db, '2026-11-29');
  expect(await ledger(database.db, weekly?.id ?? '')).toEqual(['cy: skipped']);
});

test('who changes to daily on the day of the week gets nothing of it twice', async () => {
  await reader('wil', 'weekly');
  await article('ferry', '2026-11-29');
  expect((await runDay('2026-11-29')).to).toEqual(['wil']);
  await change('wil', 'daily');
  const { report, mails } = await runDay('2026-11-29');
  expect(mails).toEqual([]);
  expect(report.reasons).toEqual([{ reason: 'They had every story of it in another edition.', count: 1 }]);
});

test('who changes the cadence while another process plans the week gets nothing of it twice', async () => {
  const { db } = database;
  await reader('wil', 'weekly');
  await article('ferry', '2026-11-29');
  const deps = readerDeps(db);
  deps.time.at = new Date('2026-11-29T15:00:00Z');
  await compose(deps);
  const [daily, weekly] = await listEditionsOfDay(db, '2026-11-29');
  if (!daily || !weekly) throw new Error('a Sunday has two editions');
  let later: Promise<number> | undefined;
  await db.transaction(async (tx) => {
    expect(await plan(weekly, tx)).toBe(1);
    await change('wil', 'daily');
    later = plan(daily);
    await Promise.race([later, sleepFor(500)]);
  });
  expect(await later).toBe(1);
  const planned = await db.execute(sql`select edition_id from deliveries where state = 'planned'`);
  expect(Array.from(planned)).toEqual([{ edition_id: weekly.id }]);
});

const plan = (edition: Edition, db: Db = database.db) =>
  planDeliveries(db, {
    editionId: edition.id,
    known: SLUGS,
    filled: edition.frame.categories.map(({ slug }) => slug),
    batchSize: 100,
    sample: false,
    now: new Date('2026-11-29T15:00:00Z'),
  });

test.each([1, 2, 3, 4, 5, 6])(
  'in random weeks with changes of cadence and categories nobody gets an article twice (%i)',
  async (seed) => {
    const { db } = database;
    const random = randomOf(seed);
    const pickOf = <T>(items: readonly T[]): T[] => shuffled(items, random).slice(0, 1);
    const some = () => [...pickOf(SLUGS), ...SLUGS.filter(() => random() < 0.3)];
    const names = Array.from({ length: 8 }, (_, i) => `r${i}`);
    const cadences = ['daily', 'weekly'] as const;
    for (const name of names) await reader(name, pickOf(cadences)[0] ?? 'daily', [...new Set(some())]);
    const shake = async () => {
      for (const name of names) {
        if (random() < 0.25) await change(name, pickOf(cadences)[0] ?? 'daily');
        if (random() < 0.1) await changeFirst(name, pickOf(SLUGS)[0] ?? '');
      }
    };
    const stories: string[] = [];
    let number = 0;
    for (let n = 0; n < 17; n += 1) {
      const day = addDays('2026-11-20', n);
      // The newsroom changes its mind about its day of the week, too.
      const weeklyOn = n > 9 ? 'wednesday' : 'sunday';
      const config = readersConfig({
        digest: { weeklyOn, windowHours: 60, storiesMax: 6, perCategoryMax: 4 },
      });
      for (let i = 0; i < 4; i += 1) {
        const storyId = random() < 0.4 ? pickOf(stories)[0] : undefined;
        const categories = [...new Set(some())];
        const slug = `${day}-${i}`;
        const { id } = await article(slug, day, { categories, ...(storyId ? { storyId } : {}) });
        stories.push(storyId ?? id);
      }
      const deps = readerDeps(db, config);
      deps.time.at = new Date(`${day}T15:00:00Z`);
      const occasion = { day, now: deps.time.at, registry: { petitions: [], inForce: new Set<string>() } };
      const editions: Edition[] = [];
      const daily = await dailyContents(deps, occasion);
      if (daily.stories.length > 0) editions.push(await put(day, 'daily', ++number, daily.stories));
      if (await isWeeklyDue(deps, day)) {
        const weekly = await weeklyContents(deps, occasion);
        if (weekly.stories.length > 0) editions.push(await put(day, 'weekly', ++number, weekly.stories));
      }
      for (let round = 0; round < 2; round += 1)
        for (const edition of shuffled(editions, random)) {
          await plan(edition);
          await shake();
        }
    }
    const got = await db.execute<{ address: string; articles: string[] }>(sql`
      select p.address, array_agg(x.article_id) as articles from subscribers p
      join deliveries d on d.subscriber_id = p.id and d.state = 'planned'
      cross join lateral (select distinct s.article_id from edition_stories s
        where s.edition_id = d.edition_id and s.category = any(d.categories) and s.article_id <> all(d.had)) x
      group by p.address`);
    const again = await db.execute(sql`
      select p.address, a.title from subscribers p
      join deliveries d on d.subscriber_id = p.id and d.state = 'planned'
      join editions e on e.id = d.edition_id and e.cadence = 'weekly'
      join edition_stories s on s.edition_id = e.id and s.category = any(d.categories) and s.article_id <> all(d.had)
      join articles a on a.id = s.article_id
      join deliveries d2 on d2.subscriber_id = p.id and d2.state = 'planned'
      join editions e2 on e2.id = d2.edition_id and e2.cadence = 'daily' and e2.day < e.day
      join edition_stories s2 on s2.edition_id = e2.id and s2.category = any(d2.categories)
        and s2.article_id <> all(d2.had)
      join articles a2 on a2.id = s2.article_id and coalesce(a2.story_id, a2.id) = coalesce(a.story_id, a.id)`);
    expect(Array.from(again), 'told weekly what a daily edition had told them').toEqual([]);
    const had = await db.execute(sql`select 1 from deliveries where cardinality(had) > 0`);
    expect(got.length).toBeGreaterThan(4);
    expect(had.length, 'the weeks hold something that could come twice').toBeGreaterThan(0);
    for (const { address, articles } of got)
      expect(new Set(articles).size, `${address} got something twice`).toBe(articles.length);
    const empty = await db.execute(sql`select 1 from deliveries d where d.state = 'planned' and not exists (
      select 1 from edition_stories s where s.edition_id = d.edition_id and s.category = any(d.categories)
        and s.article_id <> all(d.had))`);
    expect(empty, 'a planned mail has a story').toHaveLength(0);
  },
  60_000,
);

async function put(day: string, cadence: Edition['cadence'], number: number, stories: FrozenStory[]) {
  const slugs = SLUGS.filter((slug) => stories.some(({ category }) => category === slug));
  const edition = await insertEdition(database.db, {
    day,
    cadence,
    number,
    composedAt: new Date(`${day}T15:00:00Z`),
    categories: slugs.map((slug) => ({ slug, name: slug })),
    stories,
  });
  expect(await listEditionStories(database.db, edition.id)).toHaveLength(stories.length);
  return edition;
}
