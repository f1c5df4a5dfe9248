import { addDays, type Day } from '../shared/day.ts';
import type { Config } from '../shared/config.ts';

type Ceilings = Pick<Config['deliver'], 'mailsPerDay' | 'warmUp'>;

/** Most mails that may go out on a day of UTC; undefined when there is no end. */
export function ceilingOn(deliver: Ceilings, day: Day): number | undefined {
  return lowestOn(deliver, day)?.mails;
}

/**
 * Why no more mails go out on a day, in words: how many may, by which setting, and when it goes on.
 *
 * Shape: `left` is how many still may, where that is fewer than the call that waits has; undefined when the day has no
 * ceiling.
 */
export function fullDay(
  deliver: Ceilings,
  { day, left }: { day: Day; left: number },
): { until: Date; reason: string } | undefined {
  const ceiling = lowestOn(deliver, day);
  if (!ceiling) return undefined;
  const next = addDays(day, 1);
  const room = left > 0 ? `the ${left} that are left are too few for the next call` : 'they have gone out';
  const mails = `At most ${ceiling.mails} mails may go out on ${day} (${ceiling.by}), and ${room}.`;
  return { until: new Date(`${next}T00:00:00Z`), reason: `${mails} It goes on at 00:00 UTC on ${next}.` };
}

interface Ceiling {
  mails: number;
  /** What sets it, in words. */
  by: string;
}

function lowestOn({ mailsPerDay, warmUp }: Ceilings, day: Day): Ceiling | undefined {
  const set = mailsPerDay === undefined ? undefined : { mails: mailsPerDay, by: 'deliver.mailsPerDay' };
  const warming = warmUp && warmUpOn(warmUp, day);
  if (!set || !warming) return set ?? warming;
  return warming.mails < set.mails ? warming : set;
}

/** Before its first day as on that day: the domain is not warmer then. */
function warmUpOn(warmUp: NonNullable<Ceilings['warmUp']>, day: Day): Ceiling | undefined {
  const number = Math.max(1, 1 + daysBetween(warmUp.from, day));
  if (number > warmUp.days) return undefined;
  const inOrder = warmUp.ceilings.toSorted((a, b) => a.day - b.day);
  const ceiling = inOrder.findLast((each) => each.day <= number) ?? inOrder[0];
  return ceiling && { mails: ceiling.mails, by: `day ${number} of ${warmUp.days} of the warm-up` };
}

const DAY_MS = 86_400_000;

const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
