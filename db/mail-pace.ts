import { and, eq, inArray, sql } from 'drizzle-orm';
import { date, integer, pgTable, real, text, timestamp } from 'drizzle-orm/pg-core';
import { addDays, type Day } from '../src/shared/day.ts';
import { WITHOUT_WAITING, type Db } from './client.ts';

/** How fast one way of sending may go; one row each, shared by all processes and kept over restarts. */
export const mailPaces = pgTable('mail_paces', {
  /** The mailer. */
  name: text().primaryKey(),
  /** No call is begun before, by the clock of the database. */
  nextAt: timestamp('next_at', { withTimezone: true }).notNull(),
  /** Calls a second that the provider last said it allows; null when it says nothing. */
  allowedPerSecond: real('allowed_per_second'),
  /** Nothing goes out before, and why. */
  heldUntil: timestamp('held_until', { withTimezone: true }),
  heldReason: text('held_reason'),
  /** Mails that were handed over on this day of UTC. */
  day: date({ mode: 'string' }).notNull(),
  mails: integer().notNull().default(0),
});

export type MailPace = typeof mailPaces.$inferSelect;

/** How fast a mailer may go, as it is written now; undefined before its first call. */
export async function findMailPace(db: Db, name: string): Promise<MailPace | undefined> {
  const [pace] = await db.select().from(mailPaces).where(eq(mailPaces.name, name));
  return pace;
}

/** Begin to keep the pace of a mailer; changes nothing when it is kept already. */
export async function insertMailPace(db: Db, name: string, day: Day): Promise<void> {
  await db
    .insert(mailPaces)
    .values({ name, nextAt: sql`clock_timestamp()`, day })
    .onConflictDoNothing();
}

/** What lies further ahead was written while a clock went wrong. */
const FAR_MS = 3_600_000;

/** What is asked of a mailer's pace. */
export interface SlotClaim {
  /** What the row must say, since the gap depends on it. */
  allowedPerSecond: number | null;
  slots: number;
  /** From one slot to the next. */
  gapMs: number;
  /** From the last of them to whoever comes next, beside the gap. */
  spareMs: number;
  /** The first is not sooner: the answer takes a while. */
  leadMs: number;
  /** Mails that are counted with it, of which there may be so many a day, this call's among them. */
  mails: number;
  mailsMax: number | undefined;
  day: Day;
  now: Date;
}

/**
 * Take the next moments at which calls may begin, and count their mails.
 *
 * Shape: when the first one is, the others a `gapMs` apart, and when the database did it; undefined, and nothing is
 * changed, when the mailer is held, its day is full, or its row is not there or says another `allowedPerSecond`. Safe for
 * any number of processes: one conditional statement, by the clock of the database.
 * Units: milliseconds since 1970, with fractions.
 */
export async function claimSlots(
  db: Db,
  name: string,
  claim: SlotClaim,
): Promise<{ at: number; now: number } | undefined> {
  const { allowedPerSecond, slots, gapMs, spareMs, leadMs, mails, mailsMax, day, now } = claim;
  const stepMs = slots * gapMs + spareMs;
  const sum = sql`case when day in (${day}, ${addDays(day, 1)}) then mails else 0 end + ${mails}::int`;
  const [row] = await db.execute<{ at: number; now: number }>(sql`
    ${WITHOUT_WAITING}
    update mail_paces set
      next_at = greatest(case when next_at < clock_timestamp() + ${FAR_MS}::float8 * interval '1 millisecond' then next_at end,
          clock_timestamp() + ${leadMs}::float8 * interval '1 millisecond')
        + ${stepMs}::float8 * interval '1 millisecond',
      mails = ${sum}, day = case when day = ${addDays(day, 1)} then day else ${day} end
    from without_waiting
    where name = ${name} and allowed_per_second is not distinct from ${allowedPerSecond}::real
      and (held_until is null or held_until <= ${now.toISOString()})
      and ${mailsMax === undefined ? sql`true` : sql`${sum} <= ${mailsMax}::int`}
    returning extract(epoch from next_at)::float8 * 1000 - ${stepMs}::float8 as at,
      extract(epoch from clock_timestamp())::float8 * 1000 as now`);
  return row;
}

/**
 * How many mails a row counts on a day. A day later is the same: the clock of who wrote it is ahead of ours, and what it
 * began is not begun again.
 */
export const mailsOn = (pace: MailPace, day: Day): number =>
  pace.day === day || pace.day === addDays(day, 1) ? pace.mails : 0;

/** Take mails back from a day's count; nothing happens when the day is over. */
export async function markMailsBack(
  db: Db,
  name: string,
  { day, mails }: { day: Day; mails: number },
): Promise<void> {
  await db
    .update(mailPaces)
    .set({ mails: sql`greatest(0, ${mailPaces.mails} - ${mails}::int)` })
    .where(and(eq(mailPaces.name, name), inArray(mailPaces.day, [day, addDays(day, 1)])));
}

/** Let nothing out before; a hold that lasts longer stays as it is. */
export async function markPaceHeld(
  db: Db,
  name: string,
  hold: { until: Date; reason: string },
): Promise<void> {
  const { until, reason } = hold;
  await db
    .update(mailPaces)
    .set({ heldUntil: until, heldReason: reason })
    .where(
      and(
        eq(mailPaces.name, name),
        sql`(${mailPaces.heldUntil} is null or ${mailPaces.heldUntil} < ${until.toISOString()})`,
      ),
    );
}

/** Write down how many calls a second the provider allows. */
export async function markPaceAllowed(db: Db, name: string, perSecond: number): Promise<void> {
  await db.update(mailPaces).set({ allowedPerSecond: perSecond }).where(eq(mailPaces.name, name));
}

/** Let mails out again before a hold has ended; what was put off for it is due at once. True when there was one. */
export async function markPaceFree(db: Db, name: string, now: Date): Promise<boolean> {
  const freed = await db
    .update(mailPaces)
    .set({ heldUntil: null, heldReason: null })
    .where(and(eq(mailPaces.name, name), sql`${mailPaces.heldUntil} > ${now.toISOString()}`))
    .returning({ name: mailPaces.name });
  if (freed.length === 0) return false;
  await db.execute(sql`
    update delivery_batches set due_at = ${now.toISOString()}
    where state = 'planned' and code in ('mail.held', 'mail.quota', 'mail.rate_limited')`);
  return true;
}
