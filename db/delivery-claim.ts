import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { WITHOUT_WAITING, type Db } from './client.ts';
import { deliveryBatches, type BatchKey } from './delivery.ts';
import { rowsOf } from './delivery-partition.ts';
import { editions } from './edition.ts';
import { subscribers } from './subscriber.ts';
import { isSuppressed } from './suppression.ts';

/** One reader of a batch, with everything that their mail's bytes depend on, frozen. */
export interface BatchMember {
  subscriberId: string;
  address: string;
  linkEpoch: number;
  categories: string[];
  /** Articles that they had already. */
  had?: string[];
}

/** A batch in our hands. */
export interface ClaimedBatch extends BatchKey {
  members: BatchMember[];
  /** Which claim this is: who has another one has the batch no more. */
  attempts: number;
  /** When the first call was begun that may have been taken; of this claim, where there was none before. */
  firstCallAt: Date;
  /** Another worker may take it after this; moved on as long as we say that we live. */
  leaseUntil: Date;
  /** A call was begun before this claim, and nobody knows that it was not taken. */
  called: boolean;
  /** A worker had it before and did not say how it ended. */
  resumed: boolean;
}

export interface Claim {
  now: Date;
  leaseUntil: Date;
  /** Mailer, composer revision and link key of this program. */
  madeBy: string;
  /** What was called first before this is too old to be called again, whoever made it. */
  keysGoodFrom: Date;
}

/**
 * Take the next batches that are due: planned, or claimed by a worker whose lease has run out; never of a held edition, nor
 * one of which another make of the program has begun a call whose key is still good.
 *
 * The first claim freezes its members with everything that their mails' bytes depend on; who was suppressed, has paused or
 * gone since the planning is marked as skipped. Once its key may have been used, later claims change nothing of that; where
 * it certainly was not, the next claim is the first. Committed before anything is sent.
 */
export async function claimBatches(db: Db, claim: Claim & { limit: number }): Promise<ClaimedBatch[]> {
  return db.transaction(async (tx) => {
    const claimed = await tx.execute<ClaimedRow>(claimNext(claim));
    const members = new Map<string, BatchMember[]>();
    for (const fresh of [true, false])
      for (const [editionId, numbers] of numbersByEdition(claimed.filter((row) => row.fresh === fresh)))
        for (const row of await tx.execute<{ number: number; members: MemberRow[] | null }>(
          fresh ? freezeMembers(editionId, numbers, claim.now) : frozenMembers(editionId, numbers),
        ))
          members.set(`${editionId} ${row.number}`, (row.members ?? []).map(memberOf));
    return Array.from(claimed, ({ editionId, number, attempts, firstCallAt, called, resumed }) => ({
      editionId,
      number,
      attempts,
      called,
      resumed,
      firstCallAt: new Date(firstCallAt),
      leaseUntil: claim.leaseUntil,
      members: members.get(`${editionId} ${number}`) ?? [],
    })).toSorted((one, other) => one.number - other.number);
  });
}

interface ClaimedRow extends BatchKey, Record<string, unknown> {
  attempts: number;
  firstCallAt: string;
  called: boolean;
  resumed: boolean;
  fresh: boolean;
}

type MemberRow = [id: string, address: string, linkEpoch: number, categories: string[], had: string[] | null];

const memberOf = ([subscriberId, address, linkEpoch, categories, had]: MemberRow): BatchMember => ({
  subscriberId,
  address,
  linkEpoch,
  categories,
  ...(had ? { had } : {}),
});

function numbersByEdition(rows: readonly BatchKey[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const { editionId, number } of rows)
    numbers.set(editionId, [...(numbers.get(editionId) ?? []), number]);
  return numbers;
}

/** The states stand as literals: a parameter in their place would keep the planner from the index of the open ones. */
function claimNext({ now, leaseUntil, madeBy, keysGoodFrom, limit }: Claim & { limit: number }): SQL {
  const at = now.toISOString();
  return sql`
    update delivery_batches b set state = 'claimed', due_at = ${leaseUntil.toISOString()}, attempts = b.attempts + 1,
      made_by = case when b.first_call_at is null then ${madeBy} else b.made_by end,
      first_call_at = coalesce(b.first_call_at, ${at})
    from (
      select edition_id, number, state, first_call_at from delivery_batches
      where state in ('planned', 'claimed') and due_at <= ${at} and ${isNotHeld}
        and (first_call_at is null or made_by = ${madeBy} or first_call_at < ${keysGoodFrom.toISOString()})
      order by due_at, edition_id, number limit ${limit} for update skip locked
    ) next
    where b.edition_id = next.edition_id and b.number = next.number
    returning b.edition_id as "editionId", b.number, b.attempts, b.first_call_at as "firstCallAt",
      next.first_call_at is not null as called, next.state = 'claimed' as resumed,
      b.members is null or next.first_call_at is null as fresh`;
}

