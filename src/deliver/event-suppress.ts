import type { MailEvent } from '../../db/mail-event.ts';
import type { SuppressionCause } from '../../db/suppression.ts';

/** The type of what a person says of an address in the place of an event: what came before suppresses it no more. */
export const LET_GO = 'person.unsuppressed';

/** Since when an address is suppressed, for each cause that its events give. */
export type EventCauses = Partial<Record<Exclude<SuppressionCause, 'person'>, Date>>;

/**
 * Judge by all that is known of an address whether anything may be sent to it.
 *
 * Shape: a pure function of its events, in whatever order they are given.
 */
export function causesOf(events: readonly MailEvent[]): EventCauses {
  const letGo = latest(events.filter(({ type }) => type === LET_GO)) ?? -Infinity;
  const since = events.filter(({ at }) => at.getTime() > letGo);
  const of = (...types: string[]) => since.filter(({ type }) => types.includes(type));
  const removed = latest(of('suppression.removed')) ?? -Infinity;
  const added = of('suppression.added', 'email.suppressed').filter(({ at }) => at.getTime() >= removed);
  const causes = {
    bounced: earliest(of('email.bounced').filter(({ detail }) => detail.code === 'bounce.permanent')),
    complained: earliest(of('email.complained')),
    provider: earliest(added),
    bounces: findThirdOfFive(mailsIn(of(...OF_MAILS))),
  };
  return Object.fromEntries(
    Object.entries(causes).flatMap(([cause, at]) => (at === undefined ? [] : [[cause, new Date(at)]])),
  );
}

/** The events of mails that were sent. */
export const OF_MAILS: readonly string[] = [
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
];

/** A mail to the address: when it was made, and when it bounced for now, in ms. */
interface SentMail {
  key: string;
  at: number;
  bouncedAt: number;
}

function mailsIn(events: readonly MailEvent[]): SentMail[] {
  const mails = new Map<string, SentMail>();
  for (const { id, providerId, editionId, subscriberId, at, detail, type } of events) {
    const key = providerId ?? (editionId && subscriberId ? `${editionId}/${subscriberId}` : id);
    const mail = mails.get(key) ?? { key, at: Infinity, bouncedAt: Infinity };
    const made = typeof detail.mailAt === 'string' ? Date.parse(detail.mailAt) : at.getTime();
    const passing = type === 'email.bounced' && detail.code !== 'bounce.permanent';
    const bouncedAt = passing ? Math.min(mail.bouncedAt, at.getTime()) : mail.bouncedAt;
    mails.set(key, { key, at: Math.min(mail.at, made), bouncedAt });
  }
  return [...mails.values()].toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** When the third of five mails in a row bounced, for the first five of which that is true. */
function findThirdOfFive(mails: readonly SentMail[]): number | undefined {
  for (let from = 0; from < mails.length; from += 1) {
    const times = mails.slice(from, from + 5).map(({ bouncedAt }) => bouncedAt);
    const third = times.toSorted((a, b) => a - b)[2];
    if (third !== undefined && third !== Infinity) return third;
  }
  return undefined;
}

const timesOf = (events: readonly MailEvent[]) => events.map(({ at }) => at.getTime());
const earliest = (events: readonly MailEvent[]) =>
  events.length === 0 ? undefined : Math.min(...timesOf(events));
const latest = (events: readonly MailEvent[]) =>
  events.length === 0 ? undefined : Math.max(...timesOf(events));
