import { randomUUID } from 'node:crypto';
import { listRelatedArticles } from '../../db/article.ts';
import { listCandidates, type CandidateRow } from '../../db/candidate.ts';
import type { WithDb } from '../../db/client.ts';
import { findEdition, getNextEditionNumber, insertEdition } from '../../db/edition.ts';
import { listOfficials } from '../../db/official.ts';
import { listActivePetitions } from '../../db/petition.ts';
import { countSignatures } from '../../db/signature.ts';
import { dayOf, type Day } from '../shared/day.ts';
import { isOpenAt } from '../shared/open.ts';
import type { Ports } from '../shared/ports.ts';
import { fragmentsOf, frameOf, type FrozenStory } from './edition.ts';
import { pickStories, type Picked } from './pick.ts';
import { petitionFor, snapshotOf, type OpenPetition } from './snapshot.ts';
import { subjectOf } from './words.ts';
import { registryId } from '../shared/registry-id.ts';

export type ComposeDeps = WithDb<Ports>;

export interface ComposeReport {
  day: Day;
  /** `composed` now, there `already`, or `empty`: no new story to print. */
  outcome: 'composed' | 'already' | 'empty';
  number: number | null;
  stories: number;
  categories: number;
  /** New stories without a category: never mailed under a wrong heading. */
  uncategorised: number;
}

/**
 * Compose the edition of the newsroom's day.
 *
 * In: articles that stand in no edition yet, with or without commentary. Out: one edition, its stories frozen, its
 * fragments rendered. Safe to repeat: a day has one edition, kept at once or not at all, and nothing changes it.
 */
export async function compose(deps: ComposeDeps): Promise<ComposeReport> {
  const { db, config, clock } = deps;
  const now = clock.now();
  const day = dayOf(now, config.newsroom.timezone);
  const existing = await findEdition(db, day);
  if (existing) return reportOf(day, 'already', { number: existing.number });
  const since = new Date(now.getTime() - config.digest.windowHours * 3_600_000);
  const rows = await listCandidates(db, { since, until: now, limit: CANDIDATES_MAX });
  const petitions = await openPetitions(deps, now);
  const known = new Set(config.categories.map(({ slug }) => slug));
  const candidates = rows.map((row) => candidateOf(row, known, petitions));
  const uncategorised = candidates.filter(({ categories }) => categories.length === 0).length;
  const picked = pickStories(candidates, { now, digest: config.digest });
  if (picked.length === 0) {
    // Another process may have composed the day since we looked, with the stories that are missing here.
    const meanwhile = await findEdition(db, day);
    return meanwhile
      ? reportOf(day, 'already', { number: meanwhile.number })
      : reportOf(day, 'empty', { uncategorised });
  }
  const stories = await freeze(deps, { picked, rows, petitions });
  const number = await keep(deps, { day, now, stories });
  if (number === undefined) return compose(deps);
  return reportOf(day, 'composed', {
    number,
    stories: picked.length,
    categories: new Set(stories.map((story) => story.category)).size,
    uncategorised,
  });
}

/** More than any newsroom prints; what lies beyond is older. */
const CANDIDATES_MAX = 2000;
const PETITIONS_MAX = 1000;
const OFFICIALS_MAX = 10_000;
const RELATED_MAX = 2;

/** The number of the edition that was kept; undefined when somebody else composed the day meanwhile. */
async function keep(
  { db, config, siteUrl }: ComposeDeps,
  { day, now, stories }: { day: Day; now: Date; stories: FrozenStory[] },
): Promise<number | undefined> {
  const number = await getNextEditionNumber(db);
  const content = { day, number, siteUrl, stories };
  const frame = frameOf(config, content);
  const fragments = await fragmentsOf(config, content, frame);
  const edition = { id: randomUUID(), day, number, subject: subjectOf(config, day), composedAt: now, frame };
  return (await insertEdition(db, edition, { stories, fragments })) ? number : undefined;
}

async function freeze(
  deps: ComposeDeps,
  { picked, rows, petitions }: { picked: Picked[]; rows: CandidateRow[]; petitions: OpenPetition[] },
): Promise<FrozenStory[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inForce = await idsInForce(deps, petitions);
  const places = new Map<string, number>();
  const stories: FrozenStory[] = [];
  for (const { articleId, categories, score } of picked) {
    const row = byId.get(articleId);
    if (!row) continue;
    const related = await listRelatedArticles(deps.db, articleId, { limit: RELATED_MAX });
    const snapshot = snapshotOf(row, {
      petition: petitionFor(row, petitions),
      inForce,
      related: related.map(({ title, slug, sourceTitle }) => ({ title, slug, sourceTitle })),
    });
    for (const category of categories) {
      const position = places.get(category) ?? 0;
      places.set(category, position + 1);
      stories.push({ category, articleId, position, score, snapshot });
    }
  }
  return stories;
}

function candidateOf(row: CandidateRow, known: Set<string>, petitions: OpenPetition[]) {
  return {
    articleId: row.id,
    publishedAt: row.publishedAt,
    categories: row.categories.filter((slug) => known.has(slug)),
    hasCommentary: Boolean(row.commentary.opinion && row.commentary.action),
    hasPetition: petitionFor(row, petitions) !== undefined,
    outlets: row.outlets,
  };
}

/** What a to-do may lead to on the day: open petitions and officials in office, as ids of the registry. */
async function idsInForce(
  { db, config, clock }: ComposeDeps,
  petitions: readonly OpenPetition[],
): Promise<ReadonlySet<string>> {
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const officials = await listOfficials(db, { day, limit: OFFICIALS_MAX });
  return new Set([
    ...petitions.map(({ slug }) => registryId('petition', slug)),
    ...officials.map(({ slug }) => registryId('official', slug)),
  ]);
}

async function openPetitions({ db }: ComposeDeps, now: Date): Promise<OpenPetition[]> {
  const active = await listActivePetitions(db, { limit: PETITIONS_MAX });
  const open = active.filter((petition) => isOpenAt(petition, now));
  const counts = await countSignatures(
    db,
    open.map(({ id }) => id),
  );
  return open.map((petition) => ({ ...petition, signed: counts.get(petition.id) ?? 0 }));
}

function reportOf(
  day: Day,
  outcome: ComposeReport['outcome'],
  figures: Partial<Omit<ComposeReport, 'day' | 'outcome'>>,
): ComposeReport {
  return { day, outcome, number: null, stories: 0, categories: 0, uncategorised: 0, ...figures };
}
