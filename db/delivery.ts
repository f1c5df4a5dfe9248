import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { editions } from './edition.ts';
import { subscribers } from './subscriber.ts';

export type DeliveryState =
  'planned' | 'submitted' | 'delivered' | 'bounced' | 'complained' | 'skipped' | 'failed' | 'uncertain';

/** One edition for one subscriber, and what became of it. */
export const deliveries = pgTable(
  'deliveries',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    state: text().$type<DeliveryState>().notNull(),
    /** Why it was skipped or failed, as a code and in words. */
    code: text(),
    reason: text(),
    /** Their categories in their order, as they were when the delivery was planned. */
    categories: text().array().notNull(),
    /** Null for the skipped. */
    batch: integer(),
    providerId: text('provider_id'),
    plannedAt: timestamp('planned_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.subscriberId] }),
    index('deliveries_batch').on(table.editionId, table.batch),
    index('deliveries_subscriber').on(table.subscriberId),
  ],
);

export type BatchState = 'planned' | 'claimed' | 'submitted' | 'failed' | 'uncertain';

/** One reader of a batch, with everything that their mail's bytes depend on, frozen by the first claim. */
export interface BatchMember {
  subscriberId: string;
  address: string;
  name: string | null;
  linkEpoch: number;
  categories: string[];
}

/** Up to 100 deliveries that are handed to the mail provider in one call. */
export const deliveryBatches = pgTable(
  'delivery_batches',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    state: text().$type<BatchState>().notNull(),
    members: jsonb().$type<BatchMember[]>(),
    attempts: integer().notNull().default(0),
    /** When the first call was begun: its bytes and key are good for 23 hours from then. */
    firstCallAt: timestamp('first_call_at', { withTimezone: true }),
    /** Another worker may take it after this. */
    leaseUntil: timestamp('lease_until', { withTimezone: true }),
    /** Not tried again before. */
    nextTryAt: timestamp('next_try_at', { withTimezone: true }),
    code: text(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.number] }),
    index('delivery_batches_claim').on(table.state, table.nextTryAt, table.editionId, table.number),
  ],
);

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryBatch = typeof deliveryBatches.$inferSelect;
