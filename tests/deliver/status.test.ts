import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { editionLinks } from '../../db/edition-link.ts';
import type { Edition } from '../../db/edition.ts';
import { mailPaces } from '../../db/mail-pace.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { holdEditions } from '../../src/deliver/hold.ts';
import { deliveryStatus } from '../../src/deliver/status.ts';
import { statusLines } from '../../src/report-deliver.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, freshEdition, insertReaders, recordingMailer } from './desk.ts';

const database = testDatabase();

let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  await insertSubscriber(database.db, { address: addressOf('dee'), categories: ['weather'] });
});

const desk = () => deskDeps(database.db, recordingMailer().mailer);
const when = { timezone: 'America/New_York', now: new Date('2026-11-23T15:00:00Z') };

test('the states add up to the audience, with reasons in words', async () => {
  await deliver(desk());
  const status = await deliveryStatus(desk());
  expect(status.editions[0]?.deliveries).toEqual([
    { state: 'skipped', reason: 'The edition has no story in their categories.', count: 1 },
    { state: 'submitted', reason: null, count: 3 },
  ]);
  expect(statusLines(status, when)).toEqual([
    `edition ${String(edition.number)} of ${edition.day} (daily): 4 deliveries planned`,
    '  1 skipped',
    '    1 x The edition has no story in their categories.',
    '  3 submitted',
    'pace: files are written as fast as they can be; nothing is sent',
  ]);
});

test('a held edition says since when and why', async () => {
  await holdEditions(desk(), { reason: 'A name is wrong.' });
  const status = await deliveryStatus(desk(), { day: edition.day });
  expect(status.editions[0]?.held).toMatchObject({ by: 'person', reason: 'A name is wrong.' });
  expect(statusLines(status, when).join('\n')).toContain('since 2026-11-23 10:00, by a person');
});

test('open batches say when the next is due, why it was put off, and whose call it was', async () => {
  await deliver(desk());
  await database.db.execute(sql`
    update delivery_batches set state = 'planned', due_at = '2026-11-23T16:00:00Z', code = 'mail.server_error',
      reason = 'The provider answered 503.', first_call_at = '2026-11-23T15:00:00Z', made_by = 'outbox older'
    where edition_id = ${edition.id} and number = 1`);
  const status = await deliveryStatus(desk());
  expect(status.editions[0]?.batches).toEqual({
    open: 1,
    mails: 2,
    claimed: 0,
    nextAt: new Date('2026-11-23T16:00:00Z'),
    putOff: [{ reason: 'The provider answered 503.', batches: 1 }],
    ofOtherMakes: [{ madeBy: 'outbox older', batches: 1 }],
  });
  const text = statusLines(status, when).join('\n');
  expect(text).toContain('open: 1 batch with 2 mails; the next is due 2026-11-23 11:00');
  expect(text).toContain('1 put off: The provider answered 503.');
});

test('the pace says how much of the day is used and what holds it', async () => {
  const config = readersConfig({ deliver: { mailsPerDay: 500 } });
  const deps = deskDeps(database.db, recordingMailer({ name: 'resend' }).mailer, config);
  const until = new Date('2026-11-23T18:00:00Z');
  await database.db.insert(mailPaces).values({
    name: 'resend',
    nextAt: until,
    heldUntil: until,
    heldReason: 'The quota is used up.',
    day: '2026-11-23',
    mails: 120,
  });
  const status = await deliveryStatus(deps);
  expect(status.pace).toMatchObject({
    mailsToday: 120,
    mailsMax: 500,
    held: { until, reason: 'The quota is used up.' },
  });
  expect(statusLines(status, when).at(-1)).toBe(
    '  nothing goes out before 2026-11-23 13:00: The quota is used up.',
  );
});

test('clicks are told by link, the most followed first', async () => {
  await database.db.insert(editionLinks).values([
    { editionId: edition.id, number: 1, url: 'https://origin.example/a', clicks: 2 },
    { editionId: edition.id, number: 2, url: 'https://origin.example/b', clicks: 5 },
  ]);
  const { editions } = await deliveryStatus(desk());
  expect(editions[0]?.clicks.map(({ clicks }) => clicks)).toEqual([5, 2]);
});

test('a day without an edition is unknown', async () => {
  await expect(deliveryStatus(desk(), { day: '2020-01-01' })).rejects.toMatchObject({
    code: 'edition.unknown',
  });
});
