import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { dropOldPartitions } from '../../db/delivery-partition.ts';
import type { Edition } from '../../db/edition.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { who, type WhoAsked, type WhoPart } from '../../src/deliver/who.ts';
import { whoCsv, whoCsvHead, whoJson, whoLines } from '../../src/report-who.ts';
import { testDatabase } from '../helpers/database.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, freshEdition, insertReaders, recordingMailer } from './desk.ts';

const database = testDatabase();

let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
  await insertReaders(database.db, 'ada', 'bo');
  await insertSubscriber(database.db, { address: addressOf('cy'), categories: ['weather'] });
  await deliver(desk());
});

const desk = () => deskDeps(database.db, recordingMailer().mailer);

async function asked(question: WhoAsked = {}): Promise<WhoPart[]> {
  const parts = [];
  for await (const part of who(desk(), question)) parts.push(part);
  return parts;
}

const statesOf = (parts: WhoPart[]) =>
  parts.flatMap(({ rows }) => rows.map(({ address, state }) => `${String(address)} ${state}`)).toSorted();

test('of an edition everybody is told, with the reason in words', async () => {
  const parts = await asked({ day: edition.day });
  expect(statesOf(parts)).toEqual([
    `${addressOf('ada')} submitted`,
    `${addressOf('bo')} submitted`,
    `${addressOf('cy')} skipped`,
  ]);
  const skipped = await asked({ state: 'skipped' });
  expect(skipped.flatMap(({ rows }) => rows.map(({ reason }) => reason))).toEqual([
    'The edition has no story in their categories.',
  ]);
});

test('one person is found however their address is typed', async () => {
  const [part] = await asked({ subscriber: ' ADA@inbox.example ' });
  expect(part?.edition).toEqual({ day: edition.day, number: edition.number, cadence: 'daily' });
  expect(part?.rows).toMatchObject([
    { address: addressOf('ada'), state: 'submitted', categories: ['harbour'] },
  ]);
});

test('an erased reader still counts, without an address', async () => {
  await database.db.execute(sql`delete from subscribers where address = ${addressOf('bo')}`);
  const parts = await asked();
  expect(statesOf(parts)).toContain('null submitted');
  const lines = parts.flatMap((part) => whoLines(part, { timezone: 'UTC', one: false, isNext: false }));
  expect(lines).toContain('(erased)\tsubmitted');
});

test('who has no delivery of an edition is told why', async () => {
  await insertSubscriber(database.db, {
    address: addressOf('dee'),
    categories: ['harbour'],
    cadence: 'weekly',
  });
  const [part] = await asked({ subscriber: addressOf('dee'), day: edition.day });
  expect(part?.note).toContain('They get the weekly edition.');
  const [none] = await asked({ subscriber: addressOf('dee') });
  expect(none?.note).toBe('There is no delivery to them.');
});

test('of an edition whose rows were dropped only the numbers are told', async () => {
  await dropOldPartitions(database.db, '2100-01-01');
  const [all] = await asked({ day: edition.day });
  expect(all?.rows).toEqual([]);
  expect(all?.dropped).toEqual(
    expect.arrayContaining([expect.objectContaining({ state: 'submitted', count: 2 })]),
  );
  const [one] = await asked({ day: edition.day, subscriber: addressOf('ada') });
  expect(one?.note).toContain('kept no more');
});

test.each([
  [{ state: 'lost' }, 'delivery.state'],
  [{ subscriber: 'ada' }, 'subscriber.address'],
  [{ subscriber: 'nobody@inbox.example' }, 'subscriber.unknown'],
  [{ day: '2020-01-01' }, 'edition.unknown'],
])('%j is %s', async (question, code) => {
  await expect(asked(question)).rejects.toMatchObject({ code });
});

test('a file for a spreadsheet has a record for each delivery, and one object each goes to a program', async () => {
  const parts = await asked();
  const csv = whoCsvHead() + parts.map((part) => whoCsv(part)).join('');
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).toContain(`${edition.day},${String(edition.number)},daily,${addressOf('cy')},skipped,`);
  const objects = parts.flatMap((part) => whoJson(part).trimEnd().split('\n'));
  expect(objects.map((line) => JSON.parse(line) as { cadence: string })).toHaveLength(3);
});
