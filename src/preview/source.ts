import { TransactionRollbackError } from 'drizzle-orm';
import type { WithDb } from '../../db/client.ts';
import {
  findEdition,
  listEditionFragments,
  listEditions,
  listEditionStories,
  type Edition,
  type EditionFragment,
  type EditionStory,
} from '../../db/edition.ts';
import { compose } from '../compose/compose.ts';
import { registryAt } from '../compose/registry.ts';
import { dayOf, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';

/** What a rendering starts from; the templates, the strings and the configuration it reads itself. */
export interface Source {
  configFile: string;
  siteUrl: string;
  day: Day;
  at: Date;
  editions: SourceEdition[];
  /** Ids of the registry that may be named now. */
  inForce: ReadonlySet<string>;
  /** What people should know of what there is, and is not. */
  notes: string[];
}

export interface SourceEdition {
  edition: Edition;
  stories: EditionStory[];
  fragments: EditionFragment[];
  /** Composed for the preview only: no table holds it. */
  rehearsed: boolean;
}

export type SourceDeps = WithDb<Ports>;

/**
 * Gather the editions to show: of the day the daily one, or what it would be now, and the last weekly one.
 *
 * Shape: nothing is written; an edition that does not exist yet is composed in a transaction that is taken back.
 */
export async function gatherSource(
  deps: SourceDeps,
  { configFile, day: wanted }: { configFile: string; day: Day | undefined },
): Promise<Source> {
  const { db, config, clock, siteUrl } = deps;
  const at = clock.now();
  const today = dayOf(at, config.newsroom.timezone);
  const day = wanted ?? today;
  const kept = await findEdition(db, day);
  const notes: string[] = [];
  const editions: SourceEdition[] = [];
  if (kept) editions.push(await loaded(db, kept));
  else if (day === today) {
    editions.push(...(await rehearse(deps, day)));
    notes.push(editions.length > 0 ? REHEARSED : NOTHING_NEW);
  } else notes.push(`There is no edition of ${day}.`);
  if (!editions.some(({ edition }) => edition.cadence === 'weekly')) {
    const weekly = await findWeekly(deps, day);
    if (weekly) editions.push(await loaded(db, weekly));
  }
  const { inForce } = await registryAt(deps, at);
  return { configFile, siteUrl, day, at, editions, inForce, notes };
}

/** What tells one state of the editions from the next, so that nothing is rendered twice. */
export async function stampOf({ db, config, clock }: SourceDeps): Promise<string> {
  const latest = await listEditions(db, { limit: 2 });
  const today = dayOf(clock.now(), config.newsroom.timezone);
  return [today, ...latest.map(({ id, heldAt }) => `${id} ${heldAt?.toISOString() ?? ''}`)].join();
}

const REHEARSED =
  'Today’s edition has not been composed yet. What is shown is what it would be now; nothing of it is kept.';
const NOTHING_NEW =
  'There is no edition of today, and no new story for one. Run `npm run today`, or see another day with `npm run preview -- --day <day>`.';

async function rehearse(deps: SourceDeps, day: Day): Promise<SourceEdition[]> {
  const rehearsed: SourceEdition[] = [];
  try {
    await deps.db.transaction(async (tx) => {
      await compose({ ...deps, db: tx });
      for (const cadence of ['daily', 'weekly'] as const) {
        const edition = await findEdition(tx, day, cadence);
        if (edition) rehearsed.push({ ...(await loaded(tx, edition)), rehearsed: true });
      }
      tx.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
  return rehearsed;
}

async function findWeekly({ db }: SourceDeps, day: Day): Promise<Edition | undefined> {
  const latest = await listEditions(db, { limit: LOOK_BACK });
  return latest.find((edition) => edition.cadence === 'weekly' && edition.day <= day);
}

/** Three weeks of daily and weekly editions. */
const LOOK_BACK = 24;

async function loaded(db: SourceDeps['db'], edition: Edition): Promise<SourceEdition> {
  return {
    edition,
    stories: await listEditionStories(db, edition.id),
    fragments: await listEditionFragments(db, edition.id),
    rehearsed: false,
  };
}
