import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { letters } from '../../db/letter.ts';
import { signatures } from '../../db/signature.ts';
import { subscribers } from '../../db/subscriber.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, rowOf } from '../helpers/readers.ts';
import { insertPetition, insertSubscriber } from '../helpers/seed.ts';
import { fingerprint } from './rows.ts';
import { testSite } from './site.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const ADDRESS = 'ana@reader.example';
const SUBSCRIBE: [string, string][] = [
  ['address', ADDRESS],
  ['name', 'Ana'],
  ['categories', 'weather'],
  ['categories', 'harbour'],
];
const SIGN = { name: 'Ana Prado', address: ADDRESS, place: '', display: 'initials' };
const person = () =>
  insertSubscriber(database.db, { address: ADDRESS, name: 'Ana Prado', categories: ['harbour'] });
const stateOf = async () => (await rowOf({ db: database.db }, ADDRESS)).state;

describe('subscribing', () => {
  test('goes from the form by the letter’s link to a subscriber, and each post may be repeated', async () => {
    const site = testSite(database.db);
    expect(await (await site.post('/subscribe', SUBSCRIBE)).text()).toContain('Look into your mailbox');
    const { id } = await rowOf(site.deps, ADDRESS);
    const path = `/c/${linkOf('confirm', id)}`;
    expect(await site.text(path)).toContain('Weather &amp; Tides');
    expect(await stateOf()).toBe('pending');
    expect(await (await site.post(path, {})).text()).toContain('You are subscribed');
    expect(await stateOf()).toBe('confirmed');
    const after = await fingerprint(database.db);
    expect(await (await site.post(path, {})).text()).toContain('You are subscribed');
    expect(await fingerprint(database.db)).toEqual(after);
  });

  test('answers a known address like a new one, byte by byte', async () => {
    await person();
    const site = testSite(database.db);
    const [known, fresh] = await Promise.all(
      [ADDRESS, 'new@reader.example'].map(async (address) => {
        const response = await site.post('/subscribe', { address, categories: 'harbour' });
        return { status: response.status, headers: [...response.headers], body: await response.text() };
      }),
    );
    expect(known).toEqual(fresh);
  });

  test('keeps what was typed when something is wrong, and says what', async () => {
    const site = testSite(database.db);
    const response = await site.post('/subscribe', [
      ['address', 'ana at "home"'],
      ['name', '<b>Ana'],
      ['categories', 'weather'],
    ]);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toMatch(/id="address-fault">This is not a mail address/);
    expect(html).toContain('value="ana at &quot;home&quot;"');
    expect(html).toContain('value="&lt;b&gt;Ana"');
    expect(html).toContain('checked="" value="weather"');
    expect(await database.db.select().from(subscribers)).toEqual([]);
  });

  test.each<[string, [string, string][], RegExp]>([
    ['no category', [['address', ADDRESS]], /id="categories-fault"/],
    [
      'a category that is not there',
      [
        ['address', ADDRESS],
        ['categories', 'gone'],
      ],
      /id="categories-fault"/,
    ],
    ['nothing at all', [], /id="address-fault"/],
    [
      'a name with a link',
      [...SUBSCRIBE, ['name', 'x']].map(([k, v]) => [k ?? '', k === 'name' ? 'www.x.com' : (v ?? '')]),
      /id="name-fault"/,
    ],
  ])('with %s is refused beside the field', async (_, fields, fault) => {
    const response = await testSite(database.db).post('/subscribe', fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(fault);
    expect(await database.db.select().from(letters)).toEqual([]);
  });

  test('has no category ticked for anybody', async () => {
    const html = await testSite(database.db).text('/subscribe');
    expect(html.match(/<input type="checkbox"[^>]*>/g)).toHaveLength(3);
    expect(html).not.toMatch(/<input type="checkbox"[^>]*checked/);
  });
});

describe('a body that is no form of ours', () => {
  test('of more than 64 kB is refused before it is read', async () => {
    const site = testSite(database.db);
    const response = await site.post('/subscribe', { address: 'a'.repeat(10_000_000) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('at most 64 kB');
  });

  test.each(['application/json', 'text/plain', ''])('of the type "%s" is refused', async (type) => {
    const response = await testSite(database.db).get('/subscribe', {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"address":"x"}',
    });
    expect(response.status).toBe(400);
    expect(await database.db.select().from(subscribers)).toEqual([]);
  });

  test('with a broken boundary is refused', async () => {
    const response = await testSite(database.db).get('/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: 'not a part',
    });
    expect(response.status).toBe(400);
  });
});

const leaveWith = async (init: RequestInit) => {
  const { id } = await person();
  return testSite(database.db).get(`/u/${linkOf('unsubscribe', id)}`, { method: 'POST', ...init });
};

describe('unsubscribing', () => {
  test('by a mail program works at once, urlencoded, without cookie or redirect', async () => {
    const response = await leaveWith({ body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await rowOf({ db: database.db }, ADDRESS)).toMatchObject({ state: 'left', leftBy: 'one-click' });
  });

  test('by a mail program works as multipart too', async () => {
    const form = new FormData();
    form.append('List-Unsubscribe', 'One-Click');
    expect((await leaveWith({ body: form })).status).toBe(200);
    expect(await rowOf({ db: database.db }, ADDRESS)).toMatchObject({ state: 'left', leftBy: 'one-click' });
  });

  test('works with a body that nobody can read', async () => {
    expect((await leaveWith({ body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(
      200,
    );
    expect(await stateOf()).toBe('left');
  });

  test('by the button on the page is told apart from a mail program', async () => {
    await leaveWith({ body: new URLSearchParams({}) });
    expect(await rowOf({ db: database.db }, ADDRESS)).toMatchObject({ leftBy: 'link' });
  });
});

describe('preferences', () => {
  test('are saved in the order of the numbers', async () => {
    const { id } = await person();
    const site = testSite(database.db);
    const path = `/me/${linkOf('me', id)}`;
    const response = await site.post(path, [
      ['act', 'save'],
      ['categories', 'harbour'],
      ['categories', 'weather'],
      ['place-harbour', '2'],
      ['place-weather', '1'],
      ['name', 'Anna'],
    ]);
    const html = await response.text();
    expect(html).toContain('Saved.');
    expect(html.indexOf('Weather &amp; Tides')).toBeLessThan(html.indexOf('<bdi>Harbour'));
    expect(html).toContain('value="Anna"');
  });

  test('without any category are refused, and nothing is lost', async () => {
    const { id } = await person();
    const site = testSite(database.db);
    const before = await fingerprint(database.db);
    const response = await site.post(`/me/${linkOf('me', id)}`, { act: 'save', name: 'Anna' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('keep at least one category');
    expect(await fingerprint(database.db)).toEqual(before);
  });

  test('end the subscription by their own button', async () => {
    const { id } = await person();
    const site = testSite(database.db);
    const path = `/me/${linkOf('me', id)}`;
    expect(await (await site.post(path, { act: 'leave' })).text()).toContain('You are unsubscribed');
    expect(await rowOf(site.deps, ADDRESS)).toMatchObject({ state: 'left', leftBy: 'preferences' });
    expect(await site.text(path)).toContain('This subscription was ended');
  });

  test('a fresh link is asked for with the same answer for everybody', async () => {
    await person();
    const site = testSite(database.db);
    const known = await (await site.post('/fresh-link', { address: ADDRESS })).text();
    expect(await (await site.post('/fresh-link', { address: 'nobody@reader.example' })).text()).toBe(known);
    const sent = await database.db.select().from(letters).where(eq(letters.kind, 'fresh-link'));
    expect(sent).toHaveLength(1);
  });
});

const petition = () => insertPetition(database.db, { slug: 'ferry', title: 'Keep the night ferry' });
const rows = () => database.db.select().from(signatures);

describe('signing', () => {
  test('goes from the form by the letter’s link to a signature that counts', async () => {
    await petition();
    const site = testSite(database.db);
    expect(await (await site.post('/petitions/ferry', SIGN)).text()).toContain('Look into your mailbox');
    const [row] = await rows();
    const path = `/c/${linkOf('confirm-signature', row?.id ?? '')}`;
    expect(await site.text(path)).toContain('Ana Prado');
    expect(await site.text('/petitions/ferry')).toContain('0 of 500');
    expect(await (await site.post(path, {})).text()).toContain('Your signature counts');
    const html = await site.text('/petitions/ferry');
    expect(html).toContain('1 of 500');
    expect(html).toContain('A. P.');
    expect(html).not.toContain('Ana Prado');
  });

  test('without saying how to be shown is refused, and what was typed is kept', async () => {
    await petition();
    const response = await testSite(database.db).post('/petitions/ferry', { ...SIGN, display: '' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('id="display-fault"');
    expect(html).toContain('value="Ana Prado"');
    expect(await rows()).toEqual([]);
  });

  test('has no answer chosen beforehand', async () => {
    await petition();
    expect(await testSite(database.db).text('/petitions/ferry')).not.toContain('checked');
  });

  test('as a known subscriber counts at once, once', async () => {
    const { id } = await petition();
    const reader = await person();
    const site = testSite(database.db);
    const path = `/s/${linkOf('sign', [reader.id, id])}`;
    expect(await site.text(path)).not.toContain('checked');
    expect((await site.post(path, { name: '' })).status).toBe(422);
    expect(await (await site.post(path, { name: '', display: 'hidden' })).text()).toContain(
      'Your signature counts',
    );
    expect(await (await site.post(path, { name: 'Other', display: 'name' })).text()).toContain(
      'Your signature counts',
    );
    expect(await rows()).toMatchObject([{ name: 'Ana Prado', display: 'hidden', state: 'confirmed' }]);
  });

  test('can be changed and withdrawn by the receipt’s link', async () => {
    await petition();
    const site = testSite(database.db);
    await site.post('/petitions/ferry', SIGN);
    const [row] = await rows();
    await site.post(`/c/${linkOf('confirm-signature', row?.id ?? '')}`, {});
    const path = `/g/${linkOf('signature', row?.id ?? '')}`;
    expect(await (await site.post(path, { act: 'display', display: 'hidden' })).text()).toContain('Saved.');
    expect((await site.post(path, { act: 'display', display: 'shouting' })).status).toBe(422);
    expect(await (await site.post(path, { act: 'withdraw' })).text()).toContain('is withdrawn');
    expect(await site.text(path)).toContain('is withdrawn');
    expect(await rows()).toMatchObject([{ display: 'hidden', state: 'withdrawn' }]);
  });

  test('a closed petition is a clear page, not a form', async () => {
    await insertPetition(database.db, {
      slug: 'old',
      title: 'Old',
      closesAt: new Date('2026-01-31T12:00:00Z'),
    });
    const site = testSite(database.db);
    const html = await site.text('/petitions/old');
    expect(html).toContain('It closed on Jan 31, 2026.');
    expect(html).not.toContain('<form');
    const response = await site.post('/petitions/old', SIGN);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('This petition closed on Jan 31, 2026.');
  });
});

test('a form whose sender hangs up half-way is refused, and is no defect', async () => {
  const type = 'application/x-www-form-urlencoded';
  const body = new ReadableStream({ pull: (stream) => stream.error(new Error('hung up')) });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } } as const;
  const response = await testSite(database.db).get('/fresh-link', {
    ...init,
    headers: { ...init.headers, 'content-length': '9' },
  });
  expect(response.status).toBe(400);
});
