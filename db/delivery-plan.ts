import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { ensurePartition, rowsOf } from './delivery-partition.ts';
import { deliveryBatches, deliveryRows } from './delivery.ts';
import { countsAsTold } from './edition-again.ts';
import { editions } from './edition.ts';
import { findDropped } from './edition-tally.ts';
import { PLANNING_LOCK } from './lock.ts';
import { subscribers } from './subscriber.ts';
import { isSuppressed } from './suppression.ts';

/** What planning an edition's deliveries rests on. */
export interface PlanInput {
  editionId: string;
  /** Categories that the newsroom has, and those with a story in the edition. */
  known: string[];
  filled: string[];
  batchSize: number;
  /** The sample newsroom writes to its invented people; no other newsroom does. */
  sample: boolean;
  now: Date;
  /** Time zones whose hour for the edition has not come: their readers are planned later. */
  tooEarly?: readonly string[];
  /** Why nobody knows whether the edition has gone out before: it is planned as uncertain, and nothing is handed over. */
  doubt?: { code: string; reason: string } | undefined;
  /** How many subscribers are looked at in one transaction. */
  sliceSize?: number;
}

/**
 * Write a delivery for every confirmed subscriber of the edition's cadence whose hour has come and who has none of it yet,
 * and gather the planned ones into batches. Nobody is left out silently: who gets nothing has a row that says why.
 *
 * Shape: slice by slice, each at once or not at all, so that sending begins with the first. An edition that is held, or is
 * there no more, plans nothing. Returns how many rows were new. Safe to repeat and for any number of processes: one plans
 * at a time, so that who changes the cadence meanwhile has nothing twice.
 */
export async function planDeliveries(db: Db, plan: PlanInput): Promise<number> {
  let planned = 0;
  for (let after: string | null = NOBODY; after !== null;) {
    const slice: Slice | undefined = await db.transaction((tx) => planSlice(tx, plan, after ?? NOBODY));
    planned += slice?.planned ?? 0;
    after = slice?.upTo ?? null;
  }
  return planned;
}

