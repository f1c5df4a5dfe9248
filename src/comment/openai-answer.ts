import { APIError } from 'openai';
import { upstream } from '../shared/errors.ts';
import type { ModelAnswer } from '../shared/ports.ts';

/**
 * Read what a server answered with success. Servers differ: nothing is taken for granted but that it may be anything.
 *
 * Shape: what the model thought aside (`reasoning_content`, `reasoning`) is no part of its answer.
 * Errors: AppError `model.declined`; `model.failed`, retryable, without a text; an APIError where the success is none.
 * Source: OpenAI's API reference; OpenRouter's "Errors and debugging", whose failures come with status 200.
 */
export function answerOf(completion: unknown, headers: Headers): ModelAnswer {
  const { error, choices, usage } = fieldsOf(completion);
  const choice = fieldsOf(Array.isArray(choices) ? choices[0] : undefined);
  const failed = error ?? choice['error'];
  if (failed) throw APIError.generate(statusOf(failed), { error: failed }, undefined, headers);
  const { content, refusal } = fieldsOf(choice['message']);
  const finish = choice['finish_reason'];
  const used = { usage: usageOf(usage) };
  if (finish === 'content_filter' || (typeof refusal === 'string' && refusal.trim() !== ''))
    throw declined(used);
  const text = textOf(content);
  const truncated = finish === 'length';
  if (text.trim() === '' && !truncated)
    throw upstream('model.failed', 'The model server answered without a text.', {
      retryable: true,
      cause: used,
    });
  return { text, ...used, truncated };
}

/** The model, or who watches over it, will not write about this. */
export const declined = (cause?: unknown) =>
  upstream('model.declined', 'The model declined to answer about this article.', { cause });

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function statusOf(failed: unknown): number {
  const status = Number(fieldsOf(failed)['code']);
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 502;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map(fieldsOf)
    .map(({ type, text }) => (type === 'text' && typeof text === 'string' ? text : ''))
    .join('');
}

function usageOf(usage: unknown): ModelAnswer['usage'] {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = fieldsOf(usage);
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined;
}

/** More than any model holds is no count. */
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= COUNT_MAX;
const COUNT_MAX = 100_000_000;
