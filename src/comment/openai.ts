import OpenAI, { APIError } from 'openai';
import { upstream, type AppError } from '../shared/errors.ts';
import { saidBy, serverFailure, type ServerWords } from '../shared/openai-error.ts';
import type { Model } from '../shared/ports.ts';
import { answerOf, declined } from './openai-answer.ts';
import { createModelFetch } from './openai-fetch.ts';
import {
  bodyOf,
  createForms,
  partsNamed,
  settingOf,
  type Form,
  type Forms,
  type FormOptions,
} from './openai-form.ts';

export interface OpenAIOptions extends Pick<FormOptions, 'tokenLimitField' | 'responseFormat'> {
  apiKey: string;
  /** Any server that speaks the same API; without it OpenAI's. */
  baseUrl?: string | undefined;
  model: string;
  /** For one call, its whole answer included. */
  timeoutMs: number;
}

/**
 * A model behind an OpenAI-compatible server (`/v1/chat/completions`, not streamed).
 *
 * Shape: one HTTP request a call. What the server does not know of how it is asked, and what it knows instead, is
 * remembered for later calls.
 * Errors: AppError `model.unreachable`, `model.unavailable` and `model.rate_limited` (retryable), `model.form_unknown`
 * (retryable at once: the next call is asked in another form), `model.refused` (key, rights, account, address or name: no
 * further call makes sense), `model.too_long`, `model.declined` (neither is retryable), `model.failed`.
 */
export function createOpenAIModel(options: OpenAIOptions): Model {
  const { apiKey, baseUrl = OPENAI_URL, model, timeoutMs } = options;
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: createModelFetch(),
  });
  const forms = createForms({ ...options, baseUrl });
  return {
    name: model,
    server: baseUrl,
    origin: 'model',
    async complete(request) {
      const form = forms.now();
      const limit = AbortSignal.timeout(timeoutMs);
      const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
      try {
        const { data, response } = await client.chat.completions
          .create(bodyOf(request, { model, form }), { signal })
          .withResponse();
        return answerOf(data, response.headers);
      } catch (error) {
        throw failureOf(error, form, forms);
      }
    },
  };
}

const OPENAI_URL = 'https://api.openai.com/v1';

const SERVER: ServerWords = {
  noun: 'model',
  server: 'The model server',
  account: 'OPENAI_API_KEY and the account behind it',
  address: 'OPENAI_BASE_URL and OPENAI_MODEL',
};

/** What only a question to a model can fail of; the rest is like with any server. */
function failureOf(error: unknown, form: Form, forms: Forms): AppError {
  if (!(error instanceof APIError)) return serverFailure(error, SERVER);
  const status = Number(error.status);
  const words = wordsOf(error);
  const said = saidBy(error, SERVER);
  if (status === 413 || (MAY_BE_TOO_LONG.has(status) && TOO_LONG.test(words)))
    return upstream(
      'model.too_long',
      `${said} The question is too long for it. Check comment.provider.contextTokens.`,
      { cause: error },
    );
  if (DECLINED.has(String(error.code)) || wasFlagged(error)) return declined(error);
  if (status !== 400 && status !== 422) return serverFailure(error, SERVER);
  const parts = partsNamed(words, form);
  if (parts.length > 0) return formFailure(error, { said, form, outcome: forms.refused(form, parts) });
  if (/\bmax_(?:completion_)?tokens\b/.test(words))
    return upstream('model.failed', `${said} Check comment.provider.outputTokensMax.`, { cause: error });
  return serverFailure(error, SERVER);
}

function formFailure(
  cause: APIError,
  { said, form, outcome }: { said: string; form: Form; outcome: ReturnType<Forms['refused']> },
): AppError {
  if (outcome === 'changed')
    return upstream('model.form_unknown', `${said} The next call is asked in another form.`, {
      cause,
      retryable: true,
    });
  const known = outcome.map((part) => `${form[part]} (${settingOf[part]})`).join(' and ');
  return upstream('model.failed', `${said} It does not know ${known}.`, { cause });
}

const DECLINED = new Set(['content_filter', 'content_policy_violation', 'invalid_prompt']);
const MAY_BE_TOO_LONG = new Set([400, 422, 500]);
const TOO_LONG =
  /(?:max(?:imum)?|the|model'?s|available) context (?:length|size|window)|context_length|context_size|\bn_ctx|prompt (?:is )?too long|exceeds? (?:the )?context|must be at least 1, got -/i;

/** Everything that tells one refusal from another; a router hands on what the server behind it said. */
function wordsOf({ message, code, type, param, error }: APIError): string {
  const { raw } = metadataOf(error);
  return [message, code, type, param, raw]
    .map((one) => (typeof one === 'string' ? one.slice(0, 4_000) : ''))
    .join('\n');
}

/** Source: OpenRouter's "Errors and debugging", on moderation. */
const wasFlagged = ({ error }: APIError) => Array.isArray(metadataOf(error)['reasons']);

const metadataOf = (error: unknown): Record<string, unknown> =>
  (error as { metadata?: Record<string, unknown> | null } | null | undefined)?.metadata ?? {};
