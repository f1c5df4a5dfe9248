import type { WithDb } from '../../db/client.ts';
import { listEditionsOfDay, markEditionHeld, type Edition } from '../../db/edition.ts';
import { dayOf } from '../shared/day.ts';
import { conflict, invalid, notFound } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';

type HoldDeps = WithDb<Ports>;

/**
 * Hold the editions of the newsroom's day back: nothing more of them is planned or handed over until they are let go.
 * Batches that are in the hands of a worker at this moment still go.
 *
 * Shape: returns those that are held now, also those that were held before, which keep their reason.
 * Errors: AppError `edition.unknown` when the day has none.
 */
export async function holdEditions(
  deps: HoldDeps,
  { reason = 'A person holds it.' }: { reason?: string | undefined } = {},
): Promise<Edition[]> {
  const editions = await editionsOfToday(deps);
  const heldAt = deps.clock.now();
  for (const { id } of editions.filter((edition) => edition.heldAt === null))
    await markEditionHeld(deps.db, id, { heldAt, heldReason: reason });
  return editionsOfToday(deps);
}

/**
 * Let the editions of the newsroom's day go that are held.
 *
 * Shape: returns those that were let go. One with faults goes only `anyway`, for a reason that stays with it.
 * Errors: AppError `edition.unknown`, `edition.faults`, `edition.reason`.
 */
export async function releaseEditions(
  deps: HoldDeps,
  { anyway = false, reason }: { anyway?: boolean | undefined; reason?: string | undefined } = {},
): Promise<Edition[]> {
  const held = (await editionsOfToday(deps)).filter(({ heldAt }) => heldAt !== null);
  const faulty = held.find(({ faults }) => faults.length > 0);
  if (faulty && !anyway) throw stillFaulty(faulty);
  if (faulty && !reason?.trim())
    throw invalid(
      'edition.reason',
      'Say with --reason why it goes out in spite of its faults; that is kept.',
    );
  for (const { id } of held)
    await markEditionHeld(deps.db, id, { heldAt: null, heldReason: reason?.trim() ?? null });
  return held;
}

async function editionsOfToday({ db, clock, config }: HoldDeps): Promise<Edition[]> {
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const editions = await listEditionsOfDay(db, day);
  if (editions.length === 0) throw notFound('edition.unknown', `There is no edition of ${day}.`);
  return editions;
}

function stillFaulty({ number, faults }: Edition) {
  const lines = faults.map(({ check, where, problem }) => `  ${check}, ${where}: ${problem}`);
  return conflict(
    'edition.faults',
    `Edition ${number} is held for what was found in it:\n${lines.join('\n')}\nMend the cause and run "compose --again", or let it go with "deliver --release --anyway --reason <why>".`,
  );
}
