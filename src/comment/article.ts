import { findCategoryDecision } from '../../db/category-decision.ts';
import { UNFINISHED, upsertCommentary, type CommentaryRow, type Reading } from '../../db/commentary.ts';
import { listSections, sectionKinds, upsertSections, type SectionKind } from '../../db/commentary-section.ts';
import type { Uncommented } from '../../db/uncommented.ts';
import { dayOf } from '../shared/day.ts';
import { AppError } from '../shared/errors.ts';
import { ask } from './ask.ts';
import { bodyOf, sourceOf } from './body.ts';
import { candidatesFor } from './candidates.ts';
import type { CommentDeps, Run } from './comment.ts';
import { unfitReason } from './fit.ts';
import type { SourceText } from './gates/ground.ts';
import { seenText, type SeenArticle } from './gates/source-text.ts';
import { readArticle, type ReadArticle } from './read.ts';
import { isWanted, settle, type Outcome } from './settle.ts';
import { STALE } from './states.ts';
import { writeSections, type WrittenSection, type Writing } from './write.ts';

/**
 * Write about one article whose row is held: what is missing of its commentary is written, and everything that does not
 * come to be leaves its reason.
 *
 * Each section is kept at once, as `generated`, and then gets the state that its gates allow; who is killed in between
 * finds it there. What a person decided is never touched.
 */
export async function commentOn(
  deps: CommentDeps,
  run: Run,
  { article, rank, before }: { article: Uncommented; rank: number; before: CommentaryRow | undefined },
): Promise<Outcome> {
  const source = sourceOf(article);
  const isStale = before?.reading != null && !stands(before.reading, source);
  if (isStale) await withdraw(deps, article, before);
  const sections = await listSections(deps.db, article.id);
  const wanted = sectionKinds.filter((kind) => isWanted(sections.find((row) => row.kind === kind)));
  const attempts = isStale ? 0 : (before?.attempts ?? 0);
  try {
    const failed = await write(deps, run, { article, source, rank, wanted, before });
    return await settle(deps, run, article, { attempts, failed });
  } catch (error) {
    if (error instanceof AppError && error.code === 'run.stopped') throw error;
    if (!(error instanceof AppError)) deps.log.error({ article: article.id, err: error }, 'writing failed');
    return settle(deps, run, article, { attempts, failed: error });
  }
}

/** Whether what a commentary rests on still stands in its article, which may have been corrected since. */
const stands = ({ claims, quotes }: Reading, source: SourceText): boolean =>
  claims.every(({ quote }) => source.find(quote)) && quotes.every(({ text }) => source.find(text));

/**
 * Take back what was written about an article whose source has changed under it.
 *
 * Shape: what a model wrote is to be written anew; what a person decided goes back to a person, texts and all.
 */
async function withdraw({ db }: CommentDeps, article: Uncommented, before: CommentaryRow): Promise<void> {
  const sections = await listSections(db, article.id);
  const written = sections.filter(({ origin, content }) => origin !== 'registry' && content !== null);
  await upsertSections(
    db,
    written.flatMap((section) => {
      // What a person rejected stays rejected, and why.
      if (section.reviewer !== null && section.state === 'rejected') return [];
      return section.reviewer === null
        ? { ...section, state: 'rejected' as const, content: null, reason: STALE }
        : { ...section, state: 'needs_review' as const, reason: STALE };
    }),
  );
  // Last, so that who dies before it begins anew: without a reading nothing is looked at again.
  await upsertCommentary(db, { ...before, reading: null, attempts: 0, categories: [] });
}

/**
 * Have what is wanted written, and keep it.
 *
 * Shape: what failed after something had been written; undefined where nothing did.
 */
async function write(
  deps: CommentDeps,
  run: Run,
  {
    article,
    source,
    rank,
    wanted,
    before,
  }: {
    article: Uncommented;
    source: SeenArticle;
    rank: number;
    wanted: SectionKind[];
    before: CommentaryRow | undefined;
  },
): Promise<unknown> {
  const { config, clock, model } = deps;
  if (wanted.length === 0) return undefined;
  const unfit = unfitReason(source, bodyOf(article), config);
  if (unfit !== undefined) throw new AppError('invalid', 'article.unfit', unfit);
  if (!model) throw new AppError('invalid', 'model.none', 'No model is configured.');
  if (run.stopped !== null) throw new AppError('upstream', 'model.refused', run.stopped);
  const writing: Writing = {
    config,
    prompts: await run.prompts(),
    day: dayOf(clock.now(), config.newsroom.timezone),
    article: { url: article.url, outlet: seenText(article.sourceTitle) },
    source,
    ask: (question) => ask({ ...deps, model, ...run }, question, { articleId: article.id, rank }),
  };
  const read = await readArticle(writing, {
    title: source.title,
    body: source.body,
    language: article.language,
  });
  if (!read)
    throw new AppError('invalid', 'model.nothing', 'The sample newsroom has no text about this story.');
  const categories = read.categories.length > 0 ? read.categories : article.categories;
  const candidates = candidatesFor(run.registry, { categories, text: source.text });
  const written = await writeSections(writing, { reading: read.reading, candidates, wanted });
  if (!written)
    throw new AppError('invalid', 'model.nothing', 'The sample newsroom has no text about this story.');
  await keep(deps, article, { written: written.sections, read, before });
  return written.failed;
}

/** Texts as they were written, before anything is decided about them. */
async function keep(
  { db, clock, model }: CommentDeps,
  article: Uncommented,
  {
    written,
    read,
    before,
  }: { written: WrittenSection[]; read: ReadArticle; before: CommentaryRow | undefined },
): Promise<void> {
  const createdAt = clock.now();
  // With what they rest on, and unfinished: who dies now is not taken for done.
  await upsertCommentary(db, {
    ...(before ?? { articleId: article.id, origin: 'registry' }),
    reading: read.reading,
    isOpen: true,
    reason: 'It is being written.',
    reasonCode: UNFINISHED,
    parkedUntil: null,
    articleUpdatedAt: article.updatedAt,
    createdAt,
    categories: (await findCategoryDecision(db, article.id)) ? [] : read.categories,
  });
  const rows = written.map(({ kind, content, verdicts, callIds, promptVersion }) => ({
    articleId: article.id,
    kind,
    state: 'generated' as const,
    origin: model?.origin ?? ('registry' as const),
    model: model?.name ?? null,
    promptVersion,
    content,
    verdicts,
    callIds: [...read.callIds, ...callIds],
    createdAt,
  }));
  await upsertSections(db, rows, { overPersons: false });
}
