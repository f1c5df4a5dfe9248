import type { Db } from '../../db/client.ts';
import { countCalled, findHold } from '../../db/delivery-event.ts';
import { markEditionHeld } from '../../db/edition.ts';
import type { EditionTally } from '../../db/edition-tally.ts';
import { dayOf } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';

type BreakerDeps = Pick<Ports, 'config' | 'clock'>;

/**
 * Hold an edition of which too many mails came back, for a person to look at; one that is held so already is told how it
 * stands by now. What a person let pass before counts no more.
 *
 * Shape: a complaint counts as having come back too, so that a bounce that is complained of is no reason to let go. Of an
 * edition of which nothing waits, or will be planned, nothing could be stopped: it is left alone. The reason depends on how
 * things stand, never on what was told first.
 * Call it inside the transaction that counted.
 */
export async function holdIfTooMany(tx: Db, deps: BreakerDeps, tally: EditionTally): Promise<void> {
  const { bounceRateMax, complaintRateMax } = deps.config.deliver;
  const complained = tally.complained - tally.complainedForgiven;
  const back = tally.bounced - tally.bouncedForgiven + complained;
  const isTooMany = (mails: number) =>
    isAbove(back, bounceRateMax * mails) || isAbove(complained, complaintRateMax * mails);
  if (!isTooMany(MAILS_MIN)) return;
  const hold = await findHold(tx, tally.editionId);
  if (!hold || (hold.heldAt !== null && hold.heldBy !== 'rates')) return;
  const later = deps.config.deliver.localHour !== undefined && !isOver(deps, hold.day);
  if (hold.heldAt === null && !hold.waiting && !later) return;
  const called = await countCalled(tx, tally.editionId);
  const mails = Math.max(called, MAILS_MIN);
  if (!isTooMany(mails)) return;
  const reason = reasonFor({ back, complained, called, mails }, deps.config.deliver);
  const heldAt = hold.heldAt ?? deps.clock.now();
  await markEditionHeld(tx, tally.editionId, { heldAt, heldBy: 'rates', heldReason: reason });
}

/** Of fewer mails a single one would be too many. */
const MAILS_MIN = 100;
const DAY_MS = 86_400_000;

/** Shares are not exact numbers. */
const isAbove = (count: number, limit: number) => count - limit > 1e-9;

/** Readers in the west have their hour when the newsroom's day is over. */
function isOver({ config, clock }: BreakerDeps, day: string): boolean {
  return day < dayOf(new Date(clock.now().getTime() - DAY_MS), config.newsroom.timezone);
}

function reasonFor(
  { back, complained, called, mails }: Record<'back' | 'complained' | 'called' | 'mails', number>,
  { bounceRateMax, complaintRateMax }: Ports['config']['deliver'],
): string {
  const share = (count: number, limit: number) =>
    `(${percent(count / mails)}, the limit is ${percent(limit)})`;
  const complaints = `${complained} complaint${complained === 1 ? '' : 's'} ${share(complained, complaintRateMax)}`;
  const few = called < mails ? ` Shares are of at least ${mails} mails.` : '';
  return `Too many mails came back: ${back} of ${called} ${share(back, bounceRateMax)}, among them ${complaints}.${few}`;
}

const percent = (rate: number) => `${Number((rate * 100).toPrecision(3))} %`;
