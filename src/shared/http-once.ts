import { request as ask, type Agent, type Dispatcher } from 'undici';
import { readBody } from './http-body.ts';
import { wasCut } from './http-error.ts';
import type { FetchRequest } from './ports.ts';

/** One answer, which may send elsewhere. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Where a redirect that is to be followed leads, as it is written there; its body is not kept. */
  location: string | undefined;
}

/**
 * Ask one address once, or twice where the first connection was cut before it could answer.
 *
 * Errors: AppError `fetch.too_large`, `fetch.bad_answer`; else those of undici, zlib and the signal.
 */
export async function askOnce(url: URL, { request, signal, agent, userAgent }: Asking): Promise<Answer> {
  const answer = await begin(url, { request, signal, agent, userAgent });
  const { statusCode: status } = answer;
  const location = request.method !== 'POST' && REDIRECTS.has(status) ? locationOf(answer) : undefined;
  const body =
    location === undefined ? await bodyOf(answer, { host: url.host, request }) : await drop(answer);
  return { status, headers: plainHeaders(answer.headers), body, location };
}

export interface Asking {
  request: FetchRequest;
  signal: AbortSignal;
  agent: Agent;
  /** Where the request has none of its own. */
  userAgent: string;
}

const ERROR_BYTES_MAX = 1_000_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function begin(
  url: URL,
  { request, signal, agent: dispatcher, userAgent }: Asking,
): Promise<Dispatcher.ResponseData> {
  const headers = {
    'accept-encoding': 'gzip, br',
    'user-agent': request.userAgent ?? userAgent,
    ...request.headers,
  };
  const method = request.method ?? 'GET';
  const options = { dispatcher, method, headers, signal, body: request.body ?? null };
  return ask(url, options).catch((error: unknown) => {
    // A connection that was kept may be closed by the other side in the very moment in which it is used again.
    if (method === 'POST' || !wasCut(error)) throw error;
    return ask(url, options);
  });
}

/** Where the status says already that it failed, a body that cannot be read changes nothing. */
async function bodyOf(
  answer: Dispatcher.ResponseData,
  { host, request }: { host: string; request: FetchRequest },
): Promise<Buffer> {
  const { statusCode: status, headers, body } = answer;
  if (status === 204 || status === 304) return drop(answer);
  const encoding = headers['content-encoding']?.toString();
  if (status < 400) return readBody(body, { host, encoding, bytesMax: request.bytesMax });
  const bytesMax = Math.min(request.bytesMax, ERROR_BYTES_MAX);
  return readBody(body, { host, encoding, bytesMax }).catch(() => {
    request.signal?.throwIfAborted();
    return Buffer.alloc(0);
  });
}

/** Read a little of what nobody wants, so that the connection can serve again; hang up on more. */
async function drop(answer: Dispatcher.ResponseData): Promise<Buffer> {
  await answer.body.dump({ limit: 65_536 });
  return Buffer.alloc(0);
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    value?.toString() ?? '',
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Headers come as bytes; where those are UTF-8, as some servers write addresses, they are meant so. */
function locationOf({ headers }: Dispatcher.ResponseData): string | undefined {
  const location = [headers['location']].flat()[0]?.trim() ?? '';
  if (/^[\x20-\x7e]*$/.test(location)) return location || undefined;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? location : text;
}
