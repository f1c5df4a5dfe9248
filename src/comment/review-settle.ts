import type { Db } from '../../db/client.ts';
import {
  claimCommentary,
  findCommentaryRow,
  upsertCommentary,
  type CommentaryRow,
} from '../../db/commentary.ts';
import { listSections, upsertSections, type SectionRow } from '../../db/commentary-section.ts';
import { listOfficialsFor } from '../../db/official.ts';
import { listActivePetitions } from '../../db/petition.ts';
import { dayOf } from '../shared/day.ts';
import { conflict } from '../shared/errors.ts';
import { isOpenAt } from '../shared/open.ts';
import type { Opened, ReviewDeps } from './review-article.ts';
import { reasonOf } from './states.ts';
import { registryTodo } from './todo.ts';

/**
 * Do a person's work on an article's sections while no model writes about it, and make its commentary say again who wrote
 * it and why something is absent.
 *
 * Shape: `work` is given the sections as they stand. An article that nobody has worked on gets the registry's to-do list
 * along.
 * Errors: AppError `commentary.busy` while a model writes about the article.
 */
export async function withSections<T>(
  deps: ReviewDeps,
  { article }: Pick<Opened, 'article'>,
  work: (tx: Db, sections: SectionRow[]) => Promise<T>,
): Promise<T> {
  const claimed = await claimCommentary(deps.db, article.id, async (tx) => {
    const before = await listSections(tx, article.id);
    const done = await work(tx, before);
    await settle({ ...deps, db: tx }, article, before);
    return done;
  });
  if (claimed) return claimed.done;
  throw conflict(
    'commentary.busy',
    'A model is writing about this article at this moment. Nothing was changed; try again in a minute.',
  );
}

async function settle(
  deps: ReviewDeps,
  article: Opened['article'],
  before: readonly SectionRow[],
): Promise<void> {
  const { db } = deps;
  const row = await findCommentaryRow(db, article.id);
  const after = await listSections(db, article.id);
  if (after.length === 0) return;
  if (!row && after.every(({ kind }) => kind !== 'todo'))
    await upsertSections(db, [await registrySection(deps, article)]);
  const [author] = after.filter(
    ({ kind, content, origin }) => kind !== 'todo' && content && origin !== 'registry',
  );
  await upsertCommentary(db, {
    ...(row ?? { articleId: article.id, isOpen: true, createdAt: deps.clock.now() }),
    origin: author?.origin ?? 'registry',
    model: author?.model ?? null,
    reason: reasonOf(after, otherwise(row, before)),
    categories: [],
  });
}

/** What was noted for the article as a whole, and did not follow from its sections. */
function otherwise(row: CommentaryRow | undefined, before: readonly SectionRow[]): string {
  const followed = reasonOf(before, null);
  return row && row.reason !== null && row.reason !== followed ? row.reason : 'Nobody has written it.';
}

async function registrySection(
  { db, config, clock }: ReviewDeps,
  article: Opened['article'],
): Promise<SectionRow> {
  const now = clock.now();
  const { id, title, categories, source } = article;
  const petitions = await listActivePetitions(db, { limit: PETITIONS_MAX });
  const open = petitions.filter(
    (petition) => isOpenAt(petition, now) && petition.categories.some((slug) => categories.includes(slug)),
  );
  const day = dayOf(now, config.newsroom.timezone);
  const officials = await listOfficialsFor(db, { categories, day, limit: NAMED_MAX });
  return {
    articleId: id,
    kind: 'todo',
    state: 'approved',
    origin: 'registry',
    model: null,
    promptVersion: null,
    content: registryTodo(
      { title, sourceTitle: source.title },
      { petitions: open.slice(0, NAMED_MAX), officials },
    ),
    reason: null,
    verdicts: [],
    callIds: [],
    reviewer: null,
    reviewedAt: null,
    createdAt: now,
  };
}

const PETITIONS_MAX = 2_000;
const NAMED_MAX = 2;
