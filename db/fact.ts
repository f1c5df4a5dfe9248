import { eq } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

/** Facts about this database: one row each. */
export const facts = pgTable('facts', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/** Write a fact unless it is there; returns what stands there now. */
export async function insertFact(db: Db, name: string, value: string): Promise<string> {
  await db.insert(facts).values({ name, value }).onConflictDoNothing();
  const [row] = await db.select({ value: facts.value }).from(facts).where(eq(facts.name, name));
  return row?.value ?? value;
}
