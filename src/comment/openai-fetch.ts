import { Agent, request, type Dispatcher } from 'undici';
import { upstream } from '../shared/errors.ts';

/**
 * How the SDK asks over the wire: one request, its whole body read before anybody looks at it.
 *
 * Shape: redirects are answers, so that nothing is sent to an address that nobody chose. Failures come in one form,
 * `{ error: { message } }`, whichever of the usual ones the server knows.
 * Units: the caller's signal is the only time limit; other clients give up a server that thinks for five minutes.
 * Errors: those of undici and of the signal; AppError `model.failed` when the answer is longer than 10 MB.
 */
export function createModelFetch(): typeof fetch {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return async (input, init = {}) => {
    const answer = await request(input instanceof Request ? input.url : input, {
      dispatcher,
      method: 'POST',
      headers: { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' },
      // The SDK sends JSON as text.
      body: typeof init.body === 'string' ? init.body : null,
      ...(init.signal ? { signal: init.signal } : {}),
    });
    const bytes = await bytesOf(answer.body);
    const status = answer.statusCode;
    const body = status >= 400 ? inOneForm(bytes.toString()) : new Uint8Array(bytes);
    return new Response(BODILESS.has(status) ? null : body, { status, headers: headersOf(answer.headers) });
  };
}

const BYTES_MAX = 10_000_000;
const BODILESS = new Set([204, 205, 304]);

async function bytesOf(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BYTES_MAX)
      throw upstream('model.failed', 'The model server’s answer is longer than 10 MB.', { retryable: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(plain: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(plain))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

/** OpenAI nests what went wrong, older servers do not, and those built with FastAPI list it under `detail`. */
function inOneForm(text: string): string {
  const body = readJson(text);
  if (typeof body !== 'object' || body === null) return text;
  const { error, detail } = body as { error?: unknown; detail?: unknown };
  if (typeof error === 'object' && error !== null) return text;
  if (detail !== undefined) return JSON.stringify({ error: { message: messageOf(detail) } });
  return JSON.stringify({ error: error === undefined ? body : { message: error } });
}

/** Source: FastAPI's `RequestValidationError`; its `input` repeats what was sent and is left out. */
function messageOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const faults = (Array.isArray(detail) ? detail : [detail]) as ({ loc?: unknown; msg?: unknown } | null)[];
  return faults.map((fault) => `${String(fault?.loc)}: ${String(fault?.msg)}`).join('\n');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
