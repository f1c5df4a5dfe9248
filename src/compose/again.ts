import type { Db } from '../../db/client.ts';
import { isEditionSent } from '../../db/edition-again.ts';
import { listEditionsOfDay, type Edition } from '../../db/edition.ts';
import type { Day } from '../shared/day.ts';
import { alreadySent } from './keep.ts';

/**
 * The editions of a day that can be made anew: nothing of them has begun to go out. None when the day has no edition.
 *
 * Errors: AppError `edition.sent` when the day has editions and all of them have begun to go out.
 */
export async function unsentEditionsOf(db: Db, day: Day): Promise<Edition[]> {
  const editions = await listEditionsOfDay(db, day);
  const unsent: Edition[] = [];
  for (const edition of editions) if (!(await isEditionSent(db, edition.id))) unsent.push(edition);
  const [first] = editions;
  if (first && unsent.length === 0) throw alreadySent(first);
  return unsent;
}
