import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

/** What goes wrong with a server of mails, each time that so many calls have come in; without a number never. */
export interface Faults {
  /** The call is taken, and its connection cut before the answer. */
  dropEvery?: number;
  /** 429, with a second to wait; the call is not taken. */
  limitEvery?: number;
  /** 500; of two such calls one is taken all the same. */
  failEvery?: number;
  /** One call, this one, is taken only after so long; the same key is in use meanwhile. */
  sleep?: { call: number; ms: number };
  /** How long an ordinary call takes at most; each takes another time. */
  delayMsMax?: number;
}

/** What a server of mails has seen. */
export interface FakeResend {
  url: string;
  /** Every address that a mail was taken for, with the key of each time. */
  taken: ReadonlyMap<string, readonly string[]>;
  /** How often each thing happened. */
  counts: Readonly<Record<Happening, number>>;
  close: () => Promise<void>;
}

type Happening =
  'calls' | 'taken' | 'repeated' | 'conflicts' | 'concurrent' | 'dropped' | 'limited' | 'failed' | 'slept';

/**
 * A loopback server that takes mails as Resend does and remembers every idempotency key: the same bytes again have the
 * same answer and are not taken twice, other bytes under a known key are a conflict.
 *
 * Source: Resend's OpenAPI document and its page on idempotency keys.
 */
export async function serveResend(faults: Faults = {}, random = Math.random): Promise<FakeResend> {
  const desk = createDesk();
  const { counts } = desk;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const key = String(request.headers['idempotency-key'] ?? '');
      void answer({ key, body: Buffer.concat(chunks) }, response);
    });
  });
  async function answer(call: Call, response: ServerResponse): Promise<void> {
    counts.calls += 1;
    const at = counts.calls;
    const sleeps = faults.sleep?.call === at;
    const happens = (every: number | undefined) => !sleeps && every !== undefined && at % every === every - 1;
    if (sleeps) counts.slept += 1;
    if (happens(faults.limitEvery)) {
      counts.limited += 1;
      return reply(response, { status: 429, body: errorOf('rate_limit_exceeded'), wait: 1 });
    }
    const waitMs = sleeps ? (faults.sleep?.ms ?? 0) : random() * (faults.delayMsMax ?? 0);
    const free = desk.begin(call.key);
    if (!free) return reply(response, { status: 409, body: errorOf('concurrent_idempotent_requests') });
    if (waitMs > 0) await new Promise((done) => setTimeout(done, waitMs));
    const fails = happens(faults.failEvery);
    if (fails) counts.failed += 1;
    const end = fails && counts.failed % 2 === 1 ? undefined : desk.take(call);
    desk.end(call.key);
    if (fails || !end) return reply(response, { status: 500, body: errorOf('internal_server_error') });
    if (happens(faults.dropEvery)) {
      counts.dropped += 1;
      return void response.destroy();
    }
    reply(response, end);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, taken: desk.taken, counts, close };
}

interface Call {
  key: string;
  body: Buffer;
}

interface Reply {
  status: number;
  body: unknown;
  wait?: number;
}

/** The memory of keys and recipients. */
function createDesk() {
  const counts: Record<Happening, number> = {
    calls: 0,
    taken: 0,
    repeated: 0,
    conflicts: 0,
    concurrent: 0,
    dropped: 0,
    limited: 0,
    failed: 0,
    slept: 0,
  };
  const known = new Map<string, { hash: string; reply: Reply }>();
  const taken = new Map<string, string[]>();
  const underWay = new Set<string>();
  return {
    counts,
    taken,
    /** False when another call under this key is under way. */
    begin(key: string): boolean {
      if (underWay.has(key)) {
        counts.concurrent += 1;
        return false;
      }
      underWay.add(key);
      return true;
    },
    end: (key: string) => underWay.delete(key),
    take({ key, body }: Call): Reply {
      const hash = createHash('sha256').update(body).digest('hex');
      const before = known.get(key);
      if (before) {
        counts[before.hash === hash ? 'repeated' : 'conflicts'] += 1;
        return before.hash === hash
          ? before.reply
          : { status: 409, body: errorOf('invalid_idempotent_request') };
      }
      const reply = take({ key, body });
      if (key !== '') known.set(key, { hash, reply });
      counts.taken += 1;
      return reply;
    },
  };
  function take({ key, body }: Call): Reply {
    const sent = JSON.parse(body.toString()) as SentMail | SentMail[];
    const ids = [sent].flat().map(({ to }, i) => {
      const address = [to].flat().join(', ');
      taken.set(address, [...(taken.get(address) ?? []), key]);
      return { id: `re-${counts.taken}-${i}` };
    });
    return { status: 200, body: Array.isArray(sent) ? { data: ids } : ids[0] };
  }
}

interface SentMail {
  to: string | string[];
}

const errorOf = (name: string) => ({ name, message: 'The server was told to say so.' });

function reply(response: ServerResponse, { status, body, wait }: Reply): void {
  const headers = {
    'content-type': 'application/json',
    ...(wait === undefined ? {} : { 'retry-after': `${wait}` }),
  };
  response.writeHead(status, headers).end(JSON.stringify({ ...(body as object), ...withStatus(status) }));
}

const withStatus = (statusCode: number) => (statusCode < 400 ? {} : { statusCode });
