import type { ServerResponse } from 'node:http';
import type OpenAI from 'openai';
import { serveHttp } from '../helpers/http-server.ts';

export type ServerKind = 'openai' | 'ollama' | 'vllm' | 'llamacpp' | 'openrouter';
export type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;
/** The content of an answer; undefined: the server answers without any. */
export type AnswerFor = (body: Body) => string | undefined;

/** One request to a server; `n` counts them from 1. */
export interface Call {
  body: Body;
  n: number;
  kind: ServerKind;
}

/** What goes back: JSON unless `body` is a text; `cut` destroys the socket before or within the answer. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  cut?: 'before' | 'within';
}

export type Handle = (call: Call) => Reply;
/** A switch: how a server of any kind differs from one that does all it is asked. The first given is asked first. */
export type Fault = (next: Handle) => Handle;

/**
 * A model server on a free port of this machine that behaves like one of its kind.
 *
 * Shape: `url` is what goes into OPENAI_BASE_URL; `bodies()` is what it was asked so far, refused or not.
 */
export async function createModelServer(
  kind: ServerKind,
  answerFor: AnswerFor,
  faults: readonly Fault[] = [],
) {
  const handle = faults.reduceRight<Handle>((next, fault) => fault(next), answering(answerFor));
  const server = await serveHttp(({ method, path, headers, body }, response) => {
    if (method !== 'POST' || path !== '/v1/chat/completions')
      return send(
        response,
        refusal(kind, { status: 404, message: `Unknown request URL: ${method} ${path}` }),
      );
    if (HOSTED.has(kind) && !/^Bearer \S+/.test(headers.authorization ?? ''))
      return send(response, refusal(kind, { status: 401, message: 'No auth credentials found' }));
    const call = { body: JSON.parse(body) as Body, n: server.received.length, kind };
    send(response, handle(call));
  });
  const bodies = () => server.received.map(({ body }) => JSON.parse(body) as Body);
  return { url: `${server.url}/v1`, received: server.received, bodies, close: server.close };
}

/** The name of the schema that a request asks for: in its form, else in its words. */
export function schemaNameOf({ response_format: format, messages }: Body): string | undefined {
  if (format?.type === 'json_schema') return format.json_schema.name;
  const words = messages.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n');
  return [...words.matchAll(/JSON object, called "([\w-]+)"/g)].at(-1)?.[1];
}

/** A server from before JSON schemas; each kind says so in its own way. */
export const noJsonSchema: Fault = (next) => (call) =>
  call.body.response_format?.type === 'json_schema' ? NO_SCHEMA[call.kind] : next(call);

/** A server that takes a schema and does not hold to it: prose around a fenced object. */
export const ignoresSchema: Fault = (next) => (call) =>
  withContent(
    next(call),
    (content) =>
      `Of course! Here is the answer:\n\n\`\`\`json\n${content}\n\`\`\`\n\nShall I change anything?`,
  );

/** An object between fences, and nothing else. */
export const fencedJson: Fault = (next) => (call) =>
  withContent(next(call), (content) => `\`\`\`json\n${content}\n\`\`\``);

/** The thinking stands in the answer, with an object in it that is none. */
export const thinkTags: Fault = (next) => (call) =>
  withContent(next(call), (content) => `<think>\nPerhaps {"draft": true}? No.\n</think>\n\n${content}`);

/** What was counted stays with the server. */
export const missingUsage: Fault = (next) => (call) => {
  const reply = next(call);
  return isCompletion(reply.body) ? { ...reply, body: { ...reply.body, usage: undefined } } : reply;
};

/** A strict server from before `max_completion_tokens`. */
export const maxTokensOnly: Fault = (next) => (call) => {
  const { body, kind } = call;
  if (body.max_completion_tokens === undefined)
    // OpenAI's newer models know only the other one; this is an older one.
    return next({ ...call, body: kind === 'openai' ? withNewLimit(body) : body });
  return UNKNOWN_LIMIT[kind];
};

