import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wireSchema } from '../../src/comment/answer.ts';
import { createOpenAIModel } from '../../src/comment/openai.ts';
import type { ModelRequest } from '../../src/shared/ports.ts';
import { serveHttp, type Received } from '../helpers/http-server.ts';

type Answer = (request: Received, response: ServerResponse) => void;

const request: ModelRequest = {
  articleUrl: 'https://origin.example/quay',
  system: 'You write.',
  user: 'The article.',
  schema: { name: 'commentary', json: wireSchema() },
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A model server that answers with these in turn, the last one for ever. */
async function modelOn(answers: Answer[], { timeoutMs = 5_000 } = {}) {
  const server = await serveHttp((one, response) =>
    answers[Math.min(server.received.length, answers.length) - 1]?.(one, response),
  );
  stops.push(server.close);
  const model = createOpenAIModel({
    apiKey: 'sk-test',
    baseUrl: `${server.url}/v1`,
    model: 'm-1',
    timeoutMs,
  });
  const bodies = () => server.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  return { model, server, bodies };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const completion = (over: object = {}) =>
  json(200, {
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{"a":1}' } }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
    ...over,
  });

const refusal = (message: string) => json(400, { error: { message, type: 'invalid_request_error' } });

/** Refuses a schema, answers anything else. */
const refuseSchema: Answer = (received, response) =>
  (received.body.includes('"json_schema"')
    ? refusal('response_format json_schema is not supported')
    : completion())(received, response);

/** Cuts the connection within the answer. */
const cut: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"choices": [', () => response.destroy());
};

/** Begins to answer and never ends. */
const stall: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
};

test('the answer comes with what it cost', async () => {
  const { model, server } = await modelOn([completion()]);
  expect(await model.complete(request)).toEqual({
    text: '{"a":1}',
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
      { role: 'user', content: expect.stringContaining('- opinion holds markup') as string },
    ],
  });
});

test('a server that knows no schema is asked for an object, then in words, and is not asked again', async () => {
  const { model, bodies } = await modelOn([
    refusal('response_format.type json_schema is not supported'),
    refusal("'response_format' must be text"),
    completion(),
  ]);
  await model.complete(request);
  await model.complete(request);
  const forms = bodies().map((body) => (body['response_format'] as { type: string } | undefined)?.type);
  expect(forms).toEqual(['json_schema', 'json_object', undefined, undefined]);
  // Without a schema in the form it stands in the words.
  const [, second] = bodies();
  expect(JSON.stringify(second?.['messages'])).toContain('conclusion');
});

test('two calls that are refused at once do not skip a form', async () => {
  const { model, bodies } = await modelOn([refuseSchema]);
  await Promise.all([model.complete(request), model.complete(request)]);
  const forms = bodies().map((body) => (body['response_format'] as { type: string } | undefined)?.type ?? '');
  expect(forms.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'json_object',
    'json_object',
    'json_schema',
    'json_schema',
  ]);
});

