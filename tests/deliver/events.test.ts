import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { deliveryBatches } from '../../db/delivery.ts';
import { editionTallies } from '../../db/edition-tally.ts';
import { editions } from '../../db/edition.ts';
import { mailEvents } from '../../db/mail-event.ts';
import { suppressions } from '../../db/suppression.ts';
import { receiveEvent } from '../../src/deliver/events.ts';
import { holdEditions, releaseEditions } from '../../src/deliver/hold.ts';
import { reasonOf } from '../../src/deliver/reasons.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { deskDeps, recordingMailer } from './desk.ts';
import { AT, bounceOf, clean, planned, setBatches, standing, toldOf } from './events-told.ts';

const database = testDatabase();
beforeEach(() => clean(database.db));

const desk = (config = readersConfig()) => deskDeps(database.db, recordingMailer().mailer, config);

const tell = (body: string, id: string = randomUUID(), deps = desk()) =>
  receiveEvent(deps, { id, body, receivedAt: deps.clock.now() });

const tagsOf = (edition: string, delivery?: string) => ({ tags: { edition, delivery } });

const names = (count: number) => Array.from({ length: count }, (_, i) => `reader${i}`);

const batches = () =>
  database.db.select().from(deliveryBatches).orderBy(deliveryBatches.editionId, deliveryBatches.number);
const tallies = () => database.db.select().from(editionTallies);
const theEdition = async () => (await database.db.select().from(editions))[0];

/** Two readers in a batch that is with the provider. */
async function submitted() {
  const { edition, ids } = await planned(database.db, { names: ['ada', 'ben'], batchSize: 2 });
  await setBatches(database.db, edition.id, 'submitted');
  await database.db.execute(
    sql`update delivery_batches set provider_ids = '{p-1,p-2}', submitted_at = ${AT}`,
  );
  const [first = ''] = ids.toSorted();
  return { edition, first };
}

