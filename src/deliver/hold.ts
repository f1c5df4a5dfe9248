import type { WithDb } from '../../db/client.ts';
import { isEditionSent } from '../../db/edition-again.ts';
import { forgiveTallies } from '../../db/edition-tally.ts';
import { renewPlanned } from '../../db/delivery-settle.ts';
import { listEditionsOfDay, markEditionHeld, type Edition, type EditionFault } from '../../db/edition.ts';
import { dayOf, type Day } from '../shared/day.ts';
import { conflict, invalid, notFound } from '../shared/errors.ts';
import type { Composer, Ports } from '../shared/ports.ts';

type HoldDeps = WithDb<Ports>;
type ReleaseDeps = HoldDeps & { composer: Composer };

/**
 * Hold the editions of a day back, of the newsroom's today where none is named: nothing more of them is planned or handed
 * over until a person lets them go. Batches that are in the hands of a worker at this moment still go.
 *
 * Shape: returns those that are held now. What the lint or the rates hold is a person's from here on; a person or the
 * rates that held it before keep their reason unless there is a new one.
 * Errors: AppError `edition.unknown` when the day has none.
 */
export async function holdEditions(
  deps: HoldDeps,
  { day, reason }: { day?: Day | undefined; reason?: string | undefined } = {},
): Promise<Edition[]> {
  const now = deps.clock.now();
  for (const edition of await editionsOf(deps, day)) {
    const { id, heldAt, heldBy, heldReason } = edition;
    const before = heldBy === 'person' || heldBy === 'rates' ? heldReason : null;
    const held = { heldAt: heldAt ?? now, heldReason: reason?.trim() || before || BY_HAND };
    // Composed anew since we looked: what took its place is what the person means.
    if (!(await markEditionHeld(deps.db, id, { ...held, heldBy: 'person' })))
      return holdEditions(deps, { day, reason });
  }
  return editionsOf(deps, day);
}

const BY_HAND = 'A person holds it.';

/**
 * Let the editions of a day go that are held, of the newsroom's today where none is named. What they name is judged again
 * first: what closed meanwhile is a fault like any other.
 *
 * Shape: returns those that were let go. One with faults goes only `anyway`, for a reason that stays with it. Of a day that
 * is over only what has begun to go out can go on: what nobody has had stands in later editions. What had come back of it by
 * now holds it no more.
 * Errors: AppError `edition.unknown`, `edition.faults`, `edition.reason`, `edition.over`.
 */
export async function releaseEditions(
  deps: ReleaseDeps,
  {
    day,
    anyway = false,
    reason,
  }: { day?: Day | undefined; anyway?: boolean | undefined; reason?: string | undefined } = {},
): Promise<Edition[]> {
  const held: Edition[] = [];
  for (const edition of await editionsOf(deps, day))
    if (edition.heldAt !== null) held.push(await judgedAgain(deps, edition));
  const faulty = held.find(({ faults }) => faults.length > 0);
  if (faulty && !anyway) throw stillFaulty(faulty);
  if (faulty && !reason?.trim())
    throw invalid(
      'edition.reason',
      'Say with --reason why it goes out in spite of its faults; that is kept.',
    );
  for (const edition of held) if (await isOver(deps, edition)) throw over(edition);
  const free = { heldAt: null, heldBy: null, heldReason: reason?.trim() || null };
  await forgiveTallies(
    deps.db,
    held.map(({ id }) => id),
  );
  for (const { id, faults } of held)
    if (!(await markEditionHeld(deps.db, id, { ...free, faults })))
      throw conflict('edition.changed', 'It has just been composed anew. Look at it, and try again.');
  for (const { id } of held) await renewPlanned(deps.db, id, deps.clock.now());
  return held;
}

/**
 * Look once more, before its first mail goes out, at what an edition names: one whose petition has closed or whose official
 * has left since it was composed is held. A fault with which a person let it go does not hold it again.
 */
export async function withholdLapsed(deps: ReleaseDeps, edition: Edition): Promise<Edition> {
  if (edition.heldAt !== null || (await isEditionSent(deps.db, edition.id))) return edition;
  const { faults } = await judgedAgain(deps, edition);
  const known = new Set(edition.faults.map(nameOf));
  if (faults.every((fault) => known.has(nameOf(fault)))) return edition;
  const held = { heldAt: deps.clock.now(), heldBy: 'lint' as const, heldReason: LAPSED, faults };
  await markEditionHeld(deps.db, edition.id, held);
  return { ...edition, ...held };
}

const LAPSED = 'What it names is in force no more.';

/** An edition with what was found in it when it was composed, and what of its registry has lapsed by now. */
async function judgedAgain({ composer }: ReleaseDeps, edition: Edition): Promise<Edition> {
  const lapsed = await composer.findLapsed(edition.id);
  return { ...edition, faults: [...edition.faults.filter(({ check }) => check !== 'force'), ...lapsed] };
}

/** Tells one fault from another. */
export const nameOf = ({ check, where, problem }: EditionFault) => JSON.stringify([check, where, problem]);

async function isOver({ db, clock, config }: HoldDeps, { id, day }: Edition): Promise<boolean> {
  return day < dayOf(clock.now(), config.newsroom.timezone) && !(await isEditionSent(db, id));
}

/**
 * The editions of a day, of the newsroom's today where none is named.
 *
 * Errors: AppError `edition.unknown` when the day has none.
 */
export async function editionsOf(
  { db, clock, config }: HoldDeps,
  asked: Day | undefined,
): Promise<Edition[]> {
  const day = asked ?? dayOf(clock.now(), config.newsroom.timezone);
  const editions = await listEditionsOfDay(db, day);
  if (editions.length === 0) throw notFound('edition.unknown', `There is no edition of ${day}.`);
  return editions;
}

const over = ({ number, day }: Edition) =>
  conflict(
    'edition.over',
    `Edition ${number} is of ${day}, and nobody has had it. Its stories are free for later editions, so it stays held.`,
  );

function stillFaulty({ number, faults }: Edition) {
  const lines = faults.map(({ check, where, problem }) => `  ${check}, ${where}: ${problem}`);
  return conflict(
    'edition.faults',
    `Edition ${number} is held for what was found in it:\n${lines.join('\n')}\nMend the cause and run "compose --again", or let it go with "deliver resume --anyway --reason <why>".`,
  );
}
