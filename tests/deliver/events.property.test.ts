import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { receiveEvent } from '../../src/deliver/events.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { addressOf, deskDeps, recordingMailer } from './desk.ts';
import { bounceOf, planned, toldOf } from './events-told.ts';

const database = testDatabase();
const NAMES = ['ada', 'ben', 'cyd', 'dan', 'eve', 'flo', 'gus'];
const IDS: { editionId: string; subscriberIds: string[] }[] = [];

beforeAll(async () => {
  const { db } = database;
  for (const day of ['2026-11-23', '2026-11-22']) {
    const { edition } = await planned(db, { names: NAMES, batchSize: 1, day });
    const rows = await db.execute<{ id: string }>(
      sql`select subscriber_id as id from delivery_rows where edition_id = ${edition.id} order by batch`,
    );
    IDS.push({ editionId: edition.id, subscriberIds: rows.map(({ id }) => id) });
  }
});

/** One batch in each state, whatever events have made of them. */
async function begin(): Promise<void> {
  const { db } = database;
  await db.execute(sql`truncate suppressions, mail_events, edition_tallies`);
  await db.execute(sql`update editions set held_at = null, held_by = null, held_reason = null`);
  await db.execute(sql`update delivery_rows set code = null, reason = null, provider_id = null,
    state = case when batch = 6 then 'uncertain' else 'planned' end`);
  await db.execute(sql`update delivery_batches set
    state = (array['submitted','uncertain','claimed','planned','planned','submitted','failed'])[number],
    first_call_at = case when number <> 5 then now() end, members = null, submitted_at = null, reason = null,
    code = case number when 7 then 'mail.refused' when 4 then 'mail.unreachable' end,
    provider_ids = case when number in (1, 6) then array['p-' || number] end`);
}

/** All that events may change. */
async function end() {
  const { db } = database;
  const all = (query: ReturnType<typeof sql>) => db.execute(query);
  return {
    deliveries: [...(await all(sql`select * from deliveries order by edition_id, subscriber_id`))],
    suppressions: [...(await all(sql`select * from suppressions order by address_key, cause`))],
    tallies: [...(await all(sql`select * from edition_tallies order by edition_id`))],
    editions: [...(await all(sql`select id, held_at, held_by, held_reason from editions order by id`))],
  };
}

const kinds = fc.constantFrom<[string, object]>(
  ['email.sent', {}],
  ['email.delivered', {}],
  ['email.delivery_delayed', {}],
  ['email.bounced', bounceOf('Permanent')],
  ['email.bounced', bounceOf('Transient')],
  ['email.bounced', bounceOf('Transient')],
  ['email.bounced', bounceOf('Undetermined')],
  ['email.complained', {}],
  ['email.failed', {}],
  ['email.suppressed', {}],
  ['email.opened', {}],
  ['suppression.added', {}],
  ['suppression.removed', {}],
  ['domain.updated', {}],
);

const minute = (n: number) => `2026-11-23T15:${String(n).padStart(2, '0')}:00Z`;

/** Few addresses, so that much happens to each. Some mails are letters. */
const events = fc.array(
  fc
    .record({
      kind: kinds,
      reader: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 5, 6),
      edition: fc.constantFrom(0, 0, 0, 1),
      about: fc.constantFrom('delivery', 'delivery', 'delivery', 'letter'),
      mail: fc.nat({ max: 9 }),

      at: fc.nat({ max: 20 }),
    })
    .map(({ kind: [type, more], reader, edition, about, mail, at }) => {
      const address = addressOf(NAMES[reader % 2] ?? '');
      const of = IDS[edition];
      const tags =
        about === 'letter'
          ? { letter: '11111111-1111-4111-8111-111111111111' }
          : { edition: of?.editionId, delivery: of?.subscriberIds[reader] };
      const data = {
        ...more,
        tags,
        to: [address],
        email: address,
        email_id: `m-${mail}`,
        created_at: minute(mail),
      };
      return toldOf(type, data, minute(at));
    }),
  { minLength: 8, maxLength: 45 },
);

/** The same events in two orders, some of them told again. */
const orders = events.chain((bodies) => {
  const told = bodies.map((body, i) => ({ id: `msg_${i}`, body }));
  const order = fc.subarray(told).chain((again) => {
    const all = [...told, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  return fc.tuple(order, order);
});

test('any order and repetition of events ends in the same state', async () => {
  const config = readersConfig({ deliver: { bounceRateMax: 0.01, complaintRateMax: 0.01 } });
  const deps = deskDeps(database.db, recordingMailer().mailer, config);
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(orders, async (both) => {
      const ends = [];
      for (const order of both) {
        await begin();
        for (const event of order) await receiveEvent(deps, { ...event, receivedAt: deps.clock.now() });
        ends.push(await end());
      }
      expect(ends[1]).toEqual(ends[0]);
      for (const row of ends[0]?.suppressions ?? []) seen.add(row.cause);
      for (const row of ends[0]?.editions ?? []) seen.add(row.held_by);
      for (const row of ends[0]?.deliveries ?? []) seen.add(row.state);
    }),
    { numRuns: 20 },
  );
  // The events were such that something came of them.
  expect([...seen]).toEqual(
    expect.arrayContaining(['bounced', 'complained', 'provider', 'rates', 'delivered']),
  );
}, 120_000);

test('events that come at the same moment end as if they had come one by one', async () => {
  const deps = deskDeps(database.db, recordingMailer().mailer);
  await begin();
  const bodies = [1, 2, 3, 4, 5].map((mail) =>
    toldOf('email.bounced', { ...bounceOf('Transient'), email_id: `m-${mail}` }, minute(mail)),
  );
  await Promise.all(
    bodies.flatMap((body, i) => [
      receiveEvent(deps, { id: `msg_${i}`, body, receivedAt: deps.clock.now() }),
      receiveEvent(deps, { id: `msg_${i}`, body, receivedAt: deps.clock.now() }),
    ]),
  );
  const { suppressions } = await end();
  expect(suppressions).toMatchObject([{ cause: 'bounces', at: '2026-11-23 15:03:00+00' }]);
});
