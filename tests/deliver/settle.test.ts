import { beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Edition } from '../../db/edition.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { listUncertain, settle } from '../../src/deliver/settle.ts';
import { who } from '../../src/deliver/who.ts';
import { settledLines, uncertainLines } from '../../src/report-deliver.ts';
import { testDatabase } from '../helpers/database.ts';
import { addressOf, deskDeps, freshEdition, insertReaders, recipients, recordingMailer } from './desk.ts';

const database = testDatabase();

let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  await deliver(desk().deps);
  await database.db.execute(sql`
    update delivery_batches set state = 'uncertain', code = 'batch.key_too_old', reason = 'Nobody knows.'
    where edition_id = ${edition.id} and cardinality(subscriber_ids) = 2`);
});

function desk() {
  const { calls, mailer } = recordingMailer();
  return { calls, deps: deskDeps(database.db, mailer) };
}

async function states(): Promise<string[]> {
  const found = [];
  for await (const { rows } of who(desk().deps, {})) found.push(...rows.map(({ state }) => state));
  return found.toSorted();
}

test('what is uncertain is listed with why, since when, and what can be said of it', async () => {
  const found = await listUncertain(desk().deps);
  expect(found).toEqual([
    {
      number: edition.number,
      cadence: 'daily',
      reason: 'Nobody knows.',
      count: 2,
      since: new Date('2026-11-23T15:00:00Z'),
    },
  ]);
  const text = uncertainLines(found, { timezone: 'UTC', day: edition.day }).join('\n');
  expect(text).toContain('2 since 2026-11-23 15:00. Nobody knows.');
  expect(text).toContain(`deliver settle --day ${edition.day} --as again --yes --reason <why>`);
  expect(uncertainLines([], { timezone: 'UTC', day: undefined })).toEqual(['Nothing is uncertain.']);
});

test.each([
  ['sent', ['submitted', 'submitted', 'submitted']],
  ['failed', ['failed', 'failed', 'submitted']],
] as const)('settled as %s nobody gets anything more', async (as, after) => {
  const settled = await settle(desk().deps, { as, reason: 'The provider said so.' });
  expect(settledLines(settled, as)).toEqual([
    `edition ${String(edition.number)} (daily): 2 settled as ${as}`,
  ]);
  const { calls, deps } = desk();
  await deliver(deps);
  expect(recipients(calls)).toEqual([]);
  expect(await states()).toEqual(after);
});

test('with again those two, and nobody else, are handed over once more', async () => {
  await settle(desk().deps, { as: 'again', reason: 'They wrote that nothing came.' });
  const { calls, deps } = desk();
  await deliver(deps);
  expect(recipients(calls)).toHaveLength(2);
  expect(new Set(recipients(calls)).size).toBe(2);
  expect(recipients(calls).every((to) => ['ada', 'bo', 'cy'].map(addressOf).includes(to))).toBe(true);
  expect(await states()).toEqual(['submitted', 'submitted', 'submitted']);
});

test('without a reason, or of an unknown day, nothing is settled', async () => {
  const { deps } = desk();
  await expect(settle(deps, { as: 'sent', reason: ' ' })).rejects.toMatchObject({ code: 'delivery.reason' });
  await expect(settle(deps, { day: '2020-01-01', as: 'sent', reason: 'x' })).rejects.toMatchObject({
    code: 'edition.unknown',
  });
  expect(await states()).toEqual(['submitted', 'uncertain', 'uncertain']);
});

test('settled twice, the second time nothing is left', async () => {
  await settle(desk().deps, { as: 'sent', reason: 'x' });
  const again = await settle(desk().deps, { as: 'failed', reason: 'y' });
  expect(settledLines(again, 'failed')).toEqual(['Nothing was uncertain; nothing was changed.']);
});