/** Whom an event has told of meanwhile is left out and stays as it is. */
function freezeMembers(editionId: string, numbers: number[], now: Date): SQL {
  const rows = rowsOf(editionId);
  return sql`
    with wanted as materialized (
      select r.batch as number, r.subscriber_id as id, s.address, s.name, s.language, s.link_epoch, r.categories, r.had,
        case when r.state <> 'planned' then 'delivery.known' when s.id is null then 'subscriber.erased'
          when s.state <> 'confirmed' then 'subscriber.left' when s.paused_until > ${now.toISOString()} then 'subscriber.paused'
          when ${isSuppressed(sql`s.address_key`)} then 'subscriber.suppressed' end as gone
      from ${rows} r left join ${subscribers} s on s.id = r.subscriber_id
      where r.edition_id = ${editionId} and r.subscriber_id = any(array(
        select unnest(subscriber_ids) from delivery_batches
        where edition_id = ${editionId} and number in (${sql.join(numbers, sql`, `)})))
    ), skipped as (
      update ${rows} r set state = 'skipped', code = w.gone from wanted w
      where w.gone <> 'delivery.known' and r.edition_id = ${editionId} and r.subscriber_id = w.id
    ), frozen as (
      update delivery_batches b set subscriber_ids = f.ids, members = f.members
      from (
        select number, coalesce(array_agg(id order by id) filter (where gone is null), '{}') as ids,
          coalesce(json_agg(json_build_array(address, name, language, link_epoch) order by id)
            filter (where gone is null), '[]') as members
        from wanted group by number
      ) f
      where b.edition_id = ${editionId} and b.number = f.number
    )
    select number, json_agg(json_build_array(id, address, link_epoch, categories, had) order by id) as members
    from wanted where gone is null group by number`;
}

function frozenMembers(editionId: string, numbers: number[]): SQL {
  return sql`
    select b.number, json_agg(json_build_array(m.id, f.member -> 0, f.member -> 3, r.categories, r.had) order by m.place) as members
    from delivery_batches b
    cross join unnest(b.subscriber_ids) with ordinality m(id, place)
    join json_array_elements(b.members) with ordinality f(member, place) on f.place = m.place
    join ${rowsOf(editionId)} r on r.edition_id = ${editionId} and r.subscriber_id = m.id
    where b.edition_id = ${editionId} and b.number in (${sql.join(numbers, sql`, `)})
    group by b.number`;
}

/** Keep claimed batches a while longer; returns those that are still whose they were. */
export async function markBatchesAlive<T extends Held>(
  db: Db,
  batches: readonly T[],
  leaseUntil: Date,
): Promise<T[]> {
  if (batches.length === 0) return [];
  const alive = await db
    .update(deliveryBatches)
    .set({ dueAt: leaseUntil })
    .where(or(...batches.map((batch) => isOurs(batch))))
    .returning({ editionId: deliveryBatches.editionId, number: deliveryBatches.number });
  const keys = new Set(alive.map(({ editionId, number }) => `${editionId} ${number}`));
  return batches.filter(({ editionId, number }) => keys.has(`${editionId} ${number}`));
}

/** What became of each mail of a batch that was handed over, in the order of its members. */
export type MemberResult = { subscriberId: string } & (
  { ok: true; providerId: string } | { ok: false; code: string; reason: string; uncertain?: true }
);

/**
 * The batch is with the provider: write down what it said of each mail. True whoever has it now, since what was taken is
 * taken; frozen addresses are kept no longer.
 *
 * Shape: where the call may be repeated, it is not waited for that the disk has it: what a crash of the database loses is
 * learnt again by the same call.
 */
