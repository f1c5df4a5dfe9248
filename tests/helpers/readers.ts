import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { findSubscriberByKey, type Subscriber } from '../../db/subscriber.ts';
import { addressKey } from '../../src/shared/address.ts';
import { parseConfig, type Config, type ConfigInput } from '../../src/shared/config.ts';
import { silentLog } from '../../src/shared/log.ts';
import { issueToken, type TokenPurpose } from '../../src/shared/token.ts';

export const SECRET = 'a secret of tests that is long enough';

/** A newsroom with three categories, for tests of what its readers do. */
export function readersConfig(over: Partial<ConfigInput> = {}): Config {
  return parseConfig({
    newsroom: {
      name: 'The Test Tide',
      tagline: 'For tests only',
      url: 'https://tide.example',
      from: 'The Test Tide <tide@tide.example>',
      postalAddress: '1 Quay, Testport',
      timezone: 'America/New_York',
      language: 'en',
    },
    categories: [
      { slug: 'harbour', name: 'Harbour' },
      { slug: 'schools', name: 'Schools' },
      { slug: 'weather', name: 'Weather' },
    ],
    sources: [],
    ...over,
  });
}

/** What a front-office room takes, with a clock that tests move by setting `at`. */
export function readerDeps(db: Db, config: Config = readersConfig()) {
  const time = { at: new Date('2026-11-23T15:00:00Z') };
  return {
    db,
    config,
    time,
    clock: { now: () => time.at },
    log: silentLog,
    secret: SECRET,
    siteUrl: 'https://tide.example',
  };
}

/** Take out all that readers have done. */
export async function emptyTables(db: Db): Promise<void> {
  await db.execute(
    sql`truncate delivery_rows, delivery_batches, letters, signatures, petitions, consents, subscribers, suppressions, mail_events, mail_paces cascade`,
  );
}

/** The subscriber of an address. */
export async function rowOf({ db }: { db: Db }, address: string): Promise<Subscriber> {
  const row = await findSubscriberByKey(db, addressKey(SECRET, address));
  if (!row) throw new Error('no such subscriber');
  return row;
}

/** A token for a row, as a letter or a digest carries it. */
export const linkOf = (purpose: TokenPurpose, ids: string | string[], epoch = 0): string =>
  issueToken(SECRET, { purpose, ids: [ids].flat(), epoch });
