import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { SectionState, TodoItem, TodoList } from '../../db/commentary-section.ts';
import { officials } from '../../db/official.ts';
import { testDatabase } from '../helpers/database.ts';
import {
  EMPTY_TODO,
  insertArticle,
  insertCommentary,
  insertPetition,
  insertSource,
  prose,
} from '../helpers/seed.ts';
import { testSite } from './site.ts';

const database = testDatabase();

beforeEach(async () => {
  const { db } = database;
  await db.execute(sql`truncate sources, articles, petitions, officials cascade`);
  const facts = { source: 'Tests', asOfDay: '2026-11-01', categories: ['harbour'] };
  await db.insert(officials).values([
    {
      ...facts,
      slug: 'master',
      name: 'Odile Marsh',
      office: 'Harbour master',
      email: 'master@harbour.example',
    },
    { ...facts, slug: 'clerk', name: 'Ivo Lane', office: 'Clerk', email: 'clerk@harbour.example' },
    {
      ...facts,
      slug: 'gone',
      name: 'Petr Gone',
      office: 'Mayor',
      email: 'gone@harbour.example',
      termEndsDay: '2026-06-30',
    },
  ]);
  await insertPetition(db, { slug: 'open', title: 'Keep the ferry' });
  await insertPetition(db, { slug: 'past', title: 'Past', closesAt: new Date('2026-11-01T00:00:00Z') });
});

const item = (title: string, link: string | null): TodoItem => ({
  kind: 'write',
  title,
  detail: 'It takes a quarter of an hour.',
  minutes: 15,
  deadline: null,
  link,
});
const letter = { subject: 'The night ferry', body: 'Dear Odile Marsh,\n\nkeep it.' };

/** A site with one article that has this to-do list. */
async function site(
  todo: Partial<TodoList>,
  { text, state }: { text: string; state: SectionState } = { text: 'Text.', state: 'approved' },
) {
  const { db } = database;
  const { id: sourceId } = await insertSource(db, { title: 'The Quay Post' });
  const article = { sourceId, slug: 'ferry', title: 'The ferry', categories: ['harbour'] };
  const { id } = await insertArticle(db, article);
  await insertCommentary(db, {
    articleId: id,
    origin: 'model',
    model: 'm-1',
    opinion: prose(text, text),
    action: prose(text, text),
    todo: { ...EMPTY_TODO, ...todo },
    state,
  });
  return testSite(db);
}

const page = async (todo: Partial<TodoList>) => (await site(todo)).text('/articles/ferry');

test('the letter goes to whom it was written, and not to who is only named beside them', async () => {
  const html = await page({
    personal: [item('Ask the clerk', 'official:clerk')],
    officials: { slugs: ['master'], letter },
  });
  const [master = '', clerk = ''] = [/mailto:master[^"]*/, /mailto:clerk[^"]*/].map(
    (it) => it.exec(html)?.[0] ?? '',
  );
  expect(master).toContain('body=');
  expect(clerk).not.toBe('');
  expect(clerk).not.toContain('body=');
  expect(html).toContain('A letter to start from: The night ferry');
});

test('a letter whose addressees have all left is not shown, and who is near gets none of it', async () => {
  const html = await page({ officials: { slugs: ['gone'], letter } });
  expect(html).not.toContain('A letter to start from');
  expect(html).not.toContain('Petr Gone');
  expect(html).toContain('Odile Marsh');
  expect(html).not.toContain('body=');
});

test('a to-do leads to what is in force, and one that leads to what is over is not shown', async () => {
  const html = await page({
    personal: [
      item('Sign it', 'petition:open'),
      item('Sign the old one', 'petition:past'),
      item('Talk', null),
    ],
    community: [item('Write to Odile', 'official:master'), item('Write to Petr', 'official:gone')],
  });
  expect(html).toContain('<a href="/petitions/open">Sign it</a>');
  expect(html).toContain('<a href="#official-master">Write to Odile</a>');
  expect(html).toContain('id="official-master"');
  expect(html).toContain('Talk');
  expect(html).not.toContain('Sign the old one');
  expect(html).not.toContain('Write to Petr');
});

test('every section says who made it, to people and to programs', async () => {
  const html = await page({ personal: [item('Talk', null)] });
  expect(html.match(/Written by a language model \(m-1\)\./g)).toHaveLength(3);
  const data = JSON.parse(/application\/ld\+json">([^<]*)/.exec(html)?.[1] ?? '{}') as { hasPart?: object[] };
  expect(data.hasPart).toHaveLength(3);
  for (const part of data.hasPart ?? [])
    expect(part).toMatchObject({
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    });
});

test.each(['generated', 'needs_review', 'rejected'] as const)(
  'what is %s stands on no page',
  async (state) => {
    const { text } = await site({ personal: [item('UNSEEN', null)] }, { text: 'UNSEEN', state });
    for (const path of ['/articles/ferry', '/', '/feed.xml', '/feed.json', '/search?q=unseen'])
      expect((await text(path)).replaceAll('q=unseen', '')).not.toContain('UNSEEN');
  },
);

test('an article asks to sign above our text and below it, and once where we have written none', async () => {
  const { db } = database;
  const own = await site({});
  const { id: sourceId } = await insertSource(db, { title: 'Bay Wire' });
  await insertPetition(db, { slug: 'near', title: 'Near', categories: ['harbour'] });
  await insertArticle(db, { sourceId, slug: 'bare', title: 'Bare', categories: ['harbour'] });
  const written = await insertArticle(db, { sourceId, slug: 'written', title: 'W', categories: ['harbour'] });
  await insertCommentary(db, { articleId: written.id, todo: EMPTY_TODO, opinion: prose('One.', 'One.') });
  const asked = async (path: string) => (await own.text(path)).match(/class="sign-ours"/g)?.length;
  expect(await asked('/articles/bare')).toBe(1);
  expect(await asked('/articles/written')).toBe(2);
});
