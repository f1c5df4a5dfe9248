import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { letters } from '../../db/letter.ts';
import { consents, markSubscriberConfirmed, subscribers } from '../../db/subscriber.ts';
import { sleepFor } from '../../src/shared/retry.ts';
import { confirmSubscription } from '../../src/subscribe/confirm.ts';
import { leave } from '../../src/subscribe/leave.ts';
import { requestSubscription, type SubscriptionRequest } from '../../src/subscribe/request.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readerDeps, rowOf } from '../helpers/readers.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const ask = (over: Partial<SubscriptionRequest> = {}): SubscriptionRequest => ({
  address: 'ana@reader.example',
  categories: ['weather', 'harbour'],
  wording: 'Send me the Tide.',
  route: 'web',
  ...over,
});

const kinds = async () => (await database.db.select().from(letters)).map(({ kind }) => kind).toSorted();

describe('a request for a subscription', () => {
  test('becomes a waiting row, a consent with the words that were read, and a letter', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask({ name: ' Ana\r\n Prado ', language: 'de' }));
    const row = await rowOf(deps, 'ana@reader.example');
    expect(row).toMatchObject({ state: 'pending', name: 'Ana Prado', language: 'de', confirmedAt: null });
    expect(row.timezone).toBe('America/New_York');
    expect(row.categories).toEqual(['weather', 'harbour']);
    expect(await deps.db.select().from(consents)).toMatchObject([
      { act: 'requested', wording: 'Send me the Tide.', route: 'web' },
    ]);
    expect(await deps.db.select().from(letters)).toMatchObject([
      { kind: 'confirm', address: 'ana@reader.example', subscriberId: row.id, state: 'waiting' },
    ]);
  });

  test('gives the same answer for a new, a waiting, a confirmed and a gone address', async () => {
    const deps = readerDeps(database.db);
    const answers = [await requestSubscription(deps, ask()), await requestSubscription(deps, ask())];
    const { id } = await rowOf(deps, 'ana@reader.example');
    await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    answers.push(await requestSubscription(deps, ask()));
    await leave(deps, linkOf('unsubscribe', id), 'link');
    answers.push(await requestSubscription(deps, ask()));
    expect(new Set(answers)).toEqual(new Set([undefined]));
  });

  test('asks a waiting address again with its newest choices, three times a day at most; beyond that nothing changes', async () => {
    const deps = readerDeps(database.db);
    const chosen = async () => (await rowOf(deps, 'ana@reader.example')).categories;
    for (let i = 0; i < 2; i += 1) await requestSubscription(deps, ask());
    await requestSubscription(deps, ask({ categories: ['schools'] }));
    expect(await chosen()).toEqual(['schools']);
    const before = await rowOf(deps, 'ana@reader.example');
    await requestSubscription(deps, ask({ name: 'Mallory' }));
    expect(await chosen()).toEqual(['schools']);
    expect(await rowOf(deps, 'ana@reader.example')).toEqual(before);
    expect(await kinds()).toEqual(['confirm', 'confirm', 'confirm']);
    expect(await deps.db.select().from(consents)).toHaveLength(3);
    deps.time.at = new Date('2026-11-24T15:00:00Z');
    await requestSubscription(deps, ask());
    expect(await kinds()).toHaveLength(4);
  });

  test('for once a week is kept until it is confirmed, and after; the newest one counts', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask({ cadence: 'daily' }));
    await requestSubscription(deps, ask({ cadence: 'weekly' }));
    const { id, cadence } = await rowOf(deps, 'ana@reader.example');
    expect(cadence).toBe('weekly');
    await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    expect((await rowOf(deps, 'ana@reader.example')).cadence).toBe('weekly');
  });

  test('changes nothing for a confirmed address and tells its owner once a day', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask());
    const { id } = await rowOf(deps, 'ana@reader.example');
    await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    const before = await rowOf(deps, 'ana@reader.example');
    for (let i = 0; i < 3; i += 1)
      await requestSubscription(deps, ask({ name: 'Mallory', categories: ['schools'] }));
    expect(await rowOf(deps, 'ana@reader.example')).toEqual(before);
    expect(await kinds()).toEqual(['confirm', 'known', 'welcome']);
    expect(before.categories).toEqual(['weather', 'harbour']);
  });

  test('lets somebody who left wait again, and a letter is the only way back', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask());
    const { id } = await rowOf(deps, 'ana@reader.example');
    await confirmSubscription(deps, linkOf('confirm', id), { wording: 'Yes.' });
    await leave(deps, linkOf('unsubscribe', id), 'link');
    await requestSubscription(deps, ask({ categories: ['schools'] }));
    expect(await rowOf(deps, 'ana@reader.example')).toMatchObject({ state: 'pending', id });
    expect(await kinds()).toEqual(['confirm', 'confirm', 'welcome']);
  });

  test('made a hundred times at once for one address in four spellings is one row and three letters', async () => {
    const deps = readerDeps(database.db);
    const spellings = [
      'ana@reader.example',
      'ANA@reader.example',
      'Ana@Reader.Example',
      ' ana@READER.example ',
    ];
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        requestSubscription(deps, ask({ address: spellings[i % 4] ?? '' })),
      ),
    );
    expect(await deps.db.select().from(subscribers)).toHaveLength(1);
    expect(await kinds()).toEqual(['confirm', 'confirm', 'confirm']);
  });

  test('that comes while its owner confirms leaves what they confirmed', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask());
    const { id } = await rowOf(deps, 'ana@reader.example');
    let late: Promise<void> | undefined;
    await deps.db.transaction(async (tx) => {
      await markSubscriberConfirmed(tx, id, deps.time.at);
      late = requestSubscription(deps, ask({ categories: ['schools'] }));
      await sleepFor(200);
    });
    await late;
    expect((await rowOf(deps, 'ana@reader.example')).categories).toEqual(['weather', 'harbour']);
    expect(await kinds()).toEqual(['confirm', 'known']);
  });

  test.each([
    ['an address with a line break', { address: 'ana@reader.example\r\nBcc: all@reader.example' }, 'address'],
    ['an address with markup', { address: '<b>ana</b>@reader.example' }, 'address'],
    ['an address of 10,000 characters', { address: `${'a'.repeat(10_000)}@reader.example` }, 'address'],
    ['no category', { categories: [] }, 'categories'],
    ['a category that is not there', { categories: ['harbour', 'gossip'] }, 'categories'],
    ['a name of 10,000 characters', { name: 'a'.repeat(10_000) }, 'name'],
    ['a name with a link', { name: 'Win at https://prize.example' }, 'name'],
    ['a name with an address', { name: 'ana@reader.example' }, 'name'],
    ['a name with markup', { name: '<script>alert(1)</script>' }, 'name'],
    ['a cadence that is none', { cadence: 'hourly' }, 'cadence'],
    ['a language that is none', { language: 'e n' }, 'language'],
    ['a language without words', { language: 'fr' }, 'language'],
    ['no language at all', { language: '' }, 'language'],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, 'timezone'],
  ])('with %s is refused with a sentence, and nothing is stored', async (_, over, field) => {
    const deps = readerDeps(database.db);
    await expect(requestSubscription(deps, ask(over))).rejects.toMatchObject({
      kind: 'invalid',
      code: `subscription.${field}`,
      message: expect.stringMatching(/^\p{Lu}.*\.$/u) as unknown,
    });
    expect(await deps.db.select().from(subscribers)).toEqual([]);
    expect(await kinds()).toEqual([]);
  });

  test('keeps a name without its direction overrides and controls', async () => {
    const deps = readerDeps(database.db);
    await requestSubscription(deps, ask({ name: 'Ana \u202Eodarp\u0000\u202C' }));
    const [row] = await deps.db.select().from(subscribers).where(eq(subscribers.state, 'pending'));
    expect(row?.name).toBe('Ana odarp');
  });
});
