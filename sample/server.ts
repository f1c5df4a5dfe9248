import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { instantOf, type Day } from '../src/shared/day.ts';
import { sampleArticles } from './articles.ts';
import { feedOf, type PublishedArticle } from './feeds.ts';
import { outlets, samplePort, type Outlet, type OutletSlug } from './outlets.ts';
import { councilWatchPage } from './pages/council-watch.ts';
import { frontPage } from './pages/front.ts';
import { harbourGazettePage } from './pages/harbour-gazette.ts';
import { oFaroPage } from './pages/o-faro.ts';
import type { PageInput } from './pages/parts.ts';
import { riverPostPage } from './pages/river-post.ts';
import { filmPage, valleyWirePage } from './pages/valley-wire.ts';

export interface SampleServer {
  /** Listen on 127.0.0.1, on the given port or, when that is taken, on any free one; tells which. */
  listen(port?: number): Promise<{ port: number }>;
  close(): Promise<void>;
}

/**
 * The sample newsroom's outlets on one loopback server, told apart by the first label of the Host header.
 *
 * Shape: `/` front page, the outlet's feed path, `/news/<slug>`, `/film/<slug>`; everything else 404. Every answer has an
 * ETag and honours If-None-Match. Addresses inside the pages always name port 8098, whatever port it listens on.
 * Units: the articles are published within the day before `day` in `timezone`.
 * Source: RFC 9110 sections 8.8.3 and 13.1.2.
 */
export function createSampleServer(options: { day: Day; timezone: string }): SampleServer {
  const articles = publishedFor(options);
  const server = createServer((request, response) =>
    send(request, response, answerTo(request, articles, options.timezone)),
  );
  return {
    listen: (port = samplePort) =>
      listenOn(server, port).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        return listenOn(server, 0);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const PAGES: Record<OutletSlug, (input: PageInput) => string> = {
  'river-post': riverPostPage,
  'harbour-gazette': harbourGazettePage,
  'valley-wire': valleyWirePage,
  'o-faro': oFaroPage,
  'council-watch': councilWatchPage,
};

function publishedFor({ day, timezone }: { day: Day; timezone: string }): PublishedArticle[] {
  const midnight = instantOf(day, '00:00', timezone).getTime();
  return sampleArticles
    .map((article) => ({ ...article, publishedAt: new Date(midnight - article.hoursBefore * 3_600_000) }))
    .toSorted((a, b) => a.hoursBefore - b.hoursBefore);
}

function answerTo(request: IncomingMessage, articles: readonly PublishedArticle[], timezone: string): Answer {
  const label = (request.headers.host ?? '').split('.')[0];
  const outlet = outlets.find((each) => each.slug === label);
  if (!outlet) return { ...notFoundAnswer, body: 'No such outlet.\n' };
  const own = articles.filter((article) => article.outlet === outlet.slug);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/') return html(frontPage(outlet, own));
  if (path === outlet.feedPath) return { status: 200, ...feedOf(outlet, own) };
  return articleAnswer(path, { outlet, own, timezone });
}

function articleAnswer(
  path: string,
  { outlet, own, timezone }: { outlet: Outlet; own: readonly PublishedArticle[]; timezone: string },
): Answer {
  const [, room, slug] = /^\/(news|film)\/([a-z0-9-]+)$/.exec(path) ?? [];
  const article = own.find((each) => each.slug === slug);
  if (!article) return notFoundAnswer;
  const input = { outlet, article, others: own.filter((each) => each !== article).slice(0, 4), timezone };
  if (room === 'news') return html(PAGES[outlet.slug](input));
  return article.kind === 'video' ? html(filmPage(input)) : notFoundAnswer;
}

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });

const notFoundAnswer: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found.\n' };

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  if (answer.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const headers = { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body), etag };
  response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : answer.body);
}

function listenOn(server: Server, port: number): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}