/** How many rows were new, and the last subscriber that was looked at; null when there is none behind. */
interface Slice {
  planned: number;
  upTo: string | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** A slice of this size is read in one sweep; far smaller ones look for each reader by themselves and take half as long again. */
const SLICE_SIZE = 500_000;
/** No weekly edition tells what is older: its window has at most fourteen days. */
const HAD_DAYS = 15;

/** Undefined where the edition is held, there no more, or so old that nobody knows who had it. */
async function planSlice(tx: Db, plan: PlanInput, after: string): Promise<Slice | undefined> {
  const { editionId, sliceSize = SLICE_SIZE } = plan;
  await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
  // What is sorted and joined here stays in memory: a million readers spill to the disk otherwise.
  await tx.execute(sql`set local work_mem = '128MB'`);
  const [edition] = await tx
    .select({ day: editions.day, cadence: editions.cadence })
    .from(editions)
    .where(and(eq(editions.id, editionId), isNull(editions.heldAt)))
    .for('update');
  if (!edition || (await findDropped(tx, editionId)) !== null) return undefined;
  await ensurePartition(tx, editionId);
  const upTo = await findSliceEnd(tx, { after, cadence: edition.cadence, sliceSize });
  const range = sql`s.id > ${after}::uuid ${upTo === null ? sql`` : sql`and s.id <= ${upTo}::uuid`}`;
  const hadBefore = await gatherHad(tx, { editionId, ...edition }, range);
  const [row] = await tx.execute<{ planned: string }>(
    audienceInsert({ ...plan, cadence: edition.cadence, range, hadBefore }),
  );
  if (hadBefore) await tx.execute(sql`drop table had_before`);
  return { planned: Number(row?.planned ?? 0), upTo };
}

async function findSliceEnd(
  tx: Db,
  { after, cadence, sliceSize }: { after: string; cadence: string; sliceSize: number },
): Promise<string | null> {
  const [last] = await tx.execute<{ id: string }>(sql`
    select s.id from ${subscribers} s where s.id > ${after}::uuid and s.state = 'confirmed' and s.cadence = ${cadence}
    order by s.id offset ${sliceSize - 1} limit 1`);
  return last?.id ?? null;
}

type PlannedEdition = Pick<typeof editions.$inferSelect, 'day' | 'cadence'> & { editionId: string };

/**
 * Note in `had_before`, a table of this transaction, who of a range had which articles of an edition in another one: its
 * very articles, and of a weekly one also those whose story a daily edition told them. Only who has changed the cadence had
 * any, or who waited for what was held back for days.
 *
 * Shape: false, and no table, where no other edition has anything in common with this one. A table, since its size is then
 * known and the audience, which may be large, is joined with it in one pass.
 */
async function gatherHad(tx: Db, edition: PlannedEdition, range: SQL): Promise<boolean> {
  const { editionId, cadence } = edition;
  const told = await listTold(tx, edition);
  if (told.length === 0) return false;
  const ids = [...new Set(told.map((each) => each.editionId))];
  await tx.execute(
    sql`create temporary table had_before (subscriber_id uuid, articles uuid[]) on commit drop`,
  );
  await tx.execute(sql`
    insert into had_before
    select d.subscriber_id, array_agg(distinct told."articleId")
    from ${subscribers} s
    join deliveries d on d.subscriber_id = s.id
    join jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told("editionId" uuid, category text, "toldId" uuid, "articleId" uuid) on told."editionId" = d.edition_id
    where ${range} and s.state = 'confirmed' and s.cadence = ${cadence}
      and d.edition_id = any(${sql.param(ids, deliveryRows.had)}::uuid[])
      and d.state in ('planned', 'submitted', 'delivered', 'complained', 'uncertain')
      and told.category = any(d.categories) and told."toldId" <> all(d.had)
      and not exists (select 1 from ${rowsOf(editionId)} o where o.edition_id = ${editionId} and o.subscriber_id = s.id)
    group by d.subscriber_id`);
  await tx.execute(sql`analyze had_before`);
  return true;
}

interface Told extends Record<string, unknown> {
  editionId: string;
  category: string;
  toldId: string;
  /** The article of our edition that is the same, or tells the same story. */
  articleId: string;
}

/** What other editions of the last days have in common with one. */
async function listTold(tx: Db, { editionId, day, cadence }: PlannedEdition): Promise<Told[]> {
  const rows = await tx.execute<Told>(sql`
    select distinct earlier.edition_id as "editionId", earlier.category, earlier.article_id as "toldId",
      own.article_id as "articleId"
    from edition_stories own
    join articles own_article on own_article.id = own.article_id
    join editions on editions.id <> own.edition_id and editions.day > ${day}::date - ${HAD_DAYS}::int
      and ${countsAsTold(editions, day)}
    join edition_stories earlier on earlier.edition_id = editions.id
    join articles told_article on told_article.id = earlier.article_id
    where own.edition_id = ${editionId} and (earlier.article_id = own.article_id
      or (${cadence} = 'weekly' and editions.cadence = 'daily'
        and coalesce(told_article.story_id, told_article.id) = coalesce(own_article.story_id, own_article.id)))`);
  return Array.from(rows);
}

interface AudienceInput extends PlanInput, Pick<PlannedEdition, 'cadence'> {
  range: SQL;
  hadBefore: boolean;
}

/** One statement for a slice: who is in the audience, why some get nothing, and the others in batches. */
function audienceInsert(plan: AudienceInput): SQL {
  const {
    editionId,
    cadence,
    known,
    filled,
    batchSize,
    sample,
    range,
    hadBefore,
    tooEarly = [],
    doubt,
  } = plan;
  const now = sql`${plan.now.toISOString()}::timestamptz`;
  const rows = rowsOf(editionId);
  const had = hadBefore ? sql`h.articles` : sql`null::uuid[]`;
  const inTime = tooEarly.length === 0 ? sql`` : sql`and s.timezone <> all(${array(tooEarly)})`;
  const state = doubt ? sql`'uncertain'` : sql`'planned'`;
  return sql`
    with audience as (
      select s.id, ${had} as had, case when s.categories <@ ${array(known)} then s.categories else array(
          select c from unnest(s.categories) with ordinality u(c, place) where c = any(${array(known)}) order by place
        ) end as categories,
        case when s.paused_until > ${now} then 'subscriber.paused'
          when ${isSuppressed(sql`s.address_key`)} then 'subscriber.suppressed' end as barred
      from ${subscribers} s ${hadBefore ? sql`left join had_before h on h.subscriber_id = s.id` : sql``}
      where ${range} and s.state = 'confirmed' and s.cadence = ${cadence} and (not s.sample or ${sample}) ${inTime}
        and not exists (select 1 from ${rows} d where d.edition_id = ${editionId} and d.subscriber_id = s.id)
    ), judged as (
      select id, categories, had, case
        when barred is not null then barred
        when cardinality(categories) = 0 then 'subscriber.no_categories'
        when not categories && ${array(filled)} then 'edition.nothing_for_them'
        when had is not null and not exists (
          select 1 from edition_stories own where own.edition_id = ${editionId}
            and own.category = any(categories) and own.article_id <> all(had)) then 'edition.had_before'
      end as code
      from audience
    ), numbered as (
      select *, case when code is null then
        (select coalesce(max(number), 0) from ${deliveryBatches} where edition_id = ${editionId})
          + 1 + (row_number() over (partition by code is null order by id) - 1) / ${batchSize} end as batch
      from judged
    ), inserted as (
      insert into ${rows} (edition_id, subscriber_id, state, code, categories, had, batch, planned_at)
      select ${editionId}::uuid, id, case when code is null then 'planned' else 'skipped' end, code, categories, had, batch, ${now}
      from numbered order by id returning 1
    ), gathered as (
      insert into ${deliveryBatches} (edition_id, number, state, due_at, subscriber_ids, code, reason)
      select ${editionId}::uuid, batch, ${state}, ${now}, array_agg(id order by id),
        ${doubt?.code ?? null}::text, ${doubt?.reason ?? null}::text
      from numbered where batch is not null group by batch
    )
    select count(*) as planned from inserted`;
}

const array = (values: readonly string[]): SQL =>
  sql`${sql.param([...values], deliveryRows.categories)}::text[]`;
