import { listRelatedArticles } from '../../db/article.ts';
import { listCandidates, type CandidateRow } from '../../db/candidate.ts';
import type { WithDb } from '../../db/client.ts';
import type { StorySnapshot } from '../../db/edition.ts';
import { listLastTellings } from '../../db/telling.ts';
import { addDays, type Day } from '../shared/day.ts';
import type { Ports } from '../shared/ports.ts';
import { shelve, type FrozenStory } from './edition.ts';
import { MEMORY_DAYS, remember, type Remembered } from './memory.ts';
import { choose, scored, type Picked, type Scored } from './pick.ts';
import type { RegistryOfDay } from './registry.ts';
import { petitionFor, snapshotOf } from './snapshot.ts';

/** What an edition is made of, and what was left out of it. */
export interface Contents {
  stories: FrozenStory[];
  /** Articles of stories that an edition of the last days told, with nothing new. */
  told: number;
  /** New stories without a category: never mailed under a wrong heading. */
  uncategorised: number;
}

/** When something is composed, with what it may name, and the edition in whose place it comes. */
export interface Occasion {
  day: Day;
  now: Date;
  registry: RegistryOfDay;
  replaces?: string | undefined;
}

type ComposeDeps = WithDb<Ports>;

/** Choose and freeze the stories of a day. */
export async function dailyContents(deps: ComposeDeps, occasion: Occasion): Promise<Contents> {
  const { rows, candidates, told } = await candidatesOf(deps, occasion);
  const picked = choose(candidates, deps.config.digest);
  const snapshots = await freeze(deps, { picked, rows, occasion });
  const uncategorised = candidates.filter(({ categories }) => categories.length === 0).length;
  return { stories: shelve(picked, snapshots), told: told.length, uncategorised };
}

/** Everything that could stand in the edition of a day, with its parts, and what could if it had not been told. */
export async function candidatesOf(
  { db, config }: ComposeDeps,
  { day, now, registry, replaces }: Occasion,
): Promise<{
  rows: Map<string, Remembered<CandidateRow>>;
  candidates: Scored[];
  told: (Scored & { title: string })[];
}> {
  const { digest } = config;
  const since = new Date(now.getTime() - digest.windowHours * 3_600_000);
  const rows = await listCandidates(db, { day, since, until: now, limit: CANDIDATES_MAX, replaces });
  const memory = { cadence: 'daily' as const, since: addDays(day, -MEMORY_DAYS), before: day };
  const { fresh, told } = remember(rows, await listLastTellings(db, memory));
  const known = new Set(config.categories.map(({ slug }) => slug));
  const weights = new Map(config.sources.map(({ url, weight }) => [url, weight]));
  const scoredOf = (row: CandidateRow) =>
    scored(
      {
        articleId: row.id,
        storyId: row.storyId,
        publishedAt: row.publishedAt,
        categories: row.categories.filter((slug) => known.has(slug)),
        hasCommentary: Boolean(row.commentary.opinion && row.commentary.action),
        petition: petitionFor(row, registry.petitions) ?? null,
        outlets: row.outlets,
        sourceWeight: weights.get(row.sourceUrl) ?? 1,
      },
      { now, digest },
    );
  return {
    rows: new Map(fresh.map((row) => [row.id, row])),
    candidates: fresh.map(scoredOf),
    told: told.map((row) => ({ ...scoredOf(row), title: row.title })),
  };
}

/** More than any newsroom prints; what lies beyond is older. */
const CANDIDATES_MAX = 2000;
const RELATED_MAX = 2;

async function freeze(
  { db, config }: ComposeDeps,
  {
    picked,
    rows,
    occasion,
  }: { picked: Picked[]; rows: ReadonlyMap<string, Remembered<CandidateRow>>; occasion: Occasion },
): Promise<Map<string, StorySnapshot>> {
  const { petitions, inForce } = occasion.registry;
  const snapshots = new Map<string, StorySnapshot>();
  for (const { articleId } of picked) {
    const row = rows.get(articleId);
    if (!row) continue;
    const related = await listRelatedArticles(db, articleId, { limit: RELATED_MAX });
    const snapshot = snapshotOf(row, {
      petition: petitionFor(row, petitions),
      inForce,
      language: config.newsroom.language,
      related: related.map(({ title, slug, sourceTitle }) => ({ title, slug, sourceTitle })),
    });
    snapshots.set(articleId, { ...snapshot, update: row.update ?? null });
  }
  return snapshots;
}
