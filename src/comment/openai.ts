import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { AppError, upstream } from '../shared/errors.ts';
import type { Model, ModelAnswer, ModelRequest } from '../shared/ports.ts';

export interface OpenAIOptions {
  apiKey: string;
  /** Any server that speaks the same API. */
  baseUrl?: string | undefined;
  model: string;
  timeoutMs: number;
}

/**
 * A model behind an OpenAI-compatible server (`/v1/chat/completions`, not streamed).
 *
 * The answer's form is asked for as a JSON schema, then as any JSON object, then in words only, each time the server's
 * 400 says that it does not know the form. Retries are the caller's.
 * Errors: AppError `model.unavailable` and `model.rate_limited` (retryable), `model.refused` (key, rights, quota or name: no
 * further call makes sense), `model.failed`.
 */
export function createOpenAIModel({ apiKey, baseUrl, model, timeoutMs }: OpenAIOptions): Model {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs });
  let form = 0;
  return {
    name: model,
    origin: 'model',
    async complete(request) {
      for (;;) {
        const tried = form;
        const format = FORMS[tried]?.(request);
        try {
          return await ask(client, { model, format, request, timeoutMs });
        } catch (error) {
          if (!format || !namesTheForm(error)) throw failureOf(error);
          // Another call may have learned it meanwhile.
          form = Math.max(form, tried + 1);
        }
      }
    },
  };
}

type Format = NonNullable<OpenAI.ChatCompletionCreateParams['response_format']>;

const FORMS: ((request: ModelRequest) => Format)[] = [
  ({ schema }) => ({
    type: 'json_schema',
    json_schema: { name: schema.name, schema: schema.json, strict: true },
  }),
  () => ({ type: 'json_object' }),
];

interface AskOptions {
  model: string;
  format: Format | undefined;
  request: ModelRequest;
  timeoutMs: number;
}

async function ask(client: OpenAI, { model, format, request, timeoutMs }: AskOptions): Promise<ModelAnswer> {
  const { system, user, repair, schema, signal } = request;
  const shape = format?.type === 'json_schema' ? '' : `\n\nThe schema: ${JSON.stringify(schema.json)}`;
  const turns: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'system', content: system + shape },
    { role: 'user', content: user },
  ];
  if (repair)
    turns.push(
      { role: 'assistant', content: repair.answer },
      {
        role: 'user',
        content: `This is wrong with it:\n${repair.faults}\n\nAnswer again, whole and mended.`,
      },
    );
  const completion = await client.chat.completions.create(
    { model, messages: turns, ...(format ? { response_format: format } : {}) },
    // The SDK's own time limit ends with the headers; a body may take for ever.
    { signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]) },
  );
  return answerOf(completion);
}

/** Servers differ: nothing of the answer is taken for granted but that it may be anything. */
function answerOf(completion: unknown): ModelAnswer {
  const { choices, usage } = (completion ?? {}) as Partial<OpenAI.ChatCompletion>;
  const choice = Array.isArray(choices) ? choices[0] : undefined;
  const text = choice?.message?.content;
  if (typeof text !== 'string' || text.trim() === '')
    throw upstream('model.failed', 'The model server answered without a text.', { retryable: true });
  const counted = typeof usage?.prompt_tokens === 'number' && typeof usage.completion_tokens === 'number';
  return {
    text,
    usage: counted ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : undefined,
    truncated: choice?.finish_reason === 'length',
  };
}

const namesTheForm = (error: unknown) =>
  error instanceof APIError &&
  error.status === 400 &&
  /response_format|json_schema|json_object/i.test(error.message);

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError || isAbort(error))
    return upstream('model.unavailable', 'The model server cannot be reached or did not answer in time.', {
      cause: error,
      retryable: true,
    });
  if (!(error instanceof APIError))
    return upstream('model.failed', 'The model server gave an answer that cannot be read.', {
      cause: error,
      retryable: true,
    });
  const status = Number(error.status ?? 0);
  const said = `The model server answered ${status || 'nothing'}${error.code ? ` (${error.code})` : ''}.`;
  if (status === 401 || status === 403 || error.code === 'insufficient_quota')
    return upstream('model.refused', `${said} Check OPENAI_API_KEY and the account behind it.`, {
      cause: error,
    });
  if (status === 404)
    return upstream('model.refused', `${said} Check OPENAI_BASE_URL and OPENAI_MODEL.`, { cause: error });
  const wait = Number(error.headers?.get('retry-after') || Number.NaN);
  if (status === 429)
    return upstream('model.rate_limited', said, {
      cause: error,
      retryable: true,
      ...(Number.isFinite(wait) ? { retryAfterSeconds: wait } : {}),
    });
  return upstream('model.failed', said, { cause: error, retryable: status >= 500 || status === 408 });
}
