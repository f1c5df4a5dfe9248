import type { Amount } from '../../db/model-call.ts';
import type { Config } from '../shared/config.ts';
import { failure } from '../shared/errors.ts';
import type { ModelAnswer, ModelRequest } from '../shared/ports.ts';
import { costOf } from './purse.ts';

/**
 * The most that a call may come to.
 *
 * Units: a token is at least one byte, so a request has at most as many tokens as bytes; the answer has at most what is
 * allowed, or what this server has been seen to answer with although it was not.
 */
export function reserveFor({ comment }: Config, request: ModelRequest, outputTokensSeen: number): Amount {
  const input = requestBytes(request) + FRAME_TOKENS;
  const output = Math.max(request.outputTokensMax, outputTokensSeen);
  return { tokens: input + output, microUsd: costOf(comment.provider, { input, output }) };
}

/** What a server puts around the messages. */
const FRAME_TOKENS = 64;
/** Where a server does not say what it used. */
const BYTES_PER_TOKEN = 3.5;

const estimate = (bytes: number) => Math.ceil(bytes / BYTES_PER_TOKEN);

/** Everything that is sent, in UTF-8. */
function requestBytes({ system, user, repair, schema }: Omit<ModelRequest, 'articleUrl'>): number {
  return Buffer.byteLength(
    system + user + (repair ? repair.answer + repair.faults : '') + JSON.stringify(schema.json),
  );
}

/** What an answer came to: as the server says, else estimated by its bytes. */
export function endOf({ comment }: Config, request: ModelRequest, { text, usage, truncated }: ModelAnswer) {
  const input = usage?.inputTokens ?? estimate(requestBytes(request));
  const output = usage?.outputTokens ?? estimate(Buffer.byteLength(text));
  return {
    state: 'answered' as const,
    inputTokens: input,
    outputTokens: output,
    microUsd: costOf(comment.provider, { input, output }),
    isEstimated: usage === undefined,
    code: null,
    reason: null,
    answer: text,
    isTruncated: truncated,
  };
}

/**
 * What a failed attempt came to.
 *
 * Shape: what the server says where it answered without a text; nothing where it cannot have worked on it. Of one that
 * was lost under way nobody knows how much was written: all that was allowed counts, since it may have to be paid for.
 */
export function failedEnd({ comment }: Config, request: ModelRequest, error: unknown) {
  const { code, reason } = failure(error);
  const usage = usageIn(error);
  const isWorkedOn = !UNWORKED.has(code);
  const input = usage?.inputTokens ?? (isWorkedOn ? estimate(requestBytes(request)) : 0);
  const output = usage?.outputTokens ?? (LOST.has(code) ? request.outputTokensMax : 0);
  return {
    state: 'failed' as const,
    inputTokens: input,
    outputTokens: output,
    microUsd: costOf(comment.provider, { input, output }),
    isEstimated: usage === undefined && isWorkedOn,
    code,
    reason,
    answer: null,
    isTruncated: false,
  };
}

/** What a driver knows that an answer without a text has used: it stands as `usage` in the error's cause. */
function usageIn(error: unknown): ModelAnswer['usage'] {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'usage' in cause
    ? (cause.usage as ModelAnswer['usage'])
    : undefined;
}

/** Cut, or not answered in time. */
const LOST = new Set(['model.unavailable']);
/** Never connected, or turned away at the door. */
const UNWORKED = new Set([
  'model.unreachable',
  'model.form_unknown',
  'model.rate_limited',
  'model.refused',
  'model.too_long',
]);
