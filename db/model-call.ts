import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import type { Db } from './client.ts';

/**
 * The ledger: one row per HTTP attempt at a model server, with what was set aside for it before and what it came to.
 *
 * `reserved`: under way, or the process died during it; what was set aside counts as spent.
 */
export const modelCalls = pgTable(
  'model_calls',
  {
    id: uuid().primaryKey().defaultRandom(),
    articleId: uuid('article_id').references(() => articles.id, { onDelete: 'set null' }),
    /** What was asked for: `reading`, `commentary`, or `commentary_` and the sections. */
    task: text().notNull(),
    model: text().notNull(),
    /** SHA-256 over everything that entered the call; the same key has the same answer. */
    key: text().notNull(),
    /** The newsroom's day whose ceiling it counts towards. */
    day: date({ mode: 'string' }).notNull(),
    state: text().$type<'reserved' | 'answered' | 'failed'>().notNull(),
    reservedTokens: integer('reserved_tokens').notNull(),
    reservedMicroUsd: bigint('reserved_micro_usd', { mode: 'number' }).notNull(),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    /** Millionths of a US dollar. */
    microUsd: bigint('micro_usd', { mode: 'number' }),
    /** The server did not say what it used. */
    isEstimated: boolean('is_estimated').notNull().default(false),
    code: text(),
    reason: text(),
    answer: text(),
    isTruncated: boolean('is_truncated').notNull().default(false),
    /** When its answer was found fit for use; only then it stands for the same call in the future. */
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    index('model_calls_accepted').on(table.key).where(isNotNull(table.acceptedAt)),
    index('model_calls_article').on(table.articleId),
    index('model_calls_day').on(table.day),
  ],
);

export type ModelCall = typeof modelCalls.$inferSelect;

/** What was spent or is set aside on one of the newsroom's days: always the sum of its calls. */
export const modelBudgets = pgTable('model_budgets', {
  day: date({ mode: 'string' }).primaryKey(),
  tokens: bigint({ mode: 'number' }).notNull().default(0),
  microUsd: bigint('micro_usd', { mode: 'number' }).notNull().default(0),
});

/** An amount of tokens, in and out together, and of money in millionths of a US dollar. */
export interface Amount {
  tokens: number;
  microUsd: number;
}

/** A call that is about to be made. */
export interface PlannedCall {
  articleId: string;
  task: string;
  model: string;
  key: string;
  day: string;
  startedAt: Date;
}

/**
 * Set aside what a call may cost at most, and note it in the ledger.
 *
 * Shape: the call's id; undefined when the day's ceilings leave no room for it and for `headroom` more.
 */
export async function insertCall(
  db: Db,
  call: PlannedCall,
  { reserve, ceiling, headroom }: { reserve: Amount; ceiling: Amount; headroom: Amount },
): Promise<string | undefined> {
  const { articleId, task, model, key, day, startedAt } = call;
  // One statement: the budget's row is locked by its own update, so no two callers count on the same room.
  const rows = await db.execute<{ id: string }>(sql`
    with room as (
      insert into ${modelBudgets} as budget (day, tokens, micro_usd)
      select ${day}::date, ${reserve.tokens}::bigint, ${reserve.microUsd}::bigint
      where ${reserve.tokens + headroom.tokens} <= ${ceiling.tokens}::bigint
        and ${reserve.microUsd + headroom.microUsd} <= ${ceiling.microUsd}::bigint
      on conflict (day) do update
      set tokens = budget.tokens + excluded.tokens, micro_usd = budget.micro_usd + excluded.micro_usd
      where budget.tokens + ${reserve.tokens + headroom.tokens} <= ${ceiling.tokens}::bigint
        and budget.micro_usd + ${reserve.microUsd + headroom.microUsd} <= ${ceiling.microUsd}::bigint
      returning day
    )
    insert into ${modelCalls}
      (article_id, task, model, key, day, state, reserved_tokens, reserved_micro_usd, started_at)
    select ${articleId}::uuid, ${task}, ${model}, ${key}, room.day, 'reserved',
      ${reserve.tokens}::integer, ${reserve.microUsd}::bigint, ${startedAt.toISOString()}::timestamptz
    from room returning id`);
  return rows[0]?.id;
}

/** What a call came to. */
export interface CallEnd {
  state: 'answered' | 'failed';
  inputTokens: number;
  outputTokens: number;
  microUsd: number;
  isEstimated: boolean;
  code: string | null;
  reason: string | null;
  answer: string | null;
  isTruncated: boolean;
  endedAt: Date;
}

/** Put what a call came to in the place of what was set aside for it; once, in one statement. */
export async function markCallEnded(db: Db, id: string, end: CallEnd): Promise<void> {
  const ended = db.$with('ended').as(
    db
      .update(modelCalls)
      .set(end)
      .where(and(eq(modelCalls.id, id), eq(modelCalls.state, 'reserved')))
      .returning({
        day: modelCalls.day,
        reservedTokens: modelCalls.reservedTokens,
        reservedMicroUsd: modelCalls.reservedMicroUsd,
      }),
  );
  await db
    .with(ended)
    .update(modelBudgets)
    .set({
      tokens: sql`${modelBudgets.tokens} + ${end.inputTokens + end.outputTokens} - ${ended.reservedTokens}`,
      microUsd: sql`${modelBudgets.microUsd} + ${end.microUsd} - ${ended.reservedMicroUsd}`,
    })
    .from(ended)
    .where(eq(modelBudgets.day, ended.day));
}

/** The newest answer to the same call that was fit for use. */
export async function findAcceptedCall(db: Db, key: string): Promise<ModelCall | undefined> {
  const [row] = await db
    .select()
    .from(modelCalls)
    .where(and(eq(modelCalls.key, key), isNotNull(modelCalls.acceptedAt)))
    .orderBy(desc(modelCalls.startedAt), asc(modelCalls.id))
    .limit(1);
  return row;
}

/** Note that the answers of calls were fit for use. */
export async function markCallsAccepted(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(modelCalls)
    .set({ acceptedAt: now })
    .where(inArray(modelCalls.id, [...ids]));
}

/** What was spent or is set aside on a day. */
export async function getSpent(db: Db, day: string): Promise<Amount> {
  const [row] = await db.select().from(modelBudgets).where(eq(modelBudgets.day, day));
  return row ?? { tokens: 0, microUsd: 0 };
}

/** Every call about an article, oldest first. */
export async function listCalls(
  db: Db,
  articleId: string,
  { limit }: { limit: number },
): Promise<ModelCall[]> {
  return db
    .select()
    .from(modelCalls)
    .where(eq(modelCalls.articleId, articleId))
    .orderBy(asc(modelCalls.startedAt), asc(modelCalls.id))
    .limit(limit);
}

/** Calls by their ids, oldest first. */
export async function listCallsById(db: Db, ids: readonly string[]): Promise<ModelCall[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(modelCalls)
    .where(inArray(modelCalls.id, [...ids]))
    .orderBy(asc(modelCalls.startedAt), asc(modelCalls.id))
    .limit(ids.length);
}
