import { and, asc, count, desc, getTableColumns, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Authorship } from '../src/shared/authorship.ts';
import { articles } from './article.ts';
import type { Db } from './client.ts';
import { sources } from './source.ts';

/** The three parts of a commentary; each is written, judged and approved by itself. */
export const sectionKinds = ['opinion', 'action', 'todo'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** What can be asked of a reader, one kind each. */
export const todoKinds = [
  'learn',
  'talk',
  'sign',
  'write',
  'call',
  'attend',
  'volunteer',
  'share',
  'teach',
  'thank',
] as const;
export type TodoKind = (typeof todoKinds)[number];

/** A paragraph of plain text. */
export interface Paragraph {
  text: string;
  /** The claims and quotes of the reading that it rests on, such as `c1` and `q2`. */
  claims: string[];
  /** It only gives an opinion. */
  view: boolean;
}

/** A short form for the mail, and the whole. */
export interface Prose {
  short: string;
  paragraphs: Paragraph[];
}

/** One thing that a reader can do. */
export interface TodoItem {
  kind: TodoKind;
  title: string;
  detail: string;
  /** About how long it takes. */
  minutes: number | null;
  /** `YYYY-MM-DD`. */
  deadline: string | null;
  /** What it leads to in the registry: `petition:<slug>` or `official:<slug>`. */
  link: string | null;
}

/** What can be done about a story, in the parts in which it is shown. */
export interface TodoList {
  intro: string | null;
  personal: TodoItem[];
  /** Slugs of petitions of the registry, each with the reason to sign. */
  petitions: { slug: string; why: string }[];
  /** Slugs of officials of the registry, and a letter to them. */
  officials: { slugs: string[]; letter: { subject: string; body: string } } | null;
  community: TodoItem[];
  conclusion: string | null;
  /** The three that stand in the mail. */
  short: { text: string; link: string | null }[];
}

export interface SectionContents {
  opinion: Prose;
  action: Prose;
  todo: TodoList;
}

/**
 * How far a section has come. Readers only ever see `approved` and `edited`.
 *
 * `generated`: written, and its gates have not been asked yet. `needs_review`: a person has to look. `rejected`: by a
 * person, or by the gates when no reviewer stands beside it.
 */
export const sectionStates = ['generated', 'needs_review', 'approved', 'edited', 'rejected'] as const;
export type SectionState = (typeof sectionStates)[number];

export type SectionOrigin = Authorship['origin'];

/** What one gate found. */
export interface Verdict {
  gate: string;
  /** `repaired`: it failed, and the mended text passed. `dropped`: it failed again, and the piece was left out. `unjudged`: the gate cannot tell. */
  verdict: 'pass' | 'repaired' | 'dropped' | 'fail' | 'unjudged';
  /** Where, and what was seen; empty for a pass of a whole section. */
  evidence: string[];
}

/** One part of a commentary, with how it came to be. */
export const commentarySections = pgTable(
  'commentary_sections',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    kind: text().$type<SectionKind>().notNull(),
    state: text().$type<SectionState>().notNull(),
    origin: text().$type<SectionOrigin>().notNull(),
    model: text(),
    promptVersion: text('prompt_version'),
    /** Null where the gates left nothing that may be printed. */
    content: jsonb().$type<SectionContents[SectionKind]>(),
    /** Why it is not shown, in words. */
    reason: text(),
    verdicts: jsonb().$type<Verdict[]>().notNull().default([]),
    /** The calls of the ledger that it was written with. */
    callIds: uuid('call_ids').array().notNull().default([]),
    /** Who approved, edited or rejected it; null when the gates alone did. */
    reviewer: text(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.kind] }),
    index('commentary_sections_state').on(table.state),
  ],
);

export type SectionRow = typeof commentarySections.$inferSelect;

/** A section as readers see it, and who made it. */
export interface ShownSection<Kind extends SectionKind = SectionKind> extends Authorship {
  content: SectionContents[Kind];
}

export type ShownSections = { [Kind in SectionKind]?: ShownSection<Kind> };

/** In a query over `articles`: the sections that readers may see, by kind. */
export const shownSections = sql<ShownSections>`(
  select coalesce(jsonb_object_agg(shown.kind, jsonb_build_object(
    'content', shown.content, 'origin', shown.origin, 'model', shown.model,
    'review', case when shown.state = 'edited' then 'edited' when shown.reviewer is null then 'none' else 'approved' end
  )), '{}'::jsonb)
  from ${commentarySections} as shown
  where shown.article_id = ${articles.id} and shown.state in ('approved', 'edited') and shown.content is not null)`;

/** Every section of an article, opinion first. */
export async function listSections(db: Db, articleId: string): Promise<SectionRow[]> {
  const rows = await db
    .select()
    .from(commentarySections)
    .where(eq(commentarySections.articleId, articleId))
    .orderBy(asc(commentarySections.kind))
    .limit(sectionKinds.length);
  return sectionKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/**
 * Keep sections, each in the place of the one that was there.
 *
 * Shape: without `overPersons` one that a person has decided on stays.
 */
export async function upsertSections(
  db: Db,
  rows: (typeof commentarySections.$inferInsert)[],
  { overPersons = true }: { overPersons?: boolean } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const { articleId, kind, ...columns } = getTableColumns(commentarySections);
  const given = Object.entries(columns).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]);
  await db
    .insert(commentarySections)
    .values(rows)
    .onConflictDoUpdate({
      target: [articleId, kind],
      set: Object.fromEntries(given) as Partial<SectionRow>,
      ...(overPersons ? {} : { setWhere: isNull(commentarySections.reviewer) }),
    });
}

/** Sections in a state with their articles, newest article first. */
export async function listSectionsIn(db: Db, { states, limit }: { states: SectionState[]; limit: number }) {
  return db
    .select({
      articleId: articles.id,
      slug: articles.slug,
      title: articles.title,
      sourceTitle: sources.title,
      kind: commentarySections.kind,
      state: commentarySections.state,
      origin: commentarySections.origin,
      reason: commentarySections.reason,
      verdicts: commentarySections.verdicts,
      reviewer: commentarySections.reviewer,
      createdAt: commentarySections.createdAt,
    })
    .from(commentarySections)
    .innerJoin(articles, eq(articles.id, commentarySections.articleId))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(inArray(commentarySections.state, states))
    .orderBy(desc(articles.publishedAt), asc(articles.id), asc(commentarySections.kind))
    .limit(limit);
}

/** How many sections are in a state. */
export async function countSections(db: Db, state: SectionState): Promise<number> {
  const [row] = await db
    .select({ sections: count() })
    .from(commentarySections)
    .where(eq(commentarySections.state, state));
  return row?.sections ?? 0;
}

/** Note what a reviewer decided about sections that hold a text. */
export async function markReviewed(
  db: Db,
  decision: {
    articleId: string;
    kinds: readonly SectionKind[];
    state: 'approved' | 'edited' | 'rejected';
    reviewer: string;
    reason: string | null;
    now: Date;
  },
): Promise<SectionKind[]> {
  const { articleId, kinds, state, reviewer, reason, now } = decision;
  const rows = await db
    .update(commentarySections)
    .set({ state, reviewer, reason, reviewedAt: now })
    .where(
      and(
        eq(commentarySections.articleId, articleId),
        inArray(commentarySections.kind, [...kinds]),
        isNotNull(commentarySections.content),
      ),
    )
    .returning({ kind: commentarySections.kind });
  return rows.map(({ kind }) => kind);
}
