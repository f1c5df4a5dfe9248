import { boolean, date, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';

export interface PostalAddress {
  label?: string | undefined;
  lines: string[];
}

/** One office-holder with contact data. */
export const officials = pgTable('officials', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  office: text().notNull(),
  jurisdiction: text(),
  party: text(),
  /** The last day in office, when it is known; shown nowhere after it. */
  termEndsDay: date('term_ends_day', { mode: 'string' }),
  addresses: jsonb().$type<PostalAddress[]>().notNull().default([]),
  phones: text().array().notNull().default([]),
  formUrl: text('form_url'),
  email: text(),
  categories: text().array().notNull().default([]),
  /** Where these facts come from. */
  source: text().notNull(),
  asOfDay: date('as_of_day', { mode: 'string' }).notNull(),
  /** False once the configuration no longer names them. */
  active: boolean().notNull().default(true),
});

export type Official = typeof officials.$inferSelect;
