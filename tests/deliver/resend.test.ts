import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createResendMailer } from '../../src/deliver/resend.ts';
import { serveHttp, type Received } from '../helpers/http-server.ts';
import { batchOf } from './mail.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

type Answer = (request: Received, response: ServerResponse) => void;

async function mailerTo(answer: Answer = takes, timeoutMs = 5_000) {
  const server = await serveHttp(answer);
  open.push(server);
  const options = { apiKey: 're_test', baseUrl: server.url, userAgent: 'broadside/test', timeoutMs };
  return { server, mailer: createResendMailer(options) };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const takes: Answer = (request, response) => {
  const mails: unknown = JSON.parse(request.body);
  const ids = Array.isArray(mails) ? { data: mails.map((_, i) => ({ id: `re-${i}` })) } : { id: 're-0' };
  json(200, ids)(request, response);
};

const failureOf = async (answer: Answer, count = 2, timeoutMs?: number) => {
  const { mailer } = await mailerTo(answer, timeoutMs);
  return mailer.send(batchOf(count)).then(
    () => undefined,
    (error: unknown) => error,
  );
};

test('a batch is one call, with the key, the name of the program and strict validation', async () => {
  const { server, mailer } = await mailerTo();
  const outcomes = await mailer.send(batchOf(3));
  expect(outcomes).toEqual([0, 1, 2].map((i) => ({ ok: true, providerId: `re-${i}` })));
  expect(server.received).toHaveLength(1);
  const [call] = server.received;
  expect([call?.method, call?.path]).toEqual(['POST', '/emails/batch']);
  expect(call?.headers).toMatchObject({
    'idempotency-key': 'edition/0b2f6a52/1',
    'user-agent': 'broadside/test',
    authorization: 'Bearer re_test',
    'x-batch-validation': 'strict',
  });
});

test('the same batch again is the same call, byte by byte', async () => {
  const { server, mailer } = await mailerTo();
  await mailer.send(batchOf(2));
  await mailer.send(batchOf(2));
  const [first, second] = server.received;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test('a single mail goes out alone under its key', async () => {
  const { server, mailer } = await mailerTo();
  expect(await mailer.send(batchOf(1))).toEqual([{ ok: true, providerId: 're-0' }]);
  expect(server.received.map(({ path }) => path)).toEqual(['/emails']);
  expect(server.received[0]?.headers['idempotency-key']).toBe('edition/0b2f6a52/1');
});

test('each mail of a call has one recipient and its own unsubscribe header', async () => {
  const { server, mailer } = await mailerTo();
  await mailer.send(batchOf(2));
  const mails = JSON.parse(server.received[0]?.body ?? '[]') as Record<string, unknown>[];
  expect(mails.map(({ to }) => to)).toEqual(['reader0@inbox.example', 'reader1@inbox.example']);
  expect(mails[0]).toMatchObject({ headers: { 'List-Unsubscribe': '<https://tide.example/u/abc>' } });
});

describe('an answer that means yes, but is short of something', () => {
  test('mails without an id are uncertain', async () => {
    const { mailer } = await mailerTo(json(200, { data: [{ id: 'a' }, { id: '' }] }));
    const outcomes = await mailer.send(batchOf(3));
    expect(outcomes[0]).toEqual({ ok: true, providerId: 'a' });
    for (const rest of outcomes.slice(1))
      expect(rest).toMatchObject({ ok: false, uncertain: true, code: 'mail.no_id' });
  });

  test('an answer without a list leaves every mail uncertain', async () => {
    const { mailer } = await mailerTo(json(200, {}));
    for (const each of await mailer.send(batchOf(2))) expect(each).toMatchObject({ uncertain: true });
  });

  test.each<[string, Answer]>([
    [
      'a web page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>'),
    ],
    ['half a JSON', (_, response) => response.writeHead(200).end('{"data":[{"id":"a')],
    ['null', json(200, null)],
  ])('%s may be a yes: the same call is made again', async (_, answer) => {
    expect(await failureOf(answer)).toMatchObject({ code: 'mail.unreachable', retryable: true });
  });
});

describe('a call that failed', () => {
  test('429 is put off for as long as the provider asks', async () => {
    const body = { name: 'rate_limit_exceeded', statusCode: 429, message: 'Too many requests' };
    expect(await failureOf(json(429, body, { 'retry-after': '17' }))).toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
      retryAfterSeconds: 17,
    });
  });

  test.each([500, 502, 503])('%i may pass later', async (status) => {
    expect(await failureOf((_, response) => response.writeHead(status).end('<h1>sorry</h1>'))).toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
  });

  test('422 is refused in the provider’s words, without the reader’s address', async () => {
    const body = {
      name: 'validation_error',
      statusCode: 422,
      message: 'Invalid `to` field: "reader0@inbox.example".',
    };
    const error = await failureOf(json(422, body));
    expect(error).toMatchObject({ code: 'mail.refused', retryable: false });
    expect(String(error)).toContain('422 (validation_error): Invalid `to` field');
    expect(String(error)).not.toContain('@');
  });

  test.each([401, 403])('%i is refused: the same call cannot succeed', async (statusCode) => {
    const body = { name: 'invalid_api_key', statusCode, message: 'API key is invalid' };
    expect(await failureOf(json(statusCode, body))).toMatchObject({ code: 'mail.refused', retryable: false });
  });

  test('a key that was used with other bytes is told apart from one that is in use', async () => {
    const body = { statusCode: 409, message: 'The key' };
    expect(await failureOf(json(409, { ...body, name: 'invalid_idempotent_request' }))).toMatchObject({
      code: 'mail.key_reused',
      retryable: false,
    });
    expect(await failureOf(json(409, { ...body, name: 'concurrent_idempotent_requests' }))).toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
  });

  test('a cut connection may have been taken, and is tried again', async () => {
    expect(await failureOf((_, response) => response.destroy())).toMatchObject({
      code: 'mail.unreachable',
      retryable: true,
    });
  });

  test('so may one whose answer does not come in time', async () => {
    expect(await failureOf(() => {}, 2, 150)).toMatchObject({ code: 'mail.unreachable', retryable: true });
  });
});