test('a 400 about something else is a failure, not another form', async () => {
  const { model, server } = await modelOn([refusal('the context is too long')]);
  await expect(model.complete(request)).rejects.toMatchObject({ code: 'model.failed', retryable: false });
  expect(server.received).toHaveLength(1);
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
    ['408', json(408, {}), 'model.failed', true],
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

  test('a wait that the server asks for is handed on, in seconds', async () => {
    const { model } = await modelOn([json(429, {}, { 'retry-after': '7' })]);
    await expect(model.complete(request)).rejects.toMatchObject({ retryAfterSeconds: 7 });
  });

  test('a wait that is no number is nobody’s to guess', async () => {
    const { model } = await modelOn([json(429, {}, { 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' })]);
    await expect(model.complete(request)).rejects.toMatchObject({ retryAfterSeconds: undefined });
  });

  test('the sentence never holds the key or what the server said', async () => {
    const { model } = await modelOn([
      json(401, { error: { message: 'Incorrect key sk-test for ana@x.example' } }),
    ]);
    const failed = await model.complete(request).catch((error: unknown) => error as Error);
    expect(failed).toHaveProperty('message', expect.stringContaining('Check OPENAI_API_KEY'));
    expect(failed).toHaveProperty('message', expect.not.stringMatching(/sk-test|ana@/));
  });
});

describe('a connection that', () => {
  test('is cut before the answer is a server that is not there', async () => {
    const { model } = await modelOn([(_request, response) => response.destroy()]);
    await expect(model.complete(request)).rejects.toMatchObject({
      code: 'model.unavailable',
      retryable: true,
    });
  });

  test('is cut within the answer is a failure that may pass', async () => {
    const { model } = await modelOn([cut]);
    await expect(model.complete(request)).rejects.toMatchObject({ retryable: true });
  });

  test('never answers ends with the time limit', async () => {
    const { model } = await modelOn([() => {}], { timeoutMs: 100 });
    await expect(model.complete(request)).rejects.toMatchObject({
      code: 'model.unavailable',
      retryable: true,
    });
  });

  test('begins to answer and never ends is ended by the time limit', async () => {
    const { model } = await modelOn([stall], { timeoutMs: 100 });
    await expect(model.complete(request)).rejects.toMatchObject({
      code: 'model.unavailable',
      retryable: true,
    });
  });

  test('is given up by the caller ends at once', async () => {
    const giveUp = new AbortController();
    const { model } = await modelOn([() => giveUp.abort()]);
    await expect(model.complete({ ...request, signal: giveUp.signal })).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });

  test('is refused is a server that is not there', async () => {
    const { model, server } = await modelOn([completion()]);
    await server.close();
    await expect(model.complete(request)).rejects.toMatchObject({
      code: 'model.unavailable',
      retryable: true,
    });
  });
});

test('an answer that the server cut off says so', async () => {
  const choices = [{ finish_reason: 'length', message: { content: '{"a":' } }];
  const { model } = await modelOn([completion({ choices })]);
  expect(await model.complete(request)).toMatchObject({ truncated: true });
});

test('a server that counts nothing is no reason to fail', async () => {
  const { model } = await modelOn([completion({ usage: undefined })]);
  expect(await model.complete(request)).toMatchObject({ usage: undefined });
});

const SPEC = fileURLToPath(new URL('../../../shared/specs/openai-subset.json', import.meta.url));

describe.skipIf(!existsSync(SPEC))(`against OpenAI’s own document (skipped without ${SPEC})`, () => {
  test.each([
    ['with a schema', []],
    ['with an object', [refusal('response_format: no json_schema here')]],
    ['in words', [refusal('no json_schema'), refusal('no json_object')]],
  ])('the request is what it describes, %s', async (_form, refusals) => {
    const { model, bodies } = await modelOn([...refusals, completion()]);
    await model.complete({ ...request, repair: { answer: '{}', faults: '- short' } });
    expect(requestSchema().safeParse(bodies().at(-1)).error).toBeUndefined();
  });

  test('the document refuses what is no request', async () => {
    const { model, bodies } = await modelOn([completion()]);
    await model.complete(request);
    const schema = requestSchema();
    expect(schema.safeParse({ ...bodies()[0], messages: [] }).success).toBe(false);
    expect(schema.safeParse({ ...bodies()[0], response_format: { type: 'json_schema' } }).success).toBe(
      false,
    );
  });
});

function requestSchema(): z.ZodType {
  const text = readFileSync(SPEC, 'utf8').replaceAll('#/components/schemas/', '#/$defs/');
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, object> } };
  const root = { $ref: '#/$defs/CreateChatCompletionRequest', $defs: components.schemas };
  return z.fromJSONSchema(root as Parameters<typeof z.fromJSONSchema>[0]);
}

function html(status: number): Answer {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>It works</h1>');
}

function raw(type: string, body: string): Answer {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
}
