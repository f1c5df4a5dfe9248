import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Edition } from '../../db/edition.ts';
import { upsertSuppression } from '../../db/suppression.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { dryRun } from '../../src/deliver/dry-run.ts';
import { holdEditions } from '../../src/deliver/hold.ts';
import { tryOut } from '../../src/deliver/try-out.ts';
import { dryRunLines } from '../../src/report-deliver.ts';
import { addressKey } from '../../src/shared/address.ts';
import { testDatabase } from '../helpers/database.ts';
import { SECRET } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, freshEdition, insertReaders, recipients, recordingMailer } from './desk.ts';

const database = testDatabase();

let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
  await insertReaders(database.db, 'ada', 'bo', 'cy');
  await insertSubscriber(database.db, { address: addressOf('dee'), categories: ['weather'] });
});

function desk(name: 'outbox' | 'resend' | 'smtp' = 'outbox') {
  const { calls, mailer } = recordingMailer({ name });
  return { calls, deps: deskDeps(database.db, mailer) };
}

async function countRows(): Promise<Record<string, number>> {
  const [row] = await database.db.execute<Record<string, number>>(sql`
    select (select count(*)::int from delivery_rows) as rows, (select count(*)::int from delivery_batches) as batches,
      (select count(*)::int from pg_inherits where inhparent = 'delivery_rows'::regclass) as parts,
      (select count(*)::int from facts) as facts`);
  return row ?? {};
}

test('a dry run tells what would happen, and neither writes nor sends', async () => {
  const before = await countRows();
  const { calls, deps } = desk('resend');
  const found = await dryRun(deps);
  expect(found.editions).toMatchObject([
    { held: null, planned: 4, batches: 2, calls: 2, mails: 3, seconds: 0.002, sizes: { composed: 3 } },
  ]);
  expect(found.editions[0]?.deliveries).toEqual([
    { state: 'planned', reason: null, count: 3 },
    { state: 'skipped', reason: 'The edition has no story in their categories.', count: 1 },
  ]);
  expect(calls).toEqual([]);
  expect(await countRows()).toEqual(before);
  expect(dryRunLines(found).join('\n')).toContain('3 mails in 2 batches, so 2 calls, in about 1 s');
});

test('what a dry run told is what happens', async () => {
  const { calls, deps } = desk();
  const found = await dryRun(deps);
  const report = await deliver(deps);
  expect(found.editions[0]?.planned).toBe(report.planned);
  expect(found.editions[0]?.mails).toBe(report.submitted);
  expect(recipients(calls)).toHaveLength(3);
});

test('of a held edition a dry run says that it would not go out', async () => {
  const { deps } = desk();
  await holdEditions(deps, { reason: 'A name is wrong.' });
  const found = await dryRun(deps);
  expect(found.editions).toMatchObject([{ planned: 0, mails: 0, held: { reason: 'A name is wrong.' } }]);
  expect(dryRunLines(found)[0]).toContain('would not go out');
});

test('a day without an edition has nothing to deliver', async () => {
  const found = await dryRun(desk().deps, { day: '2020-01-01' });
  expect(dryRunLines(found)).toEqual(['there is no edition of 2020-01-01 to deliver']);
});

test('a test is one whole mail, marked, to the address alone, with nothing in the ledger; also of a held edition', async () => {
  const { calls, deps } = desk();
  await holdEditions(deps);
  const before = await countRows();
  const tried = await tryOut(deps, { address: 'eve@inbox.example' });
  expect(tried).toMatchObject({ number: edition.number, held: true, mailer: 'outbox' });
  const [mail] = calls.flatMap(({ mails }) => mails);
  expect(calls).toHaveLength(1);
  expect(mail).toMatchObject({ to: 'eve@inbox.example', tags: { test: 'yes' } });
  expect(mail?.subject).toMatch(/^\[Test\] /);
  expect(mail?.html).toContain('On harbour');
  expect(mail?.html).toContain('On schools');
  expect(await countRows()).toEqual(before);
});

test('two tests are two mails', async () => {
  const { calls, deps } = desk();
  await tryOut(deps, { address: addressOf('ada') });
  await tryOut(deps, { address: addressOf('ada') });
  expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
});

test('a test goes to no suppressed or ill-formed address, and needs an edition', async () => {
  const { calls, deps } = desk();
  const key = addressKey(SECRET, addressOf('eve'));
  await upsertSuppression(database.db, { addressKey: key, cause: 'complained', at: new Date(0) });
  await expect(tryOut(deps, { address: addressOf('eve') })).rejects.toMatchObject({
    code: 'mail.suppressed',
  });
  await expect(tryOut(deps, { address: 'eve' })).rejects.toMatchObject({ code: 'mail.address' });
  await expect(tryOut(deps, { address: addressOf('ada'), weekly: true })).rejects.toMatchObject({
    code: 'edition.unknown',
  });
  expect(calls).toEqual([]);
});

const refusing = () => [{ ok: false, code: 'mail.refused', reason: 'No.' }];

test('a mailer that refuses a test says why', async () => {
  const deps = deskDeps(database.db, recordingMailer({ answer: refusing }).mailer);
  await expect(tryOut(deps, { address: addressOf('ada') })).rejects.toMatchObject({ message: 'No.' });
});
