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
import { stampOfNews } from '../../db/preview-stamp.ts';
import { compose } from '../compose/compose.ts';
import { registryAt } from '../compose/registry.ts';
import { dayOf, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';

/** What a rendering starts from, beside templates, strings and configuration. */
export interface Source {
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
 * Gather the editions to show: of the day the daily one, or what it would be now, and the last weekly one, or what that would
 * be if it were due.
 *
 * Shape: nothing is written; an edition that does not exist yet is composed in a transaction that is taken back.
 */
export async function gatherSource(
  deps: SourceDeps,
  { day: wanted }: { day: Day | undefined },
): Promise<Source> {
  const { db, config, clock, siteUrl } = deps;
  const at = clock.now();
  const today = dayOf(at, config.newsroom.timezone);
  const day = wanted ?? today;
  const daily = await findEdition(db, day);
  const weekly = await findWeekly(deps, day);
  const kept = await Promise.all(
    [daily, weekly].flatMap((edition) => (edition ? [loaded(db, edition)] : [])),
  );
  const isMissing = (cadence: Edition['cadence']) => !(cadence === 'daily' ? daily : weekly);
  const rehearsed = day === today && kept.length < 2 ? await rehearse(deps, day) : [];
  const editions = [...kept, ...rehearsed.filter(({ edition }) => isMissing(edition.cadence))].toSorted(
    (a, b) => a.edition.cadence.localeCompare(b.edition.cadence),
  );
  const notes: string[] = [];
  if (!daily && day !== today) notes.push(`There is no edition of ${day}.`);
  else if (!daily)
    notes.push(editions.some(({ edition }) => edition.cadence === 'daily') ? REHEARSED : NOTHING_NEW);
  if (!weekly && editions.some(({ edition }) => edition.cadence === 'weekly')) notes.push(REHEARSED_WEEK);
  const { inForce } = await registryAt(deps, at);
  notes.push(...editions.flatMap(heldNote));
  return { siteUrl, day, at, editions, inForce, notes };
}

/** What tells one state of the editions, and of what they are chosen from, from the next, so that nothing is rendered twice. */
export async function stampOf({ db, config, clock }: SourceDeps): Promise<string> {
  const latest = await listEditions(db, { limit: LOOK_BACK });
  const today = dayOf(clock.now(), config.newsroom.timezone);
  const states = latest.map(({ id, heldAt }) => `${id} ${heldAt?.toISOString() ?? ''}`);
  return [today, await stampOfNews(db), ...states].join();
}

const REHEARSED =
  'Today’s edition has not been composed yet. What is shown is what it would be now; nothing of it is kept.';
const REHEARSED_WEEK =
  'There has been no weekly edition yet. What is shown is what it would be if it were due today.';
const NOTHING_NEW =
  'There is no edition of today, and no new story for one. Run `npm run today`, or see another day with `npm run preview -- --day <day>`.';

function heldNote({ edition: { cadence, day, heldAt, heldReason }, rehearsed }: SourceEdition): string[] {
  if (heldAt === null) return [];
  const kind = cadence === 'weekly' ? 'weekly edition' : 'edition';
  const does = rehearsed ? 'would be held and not go out' : 'is held and does not go out';
  return [`The ${kind} of ${day} ${does}: ${heldReason ?? 'nobody said why'}`];
}

async function rehearse(deps: SourceDeps, day: Day): Promise<SourceEdition[]> {
  const rehearsed: SourceEdition[] = [];
  try {
    await deps.db.transaction(async (tx) => {
      await compose({ ...deps, db: tx }, { weekly: 'now' });
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