/** A model that holds 4,096 tokens, question and answer together. */
export const context4096: Fault = (next) => (call) => {
  const asked = tokensIn(JSON.stringify(call.body.messages));
  const wanted = limitOf(call) ?? 0;
  return asked + wanted > 4_096 ? TOO_LONG[call.kind](asked, wanted) : next(call);
};

/** Asks for patience, once in so many calls. */
export const retryAfter =
  (seconds: number, every = 2): Fault =>
  (next) =>
  (call) =>
    call.n % every === 0
      ? {
          ...refusal(call.kind, { status: 429, message: 'Rate limit reached', code: 'rate_limit_exceeded' }),
          headers: { 'retry-after': String(seconds) },
        }
      : next(call);

/** Breaks, once in so many calls; a router says so with status 200. */
export const status500 =
  (every: number): Fault =>
  (next) =>
  (call) => {
    if (call.n % every !== 0) return next(call);
    const broken = refusal(call.kind, {
      status: 500,
      message: 'The server had an error',
      type: 'server_error',
    });
    return call.kind === 'openrouter' ? { ...broken, status: 200 } : broken;
  };

/** Destroys the socket, once in so many calls: before a word, or with half of the answer sent. */
export const cutConnection =
  (every: number, cut: 'before' | 'within' = 'before'): Fault =>
  (next) =>
  (call) =>
    call.n % every === 0 ? { ...next(call), cut } : next(call);

/** A proxy in the way, once in so many calls. */
export const htmlAt200 =
  (every: number): Fault =>
  (next) =>
  (call) =>
    call.n % every === 0 ? { status: 200, body: '<!doctype html><title>Sign in</title>' } : next(call);

const HOSTED = new Set<ServerKind>(['openai', 'openrouter']);

function send(response: ServerResponse, { status, body, headers = {}, cut }: Reply): void {
  if (cut === 'before') return void response.destroy();
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, { 'content-type': type, 'content-length': String(length), ...headers });
  if (cut === 'within') response.write(text.slice(0, text.length / 2), () => response.destroy());
  else response.end(text);
}

const answering =
  (answerFor: AnswerFor): Handle =>
  (call) =>
    REFUSES[call.kind](call) ?? {
      status: 200,
      body: LIKE[call.kind](completionOf(call, answerFor(call.body))),
    };

/** About what a tokenizer counts. */
const tokensIn = (text: string) => Math.ceil(Buffer.byteLength(text) / 3.5);

/** Ollama knows no other field than `max_tokens` and leaves out what it does not know. */
const limitOf = ({ kind, body }: Call) =>
  (kind === 'ollama' ? undefined : body.max_completion_tokens) ?? body.max_tokens ?? undefined;

const withNewLimit = ({ max_tokens: limit, ...body }: Body): Body =>
  limit === undefined ? body : { ...body, max_completion_tokens: limit ?? null };

function completionOf(call: Call, content: string | undefined): OpenAI.ChatCompletion {
  const limit = limitOf(call) ?? Number.POSITIVE_INFINITY;
  const cut = content !== undefined && tokensIn(content) > limit;
  const text = cut
    ? Buffer.from(content)
        .subarray(0, Math.floor(limit * 3.5))
        .toString()
    : content;
  const asked = tokensIn(JSON.stringify(call.body.messages));
  const answered = tokensIn(text ?? '');
  return {
    id: `chatcmpl-${call.n}`,
    object: 'chat.completion',
    created: 1_795_000_000 + call.n,
    model: call.body.model,
    choices: [
      {
        index: 0,
        finish_reason: cut ? 'length' : 'stop',
        logprobs: null,
        message: { role: 'assistant', content: text ?? null, refusal: null },
      },
    ],
    usage: { prompt_tokens: asked, completion_tokens: answered, total_tokens: asked + answered },
  };
}

const isCompletion = (body: unknown): body is OpenAI.ChatCompletion =>
  typeof body === 'object' && body !== null && 'choices' in body;

