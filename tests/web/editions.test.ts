import { eq } from 'drizzle-orm';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  editionFragments,
  editions,
  editionStories,
  listEditionFragments,
  listEditionStories,
  type Edition,
} from '../../db/edition.ts';
import { createComposer } from '../../src/compose/composer.ts';
import { fragmentsOf } from '../../src/compose/edition.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertArticle, insertEdition, insertSource, snapshotOf } from '../helpers/seed.ts';
import { seedDay } from './day.ts';
import { testSite } from './site.ts';

const database = testDatabase();
let daily: Edition;
let weekly: Edition;

beforeAll(async () => {
  const { db } = database;
  daily = (await seedDay(db)).edition;
  const { id: _, ...same } = daily;
  const frame = { ...daily.frame, categories: daily.frame.categories.slice(0, 1) };
  const [row] = await db
    .insert(editions)
    .values({ ...same, cadence: 'weekly', number: 13, subject: 'The week', frame })
    .returning();
  if (!row) throw new Error('nothing was inserted');
  weekly = row;
  const best = (await listEditionStories(db, daily.id)).filter(({ category }) => category === 'harbour');
  await db.insert(editionStories).values(best.map((story) => ({ ...story, editionId: weekly.id })));
  for (const edition of [daily, weekly]) {
    const { config } = site().deps;
    const rows = await listEditionStories(db, edition.id);
    const stories = rows.map(({ parts, ...story }) => ({
      ...story,
      parts: parts ?? { freshness: story.score },
    }));
    const content = { ...edition, siteUrl: edition.frame.siteUrl, stories };
    const fragments = await fragmentsOf(config, content, edition.frame);
    await db.insert(editionFragments).values(fragments.map((one) => ({ ...one, editionId: edition.id })));
  }
});
const site = () => testSite(database.db);

describe('an edition', () => {
  test('leads to the mail that went out', async () => {
    expect(await site().text('/editions/2026-11-23')).toContain('href="/editions/2026-11-23/mail"');
    expect(await site().text('/editions/2026-11-23/week')).toContain('href="/editions/2026-11-23/week/mail"');
  });

  test('of a week is another one than that of its day', async () => {
    const html = await site().text('/editions/2026-11-23/week');
    expect(html).toContain('The best of the week: Monday, November 23, 2026');
    expect(html).toContain('The last night ferry');
    expect(html).not.toContain('Maré alta');
    expect(await site().text('/editions/2026-11-23')).toContain('Maré alta');
  });

  test('stands in the list, where each leads to its own page', async () => {
    const html = await site().text('/editions');
    const week = html.indexOf('href="/editions/2026-11-23/week"');
    expect(week).toBeGreaterThan(0);
    expect(html.indexOf('href="/editions/2026-11-23"')).toBeGreaterThan(week);
  });
});

describe('the place where a mail leaves off', () => {
  test.each(['daily', 'weekly'])('is on the page of the %s edition, for each category', async (cadence) => {
    const { id, frame } = cadence === 'daily' ? daily : weekly;
    const html = (await listEditionFragments(database.db, id)).map((fragment) => fragment.html).join('');
    const links = [...html.matchAll(/https:\/\/tide\.example(\/editions\/[^"#]+#[^"]+)/g)].map(
      ([, link]) => link,
    );
    const page = cadence === 'daily' ? '/editions/2026-11-23' : '/editions/2026-11-23/week';
    expect(new Set(links)).toEqual(new Set(frame.categories.map(({ slug }) => `${page}#${slug}`)));
    const { document } = parseHTML(await site().text(page));
    for (const { slug } of frame.categories) expect(document.getElementById(slug), slug).not.toBeNull();
  });

  test('is one alone, whatever a category is called', async () => {
    const slugs = ['content', 'main'];
    const categories = slugs.map((slug) => ({ slug, name: slug }));
    const day = '2026-11-20';
    const { id: sourceId } = await insertSource(database.db, { title: 'Media Watch' });
    const stories = await Promise.all(
      slugs.map(async (category, i) => {
        const told = { slug: `story-${i}`, title: `Story ${i}` };
        const { id: articleId } = await insertArticle(database.db, { ...told, sourceId });
        return { category, articleId, snapshot: snapshotOf(told) };
      }),
    );
    await insertEdition(database.db, { day, number: 9, categories, stories });
    const html = await testSite(database.db, { config: { categories } }).text(`/editions/${day}`);
    const ids = [...parseHTML(html).document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids).toEqual(expect.arrayContaining(slugs));
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('the mail on the web', () => {
  test.each([
    ['daily', '/editions/2026-11-23/mail', '/editions/2026-11-23'],
    ['weekly', '/editions/2026-11-23/week/mail', '/editions/2026-11-23/week'],
  ])('of the %s edition is the digest, and its page the one to be found', async (cadence, path, page) => {
    const answer = await site().get(path);
    const edition = cadence === 'daily' ? daily : weekly;
    const open = await createComposer(site().deps).open(edition.id);
    expect(await answer.text()).toBe(open.webView());
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('link')).toBe(`<https://tide.example${page}>; rel="canonical"`);
    expect(answer.headers.get('cache-control')).toContain('public');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  });

  test('is put together once, however many look at it', async () => {
    const { db } = database;
    const { text } = site();
    const first = await text('/editions/2026-11-23/week/mail');
    const fragments = await listEditionFragments(db, weekly.id);
    await db.delete(editionFragments).where(eq(editionFragments.editionId, weekly.id));
    expect(await text('/editions/2026-11-23/week/mail')).toBe(first);
    await db.insert(editionFragments).values(fragments);
  });

  test('holds nobody’s own links, and no place for them', async () => {
    const html = await site().text('/editions/2026-11-23/mail');
    expect(html).not.toMatch(/tide\.example\/(?:me|u|s)\/|\.invalid|0{32}/);
    expect(html).toContain('https://tide.example/petitions/ferry');
  });

  test('runs nothing and stands in nobody’s frame, and yet has its styles', async () => {
    const policy =
      (await site().get('/editions/2026-11-23/mail')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`style-src 'unsafe-inline'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/script|allow-forms|same-origin/);
  });

  test.each([
    '/editions/2026-11-22/mail',
    '/editions/2026-11-22/week',
    '/editions/2026-11-22/week/mail',
    '/editions/2026-02-30/mail',
    '/editions/today/week/mail',
  ])('is not there at %s', async (path) => {
    expect((await site().get(path)).status).toBe(404);
  });
});
