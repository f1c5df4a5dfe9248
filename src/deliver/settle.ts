import { and, count, eq, sql } from 'drizzle-orm';
import type { Db, WithDb } from '../../db/client.ts';
import { deliveries, deliveryBatches } from '../../db/delivery.ts';
import { settleUncertain, type Settlement } from '../../db/delivery-settle.ts';
import type { Edition } from '../../db/edition.ts';
import type { Day } from '../shared/day.ts';
import { invalid } from '../shared/errors.ts';
import type { Ports } from '../shared/ports.ts';
import { editionsOf } from './hold.ts';
import { reasonOf } from './reasons.ts';

export type { Settlement } from '../../db/delivery-settle.ts';

/** Deliveries of an edition of which nobody knows whether they went out, for one reason. */
export interface Uncertain {
  number: number;
  cadence: Edition['cadence'];
  reason: string;
  count: number;
  /** When the first of them was called, or planned where that is not known. */
  since: Date;
}

export interface Settled {
  number: number;
  cadence: Edition['cadence'];
  settled: number;
}

/**
 * What is uncertain of the editions of a day, of the newsroom's today where none is named.
 *
 * Errors: AppError `edition.unknown` when the day has none.
 */
export async function listUncertain(
  deps: WithDb<Ports>,
  { day }: { day?: Day | undefined } = {},
): Promise<Uncertain[]> {
  const found: Uncertain[] = [];
  for (const edition of await editionsOf(deps, day)) found.push(...(await uncertainOf(deps.db, edition)));
  return found;
}

/**
 * Settle what is uncertain of the editions of a day as a person says: it went out (`sent`), it did not and shall not
 * (`failed`), or it goes out now under a new key (`again`), so that who got it gets it twice.
 *
 * Errors: AppError `edition.unknown`, `delivery.reason` without a reason.
 */
export async function settle(
  deps: WithDb<Ports>,
  { day, as, reason }: { day?: Day | undefined; as: Settlement; reason: string },
): Promise<Settled[]> {
  if (reason.trim() === '') throw invalid('delivery.reason', 'Say with --reason why; nothing was settled.');
  const { db, clock, config, log } = deps;
  const settled: Settled[] = [];
  for (const { id, number, cadence } of await editionsOf(deps, day)) {
    const how = { as, reason: reason.trim(), batchSize: config.deliver.batchSize, now: clock.now() };
    const count = await settleUncertain(db, id, how);
    if (count > 0) log.info({ edition: id, as, count, reason: how.reason }, 'a person settled deliveries');
    settled.push({ number, cadence, settled: count });
  }
  return settled;
}

const REASONS_MAX = 100;

async function uncertainOf(db: Db, { id, number, cadence }: Edition): Promise<Uncertain[]> {
  const rows = await db
    .select({
      code: deliveries.code,
      reason: deliveries.reason,
      count: count(),
      since: sql<string>`min(coalesce(${deliveryBatches.firstCallAt}, ${deliveries.plannedAt}))`,
    })
    .from(deliveries)
    .leftJoin(
      deliveryBatches,
      and(eq(deliveryBatches.editionId, deliveries.editionId), eq(deliveryBatches.number, deliveries.batch)),
    )
    .where(and(eq(deliveries.editionId, id), eq(deliveries.state, 'uncertain')))
    .groupBy(deliveries.code, deliveries.reason)
    .orderBy(deliveries.code, deliveries.reason)
    .limit(REASONS_MAX);
  return rows.map(({ count, since, ...why }) => ({
    number,
    cadence,
    reason: reasonOf(why) ?? '',
    count,
    since: new Date(since),
  }));
}
