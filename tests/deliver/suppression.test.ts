import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { suppressions } from '../../db/suppression.ts';
import { receiveEvent } from '../../src/deliver/events.ts';
import { findSuppression, listRecentSuppressions, suppress, unsuppress } from '../../src/deliver/suppress.ts';
import { addressKey } from '../../src/shared/address.ts';
import { testDatabase } from '../helpers/database.ts';
import { readerDeps, SECRET } from '../helpers/readers.ts';
import { addressOf, later, minutes } from './desk.ts';
import { bounceOf, clean, toldOf } from './events-told.ts';

const database = testDatabase();
beforeEach(() => clean(database.db));

const minute = (n: number) => `2026-11-23T14:${String(n).padStart(2, '0')}:00.000Z`;

/** Tell of a mail by its number, which is also the minute at which it was made. */
const tellOf = (mail: number, type: string, data: object = {}, at = minute(mail)) => {
  const deps = readerDeps(database.db);
  const body = toldOf(type, { email_id: `m-${mail}`, created_at: minute(mail), ...data }, at);
  return receiveEvent(deps, { id: randomUUID(), body, receivedAt: deps.clock.now() });
};
const bounced = (mail: number, type = 'Transient') => tellOf(mail, 'email.bounced', bounceOf(type));
const delivered = (mail: number) => tellOf(mail, 'email.delivered');
const ofSuppression = (type: string, n: number, data: object = {}) =>
  tellOf(n, `suppression.${type}`, { email: 'Ada@inbox.example', to: undefined, origin: 'manual', ...data });

const causes = async () => {
  const rows = await database.db.select().from(suppressions).orderBy(suppressions.cause);
  return rows.map(({ cause, at }) => `${cause} ${at.toISOString().slice(11, 16)}`);
};

test.each([
  ['a mail that bounces for good', () => bounced(1, 'Permanent'), ['bounced 14:01']],
  ['a complaint', () => tellOf(1, 'email.complained'), ['complained 14:01']],
  ['a mail that the provider will not send', () => tellOf(1, 'email.suppressed'), ['provider 14:01']],
  ['what the provider suppresses', () => ofSuppression('added', 1), ['provider 14:01']],
  ['a mail that bounces for now', () => bounced(1), []],
  ['a mail that is delivered', () => delivered(1), []],
  ['a mail to two', () => tellOf(1, 'email.complained', { to: [addressOf('ada'), addressOf('ben')] }), []],
  ['a mail to nobody that can be read', () => tellOf(1, 'email.complained', { to: ['ada', 7] }), []],
])('%s suppresses %j', async (_, act, wanted) => {
  await act();
  expect(await causes()).toEqual(wanted);
});

test('the address stands there as its key, the same however it is written', async () => {
  await tellOf(1, 'email.complained', { to: ['Ada Example <ADA@Inbox.example>'] });
  expect(await database.db.select().from(suppressions)).toMatchObject([
    { addressKey: addressKey(SECRET, addressOf('ada')), note: null },
  ]);
});

describe('mails that bounce for now', () => {
  test('the third of five in a row suppresses', async () => {
    for (const mail of [1, 3]) await bounced(mail);
    for (const mail of [2, 4]) await delivered(mail);
    expect(await causes()).toEqual([]);
    await bounced(5, 'Undetermined');
    expect(await causes()).toEqual(['bounces 14:05']);
  });

  test('three of the first three do', async () => {
    for (const mail of [1, 2, 3]) await bounced(mail);
    expect(await causes()).toEqual(['bounces 14:03']);
  });

  test('three of six do not, and the same mail told of three times is one', async () => {
    for (const mail of [1, 3, 6]) await bounced(mail);
    for (const mail of [1, 3, 6]) await bounced(mail);
    for (const mail of [2, 4, 5]) await delivered(mail);
    expect(await causes()).toEqual([]);
  });

  test('news of a mail between them that comes late takes it back', async () => {
    for (const mail of [1, 3, 5]) await bounced(mail);
    await delivered(2);
    expect(await causes()).toEqual(['bounces 14:05']);
    await delivered(4);
    expect(await causes()).toEqual(['bounces 14:05']);
    await tellOf(4, 'email.sent', { email_id: 'm-4b' });
    expect(await causes()).toEqual([]);
  });

  test('letters count like any other mail', async () => {
    for (const mail of [1, 2, 3])
      await tellOf(mail, 'email.bounced', { ...bounceOf('Transient'), tags: { letter: randomUUID() } });
    expect(await causes()).toEqual(['bounces 14:03']);
  });
});

test('what the provider takes back is taken back, in whatever order it is told', async () => {
  await ofSuppression('removed', 5);
  await ofSuppression('added', 4);
  expect(await causes()).toEqual([]);
  await ofSuppression('added', 7);
  await ofSuppression('added', 6);
  expect(await causes()).toEqual(['provider 14:06']);
  await ofSuppression('removed', 8);
  expect(await causes()).toEqual([]);
});

test('it takes back nothing but its own', async () => {
  await bounced(1, 'Permanent');
  await ofSuppression('added', 2);
  await ofSuppression('removed', 3);
  expect(await causes()).toEqual(['bounced 14:01']);
});

const deps = () => readerDeps(database.db);

describe('a person', () => {
  test('suppresses an address, once, with the first note', async () => {
    const address = ' Ada@INBOX.example';
    await suppress(deps(), { address, note: ' Asked by telephone. ' });
    const found = await suppress(deps(), { address, note: 'Again.' });
    expect(found).toMatchObject([{ cause: 'person', note: 'Asked by telephone.' }]);
    expect(await findSuppression(deps(), addressOf('ada'))).toEqual(found);
    expect(await findSuppression(deps(), addressOf('ben'))).toEqual([]);
  });

  test('lets mails go again, and what had happened by then suppresses no more', async () => {
    for (const mail of [1, 2, 3]) await bounced(mail);
    await bounced(4, 'Permanent');
    await ofSuppression('added', 5);
    const now = deps();
    expect((await unsuppress(now, addressOf('ada'))).map(({ cause }) => cause).toSorted()).toEqual([
      'bounced',
      'bounces',
      'provider',
    ]);
    expect(await unsuppress(now, addressOf('ada'))).toEqual([]);
    for (const mail of [6, 7]) await bounced(mail);
    await bounced(8, 'Permanent');
    await tellOf(9, 'email.suppressed');
    expect(await causes()).toEqual([]);
    later(now, minutes(5));
    await tellOf(10, 'email.complained', {}, '2026-11-23T15:01:00.000Z');
    expect(await causes()).toEqual(['complained 15:01']);
  });

  test('is told the last ones first, by their keys alone', async () => {
    await bounced(1, 'Permanent');
    await tellOf(2, 'email.complained', { to: [addressOf('ben')] });
    const rows = await listRecentSuppressions(deps(), { limit: 1 });
    expect(rows).toMatchObject([{ cause: 'complained', addressKey: addressKey(SECRET, addressOf('ben')) }]);
    expect(await listRecentSuppressions(deps(), { limit: 5 })).toHaveLength(2);
  });

  test('hears when what they typed is no address', async () => {
    for (const act of [() => suppress(deps(), { address: 'ada' }), () => unsuppress(deps(), 'a b@c')])
      await expect(act()).rejects.toMatchObject({ code: 'address.invalid', kind: 'invalid' });
  });
});
