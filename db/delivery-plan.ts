import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { deliveries, deliveryBatches } from './delivery.ts';
import { countsAsTold } from './edition-again.ts';
import { editions } from './edition.ts';
import { subscriberCategories, subscribers } from './subscriber.ts';

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
}

/**
 * Write a delivery for every confirmed subscriber of the edition's cadence who has none of it yet, and gather the planned
 * ones into batches. Nobody is left out silently: who gets nothing has a row that says why.
 *
 * Shape: an edition that is held, or is there no more, plans nothing. Returns how many rows were new. Safe to repeat and
 * for any number of processes: one plans at a time, so that who changes the cadence meanwhile has nothing twice.
 */
export async function planDeliveries(db: Db, plan: PlanInput): Promise<number> {
  const { editionId, now } = plan;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PLANNING_LOCK})`);
    const [edition] = await tx
      .select({ day: editions.day, cadence: editions.cadence })
      .from(editions)
      .where(and(eq(editions.id, editionId), isNull(editions.heldAt)))
      .for('update');
    if (!edition) return 0;
    await gatherHad(tx, { editionId, ...edition });
    const inserted = await tx.execute(audienceInsert({ ...plan, cadence: edition.cadence }));
    await tx.execute(sql`drop table had_before`);
    await tx.execute(sql`
      insert into ${deliveryBatches} (edition_id, number, state, next_try_at)
      select distinct ${editionId}::uuid, batch, 'planned', ${now.toISOString()}::timestamptz
      from ${deliveries} where edition_id = ${editionId} and state = 'planned' and batch is not null
      on conflict do nothing`);
    return inserted.count;
  });
}

/** Any fixed number. */
const PLANNING_LOCK = 4_718_005;
/** No weekly edition tells what is older: its window has at most fourteen days. */
const HAD_DAYS = 15;

type PlannedEdition = Pick<typeof editions.$inferSelect, 'day' | 'cadence'> & { editionId: string };

/**
 * Note in `had_before`, a table of this transaction, who had which articles of an edition in another one: its very
 * articles, and of a weekly one also those whose story a daily edition told them. Only who has changed the cadence had any,
 * or who waited for what was held back for days.
 *
 * Shape: a table, since its size is then known and the audience, which may be large, is joined with it in one pass.
 */
async function gatherHad(tx: Db, edition: PlannedEdition): Promise<void> {
  const { editionId, cadence } = edition;
  const told = await listTold(tx, edition);
  const ids = [...new Set(told.map((each) => each.editionId))];
  await tx.execute(
    sql`create temporary table had_before (subscriber_id uuid, articles uuid[]) on commit drop`,
  );
  if (told.length === 0) return;
  await tx.execute(sql`
    insert into had_before
    select d.subscriber_id, array_agg(distinct told."articleId")
    from ${subscribers} s
    join ${deliveries} d on d.subscriber_id = s.id
    join jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told("editionId" uuid, category text, "toldId" uuid, "articleId" uuid) on told."editionId" = d.edition_id
    where s.state = 'confirmed' and s.cadence = ${cadence}
      and d.edition_id = any(${sql.param(ids, deliveries.had)}::uuid[])
      and d.state in ('planned', 'submitted', 'delivered', 'complained', 'uncertain')
      and told.category = any(d.categories) and told."toldId" <> all(d.had)
      and not exists (select 1 from ${deliveries} o where o.edition_id = ${editionId} and o.subscriber_id = s.id)
    group by d.subscriber_id`);
  await tx.execute(sql`analyze had_before`);
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

function audienceInsert(plan: PlanInput & Pick<PlannedEdition, 'cadence'>): SQL {
  const { editionId, cadence, known, filled, batchSize, sample, now } = plan;
  return sql`
    with audience as (
      select s.id, array(
        select c.category from ${subscriberCategories} c
        where c.subscriber_id = s.id and c.category = any(${array(known)}) order by c.position, c.category
      ) as categories, had_before.articles as had
      from ${subscribers} s left join had_before on had_before.subscriber_id = s.id
      where s.state = 'confirmed' and s.cadence = ${cadence} and (not s.sample or ${sample})
        and not exists (select 1 from ${deliveries} d where d.edition_id = ${editionId} and d.subscriber_id = s.id)
    ), judged as (
      select id, categories, coalesce(had, '{}') as had, case
        when cardinality(categories) = 0 then 'subscriber.no_categories'
        when not categories && ${array(filled)} then 'edition.nothing_for_them'
        when had is not null and not exists (
          select 1 from edition_stories own where own.edition_id = ${editionId}
            and own.category = any(categories) and own.article_id <> all(had)) then 'edition.had_before'
      end as code
      from audience
    ), numbered as (
      select *, (select coalesce(max(batch), 0) from ${deliveries} where edition_id = ${editionId})
        + 1 + (row_number() over (partition by code is null order by id) - 1) / ${batchSize} as batch
      from judged
    )
    insert into ${deliveries} (edition_id, subscriber_id, state, code, reason, categories, had, batch, planned_at)
    select ${editionId}::uuid, id, case when code is null then 'planned' else 'skipped' end, code,
      case code
        when 'subscriber.no_categories' then 'None of their categories is there any more.'
        when 'edition.nothing_for_them' then 'The edition has no story in their categories.'
        when 'edition.had_before' then 'They had every story of it in another edition.'
      end,
      categories, had, case when code is null then batch end, ${now.toISOString()}::timestamptz
    from numbered on conflict do nothing`;
}

const array = (values: string[]): SQL => sql`${sql.param(values, deliveries.categories)}::text[]`;