describe('an event of a delivery', () => {
  test.each([
    ['email.sent', {}, { state: 'submitted', code: null }],
    ['email.delivery_delayed', {}, { state: 'submitted', code: null }],
    ['email.delivered', {}, { state: 'delivered', code: null }],
    ['email.bounced', bounceOf('Permanent'), { state: 'bounced', code: 'bounce.permanent' }],
    ['email.bounced', bounceOf('Transient'), { state: 'bounced', code: 'bounce.transient' }],
    ['email.bounced', bounceOf('Undetermined'), { state: 'bounced', code: 'bounce.undetermined' }],
    ['email.bounced', {}, { state: 'bounced', code: 'bounce.undetermined' }],
    ['email.complained', {}, { state: 'complained', code: null }],
    [
      'email.failed',
      { failed: { reason: 'reached_daily_quota' } },
      { state: 'failed', code: 'provider.failed' },
    ],
    ['email.suppressed', {}, { state: 'failed', code: 'provider.suppressed' }],
    ['email.opened', {}, { state: 'submitted', code: null }],
    ['email.clicked', { click: { link: 'https://tide.example/me/x' } }, { state: 'submitted', code: null }],
    ['email.dreamt_of', {}, { state: 'submitted', code: null }],
  ])('%s is kept, and the delivery stands as it says', async (type, data, wanted) => {
    const { edition, first } = await submitted();
    expect(await tell(toldOf(type, { ...data, ...tagsOf(edition.id, first) }))).toEqual({
      type,
      repeated: false,
      unsubscribe: undefined,
    });
    const [one, other] = await standing(database.db, edition.id);
    expect(one).toMatchObject({ ...wanted, providerId: 'p-1' });
    expect(other).toMatchObject({ state: 'submitted', providerId: 'p-2' });
    expect(reasonOf({ code: wanted.code, reason: null })).not.toBe(wanted.code ?? '');
    // Who opened a mail or followed a link is kept of nobody.
    const about = /opened|clicked/.test(type)
      ? { editionId: null, subscriberId: null, providerId: null, addressKey: null, detail: {} }
      : { editionId: edition.id, subscriberId: first, providerId: 'mail-1' };
    expect(await database.db.select().from(mailEvents)).toMatchObject([{ type, at: new Date(AT), ...about }]);
  });

  test('what is told of a mail of an earlier batch says nothing of the one in which it goes out again', async () => {
    const { edition, first } = await submitted();
    await setBatches(database.db, edition.id, 'claimed');
    const { tags } = tagsOf(edition.id, first);
    await tell(toldOf('email.delivered', { tags: { ...tags, batch: '77' } }));
    const [one, other] = await standing(database.db, edition.id);
    expect(one).toMatchObject({ state: 'delivered' });
    expect(other).toMatchObject({ state: 'planned' });
  });

  test('a batch that nobody has called is not proven by what is told of one of its readers', async () => {
    const { edition, first } = await submitted();
    await setBatches(database.db, edition.id, 'uncertain');
    await database.db.execute(sql`update delivery_batches set first_call_at = null`);
    await tell(toldOf('email.delivered', tagsOf(edition.id, first)));
    const [one, other] = await standing(database.db, edition.id);
    expect(one).toMatchObject({ state: 'delivered' });
    expect(other).toMatchObject({ state: 'uncertain' });
  });

  test('tags may come as a list', async () => {
    const { edition, first } = await submitted();
    const tags = Object.entries(tagsOf(edition.id, first).tags).map(([name, value]) => ({ name, value }));
    await tell(toldOf('email.delivered', { tags }));
    expect(await standing(database.db, edition.id)).toMatchObject([{ state: 'delivered' }, {}]);
  });

  test('a repetition changes nothing', async () => {
    const { edition, first } = await submitted();
    const body = toldOf('email.bounced', { ...bounceOf('Permanent'), ...tagsOf(edition.id, first) });
    const answers = await Promise.all(Array.from({ length: 4 }, () => tell(body, 'msg_1')));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await tallies()).toMatchObject([{ bounced: 1, complained: 0 }]);
  });

  test('a bounced one of which its reader complains moves from one tally to the other', async () => {
    const { edition, first } = await submitted();
    const of = tagsOf(edition.id, first);
    await tell(toldOf('email.bounced', { ...bounceOf('Transient'), ...of }));
    await tell(toldOf('email.complained', of));
    await tell(toldOf('email.delivered', of));
    expect(await tallies()).toMatchObject([{ bounced: 0, complained: 1 }]);
    expect(await standing(database.db, edition.id)).toMatchObject([{ state: 'complained', code: null }, {}]);
  });

  test('what was skipped stays so', async () => {
    const { edition, ids } = await planned(database.db, { names: ['ada'], batchSize: 2 });
    await database.db.execute(sql`update delivery_rows set state = 'skipped', code = 'subscriber.left'`);
    await setBatches(database.db, edition.id, 'uncertain');
    await tell(toldOf('email.delivered', tagsOf(edition.id, ids[0])));
    expect(await standing(database.db, edition.id)).toMatchObject([
      { state: 'skipped', code: 'subscriber.left' },
    ]);
    expect(await batches()).toMatchObject([{ state: 'uncertain' }]);
  });

  test.each(['uncertain', 'claimed', 'planned'])(
    'one whose batch is %s and was called proves that all of it is with the provider',
    async (state) => {
      const { edition, ids } = await planned(database.db, { names: ['ada', 'ben', 'cyd'], batchSize: 2 });
      await setBatches(database.db, edition.id, state);
      const [first] = ids.toSorted();
      await tell(toldOf('email.delivered', tagsOf(edition.id, first), '2026-11-23T15:09:00Z'));
      await tell(toldOf('email.sent', tagsOf(edition.id, first), '2026-11-23T15:01:00Z'));
      const rows = await standing(database.db, edition.id);
      expect(rows.map((row) => row.state).slice(0, 2)).toEqual(['delivered', 'submitted']);
      expect(rows[0]?.providerId).toBe('mail-1');
      const taken = { state: 'submitted', members: null, code: null };
      expect(await batches()).toMatchObject([
        { ...taken, submittedAt: new Date('2026-11-23T15:01:00Z') },
        { state, submittedAt: null },
      ]);
    },
  );

  test('of a batch that nobody has called only the one delivery is known to be gone', async () => {
    const { edition, ids } = await planned(database.db, { names: ['ada', 'ben'], batchSize: 2 });
    await tell(toldOf('email.sent', tagsOf(edition.id, ids.toSorted()[0])));
    const rows = await standing(database.db, edition.id);
    expect(rows.map(({ state }) => state)).toEqual(['submitted', 'planned']);
    expect(await batches()).toMatchObject([{ state: 'planned' }]);
  });

  test('of an edition or a reader that is not known it is kept, and nothing else', async () => {
    const { edition } = await submitted();
    await tell(toldOf('email.bounced', tagsOf(randomUUID(), randomUUID())));
    await tell(toldOf('email.bounced', tagsOf(edition.id, randomUUID())));
    await tell(toldOf('email.bounced', { tags: { edition: `x'; drop table editions`, delivery: 7 } }));
    expect(await database.db.select().from(mailEvents)).toHaveLength(3);
    expect(await tallies()).toEqual([]);
  });
});

