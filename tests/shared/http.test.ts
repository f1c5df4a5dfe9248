import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../src/shared/http-address.ts';
import { createPublicHttp } from '../../src/shared/http.ts';

const asked: string[] = [];
let server: Server;
let here = '';
let port = 0;
let http: ReturnType<typeof createPublicHttp>;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    (ANSWERS[request.url ?? ''] ?? ANSWERS['/missing'])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  here = `http://127.0.0.1:${port}`;
  http = createPublicHttp({
    userAgent: 'Tester/1',
    allowHosts: [`127.0.0.1:${port}`, 'paper.localhost', 'named.example'],
    connectTo: async (host) => (host === 'named.example' ? { host: '127.0.0.1', port } : undefined),
  });
});
afterAll(async () => {
  await http.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('an answer', () => {
  test('comes with status, headers and body', async () => {
    const answer = await get('/plain');
    expect(answer).toMatchObject({ status: 200, url: `${here}/plain`, movedPermanently: false });
    expect(answer.headers['x-agent']).toBe('Tester/1');
    expect(answer.body.toString()).toBe('hello');
  });
  test.each(['/gzip', '/br'])('is decompressed: %s', async (path) => {
    expect((await get(path)).body.toString()).toBe('hello'.repeat(1000));
  });
  test('with a bad status is returned, not thrown', async () => {
    expect(await get('/missing')).toMatchObject({ status: 404 });
  });
  test('of a name in localhost comes from this machine', async () => {
    const answer = await http.fetchPublic({ ...LIMITS, url: `http://paper.localhost:${port}/plain` });
    expect(answer.body.toString()).toBe('hello');
  });
  test('to a POST comes with what was sent', async () => {
    const headers = { 'content-type': 'text/plain' };
    const sent = { ...LIMITS, url: `${here}/echo`, method: 'POST' as const, body: 'hello hub', headers };
    expect((await http.fetchPublic(sent)).body.toString()).toBe('POST text/plain hello hub');
  });
  test('is asked for under the name that the request gives', async () => {
    const answer = await http.fetchPublic({ ...LIMITS, url: `${here}/plain`, userAgent: 'Other/2' });
    expect(answer.headers['x-agent']).toBe('Other/2');
  });
  test('is asked for without a fragment and without a dot at the end of the host', async () => {
    const answer = await http.fetchPublic({ ...LIMITS, url: `http://paper.localhost.:${port}/plain#part` });
    expect(answer.url).toBe(`http://paper.localhost:${port}/plain`);
  });
  test('may come from where connectTo says, under its own name', async () => {
    const answer = await http.fetchPublic({ ...LIMITS, url: 'http://named.example/plain' });
    expect(answer.status).toBe(200);
    expect(asked).toContain('named.example /plain');
  });
});

describe('redirects', () => {
  test('are followed and told apart by whether they are permanent', async () => {
    expect(await get('/moved')).toMatchObject({ url: `${here}/plain`, movedPermanently: true });
    expect(await get('/found')).toMatchObject({ url: `${here}/plain`, movedPermanently: false });
    expect(await get('/moved-then-found')).toMatchObject({ movedPermanently: false });
  });
  test('tell where the permanent ones alone lead', async () => {
    expect((await get('/moved')).movedTo).toBe(`${here}/plain`);
    expect((await get('/moved-then-found')).movedTo).toBe(`${here}/found`);
    expect((await get('/found')).movedTo).toBeUndefined();
    expect((await get('/found-then-moved')).movedTo).toBeUndefined();
    expect((await get('/plain')).movedTo).toBeUndefined();
  });
  test('without a place to go are answers', async () => {
    expect(await get('/nowhere')).toMatchObject({ status: 302, url: `${here}/nowhere` });
  });
  test('to a port of another trade are refused', async () => {
    await expect(get('/mail')).rejects.toMatchObject({ code: 'fetch.refused_port' });
  });
  test('of a POST are not followed', async () => {
    const answer = await http.fetchPublic({ ...LIMITS, url: `${here}/moved`, method: 'POST', body: 'a=b' });
    expect(answer).toMatchObject({ status: 301, url: `${here}/moved`, movedTo: undefined });
  });
  test('end after five', async () => {
    await expect(get('/loop')).rejects.toMatchObject({ code: 'fetch.too_many_redirects' });
    expect(asked.filter((entry) => entry.endsWith(' /loop'))).toHaveLength(6);
  });
  test('inward are refused before anything is sent', async () => {
    const before = asked.length;
    await expect(get('/inward')).rejects.toMatchObject({ code: 'fetch.refused_address', status: 403 });
    expect(asked.slice(before)).toEqual([`127.0.0.1:${port} /inward`]);
  });
  test('to another scheme are refused', async () => {
    await expect(get('/file')).rejects.toMatchObject({ code: 'fetch.bad_url' });
  });
});

describe('what must not hurt', () => {
  test('a small answer that becomes a huge one is cut off', async () => {
    await expect(get('/bomb')).rejects.toMatchObject({ code: 'fetch.too_large' });
  });
  test('an endless answer is cut off', async () => {
    await expect(get('/endless')).rejects.toMatchObject({ code: 'fetch.too_large' });
  });
  test('a body that drips is given up after the time for the whole request', async () => {
    const slow = http.fetchPublic({ ...LIMITS, timeoutMs: 300, url: `${here}/drip` });
    await expect(slow).rejects.toMatchObject({ code: 'fetch.timeout', retryable: true });
  });
  test('a cut connection is no answer', async () => {
    await expect(get('/cut')).rejects.toMatchObject({ code: 'fetch.unreachable', retryable: true });
  });
  test('a body that is not what its encoding says is named so', async () => {
    await expect(get('/false-gzip')).rejects.toMatchObject({ code: 'fetch.bad_answer' });
  });
  test('what the caller calls off ends at once, under its own name', async () => {
    const calling = new AbortController();
    const slow = http.fetchPublic({ ...LIMITS, url: `${here}/drip`, signal: calling.signal });
    setTimeout(() => calling.abort(new Error('stop')), 30);
    await expect(slow).rejects.toMatchObject({ code: 'fetch.called_off', retryable: true });
  });
  test('a closed port is unreachable, and the sentence names the host without path and query', async () => {
    const closed = createPublicHttp({ userAgent: 'Tester/1', allowHosts: ['127.0.0.1'] });
    const failed = closed.fetchPublic({ ...LIMITS, url: 'http://127.0.0.1:9/feed?key=hidden' });
    await expect(failed).rejects.toThrow(
      /^127\.0\.0\.1:9 could not be reached: it refused the connection\.$/,
    );
    await closed.close();
  });
});

test.each([
  ['http://127.0.0.1/', 'fetch.refused_address'],
  ['http://127.1/', 'fetch.refused_address'],
  ['http://2130706433/', 'fetch.refused_address'],
  ['http://0x7f000001/', 'fetch.refused_address'],
  ['http://[::1]/', 'fetch.refused_address'],
  ['http://[::ffff:127.0.0.1]/', 'fetch.refused_address'],
  ['http://localhost/', 'fetch.refused_address'],
  ['http://other.localhost/', 'fetch.refused_address'],
  ['http://0.0.0.0/', 'fetch.refused_address'],
  ['http://0/', 'fetch.refused_address'],
  ['http://0177.0.0.1/', 'fetch.refused_address'],
  ['http://0x7f.1/', 'fetch.refused_address'],
  ['http://127.0.0.1./', 'fetch.refused_address'],
  ['http://localhost./', 'fetch.refused_address'],
  ['http://１２７.０.０.１/', 'fetch.refused_address'],
  ['http://[::]/', 'fetch.refused_address'],
  ['http://[::127.0.0.1]/', 'fetch.refused_address'],
  ['http://[64:ff9b::127.0.0.1]/', 'fetch.refused_address'],
  ['http://[2002:7f00:1::]/', 'fetch.refused_address'],
  ['http://[fe80::1]/', 'fetch.refused_address'],
  ['http://169.254.169.254/latest/meta-data/', 'fetch.refused_address'],
  ['http://name.invalid/', 'fetch.unreachable'],
  ['http://paper.example:25/', 'fetch.refused_port'],
  ['http://paper.example:6667/', 'fetch.refused_port'],
  ['https://paper.example:80:80/', 'fetch.bad_url'],
  ['http://./', 'fetch.bad_url'],
  ['http://paper..example/', 'fetch.bad_url'],
  ['http://user:word@paper.example/', 'fetch.bad_url'],
  ['ftp://paper.example/', 'fetch.bad_url'],
  ['javascript:alert(1)', 'fetch.bad_url'],
  ['data:text/plain,hello', 'fetch.bad_url'],
  ['not an address', 'fetch.bad_url'],
  [`http://paper.example/${'a'.repeat(10_000)}`, 'fetch.bad_url'],
])('%s is not asked', async (url, code) => {
  await expect(http.fetchPublic({ ...LIMITS, url })).rejects.toMatchObject({ code });
});

test.each([
  ['private', ['10.0.0.1']],
  ['IPv6 of this machine', ['::1']],
  ['no longer public when it is looked up anew', ['127.0.0.1']],
  ['none at all', []],
])('a name is not asked when its addresses are %s', async (_what, addresses) => {
  const guarded = createPublicHttp({ ...NAMED, addressesOf: async () => addresses });
  const failed = guarded.fetchPublic({ ...LIMITS, url: `http://paper.example:${port}/plain` });
  await expect(failed).rejects.toMatchObject({ code: 'fetch.refused_address' });
  await guarded.close();
});

test('of several addresses those that are not public are never tried', async () => {
  const before = asked.length;
  const guarded = createPublicHttp({ ...NAMED, addressesOf: async () => ['127.0.0.1', '192.0.2.1'] });
  const failed = guarded.fetchPublic({ ...LIMITS, url: `http://paper.example:${port}/plain` });
  await expect(failed).rejects.toMatchObject({ code: 'fetch.refused_address' });
  expect(asked).toHaveLength(before);
  await guarded.close();
});

test('of several addresses the next is tried where one does not answer', async () => {
  const patient = createPublicHttp({
    ...NAMED,
    allowHosts: ['paper.example'],
    addressesOf: async () => ['127.0.0.9', '127.0.0.1'],
  });
  const answer = await patient.fetchPublic({ ...LIMITS, url: `http://paper.example:${port}/plain` });
  expect(answer.status).toBe(200);
  await patient.close();
});

test('an allowed port does not open the others of its host', async () => {
  const strict = createPublicHttp({ userAgent: 'Tester/1', allowHosts: [`127.0.0.1:${port + 1}`] });
  const failed = strict.fetchPublic({ ...LIMITS, url: `${here}/plain` });
  await expect(failed).rejects.toMatchObject({ code: 'fetch.refused_address' });
  await strict.close();
});

test('public addresses are told from all others', () => {
  const open = ['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34', '64:ff9b::5db8:d822'];
  const shut =
    '10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 ' +
    '::1 :: ::2 fec0::1 3fff::1 64:ff9b:1::5db8:d822 100::1 4000::1 fe80::1 fc00::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1:: 2001::1 nonsense';
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(shut.split(' ').filter(isPublicAddress)).toEqual([]);
});

const NAMED = { userAgent: 'Tester/1', allowHosts: [] };
const LIMITS = { bytesMax: 100_000, timeoutMs: 5_000 };
const get = (path: string) => http.fetchPublic({ ...LIMITS, url: here + path });

const redirect =
  (status: number, location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location }).end('elsewhere');

const encoded =
  (encoding: string, body: Buffer): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body);

