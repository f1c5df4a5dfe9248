import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  json,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { editions } from './edition.ts';

export type DeliveryState =
  'planned' | 'submitted' | 'delivered' | 'bounced' | 'complained' | 'skipped' | 'failed' | 'uncertain';

/** The states in which a mail has gone out, or may have. */
export const GONE: readonly DeliveryState[] = [
  'submitted',
  'delivered',
  'bounced',
  'complained',
  'uncertain',
];

/**
 * What is kept of each delivery beside its batch: written once when it is planned, and again only where its fate is not
 * that of its batch. Read `deliveries`, which puts the two together.
 *
 * The migration makes it a table of partitions, one for each edition (`db/delivery-partition.ts`), so that an old edition's
 * rows go at once. It refers to no subscriber: what became of an edition stays true when a reader is erased.
 */
export const deliveryRows = pgTable(
  'delivery_rows',
  {
    editionId: uuid('edition_id').notNull(),
    subscriberId: uuid('subscriber_id').notNull(),
    /** `planned`: as its batch stands. */
    state: text().$type<DeliveryState>().notNull(),
    /** Why it was skipped or failed, as a code; in words where the code alone does not say it. */
    code: text(),
    reason: text(),
    /** Their categories in their order, as they were when the delivery was planned. */
    categories: text().array().notNull(),
    /** Articles that they had in another edition, so this one leaves them out; only of a weekly one. */
    had: uuid().array(),
    /** Null for those that were skipped at once. */
    batch: integer(),
    /** Where an event told it; else it stands in the batch. */
    providerId: text('provider_id'),
    plannedAt: timestamp('planned_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.subscriberId] })],
);

/**
 * `planned` and `claimed` ones are open; `split`: its members go out in batches of new numbers, since nothing of it was
 * taken.
 */
export type BatchState = 'planned' | 'claimed' | 'submitted' | 'skipped' | 'failed' | 'uncertain' | 'split';

/** Of one member, everything that the mail's bytes depend on beside the delivery's row: address, name, language, link epoch. */
export type FrozenMember = [address: string, name: string | null, language: string, linkEpoch: number];

/** Up to 100 deliveries that are handed to the mail provider in one call. */
export const deliveryBatches = pgTable(
  'delivery_batches',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    state: text().$type<BatchState>().notNull(),
    /** Planned: not tried before. Claimed: another worker may take it after this. */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    /** Its members in the order of its mails; from the first claim on without those who had gone. */
    subscriberIds: uuid('subscriber_ids').array().notNull(),
    /** Frozen by the first claim, in the same order; gone when the batch is at its end. */
    members: json().$type<FrozenMember[]>(),
    attempts: integer().notNull().default(0),
    /** When the first call was begun that may have been taken: its bytes and key are good for 23 hours from then. */
    firstCallAt: timestamp('first_call_at', { withTimezone: true }),
    /** Mailer, composer revision and link key of the first claim: only the same make the same bytes again. */
    madeBy: text('made_by'),
    /** In the order of the members, once they are with the provider. */
    providerIds: text('provider_ids').array(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    code: text(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.number] }),
    // In the order of the claim, and of the open ones only.
    index('delivery_batches_due')
      .on(table.dueAt, table.editionId, table.number)
      .where(sql`state in ('planned', 'claimed')`),
  ],
);

/** One edition for one subscriber, and what became of it. */
export const deliveries = pgView('deliveries', {
  editionId: uuid('edition_id').notNull(),
  subscriberId: uuid('subscriber_id').notNull(),
  state: text().$type<DeliveryState>().notNull(),
  /** Why it was skipped or failed, is not known or waits. */
  code: text(),
  /** The same in words, where the code alone does not say it. */
  reason: text(),
  categories: text().array().notNull(),
  had: uuid().array().notNull(),
  batch: integer(),
  providerId: text('provider_id'),
  plannedAt: timestamp('planned_at', { withTimezone: true }).notNull(),
  submittedAt: timestamp('submitted_at', { withTimezone: true }),
}).as(sql`
  select r.edition_id, r.subscriber_id,
    case when r.state <> 'planned' then r.state when b.state in ('submitted', 'skipped', 'failed', 'uncertain') then b.state
      else 'planned' end as state,
    case when r.state = 'planned' then b.code else r.code end as code,
    case when r.state = 'planned' then b.reason else r.reason end as reason,
    r.categories, coalesce(r.had, '{}'::uuid[]) as had, r.batch,
    coalesce(r.provider_id, b.provider_ids[array_position(b.subscriber_ids, r.subscriber_id)]) as provider_id,
    r.planned_at, b.submitted_at
  from delivery_rows r left join delivery_batches b on b.edition_id = r.edition_id and b.number = r.batch`);

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryBatch = typeof deliveryBatches.$inferSelect;

export interface BatchKey {
  editionId: string;
  number: number;
}
