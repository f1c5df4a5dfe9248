import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../../../db/client.ts';
import {
  sectionKinds,
  todoKinds,
  upsertSections,
  type SectionContents,
  type SectionKind,
  type SectionRow,
} from '../../../db/commentary-section.ts';
import { dayOf } from '../../shared/day.ts';
import { conflict, invalid } from '../../shared/errors.ts';
import { officialId, petitionId } from '../candidates.ts';
import { loadRegistry, type Registry } from '../registry.ts';
import type { Finding } from '../gates/gates.ts';
import { keepCategories } from './review.ts';
import type { Opened, ReviewDeps } from './article.ts';
import { authorOf, type Author } from './author.ts';
import { judgePerson } from './judge.ts';
import { readDraft, type Changes } from './read.ts';
import { withSections } from './settle.ts';
import { documentOf, type Draft } from './text.ts';

/** Sections that a person has in hand. */
export interface DraftInHand {
  opened: Opened;
  draft: Draft;
  registry: Registry;
  document: string;
}

export interface Saved {
  /** Sections that were changed. */
  saved: SectionKind[];
  /** The new ones; undefined where they are what they were. */
  categories: string[] | undefined;
  warnings: Finding[];
}

/** Write the document in which sections are edited. */
export async function draftFor(
  { db, config, clock }: ReviewDeps,
  opened: Opened,
  kinds: readonly SectionKind[] = sectionKinds,
): Promise<DraftInHand> {
  const { article, sections } = opened;
  const chosen = kinds.map((kind) => [kind, sections.find((row) => row.kind === kind)?.content ?? null]);
  const draft: Draft = {
    categories: article.categories,
    sections: Object.fromEntries(chosen) as Draft['sections'],
  };
  const registry = await loadRegistry({ db, config, clock });
  const document = documentOf(draft, {
    title: article.title,
    sourceTitle: article.source.title,
    url: article.url,
    categories: config.categories.map(({ slug }) => slug),
    todoKinds,
    ids: [
      ...registry.petitions.map((one) => ({ id: petitionId(one), name: one.title })),
      ...registry.officials.map((one) => ({ id: officialId(one), name: `${one.office}: ${one.name}` })),
    ],
  });
  return { opened, draft, registry, document };
}

/**
 * Keep what a person changed in the document.
 *
 * Shape: undefined when nothing differs.
 * Errors: AppError `draft.faulty`, `draft.overtaken` when somebody changed the same section meanwhile, `commentary.busy`.
 */
export async function keepDraft(
  deps: ReviewDeps,
  inHand: DraftInHand,
  { text, reviewer }: { text: string; reviewer: string },
): Promise<Saved | undefined> {
  const { opened, draft, registry } = inHand;
  const changes = changesIn(text, inHand, deps);
  const kinds = sectionKinds.filter((kind) => kind in changes.sections);
  if (kinds.length === 0 && changes.categories === undefined) return undefined;
  const { article, row } = opened;
  const { config, clock } = deps;
  const day = dayOf(clock.now(), config.newsroom.timezone);
  const judged = judgePerson(
    changes.sections,
    { article, reading: row?.reading ?? null, registry, config, day },
    reviewer,
  );
  await withSections(deps, opened, async (tx, now) => {
    refuseOvertaken(kinds, now, draft);
    await keepSections(tx, {
      rows: judged.map(({ kind, verdicts }) => {
        const before = now.find((section) => section.kind === kind);
        return {
          ...authorOf(before, { content: changes.sections[kind], now: clock.now() }),
          articleId: article.id,
          kind,
          verdicts,
          content: changes.sections[kind],
        };
      }),
      reviewer,
      now: clock.now(),
    });
    if (changes.categories)
      await keepCategories(tx, {
        articleId: article.id,
        categories: changes.categories,
        reviewer,
        decidedAt: clock.now(),
      });
  });
  return {
    saved: kinds,
    categories: changes.categories,
    warnings: judged.flatMap(({ findings }) => findings),
  };
}

function changesIn(
  text: string,
  { draft, document, registry }: DraftInHand,
  { config }: ReviewDeps,
): Changes {
  const ids = new Set([...registry.petitions.map(petitionId), ...registry.officials.map(officialId)]);
  const read = readDraft(
    text,
    { draft, document },
    {
      categories: config.categories.map(({ slug }) => slug),
      idFault: (id) =>
        ids.has(id)
          ? undefined
          : 'is neither an open petition nor an official in office; the notes on top of the document list them',
    },
  );
  if ('changes' in read) return read.changes;
  const lines = read.faults.map(({ line, problem }) => `  line ${String(line)}: ${problem}`);
  throw invalid(
    'draft.faulty',
    `The text cannot be kept as it is; nothing was changed.\n${lines.join('\n')}`,
  );
}

function refuseOvertaken(
  kinds: readonly SectionKind[],
  now: readonly SectionRow[],
  { sections }: Draft,
): void {
  const overtaken = kinds.filter((kind) => {
    const content = now.find((section) => section.kind === kind)?.content ?? null;
    return !isDeepStrictEqual(content, sections[kind] ?? null);
  });
  if (overtaken.length > 0)
    throw conflict(
      'draft.overtaken',
      `Meanwhile somebody else changed the ${overtaken.join(' and the ')}; nothing of yours was kept.`,
    );
}

async function keepSections(
  db: Db,
  {
    rows,
    reviewer,
    now,
  }: {
    rows: (Pick<SectionRow, 'articleId' | 'kind' | 'verdicts'> &
      Author & { content: SectionContents[SectionKind] | undefined })[];
    reviewer: string;
    now: Date;
  },
): Promise<void> {
  const edited = { state: 'edited' as const, reason: null, reviewer, reviewedAt: now };
  await upsertSections(
    db,
    rows.map((row) => ({ ...edited, ...row })),
  );
}
