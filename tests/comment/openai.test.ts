import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type OpenAI from 'openai';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wireSchema } from '../../src/comment/answer.ts';
import { createForms } from '../../src/comment/openai-form.ts';
import { createOpenAIModel, type OpenAIOptions } from '../../src/comment/openai.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Model, ModelAnswer, ModelRequest } from '../../src/shared/ports.ts';
import { serveHttp, type Received } from '../helpers/http-server.ts';
import {
  context4096,
  createModelServer,
  cutConnection,
  fencedJson,
  htmlAt200,
  ignoresSchema,
  maxTokensOnly,
  missingUsage,
  noJsonSchema,
  refusal as refusalOf,
  retryAfter,
  schemaNameOf,
  status500,
  thinkTags,
  type Body,
  type Fault,
  type ServerKind,
} from './servers.ts';

type Answer = (request: Received, response: ServerResponse) => void;

const request: ModelRequest = {
  articleUrl: 'https://origin.example/quay',
  system: 'You write.',
  user: 'The article.',
  schema: wireSchema(['opinion', 'action', 'todo']),
  outputTokensMax: 700,
};

const CONTENT = '{"a":1}';
const KINDS = ['openai', 'ollama', 'vllm', 'llamacpp', 'openrouter'] as const;
const PATIENT = { tokenLimitField: 'auto', responseFormat: 'auto', timeoutMs: 5_000 } as const;
type Settings = Partial<Pick<OpenAIOptions, 'tokenLimitField' | 'responseFormat' | 'timeoutMs'>>;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const modelAt = (baseUrl: string, settings: Settings = {}) =>
  createOpenAIModel({ apiKey: 'sk-test', baseUrl, model: 'm-1', ...PATIENT, ...settings });

/** A model server that answers with these in turn, the last one for ever. */
async function modelOn(answers: Answer[], settings: Settings = {}) {
  const server = await serveHttp((one, response) =>
    answers[Math.min(server.received.length, answers.length) - 1]?.(one, response),
  );
  stops.push(server.close);
  const bodies = () => server.received.map(({ body }) => JSON.parse(body) as Body);
  return { model: modelAt(`${server.url}/v1`, settings), server, bodies };
}

/** A model on a server of a kind. */
async function modelOf(kind: ServerKind, faults: Fault[] = [], settings: Settings = {}) {
  const server = await createModelServer(kind, () => CONTENT, faults);
  stops.push(server.close);
  return { model: modelAt(server.url, settings), server, bodies: server.bodies };
}

/** How a caller asks: again at once when the server did not know the form. */
async function askUntilKnown(model: Model, asked: ModelRequest = request): Promise<ModelAnswer | undefined> {
  for (;;) {
    try {
      return await model.complete(asked);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'model.form_unknown')) throw error;
    }
  }
}

const formOf = ({ response_format: format }: Body) => format?.type ?? 'text';
const limitOf = ({ max_tokens: old, max_completion_tokens: new_ }: Body) =>
  [
    ...(old === undefined ? [] : ['max_tokens']),
    ...(new_ === undefined ? [] : ['max_completion_tokens']),
  ].join() || 'none';
const thrownBy = (model: Model, asked = request): Promise<unknown> =>
  model.complete(asked).then(
    () => undefined,
    (error: unknown) => error,
  );

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const completion = (over: object = {}) =>
  json(200, {
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: CONTENT } }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
    ...over,
  });

const refusal = (message: string) => json(400, { error: { message, type: 'invalid_request_error' } });

/** Cuts the connection within the answer. */
const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"choices": [', () => response.destroy());
};

const noContent: Answer = (_request, response) => response.writeHead(204).end();

const timeless: Answer = (_request, response) => {
  response.sendDate = false;
  response.writeHead(429, { 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' }).end('{}');
};

const cutFailure: Answer = (_request, response) => {
  response.writeHead(400, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"error": {"message": "no json_schema', () => response.destroy());
};

const headersOnly: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
};

const dripping =
  (status: number): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    const drops = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(drops));
  };
const drip = dripping(200);
const dripFailure = dripping(400);

/** Begins to answer and never ends. */
const stall: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
};

