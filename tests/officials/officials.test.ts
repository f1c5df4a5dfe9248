import { beforeEach, describe, expect, test } from 'vitest';
import { officials } from '../../db/official.ts';
import { officialCard } from '../../src/officials/card.ts';
import { syncOfficials } from '../../src/officials/import.ts';
import { findOfficials, officialsFor } from '../../src/officials/match.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';

const database = testDatabase();
beforeEach(() => database.db.delete(officials));

type OfficialInput = NonNullable<ConfigInput['officials']>[number];

const official = (slug: string, over: Partial<OfficialInput> = {}): OfficialInput => ({
  slug,
  name: `Holder of ${slug}`,
  office: 'Harbour master',
  categories: ['harbour'],
  source: 'The town’s own list',
  asOf: '2026-11-01',
  ...over,
});

const sync = (...list: OfficialInput[]) => syncOfficials(database.db, readersConfig({ officials: list }));
const slugsFor = async (categories: string[], day = '2026-11-23', limit = 10) =>
  (await officialsFor(database.db, { categories, day, limit })).map(({ slug }) => slug);

const card = async (over: Partial<OfficialInput>, letter?: { subject: string; body: string }) => {
  await sync(official('master', over));
  const [row] = await findOfficials(database.db, ['master'], '2026-11-23');
  if (!row) throw new Error('no such official');
  return officialCard(row, letter);
};

describe('officials to write to', () => {
  test('are in office on their last day and gone the day after', async () => {
    await sync(official('master', { termEndsOn: '2027-01-03' }), official('warden'));
    expect(await slugsFor(['harbour'], '2027-01-03')).toEqual(['master', 'warden']);
    expect(await slugsFor(['harbour'], '2027-01-04')).toEqual(['warden']);
    const named = await findOfficials(database.db, ['master', 'warden'], '2027-01-04');
    expect(named.map(({ slug }) => slug)).toEqual(['warden']);
  });

  test('are never those whom the configuration no longer names, until it does again', async () => {
    await sync(official('master'), official('warden'));
    await sync(official('warden'));
    expect(await slugsFor(['harbour'])).toEqual(['warden']);
    expect(await findOfficials(database.db, ['master'], '2026-11-23')).toEqual([]);
    await sync(official('master'), official('warden'));
    expect(await slugsFor(['harbour'])).toEqual(['master', 'warden']);
  });

  test('stand in the order of how many of the categories they answer for; those for all come last', async () => {
    await sync(
      official('mayor', { office: 'A mayor', categories: [] }),
      official('master'),
      official('board', { office: 'Z board', categories: ['harbour', 'weather'] }),
      official('rector', { categories: ['schools'] }),
    );
    expect(await slugsFor(['weather', 'harbour'])).toEqual(['board', 'master', 'mayor']);
    expect(await slugsFor(['weather', 'harbour'], '2026-11-23', 2)).toEqual(['board', 'master']);
    expect(await slugsFor([])).toEqual(['mayor']);
  });

  test('that are named come in the order of their names, each once', async () => {
    await sync(official('a'), official('b'), official('c'));
    const named = await findOfficials(database.db, ['c', 'a', 'c', 'nobody'], '2026-11-23');
    expect(named.map(({ slug }) => slug)).toEqual(['c', 'a']);
    expect(await findOfficials(database.db, [], '2026-11-23')).toEqual([]);
  });

  test('lose what the configuration no longer says of them', async () => {
    const phones = ['+1 555 0100'];
    await sync(official('master', { phones, party: 'Tide', email: 'Office <office@harbour.example>' }));
    expect(await database.db.select().from(officials)).toMatchObject([
      { phones, email: 'office@harbour.example' },
    ]);
    await sync(official('master'));
    expect(await database.db.select().from(officials)).toMatchObject([
      { phones: [], party: null, email: null },
    ]);
  });
});

describe('the card of an official', () => {
  test('has no way to write by mail where no address is known', async () => {
    const shown = await card({ addresses: [{ lines: ['1 Quay', 'Testport'] }] }, { subject: 's', body: 'b' });
    expect(shown).toMatchObject({ asOf: '2026-11-01', addresses: [{ lines: ['1 Quay', 'Testport'] }] });
    expect(shown).not.toHaveProperty('mailto');
  });

  test('fills the letter into the address, line breaks and signs encoded', async () => {
    const letter = { subject: 'The ferry & us', body: 'Dear all,\nplease?' };
    const { mailto } = await card({ email: 'o+f@harbour.example' }, letter);
    expect(mailto).toBe(
      'mailto:o%2Bf@harbour.example?subject=The%20ferry%20%26%20us&body=Dear%20all%2C%0D%0Aplease%3F',
    );
  });

  test('leaves out a letter that mail programs would cut', async () => {
    const { mailto } = await card({ email: 'o@harbour.example' }, { subject: 'Us', body: 'é'.repeat(400) });
    expect(mailto).toBe('mailto:o@harbour.example?subject=Us');
  });
});