const SPEC = fileURLToPath(new URL('../../../shared/specs/resend.yaml', import.meta.url));

describe.skipIf(!existsSync(SPEC))(`against Resend’s OpenAPI document (skipped without ${SPEC})`, () => {
  test('a call has the fields that Resend knows, all that it requires, each of its type', async () => {
    const { required, types } = readSchema('SendEmailRequest');
    expect(required).toEqual(['from', 'to', 'subject']);
    const { server, mailer } = await mailerTo();
    await mailer.send(batchOf(2));
    await mailer.send(batchOf(1));
    const bodies = server.received.map(({ body }): unknown => JSON.parse(body));
    const mails = bodies.flat() as Record<string, unknown>[];
    expect(mails).toHaveLength(3);
    for (const mail of mails) {
      expect(Object.keys(mail)).toEqual(expect.arrayContaining(required));
      for (const [name, value] of Object.entries(mail))
        expect([name, types.get(name)]).toContain(typeOf(value));
    }
  });

  test('tags hold nothing that Resend would refuse, and the key is not too long', async () => {
    const { server, mailer } = await mailerTo();
    await mailer.send(batchOf(1, { group: 'fresh link/é' }));
    const { tags } = JSON.parse(server.received[0]?.body ?? '') as {
      tags: { name: string; value: string }[];
    };
    for (const { name, value } of tags) expect(`${name}${value}`).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(String(server.received[0]?.headers['idempotency-key']).length).toBeLessThanOrEqual(256);
  });
});

/** What the document says of one schema: enough of YAML for its regular shape. */
function readSchema(name: string): { required: string[]; types: Map<string, string> } {
  const [, rest = ''] = readFileSync(SPEC, 'utf8').split(`\n    ${name}:\n`);
  const [schema = ''] = rest.split(/\n {4}\S/);
  const [head = '', properties = ''] = schema.split('      properties:\n');
  const fields = properties.split(/^ {8}(?=\w)/m).slice(1);
  return {
    required: [...head.matchAll(/^ {8}- (\w+)$/gm)].map(([, field = '']) => field),
    types: new Map(
      fields.map((field) => [/^\w+/.exec(field)?.[0] ?? '', /type: (\w+)/.exec(field)?.[1] ?? 'any']),
    ),
  };
}

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
