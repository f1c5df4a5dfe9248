import { desc, eq, sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** What the mail provider told us of a mail or of an address, of whatever type, each once; no address stands in it. */
export const mailEvents = pgTable(
  'mail_events',
  {
    /** The provider's own id of the message: `svix-id`. */
    id: text().primaryKey(),
    type: text().notNull(),
    /** When it happened, as the provider tells it. */
    at: timestamp({ withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    /** Which delivery it is about, as the mail's tags say; null for letters and for what is about no mail. */
    editionId: uuid('edition_id'),
    subscriberId: uuid('subscriber_id'),
    /** The provider's id of the mail. */
    providerId: text('provider_id'),
    /** HMAC of the address that it is about. */
    addressKey: text('address_key'),
    /** What else it says, addresses left out. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index('mail_events_address').on(table.addressKey, table.at),
    index('mail_events_received').on(table.receivedAt),
  ],
);

export type MailEvent = typeof mailEvents.$inferSelect;

/** Keep an event; false when it is kept already. */
export async function insertMailEvent(db: Db, event: MailEvent): Promise<boolean> {
  const rows = await db
    .insert(mailEvents)
    .values(event)
    .onConflictDoNothing()
    .returning({ id: mailEvents.id });
  return rows.length > 0;
}

/** One event by the provider's id of it. */
export async function findMailEvent(db: Db, id: string): Promise<MailEvent | undefined> {
  const [row] = await db.select().from(mailEvents).where(eq(mailEvents.id, id));
  return row;
}

/** The last events of an address, the newest first. */
export async function listMailEventsOf(
  db: Db,
  addressKey: string,
  { limit }: { limit: number },
): Promise<MailEvent[]> {
  return db
    .select()
    .from(mailEvents)
    .where(eq(mailEvents.addressKey, addressKey))
    .orderBy(desc(mailEvents.at), desc(mailEvents.id))
    .limit(limit);
}

/** How many mails to an address came back, for whatever reason. */
export async function countBounces(db: Db, addressKey: string): Promise<number> {
  const [row] = await db
    .select({ bounces: sql<number>`count(*)::int` })
    .from(mailEvents)
    .where(sql`${mailEvents.addressKey} = ${addressKey} and ${mailEvents.type} = 'email.bounced'`);
  return row?.bounces ?? 0;
}

/** Add to what is kept of an event. */
export async function markMailEvent(db: Db, id: string, detail: Record<string, unknown>): Promise<void> {
  await db
    .update(mailEvents)
    .set({ detail: sql`${mailEvents.detail} || ${JSON.stringify(detail)}::jsonb` })
    .where(eq(mailEvents.id, id));
}
