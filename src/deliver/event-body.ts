import { parseAddress, type Address } from '../shared/address.ts';
import { invalid } from '../shared/errors.ts';
import { withoutPeople } from './event-detail.ts';
import { outcomeOf, type EventOutcome } from './event-outcome.ts';

/** What an event says, as far as we understand it. */
export interface EventBody {
  type: string;
  /** When it happened; undefined where that cannot be read. */
  at: Date | undefined;
  /** Which delivery it is about, when the mail is one of an edition. */
  editionId: string | null;
  subscriberId: string | null;
  /** The batch in which the mail was handed over; undefined where that is not said. */
  batch: number | undefined;
  providerId: string | null;
  /** Whom it is about; kept nowhere. */
  address: Address | undefined;
  /** What it means for the delivery. */
  outcome: EventOutcome | undefined;
  /** Of a mail that came in: the token of the link whose owner wants no more. */
  unsubscribe: string | undefined;
  /** What is kept of the rest. */
  detail: Record<string, unknown>;
}

/**
 * Read the body of an event.
 *
 * Shape: tags may come as an object or as a list. What is not there is null or undefined, never an error.
 * Errors: AppError `webhook.body` when it is no JSON object.
 * Source: Resend's pages on webhooks, its OpenAPI document, and the types of its package.
 */
export function readEventBody(body: string): EventBody {
  const event = objectOf(parsed(body));
  if (!event) throw invalid('webhook.body', 'The body is no JSON object.');
  const type = textOf(event.type) ?? 'unknown';
  const data = objectOf(event.data) ?? {};
  const tags = tagsOf(data.tags);
  const outcome = outcomeOf(type, data);
  const inbound = type === 'email.received';
  const [edition, delivery, letter] = [tags.edition, tags.delivery, tags.letter].map(uuidOf);
  const isPersonal = PERSONAL.has(type);
  const isDelivery = !inbound && !isPersonal && edition !== undefined && delivery !== undefined;
  const mailAt = dateOf(data.created_at);
  return {
    type,
    at: dateOf(event.created_at) ?? mailAt,
    editionId: isDelivery ? edition : null,
    subscriberId: isDelivery ? delivery : null,
    batch: numberOf(tags.batch),
    providerId: isPersonal ? null : (textOf(data.email_id) ?? null),
    address:
      inbound || isPersonal ? undefined : addressOf(type.startsWith('suppression.') ? data.email : data.to),
    outcome,
    unsubscribe: inbound ? tokenOf(data.subject) : undefined,
    detail: isPersonal ? {} : detailOf(data, { code: outcome?.code, letter, mailAt: mailAt?.toISOString() }),
  };
}

/** Who opened a mail or followed a link is nobody's business: such an event is kept without whom it is about. */
const PERSONAL = new Set(['email.opened', 'email.clicked']);

/** What is told in so many words stands under `said`, so that it is never taken for what we made of it. */
function detailOf(
  data: Record<string, unknown>,
  known: Record<'code' | 'letter' | 'mailAt', string | null | undefined>,
): Record<string, unknown> {
  const said = withoutPeople(data);
  const made = Object.entries(known).filter(([, value]) => typeof value === 'string');
  return { ...Object.fromEntries(made), ...(Object.keys(said).length > 0 ? { said } : {}) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

/** PostgreSQL keeps no NUL; nothing that names something is longer. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return value.includes('@') ? undefined : value.replaceAll('\0', '').toWellFormed().slice(0, 200);
}

function tagsOf(value: unknown): Record<string, unknown> {
  if (!Array.isArray(value)) return objectOf(value) ?? {};
  const pairs = value.flatMap((each) => {
    const tag = objectOf(each);
    return typeof tag?.name === 'string' ? [[tag.name, tag.value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : undefined;
}

function uuidOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

/** A year that no mail of ours can be of is a mistake, and one that PostgreSQL cannot keep would be an error. */
function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = new Date(value);
  const year = date.getUTCFullYear();
  return year >= 2000 && year < 2200 ? date : undefined;
}

/** The only address of a list, or the one that is named; a mail to several is none of ours. */
function addressOf(value: unknown): Address | undefined {
  const [only, ...rest] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (typeof only !== 'string' || only.length > 1000 || rest.length > 0) return undefined;
  return parseAddress(/<([^<>]+)>\s*$/.exec(only)?.[1] ?? only);
}

/** As `src/compose/headers.ts` has mail programs write it. */
function tokenOf(subject: unknown): string | undefined {
  return typeof subject === 'string'
    ? /\bunsubscribe\s+([A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])/i.exec(subject)?.[1]
    : undefined;
}
