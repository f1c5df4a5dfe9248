import { and, count, desc, eq, inArray, ne } from 'drizzle-orm';
import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { petitions } from './petition.ts';
import { subscribers } from './subscriber.ts';

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

export type Signature = typeof signatures.$inferSelect;
export type NewSignature = Pick<
  Signature,
  'petitionId' | 'addressKey' | 'address' | 'name' | 'place' | 'display' | 'wording' | 'createdAt'
>;

/** Add a signature that waits for its confirmation; undefined when this address has a row for the petition already. */
export async function insertSignature(db: Db, signature: NewSignature): Promise<Signature | undefined> {
  const [row] = await db.insert(signatures).values(signature).onConflictDoNothing().returning();
  return row;
}

/** Read one address's row for a petition and hold it until the transaction ends. */
export async function claimSignature(db: Db, key: SignatureKey): Promise<Signature | undefined> {
  const [row] = await db.select().from(signatures).where(isSignature(key)).for('update');
  return row;
}

/**
 * Put a signature in force at once, for somebody whose address is already known to be theirs.
 *
 * Shape: undefined when it was in force before; then nothing changes.
 */
export async function upsertConfirmedSignature(
  db: Db,
  signature: NewSignature & { subscriberId: string },
): Promise<Signature | undefined> {
  const { name, display, wording, subscriberId, createdAt } = signature;
  const confirmed = { state: 'confirmed', confirmedAt: createdAt, withdrawnAt: null } as const;
  const [row] = await db
    .insert(signatures)
    .values({ ...signature, ...confirmed })
    .onConflictDoUpdate({
      target: [signatures.petitionId, signatures.addressKey],
      set: { name, display, wording, subscriberId, ...confirmed },
      setWhere: ne(signatures.state, 'confirmed'),
    })
    .returning();
  return row;
}

/** Let an unconfirmed or withdrawn signature wait for its confirmation again, as it was typed this time. */
export async function markSignaturePending(
  db: Db,
  id: string,
  typed: Pick<Signature, 'address' | 'name' | 'place' | 'display' | 'wording'>,
): Promise<void> {
  const { address, name, place, display, wording } = typed;
  await db
    .update(signatures)
    .set({ address, name, place, display, wording, state: 'pending', confirmedAt: null, withdrawnAt: null })
    .where(and(eq(signatures.id, id), ne(signatures.state, 'confirmed')));
}

/** Put a waiting signature in force; undefined when it was not waiting. */
export async function markSignatureConfirmed(db: Db, id: string, at: Date): Promise<Signature | undefined> {
  const [row] = await db
    .update(signatures)
    .set({ state: 'confirmed', confirmedAt: at })
    .where(and(eq(signatures.id, id), eq(signatures.state, 'pending')))
    .returning();
  return row;
}

/** Take a signature out of the count; undefined when it was out already. */
export async function markSignatureWithdrawn(db: Db, id: string, at: Date): Promise<Signature | undefined> {
  const [row] = await db
    .update(signatures)
    .set({ state: 'withdrawn', withdrawnAt: at })
    .where(and(eq(signatures.id, id), ne(signatures.state, 'withdrawn')))
    .returning();
  return row;
}

/** Show a signer in another way; undefined when the signature is withdrawn. */
export async function markSignatureDisplay(
  db: Db,
  id: string,
  display: SignatureDisplay,
): Promise<Signature | undefined> {
  const [row] = await db
    .update(signatures)
    .set({ display })
    .where(and(eq(signatures.id, id), ne(signatures.state, 'withdrawn')))
    .returning();
  return row;
}

/** One signature by its id. */
export async function findSignatureById(db: Db, id: string): Promise<Signature | undefined> {
  const [row] = await db.select().from(signatures).where(eq(signatures.id, id));
  return row;
}

/** How many signatures of each petition are in force; a petition without any is left out. */
export async function countSignatures(db: Db, petitionIds: string[]): Promise<Map<string, number>> {
  if (petitionIds.length === 0) return new Map();
  const rows = await db
    .select({ petitionId: signatures.petitionId, signed: count() })
    .from(signatures)
    .where(and(inArray(signatures.petitionId, petitionIds), eq(signatures.state, 'confirmed')))
    .groupBy(signatures.petitionId);
  return new Map(rows.map((row) => [row.petitionId, row.signed]));
}

/** The newest signatures in force whose signers want to be shown, newest first. */
export async function listShownSignatures(
  db: Db,
  petitionId: string,
  { limit }: { limit: number },
): Promise<Pick<Signature, 'name' | 'display' | 'confirmedAt'>[]> {
  return db
    .select({ name: signatures.name, display: signatures.display, confirmedAt: signatures.confirmedAt })
    .from(signatures)
    .where(
      and(
        eq(signatures.petitionId, petitionId),
        eq(signatures.state, 'confirmed'),
        ne(signatures.display, 'hidden'),
      ),
    )
    .orderBy(desc(signatures.confirmedAt), desc(signatures.id))
    .limit(limit);
}

/** One address's row for a petition. */
export async function findSignatureByKey(db: Db, key: SignatureKey): Promise<Signature | undefined> {
  const [row] = await db.select().from(signatures).where(isSignature(key));
  return row;
}

type SignatureKey = Pick<Signature, 'petitionId' | 'addressKey'>;

const isSignature = ({ petitionId, addressKey }: SignatureKey) =>
  and(eq(signatures.petitionId, petitionId), eq(signatures.addressKey, addressKey));
