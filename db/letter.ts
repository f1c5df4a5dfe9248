import { and, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { signatures } from './signature.ts';
import { subscribers } from './subscriber.ts';

/** A letter to one person that some act of theirs asked for. */
export type LetterKind = 'confirm' | 'welcome' | 'known' | 'fresh-link' | 'confirm-signature' | 'receipt';

export type LetterState = 'waiting' | 'sent' | 'failed';

/**
 * The queue of single letters: whoever wants one written puts a row here, `deliver` renders and sends it.
 *
 * Links are made when it is rendered, from the ids, so that no token is kept.
 */
export const letters = pgTable(
  'letters',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().$type<LetterKind>().notNull(),
    /** At most one letter per key. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    address: text().notNull(),
    /** Whom its links speak for. */
    subscriberId: uuid('subscriber_id'),
    signatureId: uuid('signature_id'),
    petitionId: uuid('petition_id'),
    linkEpoch: integer('link_epoch').notNull().default(0),
    /** What else it says. */
    facts: jsonb().$type<Record<string, string>>().notNull().default({}),
    state: text().$type<LetterState>().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    nextTryAt: timestamp('next_try_at', { withTimezone: true }).notNull(),
    code: text(),
    reason: text(),
    providerId: text('provider_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [index('letters_due').on(table.state, table.nextTryAt)],
);

export type Letter = typeof letters.$inferSelect;
/** A letter that is being worked on, with its reader's language where they are a subscriber. */
export type DueLetter = Letter & { language: string | null };
export type NewLetter = Pick<Letter, 'kind' | 'dedupeKey' | 'address' | 'nextTryAt' | 'createdAt'> &
  Partial<Pick<Letter, 'subscriberId' | 'signatureId' | 'petitionId' | 'linkEpoch' | 'facts'>>;

/** Ask for a letter; false when there is one under its key already. */
export async function insertLetter(db: Db, letter: NewLetter): Promise<boolean> {
  const rows = await db.insert(letters).values(letter).onConflictDoNothing().returning({ id: letters.id });
  return rows.length > 0;
}

/** Ask for a letter of which there may be up to `countMax` under one key, told apart by a number; false when there are. */
export async function insertLetterUpTo(db: Db, letter: NewLetter, countMax: number): Promise<boolean> {
  for (let number = 1; number <= countMax; number += 1)
    if (await insertLetter(db, { ...letter, dedupeKey: `${letter.dedupeKey}:${number}` })) return true;
  return false;
}

/**
 * Work on the next letter that is due, in a transaction that holds its row: two processes never write the same letter,
 * and one that dies leaves it as it was. False when there is none.
 */
export async function claimLetter(
  db: Db,
  now: Date,
  work: (letter: DueLetter) => Promise<LetterEnd>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [letter] = await tx
      .select({ ...getTableColumns(letters), language: subscribers.language })
      .from(letters)
      .leftJoin(signatures, eq(signatures.id, letters.signatureId))
      .leftJoin(
        subscribers,
        eq(subscribers.id, sql`coalesce(${letters.subscriberId}, ${signatures.subscriberId})`),
      )
      .where(and(eq(letters.state, 'waiting'), lte(letters.nextTryAt, now)))
      .orderBy(letters.nextTryAt, letters.id)
      .limit(1)
      .for('update', { of: letters, skipLocked: true });
    if (!letter) return false;
    const end = await work(letter);
    await tx
      .update(letters)
      .set({ ...end, attempts: letter.attempts + 1 })
      .where(eq(letters.id, letter.id));
    return true;
  });
}

/** How one try at a letter ended. */
export type LetterEnd = Pick<Letter, 'state' | 'code' | 'reason'> &
  Partial<Pick<Letter, 'nextTryAt' | 'providerId' | 'sentAt'>>;