test('the answer comes with what it cost', async () => {
  const { model, server } = await modelOn([completion()]);
  expect(await model.complete(request)).toEqual({
    text: CONTENT,
    usage: { inputTokens: 12, outputTokens: 3 },
    truncated: false,
  });
  const [received] = server.received;
  expect(received).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
  expect(received?.headers.authorization).toBe('Bearer sk-test');
});

test('the form of the answer is asked for as a strict JSON schema', async () => {
  const { model, bodies } = await modelOn([completion()]);
  await model.complete(request);
  expect(bodies()[0]).toEqual({
    model: 'm-1',
    messages: [
      { role: 'system', content: 'You write.' },
      { role: 'user', content: 'The article.' },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'commentary', schema: request.schema.json, strict: true },
    },
    max_tokens: 700,
  });
});

test('a mending carries the answer and what was wrong with it', async () => {
  const { model, bodies } = await modelOn([completion()]);
  await model.complete({ ...request, repair: { answer: '{"b":2}', faults: '- opinion holds markup' } });
  expect(bodies()[0]).toMatchObject({
    messages: [
      {},
      {},
      { role: 'assistant', content: '{"b":2}' },
      {
        role: 'user',
        content: expect.stringMatching(/- opinion holds markup[^]+called "commentary"/) as string,
      },
    ],
  });
});

describe('a server that does not know how it is asked', () => {
  test('says so once a call, and is asked in the next form from then on', async () => {
    const { model, bodies } = await modelOn([
      refusal('response_format.type json_schema is not supported'),
      refusal("'response_format' must be text"),
      completion(),
    ]);
    for (const asked of [1, 2]) {
      expect(await thrownBy(model)).toMatchObject({ code: 'model.form_unknown', retryable: true });
      expect(bodies()).toHaveLength(asked);
    }
    await model.complete(request);
    await model.complete(request);
    expect(bodies().map(formOf)).toEqual(['json_schema', 'json_object', 'text', 'text']);
  });

  test('gets the schema in words where it takes none in the form', async () => {
    const { model, bodies } = await modelOf('vllm', [noJsonSchema]);
    await askUntilKnown(model);
    const { name, json } = request.schema;
    expect(bodies().map(({ messages }) => messages[0]?.content)).toEqual([
      'You write.',
      `You write.\n\nAnswer with one JSON object, called "${name}", of this schema: ${JSON.stringify(json)}`,
    ]);
    expect(bodies().map(schemaNameOf)).toEqual(['commentary', 'commentary']);
  });

  test('steps down once for two calls that it refuses at once', async () => {
    const { model, bodies } = await modelOf('llamacpp', [noJsonSchema]);
    await Promise.all([askUntilKnown(model), askUntilKnown(model)]);
    const forms = bodies().map(formOf);
    expect(forms.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'json_object',
      'json_object',
      'json_schema',
      'json_schema',
    ]);
  });

  test('is asked with both parts changed when it refuses both', async () => {
    const { model, bodies } = await modelOn([
      refusal('Unknown parameter: max_tokens. Unknown parameter: response_format.'),
      completion(),
    ]);
    await askUntilKnown(model);
    expect(bodies().map((body) => [formOf(body), limitOf(body)])).toEqual([
      ['json_schema', 'max_tokens'],
      ['json_object', 'max_completion_tokens'],
    ]);
  });

  test.each([
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'Unrecognized field "max_tokens"',
    'max_tokens: Extra inputs are not permitted',
    "Unknown parameter: 'max_tokens'.",
  ])('gets the limit under the other name: %s', async (message) => {
    const { model, bodies } = await modelOn([refusal(message), completion()]);
    await askUntilKnown(model);
    expect(bodies().map(limitOf)).toEqual(['max_tokens', 'max_completion_tokens']);
    expect(bodies().at(-1)).toMatchObject({ max_completion_tokens: 700 });
  });

  test('gets no limit where it knows neither name', async () => {
    const { model, bodies } = await modelOn([
      json(422, { detail: [{ loc: ['body', 'max_tokens'], msg: 'Extra inputs are not permitted' }] }),
      json(400, { object: 'error', message: 'Unknown parameter: max_completion_tokens', code: 400 }),
      completion(),
    ]);
    await askUntilKnown(model);
    expect(bodies().map(limitOf)).toEqual(['max_tokens', 'max_completion_tokens', 'none']);
  });

  test('may say so with status 200', async () => {
    const { model, bodies } = await modelOn([
      json(200, { error: { code: 400, message: 'Unsupported parameter: max_tokens' } }),
      completion(),
    ]);
    await askUntilKnown(model);
    expect(bodies().map(limitOf)).toEqual(['max_tokens', 'max_completion_tokens']);
  });

  test('is no reason to step down when it only repeats the question', async () => {
    const detail = [
      { loc: ['body', 'seed'], msg: 'Field required', input: { response_format: {}, max_tokens: 1 } },
    ];
    const { model, bodies } = await modelOn([json(422, { detail })]);
    expect(await thrownBy(model)).toMatchObject({ code: 'model.failed', retryable: false });
    expect(bodies()).toHaveLength(1);
  });

  test.each([
    'max_tokens is too large: 700. This model supports at most 512 completion tokens.',
    "Unsupported value: 'max_tokens' must be at most 512.",
  ])('is no reason to step down when the limit is only too large: %s', async (message) => {
    const { model, bodies } = await modelOn([refusal(message)]);
    expect(await thrownBy(model)).toMatchObject({
      code: 'model.failed',
      retryable: false,
      message: expect.stringContaining('comment.provider.outputTokensMax') as string,
    });
    await thrownBy(model);
    expect(bodies().map(limitOf)).toEqual(['max_tokens', 'max_tokens']);
  });

  test('of something else fails', async () => {
    const { model, server } = await modelOn([refusal('messages[0] holds no text')]);
    expect(await thrownBy(model)).toMatchObject({ code: 'model.failed', retryable: false });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    [{ responseFormat: 'json_schema' }, 'json_schema', 'max_tokens', 'comment.provider.responseFormat'],
    [{ responseFormat: 'json_object' }, 'json_object', 'max_tokens', 'comment.provider.responseFormat'],
    [{ tokenLimitField: 'max_tokens' }, 'json_schema', 'max_tokens', 'comment.provider.tokenLimitField'],
    [
      { tokenLimitField: 'max_completion_tokens' },
      'json_schema',
      'max_completion_tokens',
      'comment.provider.tokenLimitField',
    ],
  ] as const)('fails where the form is fixed by %j', async (settings, format, limit, setting) => {
    const { model, bodies } = await modelOn(
      [refusal(`Unknown parameter: '${setting.endsWith('Format') ? 'response_format' : limit}'`)],
      settings,
    );
    for (let i = 0; i < 2; i++)
      expect(await thrownBy(model)).toMatchObject({
        code: 'model.failed',
        retryable: false,
        message: expect.stringContaining(setting) as string,
      });
    expect(bodies().map((body) => [formOf(body), limitOf(body)])).toEqual([
      [format, limit],
      [format, limit],
    ]);
  });

  test('is never asked for what the settings leave out', async () => {
    const { model, bodies } = await modelOf('llamacpp', [], {
      tokenLimitField: 'none',
      responseFormat: 'text',
    });
    await model.complete(request);
    expect(Object.keys(bodies()[0] ?? {})).toEqual(['model', 'messages']);
    expect(bodies().map(schemaNameOf)).toEqual(['commentary']);
  });
});

