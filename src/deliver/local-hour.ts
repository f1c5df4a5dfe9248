import { listTimezones } from '../../db/subscriber.ts';
import type { WithDb } from '../../db/client.ts';
import { dayOf, instantOf, isTimezone, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';

/**
 * The time zones whose readers do not get the edition of a day yet, since their own hour for it has not come
 * (`deliver.localHour`). Where the edition's day is over for the newsroom, only those get it for whom it is not.
 */
export async function zonesTooEarly(
  { db, config, clock }: WithDb<Ports>,
  editionDay: Day,
): Promise<string[]> {
  const { localHour } = config.deliver;
  if (localHour === undefined) return [];
  const { timezone } = config.newsroom;
  const now = clock.now();
  const isOver = dayOf(now, timezone) > editionDay;
  const zones = await listTimezones(db);
  return zones.filter((named) => {
    const zone = isTimezone(named) ? named : timezone;
    const isTime = now >= instantOf(editionDay, `${String(localHour).padStart(2, '0')}:00`, zone);
    return !isTime || (isOver && dayOf(now, zone) !== editionDay);
  });
}
