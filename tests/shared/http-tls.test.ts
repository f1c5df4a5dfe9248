import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPublicHttp } from '../../src/shared/http.ts';
import { serveHttp } from '../helpers/http-server.ts';
import { selfSigned } from './http-certificates.ts';

const DAY_MS = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY_MS);
const usual = { from: at(-10), until: at(10) };

const good = selfSigned('good.example', usual);
const expired = selfSigned('expired.example', { from: at(-10), until: at(-1) });
const early = selfSigned('early.example', { from: at(1), until: at(10) });
const unknown = selfSigned('unknown.example', usual);

const ports = new Map<string, number>();
const servers: Server[] = [];
let plain: Awaited<ReturnType<typeof serveHttp>>;
let http: ReturnType<typeof createPublicHttp>;

beforeAll(async () => {
  setDefaultCACertificates([...getCACertificates('bundled'), good.cert, expired.cert, early.cert]);
  plain = await serveHttp((_request, response) => response.end('plain'));
  ports.set('plain.example', Number(new URL(plain.url).port));
  await serve('good.example', good);
  await serve('expired.example', expired);
  await serve('early.example', early);
  await serve('unknown.example', unknown);
  await serve('wrong.example', good);
  http = createPublicHttp({
    userAgent: 'Tester/1',
    allowHosts: [...ports.keys()],
    connectTo: async (host) => ({ host: '127.0.0.1', port: ports.get(host) ?? 0 }),
  });
});
afterAll(async () => {
  await http.close();
  await plain.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

test('a host whose certificate is right answers', async () => {
  expect((await get('good.example')).body.toString()).toBe('secret');
});

test.each([
  ['expired.example', 'has expired'],
  ['early.example', 'not valid yet'],
  ['unknown.example', 'signed by itself'],
  ['wrong.example', 'for another host'],
])('%s is not trusted, and the sentence says why', async (host, why) => {
  const failed = get(host);
  await expect(failed).rejects.toMatchObject({ code: 'fetch.bad_certificate', retryable: true });
  await expect(failed).rejects.toThrow(why);
});

test('a port that does not speak TLS is named so', async () => {
  const failed = get('plain.example');
  await expect(failed).rejects.toMatchObject({ code: 'fetch.unreachable' });
  await expect(failed).rejects.toThrow('does not speak TLS');
});

const get = (host: string) =>
  http.fetchPublic({ url: `https://${host}/`, bytesMax: 1_000, timeoutMs: 5_000 });

async function serve(host: string, { cert, key }: { cert: string; key: string }): Promise<void> {
  const server = createServer({ cert, key }, (_request, response) => response.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports.set(host, (server.address() as AddressInfo).port);
  servers.push(server);
}
