import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/preview/child.ts';
import { renderMails } from '../../src/preview/mails.ts';
import type { Shown } from '../../src/preview/shown.ts';
import { gatherSource, stampOf } from '../../src/preview/source.ts';
import type { Db } from '../../db/client.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource, insertSubscriber } from '../helpers/seed.ts';
import { compose } from '../../src/compose/compose.ts';
import { fingerprint } from '../web/rows.ts';

let folder: string;
let configFile: string;

const INPUT = {
  newsroom: readersConfig().newsroom,
  categories: [
    { slug: 'harbour', name: 'Harbour' },
    { slug: 'schools', name: 'Schools' },
    { slug: 'weather', name: 'Weather' },
  ],
  sources: [],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  configFile = join(folder, 'broadside.config.json');
  await writeFile(configFile, JSON.stringify(INPUT));
});
afterAll(() => rm(folder, { recursive: true }));

/** A newsroom's database with two stories and one subscriber, of the `describe` that asks for it. */
function seeded(): { readonly db: Db } {
  const database = testDatabase();
  beforeAll(async () => {
    const { db } = database;
    const source = await insertSource(db, { title: 'The Quay Post' });
    await insertArticle(db, {
      sourceId: source.id,
      slug: 'ferry',
      title: 'The ferry',
      categories: ['harbour'],
    });
    await insertArticle(db, {
      sourceId: source.id,
      slug: 'roof',
      title: 'The school’s roof',
      categories: ['schools', 'weather'],
    });
    await insertSubscriber(db, {
      address: 'real.person@reader.example',
      name: 'Real Person',
      categories: ['harbour'],
    });
  });
  return database;
}

const gather = (db: Db, day?: string) => gatherSource(readerDeps(db), { configFile, day });

describe('before the day’s edition', () => {
  const database = seeded();

  test('it is what it would be now, and nothing of it is kept', async () => {
    const before = await fingerprint(database.db);
    const source = await gather(database.db);
    expect(await fingerprint(database.db)).toEqual(before);
    expect(source.notes.join()).toContain('has not been composed yet');
    expect(source.editions.map(({ rehearsed, stories }) => [rehearsed, stories.length])).toEqual([[true, 3]]);
    const { mails } = await renderMails(source);
    const all = mailOf(mails, 'day-all');
    expect(all.html).toContain('The ferry');
    expect(all.html).toContain('The school’s roof');
    expect(mailOf(mails, 'day-only-harbour').html).not.toContain('The school’s roof');
    expect(mails.find(({ id }) => id === 'day-kept')).toBeUndefined();
  });

  test('of another day it says that there is none', async () => {
    const source = await gather(database.db, '2026-11-01');
    expect(source.editions).toEqual([]);
    expect(source.notes).toEqual(['There is no edition of 2026-11-01.']);
  });
});

describe('with the day’s edition', () => {
  const database = seeded();
  let mails: Shown[];
  beforeAll(async () => {
    const deps = readerDeps(database.db);
    const stamp = await stampOf(deps);
    await compose(deps);
    expect(await stampOf(deps)).not.toBe(stamp);
    ({ mails } = await renderMails(await gather(database.db)));
  });

  test('every mail has a name of its own, and nothing is left open in it', () => {
    const ids = mails.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
    for (const { html, text, raw } of mails) expect(html + text + raw).not.toMatch(/n[0-9a-f]{16}|⟪/);
  });

  test('nobody’s data is in them', () => {
    const everything = JSON.stringify(mails);
    expect(everything).not.toContain('real.person');
    expect(everything).not.toContain('Real Person');
    for (const { raw } of mails.filter((mail) => mail.raw !== ''))
      expect(raw).toMatch(/^To: Ana Prado <ana@reader\.example>\r$/m);
  });

  test('what is kept stands beside what the templates make of it now, with its lint', () => {
    const kept = mailOf(mails, 'day-kept');
    expect(kept.html).toBe(mailOf(mails, 'day-all').html);
    expect(kept.faults).not.toBeNull();
    expect(kept.fragments.some(({ key, html }) => key === 'head' && html > 1000)).toBe(true);
  });

  test('all in brief is smaller, and the web view holds no personal link', () => {
    const all = mailOf(mails, 'day-all');
    expect(mailOf(mails, 'day-brief').html.length).toBeLessThan(all.html.length);
    expect(all.html).toContain('https://tide.example/u/');
    expect(mailOf(mails, 'day-web').html).not.toContain('https://tide.example/u/');
  });

  test('a digest carries the headers of a mail to many, a letter does not', () => {
    expect(mailOf(mails, 'day-all').raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mailOf(mails, 'letter-en-confirm').raw).not.toContain('List-Unsubscribe');
  });

  test('one is written from right to left, one has a single story, and letters come in every language', () => {
    expect(mailOf(mails, 'right-to-left').html).toMatch(/<html[^>]*dir="rtl"/);
    expect(mailOf(mails, 'right-to-left').html).toContain('عبّارة');
    expect(mailOf(mails, 'one-story').text).toContain('A quiet day on the quay');
    const kinds = ['confirm', 'welcome', 'known', 'fresh-link', 'confirm-signature', 'receipt'];
    for (const language of ['en', 'de', 'ar'])
      for (const kind of kinds) expect(mailOf(mails, `letter-${language}-${kind}`).text).not.toBe('');
    const subjects = ['en', 'de', 'ar'].map(
      (language) => mailOf(mails, `letter-${language}-welcome`).subject,
    );
    expect(new Set(subjects).size).toBe(3);
  });
});

describe('in another process', () => {
  const database = testDatabase();

  test('another process renders the same, and says what is wrong with what it cannot load', async () => {
    const source = { ...(await gather(database.db, '2026-11-01')), configFile };
    const renderer = createRenderer();
    const rendering = await renderer.render(source);
    expect('mails' in rendering && mailOf(rendering.mails, 'one-story').subject).toContain('The Test Tide');
    await writeFile(join(folder, 'bad.json'), '{ "newsroom": 1 }');
    const failed = await renderer.render({ ...source, configFile: join(folder, 'bad.json') });
    expect(failed).toEqual({ failed: expect.stringContaining('newsroom') });
    renderer.close();
  }, 60_000);
});

function mailOf(mails: readonly Shown[], id: string): Shown {
  const mail = mails.find((one) => one.id === id);
  if (!mail) throw new Error(`there is no mail ${id}`);
  return mail;
}
