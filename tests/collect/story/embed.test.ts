import { afterEach, expect, test } from 'vitest';
import { createEmbedder } from '../../../src/collect/embed.ts';
import { serveHttp } from '../../helpers/http-server.ts';

type Answer = Parameters<typeof serveHttp>[0];
let server: Awaited<ReturnType<typeof serveHttp>> | undefined;
afterEach(() => server?.close());

test('texts are sent in batches of a hundred and come back in their order', async () => {
  const embedder = await answering(({ body }, response) => {
    const { input } = JSON.parse(body) as { input: string[] };
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: [Number(text), 0.5] }));
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ data: data.toReversed() }));
  });
  const texts = Array.from({ length: 230 }, (_, i) => String(i));
  const vectors = await embedder.embed(texts);
  expect(vectors.map(([first]) => first)).toEqual(texts.map(Number));
  expect(server?.received.map(({ path }) => path)).toEqual(Array(3).fill('/v1/embeddings'));
  expect(JSON.parse(server?.received[2]?.body ?? '')).toEqual({
    model: 'small',
    encoding_format: 'float',
    input: texts.slice(200),
  });
});

test('nothing is asked for no texts, and an empty text is never sent', async () => {
  const embedder = await answering((_, response) => json(response, { data: [{ embedding: [1] }] }));
  expect(await embedder.embed([])).toEqual([]);
  await embedder.embed(['']);
  expect(server?.received.map(({ body }) => (JSON.parse(body) as { input: unknown }).input)).toEqual([[' ']]);
});

test.each([
  [401, { error: { message: 'no key' } }, 'embedding.refused', false],
  [404, { error: { message: 'no such model' } }, 'embedding.refused', false],
  [429, { error: { message: 'slow down' } }, 'embedding.rate_limited', true],
  [429, { error: { message: 'pay', code: 'insufficient_quota' } }, 'embedding.refused', false],
  [500, { error: { message: 'broken' } }, 'embedding.failed', true],
  [200, { data: [] }, 'embedding.failed', true],
  [200, { data: [{ index: 0, embedding: [1, 'x'] }] }, 'embedding.failed', true],
  [200, { data: [{ index: 1e9, embedding: [1] }] }, 'embedding.failed', true],
  [200, 'no JSON at all', 'embedding.failed', true],
])('%i with %j is %s', async (status, answer, code, retryable) => {
  const embedder = await answering((_, response) => json(response, answer, status));
  await expect(embedder.embed(['text'])).rejects.toMatchObject({ code, retryable });
});

test('vectors of different lengths are an answer that cannot be read', async () => {
  const embedder = await answering((_, response) =>
    json(response, {
      data: [
        { index: 0, embedding: [1] },
        { index: 1, embedding: [1, 2] },
      ],
    }),
  );
  await expect(embedder.embed(['a', 'b'])).rejects.toMatchObject({ code: 'embedding.failed' });
});

test('a server that sends its answer drop by drop is given up', async () => {
  const embedder = await answering((_, response) => void response.writeHead(200).write('{'), 200);
  await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'embedding.unavailable' });
});

test('work can be called off', async () => {
  const embedder = await answering(() => {});
  const off = AbortSignal.timeout(50);
  await expect(embedder.embed(['a'], off)).rejects.toMatchObject({ code: 'embedding.unavailable' });
});

async function answering(answer: Answer, timeoutMs = 5_000) {
  server = await serveHttp(answer);
  return createEmbedder({ apiKey: 'none', baseUrl: `${server.url}/v1`, model: 'small', timeoutMs });
}

function json(response: Parameters<Answer>[1], answer: unknown, status = 200): void {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}
