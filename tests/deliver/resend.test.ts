import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ServerResponse } from 'node:http';
import * as fc from 'fast-check';
import { Resend } from 'resend';
import { afterEach, describe, expect, test } from 'vitest';
import { createResendMailer } from '../../src/deliver/resend.ts';
import type { Mail, MailBatch } from '../../src/shared/ports.ts';
import { serveHttp, type Received } from '../helpers/http-server.ts';
import { batchOf, mailOf, withEscaped } from './mail.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

type Answer = (request: Received, response: ServerResponse) => void;

const NOON = new Date('2026-11-23T12:00:00Z');

function mailerAt(baseUrl: string, { timeoutMs = 5_000, connections = 4 } = {}) {
  const options = { apiKey: 're_test', baseUrl, userAgent: 'broadside/test', timeoutMs, connections };
  const mailer = createResendMailer({ ...options, now: () => NOON });
  open.push(mailer);
  return mailer;
}

async function mailerTo(answer: Answer = takes, options: Parameters<typeof mailerAt>[1] = {}) {
  const server = await serveHttp(answer);
  open.push(server);
  return { server, mailer: mailerAt(server.url, options) };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const refuses = (statusCode: number, name: string, message = 'No.', headers: Record<string, string> = {}) =>
  json(statusCode, { statusCode, name, message }, headers);

const takes: Answer = (request, response) => {
  const mails: unknown = JSON.parse(request.body);
  const ids = Array.isArray(mails) ? { data: mails.map((_, i) => ({ id: `re-${i}` })) } : { id: 're-0' };
  json(200, ids)(request, response);
};

/** A batch of an edition: its mails carry their text as escaped bytes too. */
const editionOf = (count: number, over: Partial<Mail> = {}): MailBatch => {
  const batch = batchOf(count, over);
  return { ...batch, mails: batch.mails.map(withEscaped) };
};

const failureOf = async (answer: Answer, batch = editionOf(4), timeoutMs = 5_000) => {
  const { mailer } = await mailerTo(answer, { timeoutMs });
  return mailer.send(batch).then(
    () => undefined,
    (error: unknown) => error,
  );
};

test('a batch is one call, with the key, the name of the program and strict validation', async () => {
  const { server, mailer } = await mailerTo();
  const outcomes = await mailer.send(editionOf(3));
  expect(outcomes).toEqual([0, 1, 2].map((i) => ({ ok: true, providerId: `re-${i}` })));
  expect(server.received).toHaveLength(1);
  const [call] = server.received;
  expect([call?.method, call?.path]).toEqual(['POST', '/emails/batch']);
  expect(call?.headers).toMatchObject({
    'idempotency-key': 'edition/0b2f6a52/1',
    'user-agent': 'broadside/test',
    authorization: 'Bearer re_test',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(call?.body ?? '')),
    'x-batch-validation': 'strict',
  });
});

test('the same batch again is the same call, byte by byte, also after others', async () => {
  const { server, mailer } = await mailerTo();
  await mailer.send(editionOf(2));
  await mailer.send(editionOf(9, { subject: 'Other' }));
  await mailer.send(editionOf(2));
  const [first, , again] = server.received;
  expect(again?.body).toBe(first?.body);
  expect(again?.headers).toEqual(first?.headers);
});

test('a batch of one mail of an edition is a batch; a letter goes out alone, under its key and its name', async () => {
  const { server, mailer } = await mailerTo();
  expect(await mailer.send(editionOf(1))).toEqual([{ ok: true, providerId: 're-0' }]);
  expect(await mailer.send(batchOf(1))).toEqual([{ ok: true, providerId: 're-0' }]);
  expect(server.received.map(({ path }) => path)).toEqual(['/emails/batch', '/emails']);
  for (const { headers } of server.received)
    expect(headers).toMatchObject({
      'idempotency-key': 'edition/0b2f6a52/1',
      'user-agent': 'broadside/test',
      authorization: 'Bearer re_test',
    });
});

test('a batch of nobody is no call', async () => {
  const { server, mailer } = await mailerTo();
  expect(await mailer.send(editionOf(0))).toEqual([]);
  expect(server.received).toEqual([]);
});

test('a server whose API stands under a path is asked there', async () => {
  const { server } = await mailerTo();
  const mailer = mailerAt(`${server.url}/mail/`);
  await mailer.send(editionOf(2));
  await mailer.send(batchOf(1));
  expect(server.received.map(({ path }) => path)).toEqual(['/mail/emails/batch', '/mail/emails']);
  expect(mailer.server).toBe(`${server.url}/mail/`);
});