describe('what is kept of an event', () => {
  test.each([
    ['email.bounced', bounceOf('Permanent')],
    ['email.failed', { failed: { reason: 'Invalid recipient <ada@inbox.example>.' } }],
    [
      'email.complained',
      { reply_to: 'ada@inbox.example', headers: [{ name: 'To', value: 'ada@inbox.example' }] },
    ],
    ['email.clicked', { click: { link: 'https://tide.example/u/token', ipAddress: '192.0.2.7' } }],
    [
      'email.received',
      {
        to: ['tide@tide.example'],
        from: 'ada@inbox.example',
        subject: 'unsubscribe a-token-of-many-letters',
      },
    ],
    ['suppression.added', { id: 's1', email: 'ada@inbox.example', origin: 'bounce' }],
    [
      'contact.created',
      { email: 'ada@inbox.example', first_name: 'Ada', note: { 'ada@inbox.example': ['ada@inbox.example'] } },
    ],
    ['ada@inbox.example', { email_id: 'ada@inbox.example' }],
  ])('%s: no address, no subject, no link', async (type, data) => {
    await tell(toldOf(type, data));
    const [row] = await database.db.execute<{ kept: string }>(
      sql`select mail_events::text as kept from mail_events`,
    );
    expect(row?.kept).not.toMatch(/inbox\.example|tide\.example|Edition 1|Ada|192\.0\.2|token/);
    if (type === 'email.bounced') expect(row?.kept).toContain('smtp; 550 <(address)> is not here');
  });

  test('what PostgreSQL cannot keep is left out, and times that cannot be are not heeded', async () => {
    const odd = { failed: { reason: 'a\u0000b\ud800', deep: [[[[[['x']]]]]], long: 'x'.repeat(9999) } };
    for (const at of ['+275000-01-01T00:00:00Z', 'yesterday', '', '0001-01-01T00:00:00Z'])
      await tell(toldOf('email.failed', { ...odd, created_at: at, email_id: 'm\u0000' }, at));
    const rows = await database.db.select().from(mailEvents);
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toMatchObject({ at: row.receivedAt, providerId: 'm' });
      expect(JSON.stringify(row.detail).length).toBeLessThan(600);
    }
  });

  test.each(['', 'null', '[]', '"text"', '{"type":', '7'])(
    '%j is no event, and is not kept',
    async (body) => {
      await expect(tell(body)).rejects.toMatchObject({ code: 'webhook.body', kind: 'invalid' });
      expect(await database.db.select().from(mailEvents)).toEqual([]);
    },
  );

  test.each([{}, { type: 7 }, { type: '', data: 'x' }, { data: { to: 7, tags: 'x', bounce: null } }])(
    '%j is kept as one of an unknown type',
    async (body) => {
      expect(await tell(JSON.stringify(body))).toMatchObject({ type: 'unknown', repeated: false });
    },
  );
});

/** Twelve readers, six of them with the provider, six waiting. */
async function half(day?: string) {
  const plan = await planned(database.db, { names: names(12), batchSize: 2, ...(day ? { day } : {}) });
  await setBatches(database.db, plan.edition.id, 'submitted', 'and number <= 3');
  const ids = (await standing(database.db, plan.edition.id)).map((row) => row.subscriberId);
  return { edition: plan.edition, ids };
}

