import { beforeEach, describe, expect, test } from 'vitest';
import { subscribers } from '../../db/subscriber.ts';
import { confirmSignature, findSignatureConfirmation } from '../../src/petition/confirm.ts';
import { findSignInvitation, requestSignature, signAsSubscriber } from '../../src/petition/sign.ts';
import { listRecentSigners, tally } from '../../src/petition/tally.ts';
import { changeDisplay, findSignature, withdrawSignature } from '../../src/petition/withdraw.ts';
import { insertSubscriber } from '../../db/subscriber.ts';
import { addressKey } from '../../src/shared/address.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, SECRET } from '../helpers/readers.ts';
import { lettersOf, listSignatures, signing, theSignature, withPetition } from './seed.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const UNKNOWN = { kind: 'not_found', code: 'link.unknown' };
const choice = { name: '', display: 'initials', wording: 'I sign.' };

async function withReader(over: Parameters<typeof withPetition>[1] = {}) {
  const { deps, petition } = await withPetition(database.db, over);
  const address = 'Ana@reader.example';
  const reader = await insertSubscriber(deps.db, {
    address,
    addressKey: addressKey(SECRET, address),
    name: 'Ana Maria Prado',
    cadence: 'daily',
    categories: [],
    language: 'en',
    timezone: 'America/New_York',
    requestedAt: deps.time.at,
    state: 'confirmed',
    confirmedAt: deps.time.at,
  });
  if (!reader) throw new Error('the reader is there already');
  return { deps, petition, reader, token: linkOf('sign', [reader.id, petition.id]) };
}

async function withSignature() {
  const { deps, petition } = await withPetition(database.db);
  await requestSignature(deps, signing());
  const { id } = await theSignature(deps.db);
  await confirmSignature(deps, linkOf('confirm-signature', id));
  return { deps, petition, id };
}

describe('the petition link of a digest', () => {
  test('shows no name and no address to whom it was forwarded', async () => {
    const { deps, petition, token } = await withReader();
    expect(await findSignInvitation(deps, token)).toEqual({
      petition,
      language: 'en',
      maskedAddress: 'A…@r…',
      maskedName: 'A… M… P…',
      alreadySigned: false,
      open: true,
    });
    expect(await listSignatures(deps.db)).toEqual([]);
  });

  test('signs at once with the subscriber’s own name, once, with one receipt', async () => {
    const { deps, petition, reader, token } = await withReader();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => signAsSubscriber(deps, token, choice)),
    );
    expect(answers.filter(({ alreadySigned }) => !alreadySigned)).toHaveLength(1);
    expect(await theSignature(deps.db)).toMatchObject({
      state: 'confirmed',
      name: 'Ana Maria Prado',
      display: 'initials',
      subscriberId: reader.id,
      wording: 'I sign.',
    });
    expect(await lettersOf(deps.db, 'receipt')).toHaveLength(1);
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(1);
    expect(await findSignInvitation(deps, token)).toMatchObject({ alreadySigned: true });
  });

  test('puts into force what waited from the petition page: one person signs once', async () => {
    const { deps, token } = await withReader();
    await requestSignature(deps, signing({ address: 'ANA@reader.example' }));
    expect(await signAsSubscriber(deps, token, choice)).toMatchObject({ alreadySigned: false });
    expect((await theSignature(deps.db)).state).toBe('confirmed');
  });

  test('needs a choice of display, and a name where we know none', async () => {
    const { deps, token } = await withReader();
    await expect(signAsSubscriber(deps, token, { ...choice, display: '' })).rejects.toMatchObject({
      code: 'signature.display',
    });
    await deps.db.update(subscribers).set({ name: null });
    await expect(signAsSubscriber(deps, token, choice)).rejects.toMatchObject({ code: 'signature.name' });
    expect(await listSignatures(deps.db)).toEqual([]);
  });

  test('signs nothing after the petition closed', async () => {
    const { deps, token } = await withReader({ closesAt: '2026-11-22' });
    expect(await findSignInvitation(deps, token)).toMatchObject({ open: false });
    await expect(signAsSubscriber(deps, token, choice)).rejects.toMatchObject({ code: 'petition.closed' });
    expect(await listSignatures(deps.db)).toEqual([]);
  });

  test('forged, swapped, foreign or revoked, it speaks for nobody', async () => {
    const { deps, petition, reader, token } = await withReader();
    const bad = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      linkOf('sign', [petition.id, reader.id]),
      linkOf('sign', reader.id),
      linkOf('me', reader.id),
      linkOf('sign', [reader.id, petition.id], 1),
      '',
    ];
    for (const token of bad) {
      expect(await findSignInvitation(deps, token)).toBeUndefined();
      await expect(signAsSubscriber(deps, token, choice)).rejects.toMatchObject(UNKNOWN);
    }
    expect(await listSignatures(deps.db)).toEqual([]);
  });
});

describe('the link of a receipt', () => {
  test('withdraws a signature from the count, and may be used again', async () => {
    const { deps, petition, id } = await withSignature();
    const token = linkOf('signature', id);
    expect(await findSignature(deps, token)).toMatchObject({ state: 'confirmed', maskedAddress: 'a…@r…' });
    expect(await withdrawSignature(deps, token)).toEqual({ petition, alreadyWithdrawn: false });
    expect(await withdrawSignature(deps, token)).toEqual({ petition, alreadyWithdrawn: true });
    expect((await tally(deps.db, petition.id, deps.time.at)).signed).toBe(0);
  });

  test('changes how a signer is shown, until it is withdrawn', async () => {
    const { deps, petition, id } = await withSignature();
    const token = linkOf('signature', id);
    const shown = async () =>
      (await listRecentSigners(deps.db, petition.id, { limit: 5 })).map(({ name }) => name);
    expect(await shown()).toEqual(['Ana Prado']);
    await changeDisplay(deps, token, 'initials');
    expect(await shown()).toEqual(['A. P.']);
    await changeDisplay(deps, token, 'hidden');
    expect(await shown()).toEqual([]);
    await expect(changeDisplay(deps, token, 'loud')).rejects.toMatchObject({ code: 'signature.display' });
    await withdrawSignature(deps, token);
    await expect(changeDisplay(deps, token, 'name')).rejects.toMatchObject({ code: 'signature.withdrawn' });
  });

  test('is worth nothing for confirming, nor the other way round', async () => {
    const { deps, id } = await withSignature();
    const receipt = linkOf('signature', id);
    const confirm = linkOf('confirm-signature', id);
    expect(await findSignatureConfirmation(deps, receipt)).toBeUndefined();
    await expect(confirmSignature(deps, receipt)).rejects.toMatchObject(UNKNOWN);
    for (const token of [confirm, linkOf('signature', id, 1), '\0']) {
      expect(await findSignature(deps, token)).toBeUndefined();
      await expect(withdrawSignature(deps, token)).rejects.toMatchObject(UNKNOWN);
      await expect(changeDisplay(deps, token, 'name')).rejects.toMatchObject(UNKNOWN);
    }
    expect((await theSignature(deps.db)).state).toBe('confirmed');
  });
});
