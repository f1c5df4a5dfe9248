import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPublicHttp } from '../../src/shared/http.ts';

/** A server that answers, byte for byte, what each test wants to be answered. */
let say: (socket: Socket, head: string) => void = () => {};
let server: Server;
let url = '';
let http: ReturnType<typeof createPublicHttp>;
const heads: string[] = [];

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heads.push(data.toString('latin1'));
      say(socket, data.toString('latin1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/`;
  http = createPublicHttp({ userAgent: 'Tester/1', allowHosts: [`127.0.0.1:${port}`] });
});
afterAll(async () => {
  await http.close();
  server.close();
});

const get = (over: { bytesMax?: number; timeoutMs?: number } = {}) =>
  http.fetchPublic({ url, bytesMax: 100_000, timeoutMs: 3_000, ...over });
const answer = (bytes: string | Buffer) => {
  say = (socket) => void socket.end(bytes);
};
const withBody = (headers: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}content-length: ${body.length}\r\n\r\n`), body]);

describe('what is no HTTP', () => {
  test.each([
    ['words in place of a status line', 'Good morning, this is a mail server\r\n\r\n'],
    ['HTTP/0.9, which has only a body', '<html><body>hello</body></html>'],
    ['a status that is no number', 'HTTP/1.1 two OK\r\n\r\n'],
    ['a header without a name', 'HTTP/1.1 200 OK\r\n: nothing\r\n\r\n'],
    ['a chunk without a length', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nhello'],
  ])('is named so: %s', async (_what, bytes) => {
    answer(bytes);
    const failed = get();
    await expect(failed).rejects.toMatchObject({ code: 'fetch.bad_answer', kind: 'upstream' });
    await expect(failed).rejects.toThrow(/127\.0\.0\.1:\d+ sent an answer that cannot be read/);
  });
  test('headers without end are cut off', async () => {
    say = (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const pour = () => {
        while (!socket.destroyed && socket.write(`x-more: ${'y'.repeat(1_000)}\r\n`));
        if (!socket.destroyed) socket.once('drain', pour);
      };
      pour();
    };
    const failed = get();
    await expect(failed).rejects.toMatchObject({ code: 'fetch.bad_answer' });
    await expect(failed).rejects.toThrow('its headers are too long');
  });
  test('headers that drip are given up after the time for the whole request', async () => {
    say = (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      const timer = setInterval(() => socket.write('y'), 20);
      socket.on('close', () => clearInterval(timer));
    };
    await expect(get({ timeoutMs: 200 })).rejects.toMatchObject({ code: 'fetch.timeout' });
  });
});

describe('a length that is a lie', () => {
  test('too long: what came is not taken for the whole', async () => {
    answer('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf');
    await expect(get()).rejects.toMatchObject({ kind: 'upstream' });
  });
  test('too short: only what it says is read', async () => {
    answer('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello and more');
    expect((await get()).body.toString()).toBe('hello');
  });
  test('far beyond all bounds: nothing is set aside for it', async () => {
    answer('HTTP/1.1 200 OK\r\ncontent-length: 9007199254740991\r\n\r\nhello');
    await expect(get()).rejects.toMatchObject({ kind: 'upstream' });
  });
});

describe('a connection that is cut', () => {
  test('before the answer is tried once more, and then given up', async () => {
    const before = heads.length;
    say = (socket) => void socket.destroy();
    await expect(get()).rejects.toThrow('it cut the connection');
    expect(heads.length - before).toBe(2);
  });
  test('before the answer to a POST is not tried again', async () => {
    const before = heads.length;
    say = (socket) => void socket.destroy();
    const failed = http.fetchPublic({ url, method: 'POST', body: 'a=b', bytesMax: 1_000, timeoutMs: 3_000 });
    await expect(failed).rejects.toMatchObject({ code: 'fetch.unreachable' });
    expect(heads.length - before).toBe(1);
  });
  test('in a chunked body is no answer', async () => {
    answer('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n');
    await expect(get()).rejects.toMatchObject({ code: 'fetch.unreachable' });
  });
});

describe('an encoding', () => {
  const text = Buffer.from('hello '.repeat(2_000));
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', text],
  ])('is undone: %s', async (encoding, body) => {
    answer(withBody(`content-encoding: ${encoding}\r\n`, body));
    expect((await get()).body.equals(text)).toBe(true);
  });
  test.each([
    ['gzip', gzipSync(Buffer.alloc(30_000_000))],
    ['deflate', deflateSync(Buffer.alloc(30_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(30_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(30_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(30_000_000)))],
  ])('that makes very much of very little is cut off: %s', async (encoding, body) => {
    answer(withBody(`content-encoding: ${encoding}\r\n`, body));
    await expect(get()).rejects.toMatchObject({ code: 'fetch.too_large' });
  });
  test.each(['gzip', 'deflate', 'br', 'zstd'])('of nothing is nothing: %s', async (encoding) => {
    answer(withBody(`content-encoding: ${encoding}\r\n`, Buffer.alloc(0)));
    expect((await get()).body).toHaveLength(0);
  });
  test.each(['constructor', '__proto__', 'sdch'])(
    'that is not known is named so: %.30s',
    async (encoding) => {
      answer(withBody(`content-encoding: ${encoding}\r\n`, gzipSync(text)));
      await expect(get()).rejects.toMatchObject({ code: 'fetch.bad_answer' });
    },
  );
  test('four times over is more than anybody needs', async () => {
    answer(
      withBody(
        'content-encoding: gzip, gzip, gzip, gzip\r\n',
        [1, 2, 3, 4].reduce((body) => gzipSync(body), text),
      ),
    );
    await expect(get()).rejects.toThrow('more encodings than anybody needs');
    answer(withBody(`content-encoding: ${'gzip,'.repeat(5_000)}\r\n`, gzipSync(text)));
    await expect(get()).rejects.toThrow('more encodings than anybody needs');
  });
  test('whose last bytes are missing gives what there is', async () => {
    answer(withBody('content-encoding: gzip\r\n', gzipSync(text).subarray(0, -8)));
    expect((await get()).body.equals(text)).toBe(true);
  });
});

describe('a status that says it all', () => {
  test.each([
    ['a body without end', 'HTTP/1.1 404 Not Found\r\n\r\n', 'x'.repeat(2_000_000)],
    ['a body in a false encoding', 'HTTP/1.1 404 Not Found\r\ncontent-encoding: gzip\r\n\r\n', 'no gzip'],
  ])('is told in spite of %s', async (_what, head, body) => {
    answer(head + body);
    expect(await get()).toMatchObject({ status: 404, body: Buffer.alloc(0) });
  });
  test('comes with its body where that can be read', async () => {
    answer('HTTP/1.1 402 Payment Required\r\ncontent-length: 4\r\n\r\npay!');
    expect((await get()).body.toString()).toBe('pay!');
  });
});

test('a body in a million pieces takes no more memory than its bytes', async () => {
  const piece = '1\r\nx\r\n'.repeat(10_000);
  let left = 100;
  say = (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    const pour = () => {
      while (left > 0 && socket.write(piece)) left -= 1;
      if (left > 0) socket.once('drain', pour);
      else socket.end('0\r\n\r\n');
    };
    pour();
  };
  const { body } = await get({ bytesMax: 2_000_000, timeoutMs: 20_000 });
  expect(body.length).toBeGreaterThanOrEqual(1_000_000);
  expect(body.buffer.byteLength).toBeLessThanOrEqual(2_000_000);
});

test('where a redirect leads may be written in letters beyond ASCII', async () => {
  say = (socket, head) => {
    const location = Buffer.from('HTTP/1.1 301 Moved\r\nlocation: /größe\r\ncontent-length: 0\r\n\r\n');
    socket.write(head.startsWith('GET / ') ? location : 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
  };
  expect(await get()).toMatchObject({ status: 200, url: `${url}gr%C3%B6%C3%9Fe` });
});
