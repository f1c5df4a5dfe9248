import type { ModelCall } from '../../../db/model-call.ts';

/** One call of the ledger, as far as it has to be accounted for. */
export interface CallLineage extends Pick<
  ModelCall,
  'id' | 'task' | 'model' | 'state' | 'startedAt' | 'endedAt' | 'inputTokens' | 'outputTokens' | 'isEstimated'
> {
  code: string | null;
  reason: string | null;
  /** Of a call that has no end the amount that was set aside. */
  costUsd: number;
  /** Its answer was found fit for use. */
  accepted: boolean;
  /** The first 12 characters of its key. */
  key: string;
}

/** Units: tokens and US dollars of all calls. */
export interface CallSum {
  calls: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  /** Set aside for calls that have no end. */
  reservedTokens: number;
  costUsd: number;
  isEstimated: boolean;
}

/** The calls about an article, and what they came to together. */
export function callsOf(rows: readonly ModelCall[]): { calls: CallLineage[]; sum: CallSum } {
  const of = (amount: (call: ModelCall) => number) => rows.reduce((sum, call) => sum + amount(call), 0);
  return {
    calls: rows.map((call) => {
      const { id, task, model, state, startedAt, endedAt, inputTokens, outputTokens, isEstimated } = call;
      return {
        id,
        task,
        model,
        state,
        startedAt,
        endedAt,
        inputTokens,
        outputTokens,
        isEstimated,
        code: call.code,
        reason: call.reason,
        costUsd: microUsdOf(call) / 1e6,
        accepted: call.acceptedAt !== null,
        key: call.key.slice(0, 12),
      };
    }),
    sum: {
      calls: rows.length,
      failed: rows.filter(({ state }) => state === 'failed').length,
      inputTokens: of((call) => call.inputTokens ?? 0),
      outputTokens: of((call) => call.outputTokens ?? 0),
      reservedTokens: of((call) => (isOpen(call) ? call.reservedTokens : 0)),
      costUsd: of(microUsdOf) / 1e6,
      isEstimated: rows.some((call) => call.isEstimated || isOpen(call)),
    },
  };
}

const isOpen = ({ state }: ModelCall) => state === 'reserved';
const microUsdOf = (call: ModelCall) =>
  call.state === 'reserved' ? call.reservedMicroUsd : (call.microUsd ?? 0);
