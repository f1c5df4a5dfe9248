import { beforeEach, describe, expect, test } from 'vitest';
import type { Edition } from '../../db/edition.ts';
import { deliver, deliverWaiting } from '../../src/deliver/deliver.ts';
import { testDatabase } from '../helpers/database.ts';
import { readersConfig } from '../helpers/readers.ts';
import { insertSubscriber } from '../helpers/seed.ts';
import { addressOf, deskDeps, freshEdition, ledger, recordingMailer } from './desk.ts';

const database = testDatabase();
let edition: Edition;
beforeEach(async () => {
  edition = await freshEdition(database.db);
});

const rows = () => ledger(database.db, edition.id);

const reader = (name: string, timezone: string) =>
  insertSubscriber(database.db, { address: addressOf(name), timezone, categories: ['harbour'] });

/** The edition is of 23 November; the newsroom is in New York, five hours behind Greenwich. */
function desk(localHour = 7) {
  const deliverConfig = { localHour, requestsPerSecond: 1000 };
  return deskDeps(database.db, recordingMailer().mailer, readersConfig({ deliver: deliverConfig }));
}

describe('a reader’s own hour', () => {
  test('is waited for further west, and has come further east', async () => {
    await reader('berlin', 'Europe/Berlin');
    await reader('boston', 'America/New_York');
    await reader('la', 'America/Los_Angeles');
    await reader('honolulu', 'Pacific/Honolulu');
    const deps = desk();
    const at = async (time: string) => {
      deps.time.at = new Date(`2026-11-23T${time}Z`);
      await (time === '11:45:00' ? deliver(deps) : deliverWaiting(deps));
      return rows();
    };
    expect(await at('11:45:00')).toEqual(['berlin: submitted']);
    expect(await at('12:00:00')).toEqual(['berlin: submitted', 'boston: submitted']);
    expect(await at('14:45:00')).toHaveLength(2);
    expect(await at('15:00:00')).toEqual(['berlin: submitted', 'boston: submitted', 'la: submitted']);
    expect(await at('17:00:00')).toHaveLength(4);
  });

  test('may come when the newsroom’s day is over, and then nobody else is planned', async () => {
    await reader('honolulu', 'Pacific/Honolulu');
    const deps = desk(22);
    await deliver(deps);
    await reader('boston', 'America/New_York');
    // 22:00 in Honolulu is three in the morning in New York, and nine in Berlin.
    deps.time.at = new Date('2026-11-24T08:00:00Z');
    await reader('berlin', 'Europe/Berlin');
    await deliverWaiting(deps);
    expect(await rows()).toEqual(['honolulu: submitted']);
  });

  test('of a zone that nobody knows is the newsroom’s', async () => {
    await reader('atlantis', 'Ocean/Atlantis');
    const deps = desk();
    deps.time.at = new Date('2026-11-23T11:59:00Z');
    await deliver(deps);
    expect(await rows()).toEqual([]);
    deps.time.at = new Date('2026-11-23T12:00:00Z');
    await deliverWaiting(deps);
    expect(await rows()).toEqual(['atlantis: submitted']);
  });
});
