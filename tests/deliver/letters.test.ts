import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { insertLetter, letters, type LetterKind } from '../../db/letter.ts';
import { upsertSuppression, type SuppressionCause } from '../../db/suppression.ts';
import { deliverLetters } from '../../src/deliver/letters.ts';
import { signatureOf } from '../../src/petition/link.ts';
import { addressKey } from '../../src/shared/address.ts';
import { upstream } from '../../src/shared/errors.ts';
import { subscriberOf } from '../../src/subscribe/link.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables } from '../helpers/readers.ts';
import { insertPetition, insertSignature, insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, later, minutes, recipients, recordingMailer, taken } from './desk.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const AT = new Date('2026-11-23T15:00:00Z');

async function ask(kind: LetterKind, over: object = {}) {
  const id = randomUUID();
  const letter = {
    id,
    kind,
    dedupeKey: id,
    address: addressOf('ada'),
    nextTryAt: AT,
    createdAt: AT,
    ...over,
  };
  await insertLetter(database.db, letter);
  return id;
}

const rowOf = async (id: string) => {
  const [row] = await database.db.select().from(letters).where(eq(letters.id, id));
  return row;
};

/** Every link of a text that carries a token: its path and the token. */
const tokensIn = (text = '') =>
  [...text.matchAll(/https:\/\/tide\.example\/(c|u|me|g)\/([A-Za-z0-9_-]+)/g)].map(
    ([, path, token = '']) => ({ path, token }),
  );

const PATHS = { confirm: 'c', me: 'me', unsubscribe: 'u' };

const ada = (over: object = {}) =>
  insertSubscriber(database.db, {
    address: addressOf('ada'),
    categories: ['harbour'],
    linkEpoch: 4,
    ...over,
  });

test.each<[LetterKind, ('confirm' | 'me' | 'unsubscribe')[]]>([
  ['confirm', ['confirm']],
  ['welcome', ['me', 'unsubscribe']],
  ['known', ['me']],
  ['fresh-link', ['me']],
])('the links of the letter "%s" are good for its reader', async (kind, purposes) => {
  const subscriber = await ada();
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(database.db, mailer);
  const id = await ask(kind, {
    subscriberId: subscriber.id,
    linkEpoch: 4,
    facts: { categories: 'Harbour\nSchools' },
  });
  expect(await deliverLetters(deps)).toEqual({ sent: 1, failed: 0, waiting: 0 });
  const [mail] = calls[0]?.mails ?? [];
  expect(mail).toMatchObject({ id, group: kind, tags: { letter: id }, to: addressOf('ada'), date: AT });
  for (const part of [mail?.text, mail?.html]) {
    const tokens = tokensIn(part);
    expect(new Set(tokens.map(({ path }) => path))).toEqual(new Set(purposes.map((each) => PATHS[each])));
    const tokenOf = (purpose: keyof typeof PATHS) =>
      tokens.find(({ path }) => path === PATHS[purpose])?.token ?? '';
    const owners = await Promise.all(
      purposes.map((purpose) => subscriberOf(deps, purpose, tokenOf(purpose))),
    );
    expect(owners.map((owner) => owner?.id)).toEqual(purposes.map(() => subscriber.id));
  }
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: AT, providerId: `p-${id}` });
});

test.each<[LetterKind, 'confirm-signature' | 'signature', string]>([
  ['confirm-signature', 'confirm-signature', 'c'],
  ['receipt', 'signature', 'g'],
])('the link of the letter "%s" is good for its signature', async (kind, purpose, path) => {
  const { db } = database;
  const petition = await insertPetition(db, { slug: 'ferry', title: 'Keep the ferry' });
  const signature = await insertSignature(db, {
    petitionId: petition.id,
    name: 'Ada',
    address: addressOf('ada'),
  });
  const { mailer, calls } = recordingMailer();
  const deps = deskDeps(db, mailer);
  const facts = { petition: 'ferry', title: 'Keep the ferry', target: 'The board', signer: 'Ada' };
  await ask(kind, { signatureId: signature.id, petitionId: petition.id, facts });
  expect(await deliverLetters(deps)).toMatchObject({ sent: 1 });
  const tokens = tokensIn(calls[0]?.mails[0]?.text);
  expect(tokens.map((each) => each.path)).toEqual([path]);
  const owner = await signatureOf(deps, purpose, tokens[0]?.token ?? '');
  expect(owner?.signature.id).toBe(signature.id);
});

test('a letter goes out once, whatever number of processes look for it', async () => {
  const subscriber = await ada();
  for (let i = 0; i < 9; i += 1) await ask('known', { subscriberId: subscriber.id });
  const desks = Array.from({ length: 3 }, () => recordingMailer());
  await Promise.all(desks.map(({ mailer }) => deliverLetters(deskDeps(database.db, mailer))));
  const keys = desks.flatMap(({ calls }) => calls.map(({ idempotencyKey }) => idempotencyKey));
  expect(keys).toHaveLength(9);
  expect(new Set(keys).size).toBe(9);
});

test('a letter that could not be sent is put off, and tried again with the same bytes and key', async () => {
  const subscriber = await ada();
  let busy = true;
  const { mailer, calls } = recordingMailer({
    answer: (batch) => {
      if (busy) throw upstream('mail.unavailable', 'The provider is busy.', { retryable: true });
      return taken(batch);
    },
  });
  const deps = deskDeps(database.db, mailer);
  const id = await ask('known', { subscriberId: subscriber.id });
  expect(await deliverLetters(deps)).toEqual({ sent: 0, failed: 0, waiting: 1 });
  expect(await rowOf(id)).toMatchObject({
    state: 'waiting',
    code: 'mail.unavailable',
    reason: 'The provider is busy.',
  });
  expect(await deliverLetters(deps)).toEqual({ sent: 0, failed: 0, waiting: 0 });
  busy = false;
  later(deps, minutes(1));
  expect(await deliverLetters(deps)).toEqual({ sent: 1, failed: 0, waiting: 0 });
  expect(calls[1]).toEqual(calls[0]);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', code: null, reason: null });
});