/** Anything that a mail may hold: quotes, line separators, control characters, letters of all the world. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\u2028', '\u2029', '\0', '\u001f', '\u007f', '\n', 'é', '👩‍🚀', 'a', '<'),
  }),
);
const anyLine = fc.string({ minLength: 1, maxLength: 40 });
const anyTag = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '_', '-'), minLength: 1, maxLength: 36 });
const anyMail = fc
  .record({
    from: anyText,
    to: anyText,
    subject: anyText,
    html: anyText,
    text: anyText,
    replyTo: fc.option(anyLine, { nil: undefined }),
    headers: fc.dictionary(anyLine, anyLine, { maxKeys: 4 }),
    tags: fc.dictionary(anyTag, anyTag, { maxKeys: 3 }),
  })
  .map(({ replyTo, ...rest }): Mail => {
    const { replyTo: _, ...mail } = mailOf();
    return { ...mail, ...rest, ...(replyTo === undefined ? {} : { replyTo }) };
  });

test('what is written by hand is what Resend’s own SDK sends for the same mails', async () => {
  const { server, mailer } = await mailerTo();
  const sdk = new Resend('re_test', { baseUrl: server.url, userAgent: 'broadside/test' });
  let compared = 0;
  const property = fc.asyncProperty(fc.array(anyMail, { minLength: 3, maxLength: 5 }), async (mails) => {
    const idempotencyKey = `edition/0b2f6a52/${String(compared)}`;
    const half = mails.map((mail, i) => (i % 2 === 0 ? withEscaped(mail) : mail));
    await mailer.send({ idempotencyKey, mails: half });
    await sdk.batch.send(
      mails.map(({ from, to, replyTo, subject, html, text, headers, tags }) => ({
        from,
        to,
        subject,
        html,
        text,
        headers,
        ...(replyTo ? { replyTo } : {}),
        tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
      })),
      { idempotencyKey },
    );
    const [ours, theirs] = server.received.splice(0);
    expect([ours?.method, ours?.path]).toEqual([theirs?.method, theirs?.path]);
    expect(JSON.parse(ours?.body ?? '')).toEqual(JSON.parse(theirs?.body ?? ''));
    expect(Buffer.byteLength(ours?.body ?? '')).toBe(Buffer.byteLength(theirs?.body ?? ''));
    for (const name of SAME_HEADERS) expect(ours?.headers[name]).toBe(theirs?.headers[name]);
    compared += mails.length;
  });
  await fc.assert(property, { numRuns: 40 });
  expect(compared).toBeGreaterThanOrEqual(100);
});

const SAME_HEADERS = [
  'authorization',
  'content-length',
  'content-type',
  'idempotency-key',
  'user-agent',
  'x-batch-validation',
];

test('memory that is used again shows no call the bytes of another', async () => {
  const { server, mailer } = await mailerTo(
    (request, response) => void setTimeout(() => takes(request, response), request.body.length % 7),
  );
  const sizes = [30, 2, 17, 9, 25, 3];
  const batches = Array.from({ length: 60 }, (_, n) => {
    const letter = String.fromCharCode(97 + (n % 26));
    const html = letter.repeat(3_000 + 500 * (n % 11));
    return { ...editionOf(sizes[n % 6] ?? 2, { html, text: html }), idempotencyKey: String(n) };
  });
  await Promise.all(batches.map((batch) => mailer.send(batch)));
  expect(server.received).toHaveLength(60);
  for (const { body, headers } of server.received) {
    const batch = batches[Number(headers['idempotency-key'])];
    const sent = JSON.parse(body) as { to: string; html: string; text: string }[];
    expect(sent.map(({ to, html, text }) => [to, html, text])).toEqual(
      batch?.mails.map(({ to, html, text }) => [to, html, text]),
    );
  }
});

test.each([1, -1])('escaped text that is not as long as it said (%i) is not sent', async (off) => {
  const { server, mailer } = await mailerTo();
  const { escaped, ...mail } = withEscaped(mailOf());
  const html = escaped && { ...escaped.html, bytes: escaped.html.bytes + off };
  const mails = [{ ...mail, ...(escaped && html ? { escaped: { ...escaped, html } } : {}) }];
  await expect(mailer.send({ idempotencyKey: 'k', mails })).rejects.toThrow(/than it said/);
  expect(server.received).toEqual([]);
});

describe('an answer that means yes, but is short of something', () => {
  test('mails without an id are uncertain', async () => {
    const { mailer } = await mailerTo(json(200, { data: [{ id: 'a' }, { id: '' }] }));
    const outcomes = await mailer.send(editionOf(3));
    expect(outcomes[0]).toEqual({ ok: true, providerId: 'a' });
    expect(outcomes).toHaveLength(3);
    for (const rest of outcomes.slice(1))
      expect(rest).toMatchObject({ ok: false, uncertain: true, code: 'mail.no_id' });
  });

  test('an answer without a list leaves every mail uncertain', async () => {
    const { mailer } = await mailerTo(json(200, {}));
    for (const each of await mailer.send(editionOf(2))) expect(each).toMatchObject({ uncertain: true });
  });
});

const DOUBTFUL: [string, Answer][] = [
  [
    'a web page',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>'),
  ],
  ['half a JSON', (_, response) => response.writeHead(200).end('{"data":[{"id":"a')],
  ['null', json(200, null)],
  [
    'a redirect',
    (request, response) => {
      if (request.path === '/elsewhere') takes(request, response);
      else response.writeHead(307, { location: '/elsewhere' }).end();
    },
  ],
  ['a cut connection', (_, response) => response.destroy()],
  [
    'a body that is cut off',
    (_, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"data":[');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ['no answer in time', () => {}],
  ['an answer that does not end', (_, response) => void response.writeHead(200).write('{')],
  ['408', (_, response) => response.writeHead(408).end('{"statusCode":408,"message":"slow"}')],
];

describe.each([
  ['a batch', editionOf(2)],
  ['a letter', batchOf(1)],
])('%s of which nobody knows whether it was taken', (_, batch) => {
  test.each(DOUBTFUL)('%s: the same call may be made again', async (_name, answer) => {
    const error = await failureOf(answer, batch, 300);
    expect(error).toMatchObject({ name: 'AppError', code: 'mail.unreachable', retryable: true });
  });
});

test('an answer of more than a megabyte is not read to its end', async () => {
  const error = await failureOf((_, response) =>
    response.writeHead(200).end(`{"data":"${'x'.repeat(1_200_000)}"}`),
  );
  expect(error).toMatchObject({ code: 'mail.unreachable', retryable: true });
});

describe('a call that was not begun', () => {
  test('when nobody listens', async () => {
    const { server, mailer } = await mailerTo();
    await server.close();
    await expect(mailer.send(editionOf(2))).rejects.toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
  });

  test('when the name of the server is unknown', async () => {
    const mailer = mailerAt('http://nowhere.invalid');
    await expect(mailer.send(editionOf(2))).rejects.toMatchObject({
      code: 'mail.unavailable',
      retryable: true,
    });
  });

  test('after the mailer was closed, which it may be twice', async () => {
    const { server, mailer } = await mailerTo();
    await mailer.close();
    await mailer.close();
    await expect(mailer.send(editionOf(2))).rejects.toMatchObject({ code: 'mail.unavailable' });
    expect(server.received).toEqual([]);
  });
});

test('a server that hangs up before it has read the call is not known to have taken nothing', async () => {
  const server = createServer(
    (socket) => void socket.on('error', () => {}).once('data', () => socket.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mailer = mailerAt(`http://127.0.0.1:${String(port)}`);
  const batch = editionOf(50, { html: 'x'.repeat(60_000) });
  await expect(mailer.send(batch)).rejects.toMatchObject({ code: 'mail.unreachable' });
});

describe.each([
  ['a batch', editionOf(2)],
  ['a letter', batchOf(1)],
])('%s that was refused', (_, batch) => {
  test.each<[number, string, Record<string, unknown>]>([
    [429, 'rate_limit_exceeded', { code: 'mail.rate_limited', retryable: true }],
    [429, 'something_new', { code: 'mail.rate_limited', retryable: true }],
    [429, 'daily_quota_exceeded', { code: 'mail.quota', retryable: true, retryAfterSeconds: 43_200 }],
    [429, 'monthly_quota_exceeded', { code: 'mail.quota', retryable: true, retryAfterSeconds: 43_200 }],
    [409, 'invalid_idempotent_request', { code: 'mail.key_reused', retryable: false }],
    [409, 'concurrent_idempotent_requests', { code: 'mail.concurrent', retryable: true }],
    [409, '', { code: 'mail.concurrent', retryable: true }],
    [500, 'application_error', { code: 'mail.server_error', retryable: true }],
    [503, 'internal_server_error', { code: 'mail.server_error', retryable: true }],
    [401, 'missing_api_key', { code: 'mail.denied', retryable: false }],
    [400, 'invalid_api_key', { code: 'mail.denied', retryable: false }],
    [403, 'restricted_api_key', { code: 'mail.denied', retryable: false }],
    [403, 'validation_error', { code: 'mail.denied', retryable: false }],
    [422, 'invalid_from_address', { code: 'mail.denied', retryable: false }],
    [404, 'not_found', { code: 'mail.denied', retryable: false }],
    [422, 'validation_error', { code: 'mail.invalid', retryable: false }],
    [400, 'validation_error', { code: 'mail.invalid', retryable: false }],
    [413, '', { code: 'mail.invalid', retryable: false }],
    [400, 'invalid_idempotency_key', { code: 'mail.refused', retryable: false }],
    [451, 'security_error', { code: 'mail.refused', retryable: false }],
  ])('%i %s', async (status, name, expected) => {
    expect(await failureOf(refuses(status, name), batch)).toMatchObject(expected);
  });
});

test.each([500, 502, 503])('%i with a web page may pass later', async (status) => {
  const answer: Answer = (_, response) => response.writeHead(status).end('<h1>sorry</h1>');
  for (const batch of [editionOf(2), batchOf(1)])
    expect(await failureOf(answer, batch)).toMatchObject({ code: 'mail.server_error', retryable: true });
});

test.each([
  [401, 'missing_api_key', 'No.', 'RESEND_API_KEY'],
  [403, 'invalid_api_key', 'No.', 'RESEND_API_KEY'],
  [403, 'validation_error', 'The tide.example domain is not verified. Please, add it.', 'newsroom.from'],
  [403, 'validation_error', 'Your API key has been suspended.', 'suspended'],
  [422, 'validation_error', 'Invalid `from` field.', 'newsroom.from'],
  [404, 'not_found', 'No such path.', 'RESEND_BASE_URL'],
])('%i %s “%s” tells in one sentence what to do', async (status, name, message, remedy) => {
  const error = await failureOf(refuses(status, name, message));
  expect(error).toMatchObject({ code: 'mail.denied', message: expect.stringContaining(remedy) });
  expect(String(error)).toMatch(/^AppError: The mail provider refuses our calls \(\d+ \w+\): [^!?]+\.$/);
});

describe('how long to wait', () => {
  test.each<[string, number, string, Record<string, string>, number | undefined]>([
    ['as retry-after says', 429, 'rate_limit_exceeded', { 'retry-after': '17' }, 17],
    ['or its date', 429, 'rate_limit_exceeded', { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }, 30],
    ['or else until the limit begins anew', 429, 'rate_limit_exceeded', { 'ratelimit-reset': '3' }, 3],
    [
      'which may be a moment',
      429,
      'rate_limit_exceeded',
      { 'ratelimit-reset': String(NOON.getTime() / 1000 + 9) },
      9,
    ],
    ['unknown', 429, 'rate_limit_exceeded', { 'retry-after': 'soon' }, undefined],
    ['never more than a day', 429, 'rate_limit_exceeded', { 'retry-after': '9999999' }, 86_400],
    ['for a day’s quota until midnight', 429, 'daily_quota_exceeded', { 'retry-after': '5' }, 43_200],
    ['or longer', 429, 'daily_quota_exceeded', { 'retry-after': '50000' }, 50_000],
    ['for a month’s until midnight', 429, 'monthly_quota_exceeded', { 'retry-after': '1000000' }, 43_200],
    ['for a server that is out of order', 503, 'application_error', { 'retry-after': '40' }, 40],
  ])('%s', async (_, status, name, headers, seconds) => {
    const error = await failureOf(refuses(status, name, 'No.', headers));
    expect(error).toMatchObject({ retryable: true, retryAfterSeconds: seconds });
  });

  test('a month’s quota says that it is the month’s', async () => {
    expect(await failureOf(refuses(429, 'monthly_quota_exceeded'))).toMatchObject({
      message: expect.stringContaining('month'),
    });
  });
});

describe('which mail was refused', () => {
  test.each([
    ['The mail at [3] is not valid.', 3],
    ['emails.2.to: not an address', 2],
    ['Invalid mail at index 1.', 1],
    ['3.to is not valid', 3],
    ['Invalid `to` field: "reader2@inbox.example".', 2],
    ['Invalid `to` field (READER3@inbox.example).', 3],
    ['reader1@inbox.example. [0]', 1],
    ['Version 2026.11 takes no such field.', undefined],
    ['xreader1@inbox.example and reader1@inbox.example.org are others.', undefined],
    ['The mail at [900] is not valid.', undefined],
    ['Something is not valid.', undefined],
    ['', undefined],
  ])('%s', async (message, place) => {
    const error = await failureOf(refuses(422, 'validation_error', message));
    expect(error).toMatchObject({ code: 'mail.invalid', place });
    expect(String(error)).not.toContain('@');
  });

  test('as a list of errors says it', async () => {
    const body = {
      statusCode: 422,
      name: 'validation_error',
      message: 'No.',
      errors: [{ index: 2, message: 'x' }],
    };
    expect(await failureOf(json(422, body))).toMatchObject({ code: 'mail.invalid', place: 2 });
  });

  test('is plain where there is one', async () => {
    expect(await failureOf(refuses(422, 'validation_error'), editionOf(1))).toMatchObject({ place: 0 });
  });

  test('too large a call is about no one mail', async () => {
    expect(await failureOf((_, response) => response.writeHead(413).end('<h1>Too large</h1>'))).toMatchObject(
      { code: 'mail.invalid', place: undefined },
    );
  });
});

test.each([editionOf(2), batchOf(1)])(
  'the provider’s words are cut short and name no reader',
  async (batch) => {
    const message = `Bad: reader0@inbox.example, o'neil@inbox.example, ${'words '.repeat(400)}`;
    const error = await failureOf(refuses(422, 'validation_error', message), batch);
    expect(String(error)).toContain('422 validation_error: Bad: (address)');
    expect(String(error)).not.toContain('@');
    expect(String(error).length).toBeLessThan(400);
  },
);

test('an address that is cut in two leaves nothing of it', async () => {
  const message = `${'reader0@inbox.example '.repeat(90)}${'x'.repeat(13)} hidden.reader@inbox.example`;
  const error = await failureOf(refuses(422, 'validation_error', message));
  expect(String(error)).not.toContain('hidden');
});

describe('how fast the provider may be called', () => {
  test.each<[Record<string, string>, unknown]>([
    [{}, undefined],
    [{ 'ratelimit-limit': '10' }, { perSecond: 10, waitSeconds: undefined }],
    [
      { 'ratelimit-limit': '600', 'ratelimit-policy': '600;w=60' },
      { perSecond: 10, waitSeconds: undefined },
    ],
    [
      { 'ratelimit-limit': '10', 'ratelimit-remaining': '4', 'ratelimit-reset': '1' },
      { perSecond: 10, waitSeconds: undefined },
    ],
    [
      { 'ratelimit-limit': '10', 'ratelimit-remaining': '0', 'ratelimit-reset': '2' },
      { perSecond: 10, waitSeconds: 2 },
    ],
    [{ 'retry-after': '7' }, { perSecond: undefined, waitSeconds: 7 }],
    [{ 'ratelimit-limit': 'many', 'ratelimit-policy': 'x;w=0' }, undefined],
  ])('%j', async (headers, expected) => {
    const { mailer } = await mailerTo(json(200, { id: 'a', data: [{ id: 'a' }, { id: 'b' }] }, headers));
    expect(mailer.limits?.()).toBeUndefined();
    await mailer.send(editionOf(2));
    expect(mailer.limits?.()).toEqual(expected);
    await mailer.send(batchOf(1));
    expect(mailer.limits?.()).toEqual(expected);
  });

  test('is known from a refusal too', async () => {
    const { mailer } = await mailerTo(refuses(429, 'rate_limit_exceeded', 'No.', { 'retry-after': '2' }));
    await expect(mailer.send(editionOf(2))).rejects.toMatchObject({ code: 'mail.rate_limited' });
    expect(mailer.limits?.()).toEqual({ perSecond: undefined, waitSeconds: 2 });
  });
});

const SPEC = fileURLToPath(new URL('../../../shared/specs/resend.yaml', import.meta.url));

describe.skipIf(!existsSync(SPEC))(`against Resend’s OpenAPI document (skipped without ${SPEC})`, () => {
  test('a call has the fields that Resend knows, all that it requires, each of its type', async () => {
    const { required, types } = readSchema('SendEmailRequest');
    expect(required).toEqual(['from', 'to', 'subject']);
    const { server, mailer } = await mailerTo();
    await mailer.send(editionOf(2));
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
    await mailer.send(editionOf(2));
    for (const { tags } of JSON.parse(server.received[0]?.body ?? '') as Record<
      'tags',
      { name: string; value: string }[]
    >[])
      for (const { name, value } of tags)
        for (const word of [name, value]) expect(word).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
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
