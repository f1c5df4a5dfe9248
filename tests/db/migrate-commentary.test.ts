import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { findCommentary, findCommentaryRow } from '../../db/commentary.ts';
import { listEditionStories } from '../../db/edition.ts';
import { ensureDatabase, migrate } from '../../db/migrate.ts';

/** A database as the version before commentary had sections left it, brought to the newest form. */
const name = `test_${randomBytes(8).toString('hex')}`;
const url = inject('postgresUrl').replace(/[^/]*$/, name);
const WRITTEN = '00000000-0000-4000-8000-000000000001';
const WITHOUT = '00000000-0000-4000-8000-000000000002';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadside-migrations-'));
  await ensureDatabase(inject('postgresUrl'), name);
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle(client), { migrationsFolder: await firstMigrations(2) });
  await client.unsafe(OLD_ROWS);
  await client.end();
  await migrate(url);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
});

test('what a model wrote before is kept, each part as an approved section in the new shape', async () => {
  const connection = connect(url);
  const { db } = connection;
  const model = { origin: 'model', model: 'm-1', review: 'none' };
  expect(await findCommentary(db, WRITTEN)).toMatchObject({
    origin: 'model',
    reason: null,
    opinion: {
      ...model,
      content: {
        short: 'Short.',
        paragraphs: [
          { text: 'One.', claims: [], view: false },
          { text: 'Two.', claims: [], view: false },
        ],
      },
    },
    action: { ...model, content: { short: 'Act.', paragraphs: [{ text: 'Go.', claims: [], view: false }] } },
    todo: {
      ...model,
      content: {
        personal: [{ kind: 'learn', title: 'Read', minutes: 5, link: null }],
        community: [{ kind: 'talk', title: 'Talk', link: null }],
        petitions: [{ slug: 'keep', why: 'Why.' }],
        short: [{ text: 'Read it', link: null }],
      },
    },
  });
  expect(await findCommentaryRow(db, WRITTEN)).toMatchObject({ isOpen: false, attempts: 0 });
  await connection.close();
});

test('a story that nobody had written about has its list, and may be written about', async () => {
  const connection = connect(url);
  const { db } = connection;
  const commentary = await findCommentary(db, WITHOUT);
  expect(commentary).toMatchObject({ origin: 'registry', reason: 'No model.', todo: { origin: 'registry' } });
  expect(commentary?.opinion).toBeUndefined();
  expect(await findCommentaryRow(db, WITHOUT)).toMatchObject({ isOpen: true, attempts: 2 });
  await connection.close();
});

test('a story of an edition that has gone out says who made what of it', async () => {
  const connection = connect(url);
  const { db } = connection;
  const [story] = await listEditionStories(db, WRITTEN);
  const model = { origin: 'model', model: 'm-1', review: 'none' };
  expect(story?.snapshot).toEqual({
    title: 'A',
    opinion: 'Short.',
    action: null,
    todos: [{ text: 'Read it', link: null }],
    by: { opinion: model, action: null, todo: model },
    absence: null,
  });
  await connection.close();
});

/** The folder of migrations with only the first of them. */
async function firstMigrations(count: number): Promise<string> {
  await cp(new URL('../../db/migrations', import.meta.url), folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: object[] };
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

const TODO = JSON.stringify({
  intro: null,
  personal: [{ kind: 'learn', title: 'Read', detail: 'It.', minutes: 5, deadline: null }],
  petitions: [{ slug: 'keep', why: 'Why.' }],
  officials: null,
  community: [{ kind: 'talk', title: 'Talk', detail: 'To them.', minutes: null, deadline: null }],
  conclusion: null,
  short: ['Read it'],
});

const OLD_ROWS = `
  insert into sources (id, url, title, licence) values ('${WRITTEN}', 'https://a.example/feed', 'A', 'full');
  insert into articles (id, slug, url, source_id, title, published_at, collected_at, content_hash) values
    ('${WRITTEN}', 'a', 'https://a.example/a', '${WRITTEN}', 'A', now(), now(), 'a'),
    ('${WITHOUT}', 'b', 'https://a.example/b', '${WRITTEN}', 'B', now(), now(), 'b');
  insert into commentaries (article_id, origin, model, prompt_version, opinion, action, todo, reason, attempts, created_at) values
    ('${WRITTEN}', 'model', 'm-1', '1', '{"short":"Short.","paragraphs":["One.","Two."]}', '{"short":"Act.","paragraphs":["Go."]}', '${TODO}', null, 0, now()),
    ('${WITHOUT}', 'registry', null, null, null, null, '${TODO}', 'No model.', 2, now());
  insert into editions (id, day, number, subject, composed_at, frame) values ('${WRITTEN}', '2026-11-20', 1, 'S', now(), '{}');
  insert into edition_stories (edition_id, category, article_id, position, score, snapshot) values ('${WRITTEN}', 'news', '${WRITTEN}', 0, 1,
    '{"title":"A","opinion":"Short.","action":null,"todos":["Read it"],"origin":"model","model":"m-1"}');
`;
