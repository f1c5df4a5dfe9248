import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { letters } from '../../db/letter.ts';
import { consents, markSubscriberLeft, subscribers } from '../../db/subscriber.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { issueToken } from '../../src/shared/token.ts';
import { addSubscriber } from '../../src/subscribe/add.ts';
import { confirmSubscription, findConfirmation } from '../../src/subscribe/confirm.ts';
import { findLeaver, leave } from '../../src/subscribe/leave.ts';
import { changePreferences, findPreferences, requestFreshLink } from '../../src/subscribe/preferences.ts';
import { requestSubscription } from '../../src/subscribe/request.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readerDeps, readersConfig, rowOf } from '../helpers/readers.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const ADDRESS = 'ana@reader.example';
const UNKNOWN = { kind: 'not_found', code: 'link.unknown' };

async function waiting() {
  const deps = readerDeps(database.db);
  const categories = ['weather', 'harbour'];
  await requestSubscription(deps, { address: ADDRESS, categories, wording: 'Send it.', route: 'web' });
  const { id } = await rowOf(deps, ADDRESS);
  return { deps, id };
}

async function confirmed() {
  const { deps, id } = await waiting();
  await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
  return { deps, id };
}

const choose = (...categories: string[]) => ({ categories, cadence: 'daily' as const, wording: 'Save.' });
const countLetters = async (kind: 'welcome' | 'fresh-link') =>
  (await database.db.select().from(letters).where(eq(letters.kind, kind))).length;
const acts = async () =>
  (await database.db.select().from(consents).orderBy(consents.at)).map(({ act }) => act).toSorted();

describe('the confirm link', () => {
  test('shows what was asked for and changes nothing by being looked at', async () => {
    const { deps, id } = await waiting();
    const shown = { state: 'pending', language: 'en', cadence: 'daily', categories: ['Weather', 'Harbour'] };
    expect(await findConfirmation(deps, linkOf('confirm', id))).toEqual(shown);
    expect(await findConfirmation(deps, linkOf('confirm', id))).toEqual(shown);
    expect((await rowOf(deps, ADDRESS)).state).toBe('pending');
  });

  test('confirms; a second time it changes nothing and asks for no second welcome', async () => {
    const { deps, id } = await waiting();
    const token = linkOf('confirm', id);
    const first = await confirmSubscription(deps, token, { wording: 'Yes.' });
    expect(first).toMatchObject({ alreadyConfirmed: false, subscriber: { state: 'confirmed' } });
    deps.time.at = new Date('2026-11-24T09:00:00Z');
    const second = await confirmSubscription(deps, token, { wording: 'Yes.' });
    expect(second).toEqual({ alreadyConfirmed: true, subscriber: first.subscriber });
    expect(await countLetters('welcome')).toBe(1);
    expect(await acts()).toEqual(['confirmed', 'requested']);
  });

  test('posted fifty times at once confirms once', async () => {
    const { deps, id } = await waiting();
    const token = linkOf('confirm', id);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => confirmSubscription(deps, token, { wording: 'Yes.' })),
    );
    expect(answers.filter(({ alreadyConfirmed }) => !alreadyConfirmed)).toHaveLength(1);
    expect(await countLetters('welcome')).toBe(1);
  });

  test('does not bring back somebody who has left', async () => {
    const { deps, id } = await confirmed();
    await leave(deps, linkOf('unsubscribe', id), 'link');
    const again = confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'subscription.left' });
    expect((await rowOf(deps, ADDRESS)).state).toBe('left');
  });
});

