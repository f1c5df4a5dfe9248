import type { Db, WithDb } from '../../db/client.ts';
import { doubtOpenBatches } from '../../db/delivery-settle.ts';
import {
  findFact,
  findLastSign,
  identifyDatabase,
  insertFact,
  upsertFact,
  type DatabaseIdentity,
} from '../../db/fact.ts';
import { listEditionsSince } from '../../db/edition.ts';
import { dayOf, type Day } from '../shared/day.ts';
import { invalid } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';

/** What was sent between a backup and its being put back is known to nobody here. */
export interface Restored {
  /** The days of editions that may have gone out without this database knowing it. */
  from: Day;
  to: Day;
}

const RESTORED = 'restored';
const DATABASE = 'database';
/** How old the last sign of life may be when a standby takes over; what is older was brought back from before. */
const TAKEN_OVER_MS = 10 * 60_000;

/**
 * Notice that this database was put back from a backup, or moved: it is not the one in which we last delivered. What is
 * open of the editions since its last sign of life becomes `uncertain`, and so does what is planned of the editions of
 * those days. A copy of the files of a server looks like the server: of that a person has to tell (`noteRestored`).
 *
 * Shape: the days in doubt; undefined where there are none. Safe to repeat.
 */
export async function findRestored(deps: WithDb<Ports>): Promise<Restored | undefined> {
  const { db, clock } = deps;
  const here = await identifyDatabase(db);
  const kept = JSON.parse(await insertFact(db, DATABASE, JSON.stringify(here))) as DatabaseIdentity;
  if (kept.place === here.place && kept.timeline === here.timeline) return notedIn(db);
  const sign = (await findLastSign(db)) ?? clock.now();
  const isTakenOver = kept.place === here.place && clock.now().getTime() - sign.getTime() < TAKEN_OVER_MS;
  const from = dayOf(sign, deps.config.newsroom.timezone);
  if (!isTakenOver) await noteRestored(deps, from);
  await upsertFact(db, DATABASE, JSON.stringify(here));
  return notedIn(db);
}

/**
 * Note that nobody knows what was sent of the editions from a day until now: what is open of them is `uncertain` from here
 * on, and so is what is planned of them.
 *
 * Errors: AppError `database.restored` for a day that has not come.
 */
export async function noteRestored({ db, clock, config, log }: WithDb<Ports>, from: Day): Promise<Restored> {
  const to = dayOf(clock.now(), config.newsroom.timezone);
  if (from > to) throw invalid('database.restored', 'This day has not come yet; nothing was changed.');
  const restored: Restored = { from, to };
  await db.transaction(async (tx) => {
    const editions = await listEditionsSince(tx, from);
    await doubtOpenBatches(
      tx,
      editions.map(({ id }) => id),
      DOUBT,
    );
    await upsertFact(tx, RESTORED, JSON.stringify(restored));
  });
  log.warn(restored, 'the database was restored or moved; editions of these days are uncertain');
  return restored;
}

async function notedIn(db: Db): Promise<Restored | undefined> {
  const noted = await findFact(db, RESTORED);
  return noted === undefined ? undefined : (JSON.parse(noted) as Restored);
}

/** Why nobody knows whether an edition has gone out; undefined where that is known. */
export const doubtOf = (restored: Restored | undefined, day: Day) =>
  restored && restored.from <= day && day <= restored.to ? DOUBT : undefined;

const DOUBT = {
  code: 'database.restored',
  reason: 'The database was restored or moved since; whether it went out before is not known.',
};
