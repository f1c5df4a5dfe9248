import { beforeEach, describe, expect, test } from 'vitest';
import { confirmSignature, findSignatureConfirmation } from '../../src/petition/confirm.ts';
import { requestSignature } from '../../src/petition/sign.ts';
import { tally } from '../../src/petition/tally.ts';
import { withdrawSignature } from '../../src/petition/withdraw.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf } from '../helpers/readers.ts';
import { lettersOf, listSignatures, signing, theSignature, withPetition } from './seed.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

describe('signing on the petition page', () => {
  test('waits for the letter to be answered and does not count until then', async () => {
    const { deps, petition } = await withPetition(database.db);
    await requestSignature(deps, signing({ place: 'Testport' }));
    const row = await theSignature(deps.db);
    expect(row).toMatchObject({ state: 'pending', name: 'Ana Prado', place: 'Testport', wording: 'I sign.' });
    expect(await lettersOf(deps.db, 'confirm-signature')).toMatchObject([
      {
        address: 'ana@reader.example',
        signatureId: row.id,
        petitionId: petition.id,
        facts: { title: 'Keep the night ferry', signer: 'Ana Prado' },
      },
    ]);
    expect(await tally(deps.db, petition.id, deps.time.at)).toEqual({ signed: 0, countedAt: deps.time.at });
  });

  test('counts once confirmed; a second click changes nothing and sends no second receipt', async () => {
    const { deps, petition } = await withPetition(database.db);
    await requestSignature(deps, signing());
    const token = linkOf('confirm-signature', (await theSignature(deps.db)).id);
    expect(await confirmSignature(deps, token)).toEqual({ petition, alreadySigned: false });
    const row = await theSignature(deps.db);
    deps.time.at = new Date('2026-11-24T15:00:00Z');
    expect(await confirmSignature(deps, token)).toEqual({ petition, alreadySigned: true });
    expect(await theSignature(deps.db)).toEqual(row);
    expect(await lettersOf(deps.db, 'receipt')).toHaveLength(1);
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(1);
  });

  test('looking at the confirm page changes nothing', async () => {
    const { deps, petition } = await withPetition(database.db);
    await requestSignature(deps, signing());
    const row = await theSignature(deps.db);
    const shown = { petition, state: 'pending', name: 'Ana Prado', display: 'name' };
    expect(await findSignatureConfirmation(deps, linkOf('confirm-signature', row.id))).toEqual(shown);
    expect(await theSignature(deps.db)).toEqual(row);
  });

  test('a hundred times at once with one address in four spellings is one signature', async () => {
    const { deps, petition } = await withPetition(database.db);
    const spellings = [
      'ana@reader.example',
      'ANA@reader.example',
      'Ana@READER.example',
      ' ana@reader.Example',
    ];
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        requestSignature(deps, signing({ address: spellings[i % 4] ?? '' })),
      ),
    );
    const row = await theSignature(deps.db);
    expect(await lettersOf(deps.db, 'confirm-signature')).toHaveLength(5);
    const token = linkOf('confirm-signature', row.id);
    const ticking = (n: number) => ({ ...deps, clock: { now: () => new Date(deps.time.at.getTime() + n) } });
    await Promise.all(Array.from({ length: 20 }, (_, n) => confirmSignature(ticking(n), token)));
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(1);
    expect(await lettersOf(deps.db, 'receipt')).toHaveLength(1);
  });

  test('gives the same answer to a new, a waiting and a counted address, and reminds the owner once a day', async () => {
    const { deps } = await withPetition(database.db);
    const answers = [await requestSignature(deps, signing()), await requestSignature(deps, signing())];
    const row = await theSignature(deps.db);
    await confirmSignature(deps, linkOf('confirm-signature', row.id));
    const counted = await theSignature(deps.db);
    answers.push(await requestSignature(deps, signing({ name: 'Mallory' })));
    answers.push(await requestSignature(deps, signing({ name: 'Mallory' })));
    expect(new Set(answers)).toEqual(new Set([undefined]));
    expect(await theSignature(deps.db)).toEqual(counted);
    expect(await lettersOf(deps.db, 'receipt')).toHaveLength(2);
  });

  test('typed again before it is confirmed, the letter and the row say what was typed last', async () => {
    const { deps } = await withPetition(database.db);
    await requestSignature(deps, signing({ name: 'Ana Parado' }));
    await requestSignature(deps, signing({ display: 'hidden' }));
    expect(await theSignature(deps.db)).toMatchObject({ name: 'Ana Prado', display: 'hidden' });
    const written = await lettersOf(deps.db, 'confirm-signature');
    expect(written.map(({ facts }) => facts.signer)).toEqual(['Ana Parado', 'Ana Prado']);
  });

  test('past five letters a day, what was typed again is not taken', async () => {
    const { deps } = await withPetition(database.db);
    for (let i = 0; i < 5; i += 1) await requestSignature(deps, signing());
    await requestSignature(deps, signing({ name: 'Mallory' }));
    expect((await theSignature(deps.db)).name).toBe('Ana Prado');
  });

  test('after withdrawing, it must be confirmed once more', async () => {
    const { deps, petition } = await withPetition(database.db);
    await requestSignature(deps, signing());
    const { id } = await theSignature(deps.db);
    await confirmSignature(deps, linkOf('confirm-signature', id));
    await withdrawSignature(deps, linkOf('signature', id));
    await expect(confirmSignature(deps, linkOf('confirm-signature', id))).rejects.toMatchObject({
      code: 'signature.withdrawn',
    });
    await requestSignature(deps, signing());
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(0);
    await confirmSignature(deps, linkOf('confirm-signature', id));
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(1);
  });

  test.each([
    ['an address with a line break', { address: 'ana@reader.example\r\nBcc: all@reader.example' }, 'address'],
    ['an address that is quoted', { address: '"ana prado"@reader.example' }, 'address'],
    ['an empty name', { name: ' \u200B\u202E ' }, 'name'],
    ['a name of 10,000 characters', { name: 'Ana '.repeat(2_500) }, 'name'],
    ['a name with a link', { name: 'Ana www.prize.example' }, 'name'],
    ['a name that is a domain', { name: 'cheap-pills.com' }, 'name'],
    ['a name with markup', { name: '<img src=x>' }, 'name'],
    ['a name without letters', { name: '=-+*' }, 'name'],
    ['a place with an address', { place: 'me@prize.example' }, 'place'],
    ['no choice of display', { display: '' }, 'display'],
    ['a display that is none', { display: 'constructor' }, 'display'],
  ])('with %s is refused with a sentence, and nothing is stored', async (_, over, field) => {
    const { deps } = await withPetition(database.db);
    await expect(requestSignature(deps, signing(over))).rejects.toMatchObject({
      kind: 'invalid',
      code: `signature.${field}`,
      message: expect.stringMatching(/^\p{Lu}.*\.$/u) as unknown,
    });
    expect(await listSignatures(deps.db)).toEqual([]);
    expect(await lettersOf(deps.db, 'confirm-signature')).toEqual([]);
  });

  test.each(['J.R. Smith', 'Dr.Smith', 'Søren Ó Briain-Łuków', '山田 太郎', 'Nguyễn Thị 3', 'مريم'])(
    'takes the name %s',
    async (name) => {
      const { deps } = await withPetition(database.db);
      await requestSignature(deps, signing({ name }));
      expect((await theSignature(deps.db)).name).toBe(name.normalize('NFC'));
    },
  );

  test.each(['gone', 'FERRY', '\0', "'; drop table petitions; --", 'x'.repeat(10_000)])(
    'of a petition that is not there (%j) is not found',
    async (petitionSlug) => {
      const { deps } = await withPetition(database.db);
      await expect(requestSignature(deps, signing({ petitionSlug }))).rejects.toMatchObject({
        kind: 'not_found',
        code: 'petition.unknown',
      });
    },
  );
});