describe('a link that is forged, foreign, revoked or of nobody', () => {
  test('is unknown to every door', async () => {
    const { deps, id } = await confirmed();
    const good = linkOf('confirm', id);
    const forged = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`;
    const nobody = linkOf('confirm', '00000000-0000-4000-8000-000000000000');
    const two = issueToken(deps.secret, { purpose: 'confirm', ids: [id, id], epoch: 0 });
    const bad = [
      forged,
      good.slice(0, 30),
      linkOf('me', id),
      linkOf('confirm', id, 7),
      nobody,
      two,
      '',
      '\0',
    ];
    for (const token of bad) {
      expect(await findConfirmation(deps, token)).toBeUndefined();
      await expect(confirmSubscription(deps, token, { wording: 'Yes.' })).rejects.toMatchObject(UNKNOWN);
    }
    for (const token of [good, linkOf('unsubscribe', id), linkOf('me', id, 1)]) {
      expect(await findPreferences(deps, token)).toBeUndefined();
      await expect(changePreferences(deps, token, choose('schools'))).rejects.toMatchObject(UNKNOWN);
    }
    for (const token of [good, linkOf('me', id), forged]) {
      expect(await findLeaver(deps, token)).toBeUndefined();
      await expect(leave(deps, token, 'one-click')).rejects.toMatchObject(UNKNOWN);
    }
    await expect(leave(deps, linkOf('unsubscribe', id), 'preferences')).rejects.toMatchObject(UNKNOWN);
    expect((await rowOf(deps, ADDRESS)).state).toBe('confirmed');
  });
});

describe('the preferences link', () => {
  test('shows the chosen categories first, in their order, and masks the address', async () => {
    const { deps, id } = await confirmed();
    const shown = await findPreferences(deps, linkOf('me', id));
    expect(shown).toMatchObject({ state: 'confirmed', maskedAddress: 'a…@r…', cadence: 'daily' });
    expect(shown?.categories.map(({ slug, chosen }) => [slug, chosen])).toEqual([
      ['weather', true],
      ['harbour', true],
      ['schools', false],
    ]);
  });

  test('changes the order of categories; the same choices again record nothing', async () => {
    const { deps, id } = await confirmed();
    const choices = choose('harbour', 'schools', 'weather');
    await changePreferences(deps, linkOf('me', id), choices);
    await changePreferences(deps, linkOf('me', id), choices);
    const shown = await findPreferences(deps, linkOf('me', id));
    expect(shown?.categories.map(({ slug }) => slug)).toEqual(['harbour', 'schools', 'weather']);
    expect(await acts()).toEqual(['changed', 'confirmed', 'requested']);
  });

  test('keeps a name that is left out and removes one that is emptied', async () => {
    const { deps, id } = await confirmed();
    const save = (name?: string) => changePreferences(deps, linkOf('me', id), { ...choose('weather'), name });
    await save('Ana');
    await save();
    expect((await rowOf(deps, ADDRESS)).name).toBe('Ana');
    await save('');
    expect((await rowOf(deps, ADDRESS)).name).toBeNull();
  });

  test('keeps the cadence that is left out, changes one that is chosen, and knows no third', async () => {
    const { deps, id } = await confirmed();
    const save = (cadence?: string) =>
      changePreferences(deps, linkOf('me', id), { ...choose('weather'), cadence });
    await save('weekly');
    await save();
    expect((await rowOf(deps, ADDRESS)).cadence).toBe('weekly');
    await expect(save('hourly')).rejects.toMatchObject({ kind: 'invalid', code: 'subscription.cadence' });
    expect((await rowOf(deps, ADDRESS)).cadence).toBe('weekly');
    await save('daily');
    expect(await findPreferences(deps, linkOf('me', id))).toMatchObject({ cadence: 'daily' });
  });

  test('keeps the language that is left out, changes one that is chosen, and knows none without words', async () => {
    const { deps, id } = await confirmed();
    const save = (language?: string) =>
      changePreferences(deps, linkOf('me', id), { ...choose('weather'), language });
    const language = async () => (await rowOf(deps, ADDRESS)).language;
    await save('ar');
    await save();
    expect(await language()).toBe('ar');
    for (const unknown of ['fr', '', 'e n'])
      await expect(save(unknown)).rejects.toMatchObject({ code: 'subscription.language' });
    expect(await language()).toBe('ar');
    expect(await acts()).toEqual(['changed', 'confirmed', 'requested']);
  });

  test('of who reads a language without words leaves it, until another than the newsroom’s is chosen', async () => {
    const { deps, id } = await confirmed();
    await deps.db.update(subscribers).set({ language: 'fr' });
    const save = (language: string) =>
      changePreferences(deps, linkOf('me', id), { ...choose('weather', 'harbour'), language });
    await save('en');
    expect((await rowOf(deps, ADDRESS)).language).toBe('fr');
    expect(await acts()).toEqual(['confirmed', 'requested']);
    await save('de');
    expect((await rowOf(deps, ADDRESS)).language).toBe('de');
  });

  test('saved while its owner leaves changes nothing', async () => {
    const { deps, id } = await confirmed();
    let late: Promise<unknown> | undefined;
    await deps.db.transaction(async (tx) => {
      await markSubscriberLeft(tx, id, { by: 'link', at: deps.time.at });
      late = changePreferences(deps, linkOf('me', id), choose('schools')).catch((error: unknown) => error);
      await sleepFor(200);
    });
    expect(await late).toMatchObject({ kind: 'conflict', code: 'subscription.left' });
    expect(await acts()).toEqual(['confirmed', 'requested']);
  });

  test('with no category chosen points to unsubscribing and changes nothing', async () => {
    const { deps, id } = await confirmed();
    const none = changePreferences(deps, linkOf('me', id), choose());
    await expect(none).rejects.toMatchObject({
      code: 'subscription.categories',
      message: expect.stringContaining('Unsubscribe') as unknown,
    });
    expect((await rowOf(deps, ADDRESS)).categories).toEqual(['weather', 'harbour']);
  });

  test('never shows a category that the newsroom gave up, and keeps it for the day it returns', async () => {
    const { deps, id } = await confirmed();
    const { categories } = readersConfig();
    const smaller = readersConfig({ categories: categories.slice(0, 2) });
    const later = readerDeps(database.db, smaller);
    const shown = await findPreferences(later, linkOf('me', id));
    expect(shown?.categories.map(({ slug }) => slug)).toEqual(['harbour', 'schools']);
    await changePreferences(later, linkOf('me', id), choose('schools'));
    const back = await findPreferences(deps, linkOf('me', id));
    expect(back?.categories.filter(({ chosen }) => chosen).map(({ slug }) => slug)).toEqual([
      'schools',
      'weather',
    ]);
  });

  test('is mailed afresh to a subscriber once an hour, and to nobody else, with the same answer', async () => {
    const { deps } = await waiting();
    const answers = [await requestFreshLink(deps, { address: ADDRESS })];
    expect(await countLetters('fresh-link')).toBe(0);
    const { id } = await rowOf(deps, ADDRESS);
    await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    answers.push(await requestFreshLink(deps, { address: ' ANA@reader.example' }));
    answers.push(await requestFreshLink(deps, { address: ADDRESS }));
    answers.push(await requestFreshLink(deps, { address: 'nobody@reader.example' }));
    expect(new Set(answers)).toEqual(new Set([undefined]));
    expect(await countLetters('fresh-link')).toBe(1);
    deps.time.at = new Date('2026-11-23T16:00:00Z');
    await requestFreshLink(deps, { address: ADDRESS });
    expect(await countLetters('fresh-link')).toBe(2);
  });
});

describe('the unsubscribe link', () => {
  test('ends the subscription at once, keeps the row, and may be used again', async () => {
    const { deps, id } = await confirmed();
    const token = linkOf('unsubscribe', id);
    expect(await findLeaver(deps, token)).toEqual({
      state: 'confirmed',
      language: 'en',
      maskedAddress: 'a…@r…',
    });
    await leave(deps, token, 'one-click');
    const left = await rowOf(deps, ADDRESS);
    expect(left).toMatchObject({ state: 'left', leftBy: 'one-click', leftAt: deps.time.at });
    deps.time.at = new Date('2026-11-25T09:00:00Z');
    await leave(deps, token, 'link');
    expect(await rowOf(deps, ADDRESS)).toEqual(left);
    expect(await acts()).toEqual(['confirmed', 'left', 'requested']);
  });

  test('works after every other link was revoked', async () => {
    const { deps, id } = await confirmed();
    await deps.db.update(subscribers).set({ linkEpoch: 3 });
    expect(await findPreferences(deps, linkOf('me', id))).toBeUndefined();
    await leave(deps, linkOf('unsubscribe', id), 'link');
    expect((await rowOf(deps, ADDRESS)).state).toBe('left');
  });

  test('has its like on the preferences page', async () => {
    const { deps, id } = await confirmed();
    await leave(deps, linkOf('me', id), 'preferences');
    expect(await rowOf(deps, ADDRESS)).toMatchObject({ state: 'left', leftBy: 'preferences' });
  });
});

describe('a subscriber whom the newsroom adds', () => {
  const added = { address: ADDRESS, categories: ['schools'], confirmed: true, route: 'cli' } as const;

  test('is there at once when the newsroom vouches for them, and only once', async () => {
    const deps = readerDeps(database.db);
    const add = () => addSubscriber(deps, { ...added, categories: ['schools'] });
    const outcomes = await Promise.all(Array.from({ length: 10 }, add));
    expect(outcomes.toSorted()).toEqual(['added', ...Array.from({ length: 9 }, () => 'known')]);
    expect((await rowOf(deps, ADDRESS)).state).toBe('confirmed');
    expect(await deps.db.select().from(letters)).toEqual([]);
    expect(await acts()).toEqual(['added']);
  });

  test('gets a digest every day unless once a week is said, and nothing else can be said', async () => {
    const deps = readerDeps(database.db);
    const add = (address: string, cadence?: string) =>
      addSubscriber(deps, { ...added, categories: ['schools'], address, cadence });
    await add('bo@reader.example');
    await add(ADDRESS, 'weekly');
    expect((await rowOf(deps, 'bo@reader.example')).cadence).toBe('daily');
    expect((await rowOf(deps, ADDRESS)).cadence).toBe('weekly');
    const hourly = add('cy@reader.example', 'hourly');
    await expect(hourly).rejects.toMatchObject({ kind: 'invalid', code: 'subscription.cadence' });
    expect(await deps.db.select().from(subscribers)).toHaveLength(2);
  });

  test('is asked to confirm otherwise', async () => {
    const deps = readerDeps(database.db);
    await addSubscriber(deps, { ...added, categories: ['schools'], confirmed: false });
    expect((await rowOf(deps, ADDRESS)).state).toBe('pending');
    expect(await deps.db.select().from(letters)).toMatchObject([{ kind: 'confirm' }]);
  });

  test('is never added again after leaving, also when a stranger entered them in the form since', async () => {
    const { deps, id } = await confirmed();
    await leave(deps, linkOf('unsubscribe', id), 'link');
    expect(await addSubscriber(deps, { ...added, categories: ['schools'] })).toBe('left');
    await requestSubscription(deps, {
      address: ADDRESS,
      categories: ['schools'],
      wording: 'Send it.',
      route: 'web',
    });
    expect(await addSubscriber(deps, { ...added, categories: ['schools'] })).toBe('left');
    expect((await rowOf(deps, ADDRESS)).state).toBe('pending');
  });
});
