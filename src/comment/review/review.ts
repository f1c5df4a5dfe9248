import { upsertCategoryDecision } from '../../../db/category-decision.ts';
import { replaceCategories } from '../../../db/commentary.ts';
import {
  listSectionsIn,
  markReviewed,
  sectionKinds,
  type SectionKind,
  type SectionRow,
  type SectionState,
} from '../../../db/commentary-section.ts';
import type { Db } from '../../../db/client.ts';
import { conflict, invalid } from '../../shared/errors.ts';
import { cleanText } from '../../shared/html.ts';
import { openArticle, type Opened, type ReviewDeps } from './article.ts';
import { refuseUnseen } from './mark.ts';
import { withSections } from './settle.ts';
import { EDITED_BY } from './verdicts.ts';

type Listed = Awaited<ReturnType<typeof listSectionsIn>>[number];

/** One article with those of its sections that are in the wanted states. */
export interface ReviewBlock extends Pick<Listed, 'articleId' | 'slug' | 'title' | 'sourceTitle'> {
  sections: Pick<Listed, 'kind' | 'state' | 'origin' | 'reason' | 'reviewer'>[];
}

/** What is in one of the states, one block per article, newest article first. */
export async function listReview(
  db: Db,
  wanted: { states: SectionState[]; limit: number },
): Promise<ReviewBlock[]> {
  const blocks = new Map<string, ReviewBlock>();
  for (const { articleId, slug, title, sourceTitle, ...section } of await listSectionsIn(db, wanted)) {
    const block = blocks.get(articleId) ?? { articleId, slug, title, sourceTitle, sections: [] };
    const { kind, state, origin, reason, reviewer } = section;
    block.sections.push({ kind, state, origin, reason, reviewer });
    blocks.set(articleId, block);
  }
  return [...blocks.values()].map(({ sections, ...block }) => ({
    ...block,
    sections: sectionKinds.flatMap((kind) => sections.filter((one) => one.kind === kind)),
  }));
}

export interface Decision {
  /** Slug, id or address. */
  wanted: string;
  /** Without it every section that holds a text. */
  kinds?: readonly SectionKind[] | undefined;
  state: 'approved' | 'rejected';
  reviewer: string;
  /** Why it is rejected. */
  reason?: string | undefined;
  /** The mark of the texts that were seen; without it whatever stands there is meant. */
  mark?: string | undefined;
}

export interface Decided extends Pick<Opened, 'article' | 'editions'> {
  done: SectionKind[];
  /** These the same person had decided in the same way before. */
  same: SectionKind[];
}

/**
 * Approve or reject sections, whatever was decided about them before; what a person has edited stays `edited`.
 *
 * Errors: AppError `article.unknown`, `section.no_text` where there is nothing to decide on, `review.no_reason` for a
 * rejection without one, `commentary.overtaken` where the texts are no longer those with the mark, `commentary.busy`.
 */
export async function decide(deps: ReviewDeps, decision: Decision): Promise<Decided> {
  const { state, reviewer } = decision;
  const reason = cleanText(decision.reason ?? '') || null;
  if (state === 'rejected' && reason === null)
    throw invalid('review.no_reason', 'Say why it is rejected, with --reason <text>.');
  const opened = await openArticle(deps, decision.wanted);
  const now = deps.clock.now();
  return withSections(deps, opened, async (tx, sections) => {
    refuseUnseen(sections, { seen: decision.mark, slug: opened.article.slug });
    const chosen = chosenOf(sections, decision, opened.article.slug);
    const same = chosen.filter((section) => isSame(section, { state, reviewer, reason }));
    const rest = chosen.filter((section) => !same.includes(section));
    const mark = (rows: SectionRow[], as: 'approved' | 'edited' | 'rejected') =>
      markReviewed(tx, {
        articleId: opened.article.id,
        kinds: rows.map(({ kind }) => kind),
        state: as,
        reviewer,
        reason: as === 'rejected' ? reason : null,
        now,
      });
    if (state === 'rejected') await mark(rest, 'rejected');
    else {
      await mark(rest.filter(wasEdited), 'edited');
      await mark(
        rest.filter((section) => !wasEdited(section)),
        'approved',
      );
    }
    return {
      article: opened.article,
      editions: opened.editions,
      done: rest.map(({ kind }) => kind),
      same: same.map(({ kind }) => kind),
    };
  });
}

const wasEdited = ({ state, verdicts }: SectionRow) =>
  state === 'edited' || verdicts.some(({ gate }) => gate === EDITED_BY);

function chosenOf(sections: readonly SectionRow[], { kinds, state }: Decision, slug: string): SectionRow[] {
  const verb = state === 'approved' ? 'approve' : 'reject';
  const withText = sections.filter(({ content }) => content !== null);
  if (kinds === undefined && withText.length > 0) return withText;
  const missing = kinds?.filter((kind) => !withText.some((section) => section.kind === kind)) ?? [];
  if (kinds !== undefined && missing.length === 0) return withText.filter(({ kind }) => kinds.includes(kind));
  const why = sections.find(({ kind, reason }) => missing.includes(kind) && reason !== null)?.reason;
  const what = kinds === undefined ? 'commentary' : missing.join(' and ');
  throw conflict(
    'section.no_text',
    `There is no ${what} to ${verb}: it has no text${why ? ` (${why})` : '.'} ` +
      `Write one with: npm run broadside -- review edit ${slug}`,
  );
}

function isSame(
  section: SectionRow,
  { state, reviewer, reason }: { state: 'approved' | 'rejected'; reviewer: string; reason: string | null },
): boolean {
  if (section.reviewer !== reviewer) return false;
  if (state === 'rejected') return section.state === 'rejected' && section.reason === reason;
  return section.state === 'approved' || section.state === 'edited';
}

/**
 * File an article by hand: it stays so, and whatever files articles without a model learns from it.
 *
 * Errors: AppError `article.unknown`, `categories.unknown`.
 */
export async function fileArticle(
  deps: ReviewDeps,
  { wanted, categories, reviewer }: { wanted: string; categories: readonly string[]; reviewer: string },
): Promise<Pick<Opened, 'article' | 'editions'>> {
  const chosen = [...new Set(categories.filter((slug) => slug !== ''))];
  const known = deps.config.categories.map(({ slug }) => slug);
  const unknown = chosen.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw invalid(
      'categories.unknown',
      `There is no category "${unknown.join('", "')}"; there are ${known.join(', ')}.`,
    );
  if (chosen.length === 0)
    throw invalid('categories.none', `Name at least one category; there are ${known.join(', ')}.`);
  const { article, editions } = await openArticle(deps, wanted);
  await deps.db.transaction((tx) =>
    keepCategories(tx, { articleId: article.id, categories: chosen, reviewer, decidedAt: deps.clock.now() }),
  );
  return { article: { ...article, categories: chosen }, editions };
}

/** Note how an editor filed an article, and file it so. */
export async function keepCategories(
  db: Db,
  decision: { articleId: string; categories: string[]; reviewer: string; decidedAt: Date },
): Promise<void> {
  await upsertCategoryDecision(db, decision);
  await replaceCategories(db, decision.articleId, decision.categories);
}
