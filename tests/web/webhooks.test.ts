import { createHmac, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { mailEvents } from '../../db/mail-event.ts';
import { consents } from '../../db/subscriber.ts';
import { createHeaders } from '../../src/compose/headers.ts';
import { createApp } from '../../src/web/app.tsx';
import { bounceOf, toldOf } from '../deliver/events-told.ts';
import { testDatabase } from '../helpers/database.ts';
import { emptyTables, linkOf, readerDeps, rowOf } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';

const database = testDatabase();
beforeEach(() => emptyTables(database.db));

const KEY = Buffer.from('a webhook secret of these tests').toString('base64');
const SECRET = `whsec_${KEY}`;
const PATH = '/webhooks/resend';
const NOW = Date.parse('2026-11-23T15:00:00Z') / 1000;
const EVENT = toldOf('email.delivered');

function site(secret: string | undefined = SECRET, db = database.db) {
  const deps = { ...readerDeps(db), outboxDir: null, mailer: { name: 'resend' } };
  return createApp({ ...deps, env: { RESEND_WEBHOOK_SECRET: secret } });
}

const sign = (body: string, { id, at, key }: { id: string; at: number; key: string }) =>
  `v1,${createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${at}.${body}`).digest('base64')}`;

/** Post an event as Svix would; what `over` names takes the place of what it would send. */
function post(
  body: string,
  over: { id?: string; at?: number; key?: string; signature?: string; sent?: string } = {},
  app = site(),
) {
  const { id = randomUUID(), at = NOW, key = KEY } = over;
  const signature = over.signature ?? sign(body, { id, at, key });
  const headers = { 'svix-id': id, 'svix-timestamp': String(at), 'svix-signature': signature };
  return app.request(PATH, { method: 'POST', body: over.sent ?? body, headers });
}

const kept = () => database.db.select().from(mailEvents);

test('a signed event is taken, and a repeated one too', async () => {
  for (let i = 0; i < 3; i += 1) {
    const response = await post(EVENT, { id: 'msg_1' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  expect(await kept()).toMatchObject([{ id: 'msg_1', type: 'email.delivered' }]);
});

test('one of a type that nobody knows is kept', async () => {
  expect((await post(toldOf('inbox.thread.created'))).status).toBe(200);
  expect(await kept()).toMatchObject([{ type: 'inbox.thread.created' }]);
});

test('the package that Resend uses signs as we read', async () => {
  const at = new Date(NOW * 1000);
  const signature = new Webhook(SECRET).sign('msg_2', at, EVENT);
  expect((await post(EVENT, { id: 'msg_2', signature })).status).toBe(200);
});

describe('the signature', () => {
  const other = Buffer.from('another secret').toString('base64');
  const good = sign(EVENT, { id: 'msg_1', at: NOW, key: KEY });

  test.each([
    ['of another secret', { key: other }, 401, 'webhook.signature'],
    ['of another body', { sent: EVENT.replace('delivered', 'bounced') }, 401, 'webhook.signature'],
    ['of the same body with another space', { sent: `${EVENT} ` }, 401, 'webhook.signature'],
    ['of another message', { id: 'msg_9', signature: good }, 401, 'webhook.signature'],
    ['of another time', { at: NOW - 1, signature: good }, 401, 'webhook.signature'],
    ['of another version', { id: 'msg_1', signature: good.replace('v1,', 'v2,') }, 401, 'webhook.signature'],
    ['that is half', { id: 'msg_1', signature: good.slice(0, 20) }, 401, 'webhook.signature'],
    ['that is nonsense', { signature: 'v1,, ,v1 v1' }, 401, 'webhook.signature'],
    ['that is empty', { signature: '' }, 400, 'webhook.headers'],
    ['of more than five minutes ago', { at: NOW - 301 }, 400, 'webhook.timestamp'],
    ['of more than five minutes ahead', { at: NOW + 301 }, 400, 'webhook.timestamp'],
    ['of no time', { at: Number.NaN }, 400, 'webhook.timestamp'],
    ['of an endless id', { id: 'x'.repeat(256) }, 400, 'webhook.headers'],
  ])('%s is refused, and nothing is kept', async (_, over, status, code) => {
    const response = await post(EVENT, over);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, code });
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['five minutes ago', NOW - 300],
    ['five minutes ahead', NOW + 300],
  ])('of %s is good', async (_, at) => {
    expect((await post(EVENT, { at })).status).toBe(200);
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('without %s it is none', async (missing) => {
    const headers: Record<string, string> = {
      'svix-id': 'msg_1',
      'svix-timestamp': String(NOW),
      'svix-signature': good,
    };
    delete headers[missing];
    const response = await site().request(PATH, { method: 'POST', body: EVENT, headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'webhook.headers' });
  });

  test('one good one among several is enough', async () => {
    const signature = `v1,${'A'.repeat(44)} v1a,x ${good} v1,`;
    expect((await post(EVENT, { id: 'msg_1', signature })).status).toBe(200);
  });

  test('is made over the bytes, whatever letters they are', async () => {
    expect((await post(toldOf('email.failed', { failed: { reason: 'Über 🚢 \u2028' } }))).status).toBe(200);
  });
});

test('without a secret nothing is taken, and a person is told what to do', async () => {
  const deps = { ...readerDeps(database.db), outboxDir: null, mailer: { name: 'resend' } };
  for (const app of [createApp(deps), createApp({ ...deps, env: { RESEND_WEBHOOK_SECRET: undefined } })]) {
    const response = await post(EVENT, {}, app);
    expect(response.status).toBe(404);
    expect(JSON.stringify(await response.json())).toContain('RESEND_WEBHOOK_SECRET');
  }
  expect(await kept()).toEqual([]);
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s is not for this address', async (method) => {
  const response = await site().request(PATH, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

const eventOf = (bytes: number) => toldOf('email.failed', { failed: { reason: 'x'.repeat(bytes) } });

test('an event may be larger than a form, and not larger than 1 MB', async () => {
  expect((await post(eventOf(500_000))).status).toBe(200);
  const response = await post(eventOf(1_000_001));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'webhook.too_large' });
  expect(await kept()).toHaveLength(1);
});

test.each(['', '[]', '{', 'null'])('a signed body %j is refused', async (body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'webhook.body' });
});

test('when the database fails it is a 500, and the event can come again', async () => {
  const { db } = database;
  const body = toldOf('email.bounced', bounceOf('Permanent'));
  await db.execute(sql`alter table suppressions rename to away`);
  const failed = await post(body, { id: 'msg_1' });
  await db.execute(sql`alter table away rename to suppressions`);
  expect(failed.status).toBe(500);
  expect(await kept()).toEqual([]);
  expect((await post(body, { id: 'msg_1' })).status).toBe(200);
  expect(await kept()).toHaveLength(1);
});

const reader = () =>
  insertSubscriber(database.db, { address: 'ada@inbox.example', categories: ['harbour'], linkEpoch: 3 });

const inbound = (subject: unknown) =>
  toldOf('email.received', { from: 'Ada <ada@inbox.example>', to: ['tide@tide.example'], subject });

const state = async () => (await rowOf({ db: database.db }, 'ada@inbox.example')).state;

describe('a mail that asks for no more', () => {
  test('as our own header has mail programs write it ends the subscription', async () => {
    const { id } = await reader();
    const frame = {
      from: 'The Test Tide <tide@tide.example>',
      replyTo: null,
      listId: '<digest.tide.example>',
      siteUrl: 'https://tide.example',
    };
    const headers = createHeaders({ day: '2026-11-23', cadence: 'daily', frame });
    const link = headers(`https://tide.example/u/${linkOf('unsubscribe', id)}`)['List-Unsubscribe'];
    const mailto = new URL(/<(mailto:[^>]+)>/.exec(link ?? '')?.[1] ?? '');
    expect((await post(inbound(mailto.searchParams.get('subject')))).status).toBe(200);
    expect(await rowOf({ db: database.db }, 'ada@inbox.example')).toMatchObject({
      state: 'left',
      leftBy: 'mailto',
    });
    expect(await database.db.select().from(consents).where(eq(consents.subscriberId, id))).toMatchObject([
      { act: 'left', route: 'mail' },
    ]);
    const [event] = await kept();
    expect(event).toMatchObject({
      type: 'email.received',
      detail: { unsubscribe: 'closed' },
      addressKey: null,
    });
  });

  test('told again after its owner came back, it ends nothing', async () => {
    const { id } = await reader();
    const body = inbound(`Re: Unsubscribe ${linkOf('unsubscribe', id)}`);
    await post(body, { id: 'msg_1' });
    expect(await state()).toBe('left');
    await database.db.execute(sql`update subscribers set state = 'confirmed'`);
    await post(body, { id: 'msg_1' });
    expect(await state()).toBe('confirmed');
  });

  test('told again when it could not be heeded, it is heeded', async () => {
    const { id } = await reader();
    const body = inbound(`unsubscribe ${linkOf('unsubscribe', id)}`);
    await database.db.execute(sql`alter table consents rename to away`);
    expect((await post(body, { id: 'msg_1' })).status).toBe(500);
    await database.db.execute(sql`alter table away rename to consents`);
    expect(await state()).toBe('confirmed');
    expect((await post(body, { id: 'msg_1' })).status).toBe(200);
    expect(await state()).toBe('left');
  });

  test.each([
    ['a token of nobody', () => `unsubscribe ${linkOf('unsubscribe', randomUUID())}`],
    ['a token for something else', (id: string) => `unsubscribe ${linkOf('me', id)}`],
    ['a token that is cut', (id: string) => `unsubscribe ${linkOf('unsubscribe', id).slice(0, 30)}`],
    ['no token', () => 'unsubscribe'],
    ['no wish', (id: string) => `About ${linkOf('unsubscribe', id)}`],
    ['no subject', () => undefined],
  ])('with %s is kept, and ends nothing', async (_, subjectOf) => {
    const { id } = await reader();
    expect((await post(inbound(subjectOf(id)))).status).toBe(200);
    expect(await state()).toBe('confirmed');
    expect(await kept()).toHaveLength(1);
  });
});
