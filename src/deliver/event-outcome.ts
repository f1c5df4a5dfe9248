import type { ClaimedDelivery } from '../../db/delivery-event.ts';
import type { DeliveryState } from '../../db/delivery.ts';

/** What an event says of a delivery. */
export interface EventOutcome {
  state: Extract<DeliveryState, 'submitted' | 'delivered' | 'bounced' | 'complained' | 'failed'>;
  code: string | null;
}

/** What an event means for the mail that it is about; undefined when it means nothing for it. */
export function outcomeOf(type: string, data: Record<string, unknown>): EventOutcome | undefined {
  if (type === 'email.bounced') return { state: 'bounced', code: bounceCode(data.bounce) };
  return Object.hasOwn(OUTCOMES, type) ? OUTCOMES[type] : undefined;
}

const OUTCOMES: Record<string, EventOutcome> = {
  'email.sent': { state: 'submitted', code: null },
  'email.delivery_delayed': { state: 'submitted', code: null },
  'email.failed': { state: 'failed', code: 'provider.failed' },
  'email.suppressed': { state: 'failed', code: 'provider.suppressed' },
  'email.delivered': { state: 'delivered', code: null },
  'email.complained': { state: 'complained', code: null },
};

function bounceCode(bounce: unknown): string {
  const type = typeof bounce === 'object' && bounce !== null && 'type' in bounce ? bounce.type : undefined;
  const said = typeof type === 'string' ? type.toLowerCase() : '';
  return said === 'permanent' || said === 'transient' ? `bounce.${said}` : 'bounce.undetermined';
}

/** How a delivery stands by its row and its batch. */
export function standingOf({ state, code, batchState, batchCode }: ClaimedDelivery): {
  state: DeliveryState;
  code: string | null;
} {
  if (state !== 'planned') return { state, code };
  const isEnd = batchState !== null && batchState in ENDS;
  return { state: isEnd ? (batchState as DeliveryState) : 'planned', code: batchCode };
}

const ENDS = { submitted: 1, skipped: 1, failed: 1, uncertain: 1 };

/**
 * Whether an event says more of a delivery than is known of it.
 *
 * Shape: by rank, and among equals the code that is first in the alphabet, so that the order in which events come makes
 * no difference. What was skipped stays so.
 */
export function saysMore(event: EventOutcome, known: { state: DeliveryState; code: string | null }): boolean {
  if (known.state === 'skipped') return false;
  const [more, before] = [RANK[event.state], RANK[known.state]];
  return more === before ? (event.code ?? '') < (known.code ?? '') : more > before;
}

const RANK: Record<DeliveryState, number> = {
  planned: 0,
  uncertain: 0,
  submitted: 1,
  failed: 2,
  delivered: 3,
  bounced: 4,
  complained: 5,
  skipped: 6,
};
