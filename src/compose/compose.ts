import type { WithDb } from '../../db/client.ts';
import { deleteUnsentEdition } from '../../db/edition-again.ts';
import { findEdition, type Edition, type EditionFault } from '../../db/edition.ts';
import { dayOf, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';
import { unsentEditionsOf } from './again.ts';
import { dailyContents, type Contents, type Occasion } from './daily.ts';
import { alreadySent, keep } from './keep.ts';
import { registryAt } from './registry.ts';
import { isWeeklyDue, weeklyContents } from './weekly.ts';

export type ComposeDeps = WithDb<Ports>;

/** What became of one edition. */
export interface EditionReport {
  /**
   * `composed` now, there `already`, `sent`: there, and not to be made anew since it has begun to go out; or `empty`: no
   * new story to print.
   */
  outcome: 'composed' | 'already' | 'sent' | 'empty';
  number: number | null;
  stories: number;
  categories: number;
  /** New stories without a category: never mailed under a wrong heading. */
  uncategorised: number;
  /** Articles left out because an edition of the last seven days told their story, and they have nothing newer. */
  told: number;
  /** Why it is held and does not go out; null: it may. */
  heldReason: string | null;
  /** What was found in its mails when it was composed, as long as that holds it. */
  held: EditionFault[];
}

export interface ComposeReport extends EditionReport {
  day: Day;
  /** The best of the week; null while none is due. */
  weekly: EditionReport | null;
}

export interface ComposeOptions {
  again?: boolean;
  weekly?: 'due' | 'now';
}

/**
 * Compose the edition of the newsroom's day, and the best of the week when it is due.
 *
 * In: articles that stand in no edition yet, with or without commentary; for the weekly edition those of the week's daily
 * ones. Out: editions, their stories frozen, their fragments rendered and looked over; one with faults is held. Safe to
 * repeat: a day has one edition of each kind, kept at once or not at all, and nothing changes it. With `again` what has
 * not begun to go out is made anew under the same number. The weekly one may be asked for on any day.
 * Errors: AppError `edition.sent`, with `again`, when all there is has begun to go out.
 */
export async function compose(
  deps: ComposeDeps,
  { again = false, weekly: wanted = 'due' }: ComposeOptions = {},
): Promise<ComposeReport> {
  const now = deps.clock.now();
  const day = dayOf(now, deps.config.newsroom.timezone);
  const replaced = again ? await unsentEditionsOf(deps.db, day) : [];
  const oldOf = (cadence: Edition['cadence']) => replaced.find((old) => old.cadence === cadence);
  const occasion = { day, now, registry: await registryAt(deps, now) };
  const daily = await composeOne(deps, occasion, { cadence: 'daily', old: oldOf('daily'), again });
  const isDue = wanted === 'now' || oldOf('weekly') !== undefined || (await isWeeklyDue(deps, day));
  const weekly = isDue
    ? await composeOne(deps, occasion, { cadence: 'weekly', old: oldOf('weekly'), again })
    : null;
  return { day, ...daily, weekly };
}

const CONTENTS_OF = { daily: dailyContents, weekly: weeklyContents };

async function composeOne(
  deps: ComposeDeps,
  occasion: Omit<Occasion, 'replaces'>,
  { cadence, old, again }: { cadence: Edition['cadence']; old: Edition | undefined; again: boolean },
): Promise<EditionReport> {
  const existing = await findEdition(deps.db, occasion.day, cadence);
  if (existing && existing.id !== old?.id)
    return { ...already(existing), ...(again ? { outcome: 'sent' as const } : {}) };
  const contents = await CONTENTS_OF[cadence](deps, { ...occasion, replaces: old?.id });
  const { stories } = contents;
  if (stories.length === 0) return nothing(deps, occasion.day, { cadence, old, contents });
  const kept = await keep(deps, occasion, { cadence, stories, old });
  if (!kept) return composeOne(deps, occasion, { cadence, old: undefined, again: false });
  return {
    ...reportOf('composed', contents),
    number: kept.number,
    heldReason: kept.heldReason,
    held: kept.faults,
  };
}

/** There is nothing to print; what is made anew and has nothing left goes. */
async function nothing(
  { db }: ComposeDeps,
  day: Day,
  { cadence, old, contents }: { cadence: Edition['cadence']; old: Edition | undefined; contents: Contents },
): Promise<EditionReport> {
  if (old && (await db.transaction((tx) => deleteUnsentEdition(tx, old.id))) === 'sent')
    throw alreadySent(old);
  // Another process may have composed the day since we looked, with the stories that are missing here.
  const meanwhile = await findEdition(db, day, cadence);
  return meanwhile ? already(meanwhile) : reportOf('empty', contents);
}

function already({ number, heldAt, heldReason, faults }: Edition): EditionReport {
  const held = heldAt === null ? { heldReason: null, held: [] } : { heldReason, held: faults };
  return { ...reportOf('already', { stories: [], told: 0, uncategorised: 0 }), number, ...held };
}

function reportOf(
  outcome: EditionReport['outcome'],
  { stories, told, uncategorised }: Contents,
): EditionReport {
  return {
    outcome,
    number: null,
    stories: new Set(stories.map(({ articleId }) => articleId)).size,
    categories: new Set(stories.map(({ category }) => category)).size,
    uncategorised,
    told,
    heldReason: null,
    held: [],
  };
}
