import type { Db } from '../../db/client.ts';
import { listOfficialsBySlug, listOfficialsFor, type Official } from '../../db/official.ts';
import type { Day } from '../shared/day.ts';

/**
 * The officials to write to about some categories, those who answer for more of them first.
 *
 * Shape: nobody whose term ended before `day`, nobody whom the configuration no longer names. Who has no categories
 * answers for all, and comes last.
 */
export async function officialsFor(
  db: Db,
  wanted: { categories: string[]; day: Day; limit: number },
): Promise<Official[]> {
  return listOfficialsFor(db, wanted);
}

/** The named officials who are in office on `day`, in the order of their names in the list; the others are left out. */
export async function findOfficials(db: Db, slugs: string[], day: Day): Promise<Official[]> {
  const rows = await listOfficialsBySlug(db, [...new Set(slugs)], day);
  return rows.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}
