import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Who keeps the schedule: of several processes only the holder starts what the clock asks for. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
});

/** Facts about this database: one row each. */
export const facts = pgTable('facts', {
  name: text().primaryKey(),
  value: text().notNull(),
});
