import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export type SubscriberState = 'pending' | 'confirmed' | 'left';

/** A person with an address, chosen categories and a cadence. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** As typed; mail goes here. */
    address: text().notNull(),
    /** HMAC of the canonical address: one person, one row. */
    addressKey: text('address_key').notNull().unique(),
    name: text(),
    state: text().$type<SubscriberState>().notNull().default('pending'),
    cadence: text().$type<'daily' | 'weekly'>().notNull().default('daily'),
    language: text().notNull(),
    timezone: text().notNull(),
    /** Raising it revokes every link that was mailed before. */
    linkEpoch: integer('link_epoch').notNull().default(0),
    /** One of the sample newsroom's invented people. */
    sample: boolean().notNull().default(false),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    leftAt: timestamp('left_at', { withTimezone: true }),
    /** What they said, or what happened, when they left: `link`, `one-click`, `preferences`. */
    leftBy: text('left_by'),
  },
  (table) => [index('subscribers_state').on(table.state)],
);

/** Chosen categories, in the subscriber's order. A slug may outlive its category; it is then shown nowhere and kept. */
export const subscriberCategories = pgTable(
  'subscriber_categories',
  {
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subscriberId, table.category] })],
);

/** What somebody agreed to: never changed, never deleted but with the person. */
export const consents = pgTable(
  'consents',
  {
    id: uuid().primaryKey().defaultRandom(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    act: text().$type<'requested' | 'confirmed' | 'changed' | 'left' | 'added'>().notNull(),
    /** The exact words that stood above the button, or how else the consent came about. */
    wording: text().notNull(),
    /** Where it was given: `web`, `mail`, `cli`, `sample`. */
    route: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index('consents_subscriber').on(table.subscriberId)],
);

export type Subscriber = typeof subscribers.$inferSelect;
