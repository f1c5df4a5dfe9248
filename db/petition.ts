import { boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { subscribers } from './subscriber.ts';

/** What a reader can sign. */
export const petitions = pgTable('petitions', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  /** Markdown. */
  text: text().notNull(),
  target: text().notNull(),
  goal: integer().notNull(),
  categories: text().array().notNull().default([]),
  opensAt: timestamp('opens_at', { withTimezone: true }),
  closesAt: timestamp('closes_at', { withTimezone: true }),
  /** False once the configuration no longer names it. Its signatures stay. */
  active: boolean().notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export type SignatureState = 'pending' | 'confirmed' | 'withdrawn';

/** How a signer wants to be shown among the recent ones. */
export type SignatureDisplay = 'name' | 'initials' | 'hidden';

/** One signing: one person signs a petition once. */
export const signatures = pgTable(
  'signatures',
  {
    id: uuid().primaryKey().defaultRandom(),
    petitionId: uuid('petition_id')
      .notNull()
      .references(() => petitions.id),
    addressKey: text('address_key').notNull(),
    address: text().notNull(),
    name: text().notNull(),
    place: text(),
    display: text().$type<SignatureDisplay>().notNull(),
    state: text().$type<SignatureState>().notNull().default('pending'),
    /** The subscriber, when it came by the link of a digest. */
    subscriberId: uuid('subscriber_id').references(() => subscribers.id, { onDelete: 'set null' }),
    /** The exact words that stood above the button. */
    wording: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (table) => [
    unique('signatures_once').on(table.petitionId, table.addressKey),
    index('signatures_count').on(table.petitionId, table.state, table.confirmedAt),
  ],
);

export type Petition = typeof petitions.$inferSelect;
export type Signature = typeof signatures.$inferSelect;
