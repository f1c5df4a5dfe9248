import { asc } from 'drizzle-orm';
import { articles } from '../../db/article.ts';
import type { Db } from '../../db/client.ts';
import { findCommentaryRow } from '../../db/commentary.ts';
import { listSections, type SectionKind } from '../../db/commentary-section.ts';
import { modelCalls } from '../../db/model-call.ts';
import { comment, type CommentOptions } from '../../src/comment/comment.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import type { Model } from '../../src/shared/ports.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';
import { insertArticle, insertSource } from '../helpers/seed.ts';
import { QUAY } from './answers.ts';

/** The comment room on a database, with a clock that goes on a minute with each run. */
export function room(db: Db, model: Model | undefined, over: Partial<ConfigInput> = {}) {
  const config = readersConfig({ comment: { attempts: 3, concurrency: 2 }, ...over });
  const deps = { ...readerDeps(db, config), model };
  return {
    deps,
    run: (options: CommentOptions = {}) => {
      deps.time.at = new Date(deps.time.at.getTime() + 60_000);
      return comment(deps, options);
    },
  };
}

/** An article about the quay, unless `paragraphs` say otherwise, of a source of its own. */
export async function quay(
  db: Db,
  slug: string,
  over: Partial<Parameters<typeof insertArticle>[1]> = {},
): Promise<{ id: string; slug: string }> {
  const [known] = await db
    .select({ id: articles.sourceId })
    .from(articles)
    .orderBy(asc(articles.id))
    .limit(1);
  const sourceId = known?.id ?? (await insertSource(db, { title: 'The Quay Post' })).id;
  return insertArticle(db, {
    sourceId,
    slug,
    title: 'The old quay closes',
    categories: ['harbour'],
    paragraphs: QUAY,
    ...over,
  });
}

/** Several of them, with titles of their own, the first the newest. */
export async function quays(db: Db, slugs: readonly string[]): Promise<{ id: string; slug: string }[]> {
  const all: { id: string; slug: string }[] = [];
  for (const [i, slug] of slugs.entries())
    all.push(
      await quay(db, slug, {
        title: `The old quay closes ${String(i)}`,
        publishedAt: new Date(Date.parse('2026-11-23T12:00:00Z') - i * 3_600_000),
      }),
    );
  return all;
}

/** What has become of an article: its row, its sections by kind, and the calls that were made. */
export async function outcome(db: Db, { id }: { id: string }) {
  const sections = await listSections(db, id);
  const section = (kind: SectionKind) => sections.find((row) => row.kind === kind);
  return {
    row: await findCommentaryRow(db, id),
    opinion: section('opinion'),
    action: section('action'),
    todo: section('todo'),
  };
}

/** Every row of the ledger, oldest first. */
export const calls = (db: Db) =>
  db.select().from(modelCalls).orderBy(asc(modelCalls.startedAt), asc(modelCalls.id));
