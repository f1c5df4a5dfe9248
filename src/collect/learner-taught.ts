import { listCategoryDecisions } from '../../db/category-decision.ts';
import type { Db } from '../../db/client.ts';
import { createFiling, type Categorised, type Shelf } from './categorize.ts';

/**
 * Make what files the articles of one run, by keywords and by the newest of the editors' decisions.
 *
 * Shape: the decisions are read once, when the first article is filed, so a run that finds nothing new reads none. They
 * are read through the connection that the caller holds: a second one could be one that nobody lets go of.
 * Errors: the database's own; the next article tries again.
 */
export function createTaughtFiling(
  categories: readonly Shelf[],
): (db: Db, article: Categorised) => Promise<string[]> {
  let taught: Promise<ReturnType<typeof createFiling>> | undefined;
  return async (db, article) => {
    taught ??= taughtBy(db, categories).catch((error: unknown) => {
      taught = undefined;
      throw error;
    });
    return (await taught)(article);
  };
}

const DECISIONS_MAX = 2_000;

async function taughtBy(db: Db, categories: readonly Shelf[]) {
  const decisions = await listCategoryDecisions(db, { limit: DECISIONS_MAX });
  return createFiling(
    categories,
    decisions.map(({ summary, body, ...decision }) => ({ ...decision, text: `${summary ?? ''}\n${body}` })),
  );
}
