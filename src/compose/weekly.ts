import type { WithDb } from '../../db/client.ts';
import type { StorySnapshot } from '../../db/edition.ts';
import { findWeeklyBounds, listLastTellings, listStoriesOfDays, type WeekRow } from '../../db/telling.ts';
import { addDays, WEEKDAYS, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';
import { corroborationPart, petitionPart, type Parts } from '../shared/rank.ts';
import type { Contents, Occasion } from './daily.ts';
import { shelve } from './edition.ts';
import { updateOf } from './memory.ts';
import { choose, type Scored } from './pick.ts';
import type { RegistryOfDay } from './registry.ts';
import { petitionOf } from './snapshot.ts';

/**
 * Whether the best of the week is due: on its day of the week, and up to three days later when the newsroom was down on
 * that day and a week has gone by since the last one.
 */
export async function isWeeklyDue({ db, config }: WithDb<Ports>, day: Day): Promise<boolean> {
  const late = (weekdayOf(day) - WEEKDAYS.indexOf(config.digest.weeklyOn) + DAYS) % DAYS;
  if (late === 0) return true;
  if (late > LATE_MAX) return false;
  const { firstDaily, lastWeekly } = await findWeeklyBounds(db, day);
  const wasOpen = firstDaily !== null && firstDaily < addDays(day, -late);
  return wasOpen && (lastWeekly === null || lastWeekly <= addDays(day, -DAYS));
}

/**
 * Choose and freeze the best of what the daily editions told since the last weekly one, which may itself have been held or
 * late: of fourteen days at most, and of seven when there was none.
 *
 * Shape: of one story the latest telling only; its score is that of its day, with what other outlets and petitions add
 * now. Petitions and officials are judged again for the day. `update` says what an earlier weekly edition told, since its
 * readers had no other.
 */
export async function weeklyContents(
  { db, config }: WithDb<Ports>,
  { day, now, registry }: Occasion,
): Promise<Contents> {
  const { lastTold } = await findWeeklyBounds(db, day);
  const earliest = addDays(day, 1 - WINDOW_MAX);
  const since = lastTold === null ? addDays(day, 1 - DAYS) : lastTold < earliest ? earliest : lastTold;
  const tellings = await listLastTellings(db, { cadence: 'weekly', since, before: day });
  const last = new Map(tellings.map((telling) => [telling.storyId, updateOf(telling)]));
  const rows = await listStoriesOfDays(db, { since, until: day });
  const known = new Set(config.categories.map(({ slug }) => slug));
  const stories = latestOfEach(rows).map((headings) => storyOf(headings, { known, now, registry }));
  const snapshots = new Map(
    stories.map(({ storyId, articleId, snapshot }) => [
      articleId,
      { ...snapshot, update: last.get(storyId) ?? null },
    ]),
  );
  return { stories: shelve(choose(stories, config.digest), snapshots), told: 0, uncategorised: 0 };
}

const DAYS = 7;
const WINDOW_MAX = 14;
const LATE_MAX = 3;
const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Rows come latest first; those of one telling are its headings. */
function latestOfEach(rows: readonly WeekRow[]): WeekRow[][] {
  const latest = new Map<string, string>();
  for (const { storyId, articleId } of rows) if (!latest.has(storyId)) latest.set(storyId, articleId);
  return [...latest.values()].map((articleId) => rows.filter((row) => row.articleId === articleId));
}

function storyOf(
  headings: readonly WeekRow[],
  { known, now, registry }: { known: ReadonlySet<string>; now: Date; registry: RegistryOfDay },
): Scored & { snapshot: StorySnapshot } {
  const [row] = headings;
  if (!row) throw new Error('a telling has at least one heading');
  const { articleId, storyId, publishedAt } = row;
  const { snapshot, closesAt } = judgedAgain(row.snapshot, registry);
  const petition = snapshot.petition && { closesAt };
  return {
    articleId,
    storyId,
    publishedAt,
    categories: headings.map(({ category }) => category).filter((slug) => known.has(slug)),
    parts: partsNow(row, petitionPart(petition, now)),
    snapshot,
  };
}

/** What it had on its day, but for its place among the others there; of an old edition only the sum is known. */
function partsNow({ parts, score, outlets }: WeekRow, petition: number): Parts {
  if (parts === null) return { rank: score };
  const { balance: _, ...own } = parts;
  return { ...own, petition, corroboration: corroborationPart(outlets) };
}

function judgedAgain(
  snapshot: StorySnapshot,
  { petitions, inForce }: RegistryOfDay,
): { snapshot: StorySnapshot; closesAt: Date | null } {
  const open = petitions.find(({ slug }) => slug === snapshot.petition?.slug);
  const petition = open ? petitionOf(open) : null;
  const todos = snapshot.todos.filter(({ link }) => link === null || inForce.has(link));
  return { snapshot: { ...snapshot, petition, todos }, closesAt: open?.closesAt ?? null };
}
