import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { findEdition, listEditionFragments, listEditionStories, listEditions } from '../../db/edition.ts';
import { createComposer } from '../../src/compose/composer.ts';
import { compose } from '../../src/compose/compose.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import {
  EMPTY_TODO,
  insertArticle,
  insertCommentary,
  prose,
  insertPetition,
  insertSignature,
  insertSource,
} from '../helpers/seed.ts';

const database = testDatabase();
const NEXT_DAY = new Date('2026-11-24T15:00:00Z');

let sourceId: string;
beforeEach(async () => {
  const { db } = database;
  await db.execute(sql`truncate editions, articles, sources cascade`);
  await emptyTables(db);
  sourceId = (await insertSource(db, { title: 'The Quay Post' })).id;
});

const deps = (config = readersConfig()) => readerDeps(database.db, config);

const told = async (day: string) => {
  const edition = await findEdition(database.db, day);
  const stories = await listEditionStories(database.db, edition?.id ?? sourceId);
  return stories.map(({ category, snapshot }) => `${category}: ${snapshot.title}`);
};

const article = (slug: string, categories: string[], over: object = {}) =>
  insertArticle(database.db, { sourceId, slug, title: slug, categories, ...over });

test('a day is composed once; the second run finds it and changes nothing', async () => {
  await article('ferry', ['harbour']);
  expect(await compose(deps())).toEqual({
    day: '2026-11-23',
    outcome: 'composed',
    number: 1,
    stories: 1,
    categories: 1,
    uncategorised: 0,
    told: 0,
    heldReason: null,
    held: [],
    weekly: null,
  });
  const before = await findEdition(database.db, '2026-11-23');
  await article('bridge', ['harbour']);
  expect(await compose(deps())).toMatchObject({ outcome: 'already', number: 1 });
  expect(await findEdition(database.db, '2026-11-23')).toEqual(before);
  expect(await told('2026-11-23')).toEqual(['harbour: ferry']);
});

test('a day without a new story has no edition, and says so', async () => {
  await article('lost', []);
  await article('old', ['harbour'], { publishedAt: new Date('2026-11-20T00:00:00Z') });
  await article('early', ['harbour'], { publishedAt: new Date('2026-11-25T00:00:00Z') });
  expect(await compose(deps())).toMatchObject({ outcome: 'empty', number: null, uncategorised: 1 });
  expect(await listEditions(database.db, { limit: 9 })).toEqual([]);
});

test('a story of an earlier edition never comes again', async () => {
  const config = readersConfig({ digest: { windowHours: 200 } });
  await article('ferry', ['harbour']);
  await compose(deps(config));
  await article('bridge', ['schools', 'harbour']);
  const tomorrow = deps(config);
  tomorrow.time.at = NEXT_DAY;
  expect(await compose(tomorrow)).toMatchObject({ outcome: 'composed', number: 2, stories: 1 });
  expect(await told('2026-11-24')).toEqual(['harbour: bridge', 'schools: bridge']);
  tomorrow.time.at = new Date('2026-11-25T15:00:00Z');
  expect(await compose(tomorrow)).toMatchObject({ outcome: 'empty' });
});

test('many processes that compose at once make one edition', async () => {
  await article('ferry', ['harbour']);
  const reports = await Promise.all(Array.from({ length: 4 }, () => compose(deps())));
  expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual([
    'already',
    'already',
    'already',
    'composed',
  ]);
  expect(new Set(reports.map(({ number }) => number))).toEqual(new Set([1]));
  expect(await told('2026-11-23')).toEqual(['harbour: ferry']);
});

test('a category that the newsroom gave up is no heading; its stories stand under their others', async () => {
  await article('ferry', ['trams', 'harbour']);
  await article('tram', ['trams']);
  expect(await compose(deps())).toMatchObject({ stories: 1, uncategorised: 1 });
  expect(await told('2026-11-23')).toEqual(['harbour: ferry']);
});

test('duplicates and the stories of sources that are no longer collected are left out', async () => {
  const first = await article('ferry', ['harbour']);
  await article('ferry-again', ['harbour'], { duplicateOfId: first.id });
  const gone = await insertSource(database.db, { title: 'Gone', active: false });
  await article('gone', ['harbour'], { sourceId: gone.id });
  await compose(deps());
  expect(await told('2026-11-23')).toEqual(['harbour: ferry']);
});

test('a story says what its source’s licence allows', async () => {
  const linked = await insertSource(database.db, { title: 'Linked', licence: 'link' });
  await article('a-linked', ['harbour'], { sourceId: linked.id, summary: 'Ours to read only.' });
  await article('b-full', ['schools'], { summary: '', paragraphs: ['All of it.'] });
  await compose(deps());
  const edition = await findEdition(database.db, '2026-11-23');
  const stories = await listEditionStories(database.db, edition?.id ?? '');
  expect(stories.map(({ snapshot }) => snapshot.excerpt)).toEqual(['', 'All of it.']);
});

