import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markEditionHeld, type Edition } from '../../db/edition.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { insertEdition, snapshotOf } from '../helpers/seed.ts';
import { seedDay } from './day.ts';
import { CATEGORIES, testSite } from './site.ts';

const database = testDatabase();
let editions: Edition[];

beforeAll(async () => {
  const { edition, articles } = await seedDay(database.db);
  const snapshot = snapshotOf({ slug: articles.ferry.slug, title: 'The last night ferry' });
  const weekly = await insertEdition(database.db, {
    day: '2026-11-23',
    cadence: 'weekly',
    number: 13,
    categories: CATEGORIES,
    stories: [{ category: 'harbour', articleId: articles.ferry.id, snapshot }],
  });
  editions = [edition, weekly];
});

const mark = async (heldAt: Date | null) => {
  const heldReason = heldAt && 'a number is wrong';
  for (const { id } of editions)
    await markEditionHeld(database.db, id, { heldAt, heldReason, heldBy: heldAt && 'person' });
};
const hold = () => mark(new Date('2026-11-23T05:40:00Z'));
const site = () => testSite(database.db);
const PAGES = ['/editions/2026-11-23', '/editions/2026-11-23/week'];
const HELD = [...PAGES, ...PAGES.map((path) => `${path}/mail`)];

describe('an edition that is held back', () => {
  beforeEach(hold);

  test.each(HELD)('is nobody’s to read at %s, and says that it may come back', async (path) => {
    const answer = await site().get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).toContain('The newsroom is looking at this edition again. Please come back later.');
    expect(html).not.toMatch(/night ferry|a number is wrong|cut short/);
  });

  test.each([
    ['de', 'Diese Ausgabe wird noch einmal geprüft', 'Bitte kommen Sie später wieder.'],
    ['ar', 'هذا العدد قيد المراجعة', 'نرجو أن تعود لاحقًا.'],
  ])('says so in "%s"', async (language, title, sentence) => {
    const config = { newsroom: { ...readersConfig().newsroom, language } };
    const html = await testSite(database.db, { config }).text('/editions/2026-11-23');
    expect(html).toContain(title);
    expect(html).toContain(sentence);
  });

  test.each(['/', '/editions', '/sitemap.xml', '/feed.xml', '/feed.json', '/articles/the-last-night-ferry'])(
    'is not named at %s',
    async (path) => {
      const answer = await site().get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toMatch(/2026-11-23\/week|editions\/2026|No\. 1[23]/);
    },
  );
});

describe('an edition that was let go', () => {
  beforeEach(async () => {
    await hold();
    await mark(null);
  });

  test.each(PAGES)('is there for everybody at %s', async (path) => {
    const answer = await site().get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('public');
    expect(await answer.text()).toContain('The last night ferry');
  });

  test.each(['/editions', '/sitemap.xml'])('is named at %s', async (path) => {
    expect(await site().text(path)).toContain('/editions/2026-11-23/week');
  });

  test('is what the site opens with', async () => {
    expect(await site().text('/')).toContain('No. 12');
  });
});