function withContent(reply: Reply, change: (content: string) => string): Reply {
  if (!isCompletion(reply.body)) return reply;
  const choices = reply.body.choices.map(({ message, ...choice }) => ({
    ...choice,
    message: { ...message, content: message.content === null ? null : change(message.content) },
  }));
  return { ...reply, body: { ...reply.body, choices } };
}

/** What each kind adds to OpenAI's answer, or leaves out of it. */
const LIKE: Record<ServerKind, (completion: OpenAI.ChatCompletion) => object> = {
  openai: (completion) => ({ ...completion, service_tier: 'default', system_fingerprint: 'fp_5a1e' }),
  ollama: (completion) => ({ ...lean(completion, { reasoning: THOUGHT }), system_fingerprint: 'fp_ollama' }),
  vllm: (completion) => ({ ...completion, prompt_logprobs: null, kv_transfer_params: null }),
  llamacpp: (completion) => ({
    ...lean(completion, { reasoning_content: THOUGHT }),
    system_fingerprint: 'b6500-5a1e0c3',
    timings: { prompt_n: completion.usage?.prompt_tokens, predicted_n: completion.usage?.completion_tokens },
  }),
  openrouter: (completion) => ({
    ...completion,
    id: `gen-${completion.created}`,
    provider: 'Tarnside',
    choices: completion.choices.map((choice) => ({
      ...choice,
      native_finish_reason: choice.finish_reason,
      message: { ...choice.message, reasoning: null },
    })),
    usage: { ...completion.usage, cost: 0.00014 },
  }),
};

const THOUGHT = 'They want an object. Perhaps {"draft": true}?';

const lean = (completion: OpenAI.ChatCompletion, thought: object) => ({
  ...completion,
  choices: completion.choices.map(({ index, finish_reason, message: { role, content } }) => ({
    index,
    finish_reason,
    message: { role, content, ...thought },
  })),
});

interface Refused {
  status: number;
  message: string;
  type?: string;
  code?: string;
  param?: string;
}

/** A failure in the form in which each kind sends it. */
export function refusal(kind: ServerKind, { status, message, type, code, param }: Refused): Reply {
  const kindOf = type ?? 'invalid_request_error';
  const nested = { message, type: kindOf, param: param ?? null, code: code ?? null };
  const bodies: Record<ServerKind, () => object> = {
    openai: () => ({ error: nested }),
    ollama: () => ({ error: { ...nested, type: type ?? 'api_error' } }),
    vllm: () => ({
      object: 'error',
      message,
      type: type ?? 'BadRequestError',
      param: param ?? null,
      code: status,
    }),
    llamacpp: () => ({ error: { code: status, message, type: kindOf } }),
    openrouter: () => ({ error: { message, code: status }, user_id: 'user_port_ellin' }),
  };
  return { status, body: bodies[kind]() };
}

const accepts = () => undefined;

/** What each kind refuses by itself. */
const REFUSES: Record<ServerKind, (call: Call) => Reply | undefined> = {
  openai: ({ body }) => openaiRefuses(body),
  ollama: accepts,
  vllm: accepts,
  llamacpp: accepts,
  openrouter: accepts,
};

const KNOWN = new Set(['model', 'messages', 'response_format', 'max_tokens', 'max_completion_tokens']);

function openaiRefuses(body: Body): Reply | undefined {
  const unknown = Object.keys(body).find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    return openaiRefusal(`Unrecognized request argument supplied: ${unknown}`, { param: unknown });
  if (body.max_tokens !== undefined)
    return openaiRefusal(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { param: 'max_tokens', code: 'unsupported_parameter' },
    );
  const { response_format: format, messages } = body;
  if (format?.type === 'json_object' && !/json/i.test(JSON.stringify(messages)))
    return openaiRefusal(
      "'messages' must contain the word 'json' to use 'response_format' of type 'json_object'.",
      {
        param: 'messages',
      },
    );
  if (format?.type === 'json_schema' && format.json_schema.strict && !isStrict(format.json_schema.schema))
    return openaiRefusal(
      `Invalid schema for response_format '${format.json_schema.name}': 'additionalProperties' is required to be false and 'required' to name every property.`,
      { param: 'response_format' },
    );
  return undefined;
}

