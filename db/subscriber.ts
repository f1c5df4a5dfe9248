import { and, count, eq, ne, sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

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
    /** Chosen categories, in their order. A slug may outlive its category; it is then shown nowhere and kept. */
    categories: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    language: text().notNull(),
    timezone: text().notNull(),
    /** Raising it revokes every link that was mailed before. */
    linkEpoch: integer('link_epoch').notNull().default(0),
    /** Gets no digest before. */
    pausedUntil: timestamp('paused_until', { withTimezone: true }),
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
export type NewSubscriber = Pick<
  Subscriber,
  'address' | 'addressKey' | 'name' | 'cadence' | 'categories' | 'language' | 'timezone' | 'requestedAt'
> &
  Partial<Pick<Subscriber, 'state' | 'confirmedAt' | 'sample'>>;
export type NewConsent = Omit<typeof consents.$inferInsert, 'id'>;

/** Add a subscriber; undefined when the address has a row already. */
export async function insertSubscriber(db: Db, subscriber: NewSubscriber): Promise<Subscriber | undefined> {
  const [row] = await db.insert(subscribers).values(subscriber).onConflictDoNothing().returning();
  return row;
}

/** One subscriber by their id. */
export async function findSubscriber(db: Db, id: string): Promise<Subscriber | undefined> {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id));
  return row;
}

/** One subscriber by the key of their address. */
export async function findSubscriberByKey(db: Db, addressKey: string): Promise<Subscriber | undefined> {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.addressKey, addressKey));
  return row;
}

/** Read one subscriber by the key of their address and hold the row until the transaction ends. */
export async function claimSubscriber(db: Db, addressKey: string): Promise<Subscriber | undefined> {
  const [row] = await db
    .select()
    .from(subscribers)
    .where(eq(subscribers.addressKey, addressKey))
    .for('update');
  return row;
}

/** Let somebody who has not confirmed, or who left, wait for their confirmation, as they asked this time. */
export async function markSubscriberPending(
  db: Db,
  id: string,
  asked: Pick<
    Subscriber,
    'address' | 'name' | 'cadence' | 'categories' | 'language' | 'timezone' | 'requestedAt'
  >,
): Promise<void> {
  const { address, name, cadence, categories, language, timezone, requestedAt } = asked;
  await db
    .update(subscribers)
    .set({
      address,
      name,
      cadence,
      categories,
      language,
      timezone,
      requestedAt,
      state: 'pending',
      confirmedAt: null,
    })
    .where(and(eq(subscribers.id, id), ne(subscribers.state, 'confirmed')));
}

/** Confirm somebody who waits for it; undefined when they do not. What is known of an earlier leaving is cleared. */
export async function markSubscriberConfirmed(db: Db, id: string, at: Date): Promise<Subscriber | undefined> {
  const [row] = await db
    .update(subscribers)
    .set({ state: 'confirmed', confirmedAt: at, leftAt: null, leftBy: null })
    .where(and(eq(subscribers.id, id), eq(subscribers.state, 'pending')))
    .returning();
  return row;
}

/** End a subscription and keep the row; undefined when it had ended before. */
export async function markSubscriberLeft(
  db: Db,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<Subscriber | undefined> {
  const [row] = await db
    .update(subscribers)
    .set({ state: 'left', leftAt: at, leftBy: by })
    .where(and(eq(subscribers.id, id), ne(subscribers.state, 'left')))
    .returning();
  return row;
}

/** Write what a confirmed subscriber chose. */
export async function markSubscriberChoices(
  db: Db,
  id: string,
  chosen: Pick<Subscriber, 'name' | 'cadence' | 'language' | 'categories'>,
): Promise<void> {
  await db.update(subscribers).set(chosen).where(eq(subscribers.id, id));
}

/** Record what somebody agreed to. */
export async function insertConsent(db: Db, consent: NewConsent): Promise<void> {
  await db.insert(consents).values(consent);
}

/** How many subscribers are in a state. */
export async function countSubscribers(db: Db, state: SubscriberState): Promise<number> {
  const [row] = await db.select({ count: count() }).from(subscribers).where(eq(subscribers.state, state));
  return row?.count ?? 0;
}

/** Subscribers with their categories in their order, by address. */
export async function listSubscribers(db: Db, { limit }: { limit: number }) {
  return db
    .select({
      address: subscribers.address,
      name: subscribers.name,
      state: subscribers.state,
      cadence: subscribers.cadence,
      sample: subscribers.sample,
      categories: subscribers.categories,
      pausedUntil: subscribers.pausedUntil,
      suppressed: sql<boolean>`exists (select 1 from suppressions x where x.address_key = ${subscribers.addressKey})`,
    })
    .from(subscribers)
    .orderBy(subscribers.address)
    .limit(limit);
}

/** The time zones of confirmed subscribers, each once. */
export async function listTimezones(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ timezone: subscribers.timezone })
    .from(subscribers)
    .where(eq(subscribers.state, 'confirmed'))
    .limit(1000);
  return rows.map(({ timezone }) => timezone);
}

/** What some confirmed subscribers of a cadence chose, to try a mail with. */
export async function listSomeChoices(
  db: Db,
  { cadence, limit }: { cadence: Subscriber['cadence']; limit: number },
): Promise<string[][]> {
  const rows = await db
    .select({ categories: subscribers.categories })
    .from(subscribers)
    .where(and(eq(subscribers.state, 'confirmed'), eq(subscribers.cadence, cadence)))
    .orderBy(subscribers.id)
    .limit(limit);
  return rows.map(({ categories }) => categories);
}

/** Let somebody get no digest before a time, or get it again with null; false when there is no such subscriber. */
export async function markSubscriberPaused(db: Db, addressKey: string, until: Date | null): Promise<boolean> {
  const paused = await db
    .update(subscribers)
    .set({ pausedUntil: until })
    .where(eq(subscribers.addressKey, addressKey))
    .returning({ id: subscribers.id });
  return paused.length > 0;
}