test('an edition is frozen: what is written later is not in its mails', async () => {
  const { db } = database;
  const { id } = await article('ferry', ['harbour']);
  const petition = await insertPetition(db, {
    slug: 'ferry',
    title: 'Keep the ferry',
    categories: ['harbour'],
  });
  const short = prose('We think so.', 'Long.');
  await insertCommentary(db, {
    articleId: id,
    origin: 'sample',
    opinion: short,
    action: short,
    todo: {
      ...EMPTY_TODO,
      petitions: [
        {
          slug: 'ferry',
          why: 'It is late.',
        },
      ],
    },
  });
  await compose(deps());
  const edition = await findEdition(db, '2026-11-23');
  const reader = { subscriberId: id, linkEpoch: 0, categories: ['harbour'] };
  const mail = async () => {
    const made = (await createComposer(readerDeps(db)).open(edition?.id ?? '')).mailFor(reader);
    return made && { ...made, html: made.html, text: made.text, escaped: made.escaped.html.bytes };
  };
  const before = await mail();
  await insertSignature(db, { petitionId: petition.id, name: 'Ada', address: 'ada@inbox.example' });
  await db.execute(sql`update articles set title = 'Another title'`);
  expect(await mail()).toEqual(before);
  expect(before?.html).toContain('We think so.');
  expect(before?.html).toMatch(/tide\.example\/s\/[A-Za-z0-9_-]{20,}/);
  expect(before?.text).toContain('Keep the ferry');
});

test('a petition that is closed on the day stands in no edition', async () => {
  const { db } = database;
  const { id } = await article('ferry', ['harbour']);
  await insertPetition(db, {
    slug: 'ferry',
    title: 'Keep the ferry',
    closesAt: new Date('2026-11-23T14:59:00Z'),
  });
  await insertCommentary(db, {
    articleId: id,
    todo: { ...EMPTY_TODO, petitions: [{ slug: 'ferry', why: 'It is late.' }] },
  });
  await compose(deps());
  const edition = await findEdition(db, '2026-11-23');
  const [story] = await listEditionStories(db, edition?.id ?? '');
  expect(story?.snapshot.petition).toBeNull();
});

test('a mail says to programs what it is and how it is ended', async () => {
  const { db } = database;
  const { id } = await article('ferry', ['harbour']);
  await compose(deps());
  const edition = await findEdition(db, '2026-11-23');
  const open = await createComposer(readerDeps(db)).open(edition?.id ?? '');
  const mail = open.mailFor({ subscriberId: id, linkEpoch: 0, categories: ['harbour'] });
  expect(mail?.headers).toEqual({
    'List-Unsubscribe': expect.stringMatching(
      /^<https:\/\/tide\.example\/u\/([\w-]+)>, <mailto:tide@tide\.example\?subject=unsubscribe%20\1>$/,
    ),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': '<digest.tide.example>',
    'Feedback-ID': '2026-11-23:daily:digest:tide.example',
    Precedence: 'bulk',
    'Auto-Submitted': 'auto-generated',
  });
  expect(mail?.subject).toBe('The Test Tide: Monday, November 23, 2026');
  expect(mail?.stories).toBe(1);
});

test('an edition that does not exist cannot be opened', async () => {
  const composer = createComposer(readerDeps(database.db));
  await expect(composer.open(sourceId)).rejects.toMatchObject({ code: 'edition.unknown' });
});

test('a kept edition has its fragments, with their sizes in bytes', async () => {
  await article('ferry', ['harbour'], { title: 'A fähre' });
  await compose(deps());
  const edition = await findEdition(database.db, '2026-11-23');
  const fragments = await listEditionFragments(database.db, edition?.id ?? '');
  expect(new Set(fragments.map(({ key }) => key.split(':')[0]))).toEqual(
    new Set(['head', 'contents', 'middle', 'open', 'story', 'more', 'close', 'foot']),
  );
  for (const { html, bytes } of fragments) expect(bytes).toBe(new TextEncoder().encode(html).length);
});

test('an edition that the lint finds fault with is kept and held, and the report says where and why', async () => {
  const newsroom = { ...readersConfig().newsroom, logo: 'https://user:word@pictures.example/logo.png' };
  await article('ferry', ['harbour']);
  const report = await compose(deps({ ...readersConfig(), newsroom }));
  expect(report).toMatchObject({ outcome: 'composed', heldReason: expect.stringMatching(/fault/) });
  expect(report.held.map(({ check }) => check)).toContain('links');
  const held = await findEdition(database.db, '2026-11-23');
  expect(held).toMatchObject({ heldReason: report.heldReason, faults: report.held });
  expect(held?.heldAt).not.toBeNull();
  expect(await compose(deps())).toMatchObject({ outcome: 'already', held: report.held });
  expect(await compose(deps(), { again: true })).toMatchObject({ number: 1, heldReason: null, held: [] });
  expect((await findEdition(database.db, '2026-11-23'))?.heldAt).toBeNull();
});
