import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedOf } from './bench-text.ts';

/**
 * A news stand in a process of its own, so that its work and its memory are not counted: `/<number>/<anything>.xml` is a
 * feed of 20 items with an ETag; `/edition/<n>` has every feed move on by four items and reword one.
 */
const ITEMS = 20;
const NEW_ITEMS = 4;
const day = new Date();
let edition = 0;
let feeds = new Map<string, { body: string; etag: string }>();

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const next = /^\/edition\/(\d+)$/.exec(path)?.[1];
  if (next !== undefined) {
    [edition, feeds] = [Number(next), new Map()];
    return void response.end('done');
  }
  const feed = feeds.get(path) ?? print(path);
  if (request.headers['if-none-match'] === feed.etag)
    return void response.writeHead(304, { etag: feed.etag }).end();
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag: feed.etag }).end(feed.body);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

function print(path: string): { body: string; etag: string } {
  const number = Number(/^\/(\d+)\//.exec(path)?.[1] ?? 0);
  const first = number * 1_000 + edition * NEW_ITEMS;
  const numbers = Array.from({ length: ITEMS }, (_, i) => first + i);
  const url = `https://bench.example/${number}`;
  const body = feedOf({ url, title: `Bench ${number}`, numbers, day, edited: edition > 0 ? 1 : 0 });
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  feeds.set(path, { body, etag });
  return { body, etag };
}