const ANSWERS: Record<string, RequestListener> = {
  '/plain': (request, response) =>
    response.writeHead(200, { 'x-agent': request.headers['user-agent'] ?? '' }).end('hello'),
  '/missing': (_request, response) => response.writeHead(404).end('not here'),
  '/gzip': encoded('gzip', gzipSync('hello'.repeat(1000))),
  '/br': encoded('br', brotliCompressSync('hello'.repeat(1000))),
  '/false-gzip': encoded('gzip', Buffer.from('this is plain text')),
  '/bomb': encoded('gzip', gzipSync(Buffer.alloc(50_000_000))),
  '/moved': redirect(301, '/plain'),
  '/found': redirect(302, '/plain'),
  '/moved-then-found': redirect(308, '/found'),
  '/found-then-moved': redirect(302, '/moved'),
  '/nowhere': (_request, response) => response.writeHead(302).end(),
  '/mail': redirect(301, 'http://paper.example:25/'),
  '/echo': (request, response) => {
    let sent = '';
    request.setEncoding('utf8').on('data', (part: string) => (sent += part));
    request.on('end', () => response.end(`${request.method} ${request.headers['content-type']} ${sent}`));
  },
  '/loop': redirect(301, '/loop'),
  '/inward': redirect(302, 'http://169.254.169.254/latest/meta-data/'),
  '/file': redirect(302, 'file:///etc/passwd'),
  '/endless': (_request, response) => {
    const pour = () => {
      while (!response.destroyed && response.write('more '.repeat(1000)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  },
  '/drip': (_request, response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '5000' }).write('half');
    setTimeout(() => response.destroy(), 20);
  },
};
