import type { Db } from '../../db/client.ts';
import { markOfficialsInactive, upsertOfficials, type NewOfficial } from '../../db/official.ts';
import { readMailbox, type Config, type OfficialConfig } from '../shared/config.ts';

/**
 * Make the registry say what the configuration says: its officials come in, one row each comes out; those that it no
 * longer names are put out of action.
 *
 * Safe to repeat, and to run at once: rows are written by their slugs, in one order.
 */
export async function syncOfficials(db: Db, config: Config): Promise<void> {
  const rows = config.officials.map(rowOf).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  await db.transaction(async (tx) => {
    await upsertOfficials(tx, rows);
    await markOfficialsInactive(tx, { except: rows.map(({ slug }) => slug) });
  });
}

function rowOf(official: OfficialConfig): NewOfficial {
  const { slug, name, office, addresses, phones, categories, source } = official;
  return {
    slug,
    name,
    office,
    addresses,
    phones,
    categories,
    source,
    jurisdiction: official.jurisdiction ?? null,
    party: official.party ?? null,
    termEndsDay: official.termEndsOn ?? null,
    formUrl: official.formUrl ?? null,
    email: official.email === undefined ? null : (readMailbox(official.email)?.address ?? null),
    asOfDay: official.asOf,
    active: true,
  };
}