describe('opening and closing', () => {
  test('nobody signs before the first minute of the opening day in the newsroom’s zone', async () => {
    const { deps } = await withPetition(database.db, { opensAt: '2026-11-24' });
    deps.time.at = new Date('2026-11-24T04:59:59Z');
    await expect(requestSignature(deps, signing())).rejects.toMatchObject({
      code: 'petition.not_open',
      message: 'This petition can be signed from Nov 24, 2026 on.',
    });
    deps.time.at = new Date('2026-11-24T05:00:00Z');
    await requestSignature(deps, signing());
    expect(await listSignatures(deps.db)).toHaveLength(1);
  });

  test('the closing day counts to its end; then signing stops and confirming has 24 hours more', async () => {
    const { deps } = await withPetition(database.db, { closesAt: '2026-11-23' });
    deps.time.at = new Date('2026-11-24T04:59:59Z');
    await requestSignature(deps, signing());
    await requestSignature(deps, signing({ address: 'ben@reader.example' }));
    const [ana, ben] = await listSignatures(deps.db);
    deps.time.at = new Date('2026-11-24T05:00:00Z');
    await expect(requestSignature(deps, signing({ address: 'eva@reader.example' }))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'petition.closed',
      message: 'This petition closed on Nov 23, 2026.',
    });
    deps.time.at = new Date('2026-11-25T04:59:59Z');
    await confirmSignature(deps, linkOf('confirm-signature', ana?.id ?? ''));
    deps.time.at = new Date('2026-11-25T05:00:00Z');
    await expect(confirmSignature(deps, linkOf('confirm-signature', ben?.id ?? ''))).rejects.toMatchObject({
      code: 'petition.closed',
      message: 'This petition closed on Nov 23, 2026.',
    });
    const states = (await listSignatures(deps.db)).map(({ state }) => state).toSorted();
    expect(states).toEqual(['confirmed', 'pending']);
  });
});