test('a letter waits while the provider refuses us, and is given up when its key is good no more', async () => {
  const subscriber = await ada();
  const { mailer, calls } = recordingMailer({
    answer: () => {
      throw upstream('mail.denied', 'The key is not accepted.');
    },
  });
  const deps = deskDeps(database.db, mailer);
  const id = await ask('known', { subscriberId: subscriber.id });
  for (let i = 0; i < 8; i += 1) {
    await deliverLetters(deps);
    later(deps, minutes(2.5 * 60));
  }
  expect(calls).toHaveLength(8);
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', code: 'mail.denied' });
  later(deps, minutes(24 * 60));
  await deliverLetters(deps);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', code: 'mail.denied' });
});

test('after six tries a letter has failed', async () => {
  const subscriber = await ada();
  const { mailer, calls } = recordingMailer({
    answer: () => {
      throw upstream('mail.unavailable', 'The provider is busy.', { retryable: true });
    },
  });
  const deps = deskDeps(database.db, mailer);
  const id = await ask('known', { subscriberId: subscriber.id });
  for (let i = 0; i < 8; i += 1) {
    await deliverLetters(deps);
    later(deps, minutes(4 * 60));
  }
  expect(calls).toHaveLength(6);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', code: 'mail.unavailable' });
});

test('a letter that the mailer refuses, or whose end nobody knows, is not sent again', async () => {
  const subscriber = await ada();
  const { mailer, calls } = recordingMailer({
    answer: () => [{ ok: false, uncertain: true, code: 'mail.unknown', reason: 'The connection broke.' }],
  });
  const deps = deskDeps(database.db, mailer);
  const id = await ask('known', { subscriberId: subscriber.id });
  expect(await deliverLetters(deps)).toMatchObject({ failed: 1 });
  later(deps, minutes(24 * 60));
  await deliverLetters(deps);
  expect(calls).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', reason: 'The connection broke.' });
});

test.each<SuppressionCause>(['bounced', 'bounces', 'complained', 'provider', 'person'])(
  'to an address that is suppressed as "%s" no letter is sent, and the next goes out',
  async (cause) => {
    const subscriber = await ada();
    const { mailer, calls } = recordingMailer();
    const deps = deskDeps(database.db, mailer);
    const key = addressKey(deps.secret, addressOf('ADA'));
    await upsertSuppression(database.db, { addressKey: key, cause, at: AT });
    const id = await ask('known', { subscriberId: subscriber.id, nextTryAt: new Date(AT.getTime() - 1) });
    await ask('known', { subscriberId: subscriber.id, address: addressOf('ben') });
    expect(await deliverLetters(deps)).toEqual({ sent: 1, failed: 1, waiting: 0 });
    expect(recipients(calls)).toEqual([addressOf('ben')]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'failed', code: 'address.suppressed' });
    expect(row?.reason).toMatch(/^Nothing is sent to their address/);
  },
);

test('a letter that says of nobody whom it is about fails, and the next goes out', async () => {
  const subscriber = await ada();
  const { mailer, calls } = recordingMailer();
  const lost = await ask('known', { nextTryAt: new Date(AT.getTime() - 1) });
  await ask('known', { subscriberId: subscriber.id });
  expect(await deliverLetters(deskDeps(database.db, mailer))).toEqual({ sent: 1, failed: 1, waiting: 0 });
  expect(await rowOf(lost)).toMatchObject({ state: 'failed', code: 'letter.no_subject' });
  expect(recipients(calls)).toEqual([addressOf('ada')]);
});

test('what a stranger typed as a name is in no subject and becomes no link', async () => {
  const { db } = database;
  const petition = await insertPetition(db, { slug: 'ferry', title: 'Keep the ferry' });
  const name = 'Win at https://evil.example now\r\nBcc: eve@else.example';
  const signature = await insertSignature(db, { petitionId: petition.id, name, address: addressOf('ada') });
  const { mailer, calls } = recordingMailer();
  const facts = { petition: 'ferry', title: 'Keep the ferry', target: 'The board', signer: name };
  await ask('confirm-signature', { signatureId: signature.id, petitionId: petition.id, facts });
  await deliverLetters(deskDeps(db, mailer));
  const [mail] = calls[0]?.mails ?? [];
  expect(mail?.subject).not.toMatch(/Win|evil|Bcc|[\r\n]/);
  for (const part of [mail?.html, mail?.text]) expect(part).not.toMatch(/evil\.example|else\.example/);
});

test.each([
  ['de', 'de'],
  ['ar', 'ar'],
  ['fr', 'en'],
])('a subscriber who reads "%s" gets letters in "%s"', async (language, spoken) => {
  const { db } = database;
  const subscriber = await ada({ language });
  const petition = await insertPetition(db, { slug: 'ferry', title: 'Keep the ferry' });
  const signature = await insertSignature(db, {
    petitionId: petition.id,
    name: 'Ada',
    address: addressOf('ada'),
    subscriberId: subscriber.id,
  });
  const { mailer, calls } = recordingMailer();
  await ask('known', { subscriberId: subscriber.id });
  await ask('receipt', {
    signatureId: signature.id,
    facts: { petition: 'ferry', title: 'Ferry', target: 'B' },
  });
  expect(await deliverLetters(deskDeps(db, mailer))).toMatchObject({ sent: 2 });
  for (const { html } of calls.flatMap(({ mails }) => mails))
    expect(html).toMatch(new RegExp(`<html [^>]*lang="${spoken}"`));
});
