import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '../../db/client.ts';
import { syncSources } from '../../db/source-sync.ts';
import { parseConfig, type Config, type ConfigInput } from '../../src/shared/config.ts';
import { createPublicHttp } from '../../src/shared/http.ts';
import { silentLog } from '../../src/shared/log.ts';
import type { CollectDeps } from '../../src/collect/collect.ts';
import { createPageReader } from '../../src/collect/page/reader.ts';
import { createRobots } from '../../src/collect/robots.ts';

/** A loopback server that answers what each test puts in its rack. */
export interface Press {
  url: string;
  host: string;
  /** Answers by path; a text is served as HTML or, for `.xml`, as a feed with an ETag of its own. */
  rack: Map<string, string | RequestListener>;
  asked: { path: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

export async function openPress(): Promise<Press> {
  const rack: Press['rack'] = new Map();
  const asked: Press['asked'] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const answer = rack.get(path);
    if (answer === undefined) return void response.writeHead(404).end('not here');
    if (typeof answer !== 'string') return answer(request, response);
    const etag = `"${answer.length}"`;
    const headers = { 'content-type': path.endsWith('.xml') ? 'application/rss+xml' : 'text/html', etag };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, headers).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://${host}`, host, rack, asked, close };
}

/** One for all newsrooms of a file: starting a thread takes longer than most tests. */
const pages = createPageReader({ workers: 1 });

/** A newsroom that reads the given sources, with a clock that a test moves by hand. */
export async function openNewsroom(
  db: Db,
  press: Press,
  sources: ConfigInput['sources'],
  collect: ConfigInput['collect'] = {},
): Promise<CollectDeps & { config: Config; at(time: string): void; close(): Promise<void> }> {
  const config = parseConfig({
    newsroom: {
      name: 'The Tester',
      tagline: 'Facts',
      url: 'http://localhost:3000',
      from: 'paper@tester.example',
      postalAddress: '1 Quay',
      timezone: 'UTC',
      language: 'en',
    },
    categories: [
      { slug: 'transport', name: 'Transport', keywords: ['ferry', 'bridge'] },
      { slug: 'health', name: 'Health', keywords: ['clinic'] },
    ],
    sources,
    collect: { allowHosts: [press.host], timeoutMs: 1_000, ...collect },
  });
  let now = new Date('2026-11-23T12:00:00Z');
  const clock = { now: () => now };
  const { allowHosts, hostGapMs } = config.collect;
  const http = createPublicHttp({ userAgent: 'Tester/1', allowHosts, hostGapMs, clock });
  const robots = createRobots({ http, clock, userAgentName: 'Tester' });
  await syncSources(db, config);
  return {
    config,
    db,
    http,
    pages,
    robots,
    log: silentLog,
    secret: 'secret',
    siteUrl: 'http://localhost:3000',
    clock,
    at: (time) => void (now = new Date(time)),
    close: () => http.close(),
  };
}

/** An RSS feed of the given items; each is also the path of its page. */
export function rss(
  press: Press,
  items: { path: string; title: string; more?: string; hour?: number }[],
): string {
  const entries = items.map(
    ({ path, title, more = '', hour = 8 }) => `<item><title>${title}</title><link>${press.url}${path}</link>
      <guid isPermaLink="false">id-${path}</guid><pubDate>${new Date(Date.UTC(2026, 10, 23, hour)).toUTCString()}</pubDate>${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title><link>${press.url}/</link>${entries.join('')}</channel></rss>`;
}

/** A page with `words` different words about a subject, in paragraphs. */
export function page(subject: string, words = 120, head = ''): string {
  const text = Array.from(
    { length: words },
    (_, i) => `${subject}${i % 7} word${(i * 31) % 997}${subject}`,
  ).join(' ');
  const paragraphs = (text.match(/(?:\S+ ){30}/g) ?? [text]).map((part) => `<p>${part.trim()}.</p>`);
  return `<!doctype html><html lang="en"><head><title>${subject}</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>${subject}</h1>${paragraphs.join('')}</article></body></html>`;
}
