import { beforeAll, describe, expect, test } from 'vitest';
import { renderMails } from '../../src/preview/mails.ts';
import type { Shown } from '../../src/preview/shown.ts';
import { gatherSource, stampOf } from '../../src/preview/source.ts';
import type { Db } from '../../db/client.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource, insertSubscriber } from '../helpers/seed.ts';
import { compose } from '../../src/compose/compose.ts';
import { fingerprint } from '../web/rows.ts';

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

const gather = (db: Db, day?: string) => gatherSource(readerDeps(db), { day });

describe('before the day’s edition', () => {
  const database = seeded();

  test('it is what it would be now, and nothing of it is kept', async () => {
    const before = await fingerprint(database.db);
    const source = await gather(database.db);
    expect(await fingerprint(database.db)).toEqual(before);
    expect(source.notes.join()).toContain('has not been composed yet');
    const shown = source.editions.map(({ edition, rehearsed, stories }) => [
      edition.cadence,
      rehearsed,
      stories.length,
    ]);
    expect(shown).toEqual([
      ['daily', true, 3],
      ['weekly', true, 3],
    ]);
    expect(source.notes.join()).toContain('There has been no weekly edition yet');
    const { mails } = await renderMails(source, readersConfig());
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
    ({ mails } = await renderMails(await gather(database.db), readersConfig()));
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

  test('each fragment of a story has its title, and the largest that a digest may be is known', () => {
    const { fragments, bytesMax } = mailOf(mails, 'day-all');
    const titles = new Set(fragments.map(({ title }) => title));
    expect(titles).toEqual(new Set([null, 'The ferry', 'The school’s roof']));
    expect(fragments.every(({ key, title }) => key.startsWith('story:') === (title !== null))).toBe(true);
    expect(bytesMax).toBe(readersConfig().digest.bytesMax);
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

function mailOf(mails: readonly Shown[], id: string): Shown {
  const mail = mails.find((one) => one.id === id);
  if (!mail) throw new Error(`there is no mail ${id}`);
  return mail;
}
