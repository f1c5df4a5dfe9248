import { findCategoryDecisionRow } from '../../../db/category-decision.ts';
import type { SectionRow } from '../../../db/commentary-section.ts';
import { listCalls, listCallsById, type ModelCall } from '../../../db/model-call.ts';
import { listOfficialsNamed } from '../../../db/official.ts';
import { findPetitionBySlug, type Petition } from '../../../db/petition.ts';
import { dayOf } from '../../shared/day.ts';
import { lineageOf, type Lineage } from './lineage.ts';
import { idsOf } from './texts.ts';
import { openArticle, type ReviewDeps } from '../review/article.ts';
import { slugsIn, type RegistryKind } from '../../shared/registry-id.ts';

/**
 * Tell where every word of an article's commentary comes from.
 *
 * Errors: AppError `article.unknown`.
 */
export async function explainArticle(deps: ReviewDeps, wanted: string): Promise<Lineage> {
  const { db, config, clock } = deps;
  const { article, row, sections, editions } = await openArticle(deps, wanted);
  const ids = sections.flatMap(({ content }) => (content === null ? [] : idsOf(content)));
  const slugs = (kind: RegistryKind) => [...new Set(slugsIn(kind, ids))];
  const now = clock.now();
  return lineageOf({
    article,
    row,
    sections,
    editions,
    calls: await callsAbout(deps, article.id, sections),
    petitions: await petitionsNamed(deps, slugs('petition')),
    officials: await listOfficialsNamed(db, slugs('official')),
    decision: await findCategoryDecisionRow(db, article.id),
    newsroom: { ...config.newsroom, categories: config.categories },
    now,
    day: dayOf(now, config.newsroom.timezone),
  });
}

const CALLS_MAX = 500;

/** Those about the article, and those whose kept answers were used: they may have been made about an earlier copy of it. */
async function callsAbout(
  { db }: ReviewDeps,
  articleId: string,
  sections: readonly SectionRow[],
): Promise<ModelCall[]> {
  const own = await listCalls(db, articleId, { limit: CALLS_MAX });
  const known = new Set(own.map(({ id }) => id));
  const others = new Set(sections.flatMap(({ callIds }) => callIds).filter((id) => !known.has(id)));
  const all = [...own, ...(await listCallsById(db, [...others]))];
  return all.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}

async function petitionsNamed({ db }: ReviewDeps, slugs: readonly string[]): Promise<Petition[]> {
  const rows = await Promise.all(slugs.map((slug) => findPetitionBySlug(db, slug)));
  return rows.filter((row) => row !== undefined);
}