describe('the breaker', () => {
  const limits = { bounceRateMax: 0.04, complaintRateMax: 0.0008 };
  const strict = (over: object = {}) => desk(readersConfig({ deliver: { ...limits, ...over } }));

  const bounce = (editionId: string, id: string | undefined, deps = strict()) =>
    tell(toldOf('email.bounced', { ...bounceOf('Permanent'), ...tagsOf(editionId, id) }), randomUUID(), deps);

  test('holds an edition of which more than four in a hundred bounced, and says so in numbers', async () => {
    const { edition, ids } = await half();
    for (const id of ids.slice(0, 4)) await bounce(edition.id, id);
    expect(await theEdition()).toMatchObject({ heldAt: null });
    await bounce(edition.id, ids[4]);
    expect(await theEdition()).toMatchObject({
      heldAt: new Date(AT),
      heldBy: 'rates',
      heldReason:
        'Too many mails came back: 5 of 6 (5 %, the limit is 4 %), among them 0 complaints (0 %, the limit is 0.08 %). Shares are of at least 100 mails.',
    });
    await bounce(edition.id, ids[5]);
    expect((await theEdition())?.heldReason).toContain('6 of 6 (6 %');
  });

  test('holds one at the first complaint among a hundred', async () => {
    const { edition, ids } = await half();
    await tell(toldOf('email.complained', tagsOf(edition.id, ids[0])), randomUUID(), strict());
    const held = await theEdition();
    expect(held).toMatchObject({ heldBy: 'rates' });
    expect(held?.heldReason).toContain('among them 1 complaint (1 %, the limit is 0.08 %)');
  });

  test('a person lets it go, and what came back until then holds it no more', async () => {
    const { edition, ids } = await half();
    const deps = strict();
    for (const id of ids.slice(0, 5)) await bounce(edition.id, id, deps);
    expect(await releaseEditions(deps, { reason: 'One provider only.' })).toHaveLength(1);
    expect(await tallies()).toMatchObject([{ bounced: 5, bouncedForgiven: 5, complainedForgiven: 0 }]);
    await bounce(edition.id, ids[5], deps);
    expect(await theEdition()).toMatchObject({
      heldAt: null,
      heldBy: null,
      heldReason: 'One provider only.',
    });
    for (const id of ids.slice(6, 10)) await bounce(edition.id, id, deps);
    expect(await theEdition()).toMatchObject({ heldBy: 'rates' });
  });

  test('who holds it before keeps it, and who holds it after keeps its reason', async () => {
    const { edition, ids } = await half();
    const deps = strict();
    for (const id of ids.slice(0, 5)) await bounce(edition.id, id, deps);
    await holdEditions(deps);
    const held = await theEdition();
    expect(held).toMatchObject({ heldBy: 'person' });
    expect(held?.heldReason).toContain('5 of 6');
    await bounce(edition.id, ids[5], deps);
    expect(await theEdition()).toEqual(held);
  });

  test('leaves an edition alone of which nothing waits, unless readers elsewhere have their hour later', async () => {
    const { edition, ids } = await half();
    await setBatches(database.db, edition.id, 'submitted');
    for (const id of ids.slice(0, 6)) await bounce(edition.id, id);
    expect(await theEdition()).toMatchObject({ heldAt: null });
    await bounce(edition.id, ids[6], strict({ localHour: 7 }));
    expect(await theEdition()).toMatchObject({ heldBy: 'rates' });
  });

  test('of an old edition nothing is planned any more', async () => {
    const { edition, ids } = await half('2026-11-20');
    await setBatches(database.db, edition.id, 'submitted');
    for (const id of ids) await bounce(edition.id, id, strict({ localHour: 7 }));
    expect(await theEdition()).toMatchObject({ heldAt: null });
  });

  test('counts the mails that were handed over, where there are more than a hundred', async () => {
    const { edition, ids } = await half();
    await database.db.execute(
      sql`update delivery_batches set subscriber_ids = array_fill(${ids[0]}::uuid, array[200]) where number = 1`,
    );
    for (const id of ids.slice(0, 8)) await bounce(edition.id, id);
    expect(await theEdition()).toMatchObject({ heldAt: null });
    await bounce(edition.id, ids[8]);
    expect((await theEdition())?.heldReason).toContain('9 of 204 (4.41 %, the limit is 4 %)');
  });
});

test('an event that cannot be followed to its end leaves nothing behind', async () => {
  const { edition, first } = await submitted();
  const body = toldOf('email.bounced', { ...bounceOf('Permanent'), ...tagsOf(edition.id, first) });
  await database.db.execute(sql`alter table edition_tallies rename to away`);
  await expect(tell(body, 'msg_1')).rejects.toThrow();
  await database.db.execute(sql`alter table away rename to edition_tallies`);
  expect(await database.db.select().from(mailEvents)).toEqual([]);
  expect(await database.db.select().from(suppressions)).toEqual([]);
  expect(await tell(body, 'msg_1')).toMatchObject({ repeated: false });
  expect(await database.db.select().from(suppressions)).toMatchObject([{ cause: 'bounced' }]);
});
