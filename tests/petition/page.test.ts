import { beforeEach, describe, expect, test } from 'vitest';
import { syncPetitions } from '../../db/petition.ts';
import { signatures } from '../../db/signature.ts';
import { findPetition, listPetitions } from '../../src/petition/page.ts';
import { shownName } from '../../src/petition/signer.ts';
import { petitionHtml } from '../../src/petition/text.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, readerDeps, readersConfig } from '../helpers/readers.ts';
import { ferry, petitionOf, withPetition } from './seed.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

describe('petitions of the configuration', () => {
  test('are rewritten by slug and keep their identity; the same configuration again changes nothing', async () => {
    const { petition } = await withPetition(database.db);
    const { petition: again } = await withPetition(database.db);
    expect(again).toEqual(petition);
    const { petition: changed } = await withPetition(database.db, { title: 'Save the night ferry' });
    expect(changed).toEqual({ ...petition, title: 'Save the night ferry' });
  });

  test('that it no longer names leave the list, are found closed, and come back', async () => {
    const { deps } = await withPetition(database.db);
    await syncPetitions(database.db, readersConfig());
    expect(await listPetitions(deps)).toEqual([]);
    expect(await findPetition(deps, 'ferry')).toMatchObject({ state: 'closed' });
    await withPetition(database.db);
    expect(await findPetition(deps, 'ferry')).toMatchObject({ state: 'open' });
  });

  test('close at the end of their closing day in the newsroom’s zone, also where the clock changes', async () => {
    const { petition } = await withPetition(database.db, {
      opensAt: '2026-10-31T08:30',
      closesAt: '2026-11-01',
    });
    expect(petition.opensAt?.toISOString()).toBe('2026-10-31T12:30:00.000Z');
    expect(petition.closesAt?.toISOString()).toBe('2026-11-02T04:59:59.999Z');
  });

  test('can be written by several processes at once', async () => {
    const config = readersConfig({ petitions: [ferry({ slug: 'b' }), ferry({ slug: 'a' }), ferry()] });
    await Promise.all(Array.from({ length: 8 }, () => syncPetitions(database.db, config)));
    expect(await listPetitions(readerDeps(database.db, config))).toHaveLength(3);
  });
});

describe('what pages show of petitions', () => {
  test('the open stand first, then those to come, then the closed', async () => {
    const config = readersConfig({
      petitions: [
        ferry({ slug: 'closed', title: 'A', closesAt: '2026-11-01' }),
        ferry({ slug: 'upcoming', title: 'B', opensAt: '2026-12-01' }),
        ferry({ slug: 'open', title: 'C' }),
      ],
    });
    await syncPetitions(database.db, config);
    const cards = await listPetitions(readerDeps(database.db, config));
    expect(cards.map(({ slug, state }) => [slug, state])).toEqual([
      ['open', 'open'],
      ['upcoming', 'upcoming'],
      ['closed', 'closed'],
    ]);
  });

  test('only confirmed signatures count; the newest signers stand first, as they chose', async () => {
    const { deps } = await withPetition(database.db);
    const { id: petitionId } = await petitionOf(database.db, 'ferry');
    const sign = (n: number, over: Partial<typeof signatures.$inferInsert>) => ({
      petitionId,
      addressKey: String(n),
      address: `${n}@reader.example`,
      wording: 'I sign.',
      name: `Reader ${n}`,
      display: 'name' as const,
      state: 'confirmed' as const,
      createdAt: deps.time.at,
      confirmedAt: new Date(deps.time.at.getTime() - n * 60_000),
      ...over,
    });
    const rows = [
      sign(1, {}),
      sign(2, { display: 'initials', name: 'Élodie van Dyck' }),
      sign(3, { display: 'hidden' }),
      sign(4, { state: 'pending', confirmedAt: null }),
      sign(5, { state: 'withdrawn' }),
      sign(6, { name: 'buy at shop.com' }),
    ];
    await database.db.insert(signatures).values(rows);
    const page = await findPetition(deps, 'ferry');
    expect(page).toMatchObject({ signed: 4, countedAt: deps.time.at });
    expect(page?.recent.map(({ name }) => name)).toEqual(['Reader 1', 'É. D.']);
    expect(await listPetitions(deps)).toMatchObject([{ signed: 4 }]);
  });

  test('a slug that cannot be one is not found', async () => {
    const { deps } = await withPetition(database.db);
    for (const slug of ['', '\0', 'Ferry', '../ferry', 'x'.repeat(61)])
      expect(await findPetition(deps, slug)).toBeUndefined();
  });

  test('the text is paragraphs, lists and links; whatever could act is gone', () => {
    const html = petitionHtml(
      '# Why\n\nIt takes **nurses** home: [timetable](https://ferry.example).\n\n- one\n\n' +
        '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[no](javascript:alert(1)) <b onclick="x()">b</b>',
    );
    expect(html).toContain('<h2>Why</h2>');
    expect(html).toContain('<strong>nurses</strong>');
    expect(html).toContain('<a href="https://ferry.example" rel="noopener">timetable</a>');
    expect(html).not.toMatch(/script|onerror|onclick|<img/);
  });

  test.each([
    ['Ana', 'A.'],
    ['ana maria prado', 'A. P.'],
    ['(Dr) Søren Ó Briain', 'D. B.'],
    ['élodie', 'É.'],
  ])('%s has the initials %s', (name, initials) => {
    expect(shownName(name, 'initials')).toBe(initials);
  });
});