export async function markBatchSubmitted(
  db: Db,
  batch: BatchKey,
  { results, now, repeatable = false }: { results: MemberResult[]; now: Date; repeatable?: boolean },
): Promise<void> {
  const ids = results.map((result) => (result.ok ? result.providerId : null));
  const others = results.filter((result) => !result.ok);
  const mark = (on: Db) =>
    on.execute(sql`
      ${repeatable ? WITHOUT_WAITING : sql``} update delivery_batches b set state = 'submitted',
        provider_ids = ${sql.param(ids, deliveryBatches.providerIds)}, submitted_at = ${now.toISOString()}, members = null,
        code = null, reason = null ${repeatable ? sql`from without_waiting` : sql``}
      where b.edition_id = ${batch.editionId} and b.number = ${batch.number} and b.provider_ids is null
        and b.state in ('claimed', 'planned', 'uncertain', 'submitted')`);
  if (others.length === 0) return void (await mark(db));
  await db.transaction(async (tx) => {
    const values = others.map((other) => {
      const state = other.uncertain ? 'uncertain' : 'failed';
      return sql`(${other.subscriberId}::uuid, ${state}, ${other.code}, ${other.reason})`;
    });
    await tx.execute(sql`
      update ${rowsOf(batch.editionId)} r set state = v.state, code = v.code, reason = v.reason
      from (values ${sql.join(values, sql`, `)}) v(id, state, code, reason)
      where r.edition_id = ${batch.editionId} and r.subscriber_id = v.id and r.state = 'planned'`);
    await mark(tx);
  });
}

/**
 * The call failed in a way that may pass: the batch, frozen as it is, is tried again when it is `dueAt`. Where it was
 * certainly not taken, and no call before it was, its key has not been used yet.
 */
export async function markBatchForRetry(
  db: Db,
  batch: ClaimedBatch,
  {
    dueAt,
    code,
    reason,
    unused,
  }: { dueAt: Date; code: string | null; reason: string | null; unused: boolean },
): Promise<void> {
  await db
    .update(deliveryBatches)
    .set({ state: 'planned', dueAt, code, reason, ...(unused && !batch.called ? { firstCallAt: null } : {}) })
    .where(isOurs(batch));
}

/** The batch is given up: for good (`failed`), or until somebody finds out what became of it (`uncertain`). */
export async function markBatchEnded(
  db: Db,
  batch: Held,
  { state, code, reason }: { state: 'failed' | 'uncertain' | 'skipped'; code: string; reason: string },
): Promise<void> {
  await db.update(deliveryBatches).set({ state, code, reason, members: null }).where(isOurs(batch));
}

/** When the next unfinished batch of what is not held can be looked at again; undefined when there is none. */
export async function findNextBatchAt(
  db: Db,
  { madeBy, keysGoodFrom }: Pick<Claim, 'madeBy' | 'keysGoodFrom'>,
): Promise<Date | undefined> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select min(due_at) as at from delivery_batches
    where state in ('planned', 'claimed') and ${isNotHeld}
      and (first_call_at is null or made_by = ${madeBy} or first_call_at < ${keysGoodFrom.toISOString()})`);
  return row?.at ? new Date(row.at) : undefined;
}

/**
 * Skip what was planned before a moment and was never called: nobody wants the news of days ago.
 *
 * Shape: returns how many batches.
 */
export async function skipStaleBatches(
  db: Db,
  plannedBefore: Record<'daily' | 'weekly', Date>,
): Promise<number> {
  const { daily, weekly } = plannedBefore;
  const skipped = await db.execute(sql`
    update delivery_batches b set state = 'skipped', code = 'edition.stale', reason = null, members = null
    from ${editions} e
    where b.state in ('planned', 'claimed') and b.state = 'planned' and b.first_call_at is null and e.id = b.edition_id
      and e.held_at is null
      and (select r.planned_at from delivery_rows r where r.edition_id = b.edition_id and r.subscriber_id = b.subscriber_ids[1])
        < case e.cadence when 'daily' then ${daily.toISOString()}::timestamptz else ${weekly.toISOString()}::timestamptz end`);
  return skipped.count;
}

/** A batch as its worker knows it. */
export type Held = BatchKey & Pick<ClaimedBatch, 'attempts'>;

/** The one batch of a key. */
export const batchIs = ({ editionId, number }: BatchKey) =>
  and(eq(deliveryBatches.editionId, editionId), eq(deliveryBatches.number, number));

/** Nobody has claimed it since. */
export const isOurs = (batch: Held) =>
  and(batchIs(batch), sql`state = 'claimed'`, eq(deliveryBatches.attempts, batch.attempts));

/** Few editions are ever held, so the query reads them once and claims by its index as before. */
const isNotHeld = sql`edition_id not in (select id from ${editions} where held_at is not null)`;
