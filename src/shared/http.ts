import { Agent, request as ask, type Dispatcher } from 'undici';
import { AppError, invalid, upstream } from './errors.ts';
import { readBody } from './http-body.ts';
import { createConnector, type ConnectRules } from './http-connect.ts';
import type { FetchRequest, FetchResponse, PublicHttp } from './ports.ts';

/**
 * The one way out of the program for what other people publish.
 *
 * Shape: http and https only, no user or password in the address, at most 5 redirects, each judged like the first
 * address. `allowHosts` exempts exactly the hosts it names from having to be public.
 * Errors: AppError `fetch.bad_url`, `fetch.refused_address`, `fetch.timeout`, `fetch.too_large`, `fetch.unreachable`,
 * `fetch.too_many_redirects`, `fetch.bad_answer`; the sentence names the host, never the whole address.
 */
export function createPublicHttp(
  options: ConnectRules & { userAgent: string },
): PublicHttp & { close(): Promise<void> } {
  const agent = new Agent({ connect: createConnector(options), keepAliveTimeout: 4_000 });
  return {
    fetchPublic: (request) => follow(request, { agent, userAgent: options.userAgent }),
    close: () => agent.destroy(),
  };
}

interface Way {
  agent: Agent;
  userAgent: string;
}

const REDIRECTS_MAX = 5;
const URL_CHARACTERS_MAX = 4_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

async function follow(request: FetchRequest, way: Way): Promise<FetchResponse> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  let url = readUrl(request.url);
  let movedPermanently = false;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const answer = await askOnce(url, { request, signal, way });
    if (answer.movedTo === undefined) return { ...answer.response, movedPermanently };
    movedPermanently = PERMANENT.has(answer.response.status) && (redirects === 0 || movedPermanently);
    url = readUrl(answer.movedTo, url);
  }
  throw upstream(
    'fetch.too_many_redirects',
    `${url.host} sends from one address to the next, more than ${REDIRECTS_MAX} times.`,
  );
}

async function askOnce(
  url: URL,
  { request, signal, way }: { request: FetchRequest; signal: AbortSignal; way: Way },
): Promise<{ response: Omit<FetchResponse, 'movedPermanently'>; movedTo: string | undefined }> {
  const sent = { 'accept-encoding': 'gzip, br', 'user-agent': way.userAgent, ...request.headers };
  try {
    const answer = await ask(url, { dispatcher: way.agent, headers: sent, signal });
    const { statusCode: status } = answer;
    const headers = plainHeaders(answer.headers);
    const movedTo = REDIRECTS.has(status) ? headers.location : undefined;
    const body =
      movedTo === undefined ? await bodyOf(answer, url.host, request.bytesMax) : await drop(answer);
    return { response: { status, url: url.href, headers, body }, movedTo };
  } catch (error) {
    throw described(error, url.host, request.timeoutMs);
  }
}

async function bodyOf(answer: Dispatcher.ResponseData, host: string, bytesMax: number): Promise<Buffer> {
  if (answer.statusCode === 204 || answer.statusCode === 304) return drop(answer);
  const encoding = answer.headers['content-encoding'];
  return readBody(answer.body, { host, encoding: encoding?.toString(), bytesMax });
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

function readUrl(text: string, base?: URL): URL {
  const url = text.length <= URL_CHARACTERS_MAX ? URL.parse(text, base?.href) : null;
  const from = base ? `${base.host} sends to an address` : 'This is an address';
  if (!url) throw invalid('fetch.bad_url', `${from} that cannot be read.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid('fetch.bad_url', `${from} that is neither http nor https.`);
  if (url.username || url.password)
    throw invalid('fetch.bad_url', `${from} with a user or password in it, which is not asked.`);
  return url;
}

function described(error: unknown, host: string, timeoutMs: number): AppError {
  if (error instanceof AppError) return error;
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'TimeoutError')
    return upstream('fetch.timeout', `${host} did not answer in full within ${timeoutMs / 1000} s.`, {
      retryable: true,
    });
  if (code !== undefined && UNREADABLE.test(code))
    return upstream('fetch.bad_answer', `${host} sent an answer that cannot be read (${code}).`, {
      cause: error,
    });
  const reason = REASONS[code ?? ''] ?? message ?? 'unknown reason';
  return upstream('fetch.unreachable', `${host} could not be reached: ${reason}.`, {
    cause: error,
    retryable: true,
  });
}

/** What zlib, brotli and the HTTP parser call an answer that is not what it says. */
const UNREADABLE = /^(?:Z_|ERR__ERROR|ERR_BROTLI|HPE_)/;

const REASONS: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it cut the connection',
  UND_ERR_SOCKET: 'it cut the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it did not take the connection in time',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};
