import type { Db } from '../../../db/client.ts';
import {
  claimCommentary,
  findCommentaryRow,
  upsertCommentary,
  type CommentaryRow,
} from '../../../db/commentary.ts';
import { listSections, upsertSections, type SectionRow } from '../../../db/commentary-section.ts';
import { conflict } from '../../shared/errors.ts';
import type { Opened, ReviewDeps } from './article.ts';
import { loadRegistry, registrySection } from '../registry.ts';
import { absenceOf, UNWRITTEN, writtenProse, type Absence } from '../states.ts';

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
    await upsertSections(db, [
      registrySection(
        await loadRegistry(deps),
        { ...article, sourceTitle: article.source.title },
        { now: deps.clock.now(), language: deps.config.newsroom.language },
      ),
    ]);
  const [author] = writtenProse(after);
  const absent = absenceOf(after, otherwise(row, before));
  await upsertCommentary(db, {
    ...(row ?? { articleId: article.id, isOpen: true, createdAt: deps.clock.now() }),
    origin: author?.origin ?? 'registry',
    model: author?.model ?? null,
    reason: absent?.reason ?? null,
    reasonCode: absent?.code ?? null,
    categories: [],
  });
}

/** What was noted for the article as a whole, and did not follow from its sections. */
function otherwise(row: CommentaryRow | undefined, before: readonly SectionRow[]): Absence {
  const followed = absenceOf(before, UNWRITTEN)?.reason;
  return row?.reason != null && row.reasonCode !== null && row.reason !== followed
    ? { code: row.reasonCode, reason: row.reason }
    : UNWRITTEN;
}