test.each([
  ['https://api.openai.com/v1', 'max_completion_tokens'],
  ['https://eu.api.openai.com/v1', 'max_completion_tokens'],
  ['https://api.openai.com.example/v1', 'max_tokens'],
  ['http://127.0.0.1:11434/v1', 'max_tokens'],
] as const)('the limit that is tried first at %s is %s', (baseUrl, limitField) => {
  const forms = createForms({ baseUrl, tokenLimitField: 'auto', responseFormat: 'auto' });
  expect(forms.now()).toEqual({ limitField, responseFormat: 'json_schema' });
});

describe('what a server answers becomes', () => {
  test.each([
    ['401', json(401, { error: { message: 'bad key' } }), 'model.refused', false],
    ['403', json(403, { error: { message: 'no' } }), 'model.refused', false],
    ['404', json(404, { error: { message: 'no such model' } }), 'model.refused', false],
    [
      'a 429 for an empty account',
      json(429, { error: { code: 'insufficient_quota' } }),
      'model.refused',
      false,
    ],
    ['429', json(429, { error: { message: 'slow down' } }), 'model.rate_limited', true],
    [
      'a 400 for a model that is not there',
      json(400, { error: { code: 'model_not_found' } }),
      'model.refused',
      false,
    ],
    ['402', json(402, { error: { message: 'pay' } }), 'model.refused', false],
    ['a redirect', json(307, {}, { location: '/v2' }), 'model.refused', false],
    [
      'a 429 whose type is an empty account',
      json(429, { error: { type: 'insufficient_quota' } }),
      'model.refused',
      false,
    ],
    ['408', json(408, {}), 'model.failed', true],
    ['409', json(409, {}), 'model.failed', true],
    ['502', json(502, {}), 'model.failed', true],
    ['504', json(504, {}), 'model.failed', true],
    ['529', json(529, { error: { message: 'overloaded' } }), 'model.failed', true],
    ['413', json(413, {}), 'model.too_long', false],
    ['a length that a server names', refusal('prompt exceeds n_ctx'), 'model.too_long', false],
    ['a filter’s 400', json(400, { error: { code: 'content_filter' } }), 'model.declined', false],
    [
      'a router’s 403 for what it flagged',
      json(403, { error: { code: 403, message: 'flagged', metadata: { reasons: ['violence'] } } }),
      'model.declined',
      false,
    ],
    [
      'a success that is a failure',
      json(200, { error: { code: 402, message: 'no credit' } }),
      'model.refused',
      false,
    ],
    ['a success that names no status', json(200, { error: 'upstream broke' }), 'model.failed', true],
    [
      'an answer broken off by the server behind a router',
      completion({ choices: [{ error: { code: 429, message: 'slow' }, message: { content: '{"a' } }] }),
      'model.rate_limited',
      true,
    ],
    ['nothing', raw('application/json', ''), 'model.failed', true],
    ['204', noContent, 'model.failed', true],
    ['no choices at all', json(200, { object: 'chat.completion' }), 'model.failed', true],
    [
      'a refusal',
      completion({ choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I cannot.' } }] }),
      'model.declined',
      false,
    ],
    [
      'a text that was filtered',
      completion({ choices: [{ finish_reason: 'content_filter', message: { content: '{"a' } }] }),
      'model.declined',
      false,
    ],
    [
      'thoughts without an answer',
      completion({
        choices: [{ message: { content: null, reasoning_content: CONTENT, reasoning: CONTENT } }],
      }),
      'model.failed',
      true,
    ],
    ['an answer of 11 MB', completion({ padding: 'x'.repeat(11_000_000) }), 'model.failed', true],
    ['422', json(422, {}), 'model.failed', false],
    ['500', json(500, { error: { message: 'oops' } }), 'model.failed', true],
    ['503 in HTML', html(503), 'model.failed', true],
    ['HTML with 200', html(200), 'model.failed', true],
    ['JSON that is none', raw('application/json', '{"choices": ['), 'model.failed', true],
    ['no choice', completion({ choices: [] }), 'model.failed', true],
    ['choices that are no list', completion({ choices: 'none' }), 'model.failed', true],
    ['null', raw('application/json', 'null'), 'model.failed', true],
    ['an empty text', completion({ choices: [{ message: { content: ' ' } }] }), 'model.failed', true],
    [
      'a refusal without a text',
      completion({ choices: [{ message: { content: null } }] }),
      'model.failed',
      true,
    ],
  ] as const)('%s: %s', async (_what, answer, code, retryable) => {
    const { model, server } = await modelOn([answer]);
    await expect(model.complete(request)).rejects.toMatchObject({ code, retryable });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': '86401' }, 86_401],
    [{ 'retry-after-ms': '1500' }, 2],
    [{ 'retry-after-ms': '90000', 'retry-after': '1' }, 90],
    [{ date: 'Mon, 23 Nov 2026 11:58:30 GMT', 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' }, 90],
    [{ date: 'Mon, 23 Nov 2026 12:58:30 GMT', 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ] as const)('a wait, %j: %s seconds', async (headers, retryAfterSeconds) => {
    for (const status of [429, 503, 529]) {
      const { model } = await modelOn([json(status, {}, headers)]);
      expect(await thrownBy(model)).toMatchObject({ retryAfterSeconds, retryable: true });
    }
  });

  test('a date to wait for means nothing from a server that does not tell the time', async () => {
    const { model } = await modelOn([timeless]);
    expect(await thrownBy(model)).toMatchObject({ code: 'model.rate_limited', retryAfterSeconds: undefined });
  });

  test('the sentence never holds the key or what the server said', async () => {
    const { model } = await modelOn([
      json(401, { error: { message: 'Incorrect key sk-test for ana@x.example' } }),
    ]);
    const failed = await model.complete(request).catch((error: unknown) => error as Error);
    expect(failed).toHaveProperty('message', expect.stringContaining('Check OPENAI_API_KEY'));
    expect(failed).toHaveProperty('message', expect.not.stringMatching(/sk-test|ana@/));
  });

  test('the sentence holds the server’s code where it is a word', async () => {
    const { model } = await modelOn([
      json(500, { error: { message: 'The article.', code: 'engine_overloaded' } }),
      json(500, { error: { message: 'The article.', code: 'sk-test', type: 'The article.' } }),
    ]);
    expect(await thrownBy(model)).toHaveProperty(
      'message',
      'The model server answered 500 (engine_overloaded).',
    );
    expect(await thrownBy(model)).toHaveProperty('message', 'The model server answered 500.');
  });

  test('the remedy of what is too long is a setting', async () => {
    const { model } = await modelOn([json(400, { error: { code: 'context_length_exceeded' } })]);
    expect(await thrownBy(model)).toHaveProperty(
      'message',
      expect.stringContaining('comment.provider.contextTokens'),
    );
  });
});

describe('a connection that', () => {
  test.each([
    ['is cut before the answer', (_request, response) => response.destroy()],
    ['is cut within the answer', cut],
    ['is cut within a failure', cutFailure],
    ['never answers', () => {}],
    ['sends its headers and then nothing', headersOnly],
    ['begins to answer and never ends', stall],
    ['drips', drip],
    ['drips a failure', dripFailure],
  ] satisfies [string, Answer][])('%s is given up, and may be tried again', async (_what, answer) => {
    const { model, server } = await modelOn([answer], { timeoutMs: 150 });
    expect(await thrownBy(model)).toMatchObject({ code: 'model.unavailable', retryable: true });
    expect(server.received).toHaveLength(1);
  });

  test('is given up by the caller ends at once', async () => {
    const giveUp = new AbortController();
    const { model } = await modelOn([() => giveUp.abort()], { timeoutMs: 60_000 });
    expect(await thrownBy(model, { ...request, signal: giveUp.signal })).toMatchObject({
      code: 'model.unavailable',
    });
  });

  test('is given up by the caller within the answer ends at once', async () => {
    const giveUp = new AbortController();
    const stallAndGiveUp: Answer = (one, response) => {
      stall(one, response);
      setTimeout(() => giveUp.abort(), 30);
    };
    const { model } = await modelOn([stallAndGiveUp], { timeoutMs: 60_000 });
    expect(await thrownBy(model, { ...request, signal: giveUp.signal })).toMatchObject({
      code: 'model.unavailable',
    });
  });

  test('is refused is a server that cannot be reached', async () => {
    const { model, server } = await modelOn([completion()]);
    await server.close();
    expect(await thrownBy(model)).toMatchObject({ code: 'model.unreachable', retryable: true });
  });

  test('leads to no known host is a server that cannot be reached', async () => {
    expect(await thrownBy(modelAt('http://model.invalid/v1'))).toMatchObject({
      code: 'model.unreachable',
      retryable: true,
    });
  });

  test('speaks no TLS is a server that cannot be reached', async () => {
    const { server } = await modelOn([completion()]);
    const model = modelAt(`${server.url.replace('http:', 'https:')}/v1`);
    expect(await thrownBy(model)).toMatchObject({ code: 'model.unreachable', retryable: true });
  });
});

test.each([
  ['cut', '{"a":'],
  ['empty', ''],
])('an answer that the server cut off says so, %s', async (_what, content) => {
  const choices = [{ finish_reason: 'length', message: { content } }];
  const { model } = await modelOn([completion({ choices })]);
  expect(await model.complete(request)).toMatchObject({ text: content, truncated: true });
});

test('an answer in parts is the text of them', async () => {
  const content = [
    { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
    { type: 'summary', text: 'An object.' },
    { type: 'text', text: '{"a"' },
    { type: 'text', text: ':1}' },
  ];
  const { model } = await modelOn([completion({ choices: [{ message: { content } }] })]);
  expect(await model.complete(request)).toMatchObject({ text: CONTENT });
});

test.each([
  [undefined],
  [null],
  ['many'],
  [{ prompt_tokens: 12 }],
  [{ prompt_tokens: 12, completion_tokens: -1 }],
  [{ prompt_tokens: 12.5, completion_tokens: 3 }],
  [{ prompt_tokens: '12', completion_tokens: 3 }],
])('a count that is none, %j, is no reason to fail', async (usage) => {
  const { model } = await modelOn([completion({ usage })]);
  expect(await model.complete(request)).toMatchObject({ text: CONTENT, usage: undefined });
});

describe.each(KINDS)('a server of the kind of %s', (kind) => {
  test('answers with the text alone, and with what it cost', async () => {
    const { model } = await modelOf(kind);
    expect(await askUntilKnown(model)).toEqual({
      text: CONTENT,
      usage: { inputTokens: expect.any(Number) as number, outputTokens: 2 },
      truncated: false,
    });
  });

  test('answers without a schema in the form, and without the newer name of the limit', async () => {
    const { model, bodies } = await modelOf(kind, [noJsonSchema, maxTokensOnly]);
    expect(await askUntilKnown(model)).toMatchObject({ text: CONTENT });
    expect(bodies().map((body) => [formOf(body), limitOf(body)])).toEqual([
      ['json_schema', 'max_tokens'],
      ['json_object', 'max_tokens'],
    ]);
  });

  test('refuses the newer name of the limit in its own words', async () => {
    const { model, bodies } = await modelOf(kind, [maxTokensOnly], {
      tokenLimitField: 'max_completion_tokens',
    });
    expect(await thrownBy(model)).toMatchObject({
      code: 'model.failed',
      message: expect.stringContaining('comment.provider.tokenLimitField') as string,
    });
    expect(bodies()).toHaveLength(1);
  });

  test('is told too much', async () => {
    const { model } = await modelOf(kind, [context4096]);
    const long = { ...request, user: 'The quay is long. '.repeat(1_000) };
    const failed = await askUntilKnown(model, long).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'model.too_long', retryable: false });
    expect(await askUntilKnown(model)).toMatchObject({ text: CONTENT });
  });

  test('asks for patience, breaks, hangs up and has a proxy in its way, each for one call', async () => {
    const { model, server } = await modelOf(
      kind,
      [retryAfter(90, 3), status500(4), cutConnection(5), cutConnection(7, 'within'), htmlAt200(11)],
      { tokenLimitField: kind === 'openai' ? 'max_completion_tokens' : 'max_tokens' },
    );
    const outcomes: unknown[] = [];
    for (let i = 0; i < 11; i++) outcomes.push(codeOf(await thrownBy(model)));
    expect(outcomes).toEqual([
      undefined,
      undefined,
      'model.rate_limited',
      'model.failed',
      'model.unavailable',
      'model.rate_limited',
      'model.unavailable',
      'model.failed',
      'model.rate_limited',
      'model.unavailable',
      'model.failed',
    ]);
    expect(await thrownBy(model)).toMatchObject({ retryAfterSeconds: 90 });
    expect(server.received).toHaveLength(12);
  });

  test('stops within the answer at the limit', async () => {
    const { model } = await modelOf(kind);
    expect(await askUntilKnown(model, { ...request, outputTokensMax: 1 })).toMatchObject({
      text: '{"a',
      truncated: true,
    });
  });

  test.each([
    [ignoresSchema, /^Of course![^]+```json\n\{"a":1\}\n```[^]+\?$/],
    [fencedJson, /^```json\n\{"a":1\}\n```$/],
    [thinkTags, /^<think>[^]+<\/think>\n\n\{"a":1\}$/],
  ])('says more than it was asked', async (fault, text) => {
    const { model } = await modelOf(kind, [fault]);
    expect((await askUntilKnown(model))?.text).toMatch(text);
  });

  test('has nothing to say', async () => {
    const server = await createModelServer(kind, () => undefined);
    stops.push(server.close);
    const failed = await askUntilKnown(modelAt(server.url)).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'model.failed', retryable: true });
  });

  test('counts nothing', async () => {
    const { model } = await modelOf(kind, [missingUsage]);
    expect(await askUntilKnown(model)).toMatchObject({ text: CONTENT, usage: undefined });
  });

  test('has no such page, key or model', async () => {
    const { server } = await modelOf(kind, [
      (next) => (call) =>
        call.body.model === 'm-1' ? refusalOf(kind, { status: 404, message: 'no such model' }) : next(call),
    ]);
    expect(await thrownBy(modelAt(`${server.url}/v9`))).toMatchObject({ code: 'model.refused' });
    expect(await thrownBy(modelAt(server.url))).toMatchObject({ code: 'model.refused' });
  });
});

test('OpenAI’s newer models are asked twice before they are understood, and once ever after', async () => {
  const { model, bodies } = await modelOf('openai');
  await askUntilKnown(model);
  await askUntilKnown(model);
  expect(bodies().map(limitOf)).toEqual(['max_tokens', 'max_completion_tokens', 'max_completion_tokens']);
});

test('a schema that is not strict is refused by OpenAI', async () => {
  const { model } = await modelOf('openai', [], {
    tokenLimitField: 'max_completion_tokens',
    responseFormat: 'json_schema',
  });
  const open = { name: 'open', json: { type: 'object', properties: { a: { type: 'string' } } } };
  expect(await thrownBy(model)).toBeUndefined();
  expect(await thrownBy(model, { ...request, schema: open })).toMatchObject({ code: 'model.failed' });
});

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

const SPEC = fileURLToPath(new URL('../../../shared/specs/openai-subset.json', import.meta.url));

describe.skipIf(!existsSync(SPEC))(`against OpenAI’s own document (skipped without ${SPEC})`, () => {
  test.each(['json_schema', 'json_object', 'text'] as const)(
    'the request is what it describes, as %s',
    async (responseFormat) => {
      for (const tokenLimitField of ['max_tokens', 'max_completion_tokens', 'none'] as const) {
        const { model, bodies } = await modelOn([completion()], { responseFormat, tokenLimitField });
        await model.complete({ ...request, repair: { answer: '{}', faults: '- short' } });
        expect(documented('CreateChatCompletionRequest').safeParse(bodies().at(-1)).error).toBeUndefined();
      }
    },
  );

  test('the document refuses what is no request', async () => {
    const { model, bodies } = await modelOn([completion()]);
    await model.complete(request);
    const schema = documented('CreateChatCompletionRequest');
    expect(schema.safeParse({ ...bodies()[0], messages: [] }).success).toBe(false);
    expect(schema.safeParse({ ...bodies()[0], response_format: { type: 'json_schema' } }).success).toBe(
      false,
    );
  });

  test.each(KINDS)(
    'the answer of %s is what it describes, but for what its kind leaves out',
    async (kind) => {
      const answer = await rawAnswerOf(kind);
      const schema = documented('CreateChatCompletionResponse');
      const leavesOut = kind === 'ollama' || kind === 'llamacpp';
      expect(schema.safeParse(answer).success).toBe(!leavesOut);
      const choices = answer.choices.map((choice) => ({
        ...choice,
        logprobs: null,
        message: { ...choice.message, refusal: null },
      }));
      expect(schema.safeParse({ ...answer, choices }).error).toBeUndefined();
      expect(
        schema.safeParse({ ...answer, choices: [{ ...choices[0], finish_reason: 'tired' }] }).success,
      ).toBe(false);
    },
  );

  test('the refusal of openai is what it describes', () => {
    const { body } = refusalOf('openai', { status: 400, message: 'no' });
    expect(documented('ErrorResponse').safeParse(body).error).toBeUndefined();
    expect(
      documented('ErrorResponse').safeParse(refusalOf('vllm', { status: 400, message: 'no' }).body).success,
    ).toBe(false);
  });
});

async function rawAnswerOf(kind: ServerKind): Promise<OpenAI.ChatCompletion> {
  const { server } = await modelOf(kind);
  const response = await fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-test' },
    body: JSON.stringify({ model: 'm-1', messages: [{ role: 'user', content: 'Hello.' }] }),
  });
  return (await response.json()) as OpenAI.ChatCompletion;
}

function documented(name: string): z.ZodType {
  const text = readFileSync(SPEC, 'utf8').replaceAll('#/components/schemas/', '#/$defs/');
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, object> } };
  const root = { $ref: `#/$defs/${name}`, $defs: components.schemas };
  return z.fromJSONSchema(root as Parameters<typeof z.fromJSONSchema>[0]);
}

function html(status: number): Answer {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>It works</h1>');
}

function raw(type: string, body: string): Answer {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
}