const openaiRefusal = (message: string, more: { param: string; code?: string }) =>
  refusal('openai', { status: 400, message, ...more });

/** Strict structured outputs: every object is closed and every property required. */
function isStrict(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  const names = Object.keys((properties as object | undefined) ?? {});
  const listed = new Set(Array.isArray(required) ? (required as unknown[]) : []);
  if (type === 'object' && (additionalProperties !== false || names.some((name) => !listed.has(name))))
    return false;
  return Object.values(schema).every(isStrict);
}

const NO_SCHEMA: Record<ServerKind, Reply> = {
  openai: openaiRefusal(
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
    { param: 'response_format' },
  ),
  ollama: refusal('ollama', { status: 400, message: 'invalid JSON schema in format' }),
  vllm: refusal('vllm', {
    status: 400,
    message:
      "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text' or 'json_object'\", 'input': 'json_schema'}]",
  }),
  llamacpp: refusal('llamacpp', {
    status: 400,
    message: 'response_format type must be one of "text" or "json_object", but got: json_schema',
  }),
  openrouter: routed({ message: "This response_format type is unavailable: 'json_schema'" }),
};

const UNKNOWN_LIMIT: Record<ServerKind, Reply> = {
  openai: openaiRefusal('Unrecognized request argument supplied: max_completion_tokens', {
    param: 'max_completion_tokens',
  }),
  ollama: refusal('ollama', { status: 400, message: 'json: unknown field "max_completion_tokens"' }),
  // As FastAPI refuses by itself.
  vllm: {
    status: 422,
    body: {
      detail: [
        {
          type: 'extra_forbidden',
          loc: ['body', 'max_completion_tokens'],
          msg: 'Extra inputs are not permitted',
          input: 'What was sent.',
        },
      ],
    },
  },
  llamacpp: refusal('llamacpp', { status: 400, message: 'Unknown parameter: max_completion_tokens' }),
  openrouter: routed({ message: 'Unsupported parameter: max_completion_tokens' }),
};

const TOO_LONG: Record<ServerKind, (asked: number, wanted: number) => Reply> = {
  openai: (asked, wanted) =>
    openaiRefusal(
      `This model's maximum context length is 4096 tokens. However, you requested ${asked + wanted} tokens (${asked} in the messages, ${wanted} in the completion).`,
      { param: 'messages', code: 'context_length_exceeded' },
    ),
  ollama: (asked, wanted) =>
    refusal('ollama', {
      status: 400,
      message: `prompt too long; exceeded max context length by ${asked + wanted - 4_096} tokens`,
    }),
  vllm: (asked, wanted) =>
    refusal('vllm', {
      status: 400,
      message: `'max_tokens' or 'max_completion_tokens' is too large: ${wanted}. This model's maximum context length is 4096 tokens and your request has ${asked} input tokens.`,
    }),
  llamacpp: (asked) => ({
    status: 400,
    body: {
      error: {
        code: 400,
        message: `request (${asked} tokens) exceeds the available context size (4096 tokens), try increasing it`,
        type: 'exceed_context_size_error',
        n_prompt_tokens: asked,
        n_ctx: 4_096,
      },
    },
  }),
  openrouter: (asked, wanted) =>
    refusal('openrouter', {
      status: 400,
      message: `This endpoint's maximum context length is 4096 tokens. However, you requested about ${asked + wanted} tokens (${asked} of text input, ${wanted} in the output).`,
    }),
};

/** What the server behind a router refused, as the router hands it on. */
function routed(error: { message: string }): Reply {
  const metadata = { provider_name: 'Tarnside', raw: JSON.stringify({ error }) };
  return { status: 400, body: { error: { message: 'Provider returned error', code: 400, metadata } } };
}
