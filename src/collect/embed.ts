import OpenAI from 'openai';
import { serverFailure, unreadable, type ServerWords } from '../shared/openai-error.ts';
import type { Embedder } from '../shared/ports.ts';

/** An embedder whose work can be called off. */
export interface RemoteEmbedder extends Embedder {
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

export interface EmbedderOptions {
  apiKey: string;
  /** Any server that speaks the same API. */
  baseUrl?: string | undefined;
  model: string;
  timeoutMs: number;
}

/**
 * An embedder behind an OpenAI-compatible server (`/v1/embeddings`), at most 100 texts a request.
 *
 * Shape: empty texts are sent as one space, since servers refuse them. The same number of vectors comes back as texts
 * went in, in their order, all of one length, or it is a failure.
 * Errors: AppError `embedding.unreachable`, `embedding.unavailable` and `embedding.rate_limited` (retryable),
 * `embedding.refused` (key, rights, quota or name: no further call makes sense), `embedding.failed`.
 */
export function createEmbedder({ apiKey, baseUrl, model, timeoutMs }: EmbedderOptions): RemoteEmbedder {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs });
  return {
    name: model,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += TEXTS_MAX) {
        const input = texts.slice(from, from + TEXTS_MAX).map((text) => (text.trim() === '' ? ' ' : text));
        // The SDK's own time limit ends with the headers; a body may take for ever.
        const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
        const answer: unknown = await client.embeddings
          .create({ model, input, encoding_format: 'float' }, { signal: limit })
          .catch((error: unknown) => {
            throw serverFailure(error, SERVER);
          });
        vectors.push(...vectorsOf(answer, input.length));
      }
      if (vectors.some(({ length }) => length !== vectors[0]?.length)) throw unreadable(SERVER);
      return vectors;
    },
  };
}

const TEXTS_MAX = 100;

const SERVER: ServerWords = {
  noun: 'embedding',
  server: 'The embedding server',
  account: 'its key and the account behind it',
  address: 'its address and the name of the model',
};

/** Servers differ: nothing of the answer is taken for granted but that it may be anything. */
function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data) || data.length !== count) throw unreadable(SERVER);
  const vectors = Array.from<Float32Array | undefined>({ length: count });
  data.forEach((item: unknown, position) => {
    const { embedding, index = position } = (item ?? {}) as { embedding?: unknown; index?: unknown };
    if (!isVector(embedding) || !isPlace(index, count)) throw unreadable(SERVER);
    vectors[index] = Float32Array.from(embedding);
  });
  const whole = vectors.filter((vector) => vector !== undefined);
  if (whole.length !== count) throw unreadable(SERVER);
  return whole;
}

const isVector = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => Number.isFinite(one));

const isPlace = (value: unknown, count: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < count;
