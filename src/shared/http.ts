import { Agent } from 'undici';
import { upstream } from './errors.ts';
import { isNamedHost } from './http-address.ts';
import { createConnector, type ConnectRules } from './http-connect.ts';
import { describeFailure, isBeforeConnecting } from './http-error.ts';
import { createHostGate, type HostGate } from './http-gate.ts';
import { holdOf } from './http-hold.ts';
import { createTimeLimit, orAbort } from './http-limit.ts';
import { askOnce, type Answer } from './http-once.ts';
import { portOf, readUrl } from './http-url.ts';
import type { Clock, FetchRequest, FetchResponse, PublicHttp } from './ports.ts';

export interface PublicHttpOptions extends ConnectRules {
  userAgent: string;
  /**
   * Least time between two requests to one site. Without it 1,000 for public hosts and none for those in `allowHosts`,
   * which are the newsroom's own; with it, for all.
   */
  hostGapMs?: number | undefined;
  /** Until when a site is on hold is told by this one. */
  clock?: Clock;
}

/** The driver: besides what rooms use of it, what only its builder does. */
export interface PublicHttpDriver extends PublicHttp {
  /** A longer pause for the site of an address, as its robots.txt asks for. */
  slowSite(url: string, gapMs: number): void;
  close(): Promise<void>;
}

/**
 * The one way out of the program for what other people publish.
 *
 * Shape: http and https only, no user or password in the address, no port of another trade, at most 5 redirects, each
 * judged like the first address. `allowHosts` exempts exactly the hosts it names from having to be public. Each site is
 * asked one request at a time, with a pause in between (redirects too), and not at all while it is on hold; an answer
 * 429 or 503 with Retry-After puts it there.
 * Units: `timeoutMs` counts from when it is the request's turn.
 * Errors: AppError `fetch.bad_url`, `fetch.refused_port`, `fetch.refused_address`, `fetch.site_on_hold`,
 * `fetch.timeout`, `fetch.called_off`, `fetch.too_large`, `fetch.unreachable`, `fetch.bad_certificate`,
 * `fetch.too_many_redirects`, `fetch.bad_answer`; the sentence names the host, never the whole address.
 */
export function createPublicHttp(options: PublicHttpOptions): PublicHttpDriver {
  const { allowHosts, userAgent, clock = SYSTEM_CLOCK } = options;
  const gapMs = (url: string) => options.hostGapMs ?? (isNamed(url, allowHosts) ? 0 : GAP_MS);
  const gate = createHostGate({ gapMs, clock });
  const agent = new Agent({
    connect: createConnector(options),
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 15_000,
    maxHeaderSize: 65_536,
  });
  return {
    fetchPublic: (request) => follow(request, { agent, gate, clock, userAgent, allowHosts }),
    gapMs: (url) => gate.gapMs(url),
    holdSite: (url, until) => gate.hold(url, until),
    slowSite: (url, gapMs) => gate.slow(url, gapMs),
    close: () => agent.destroy(),
  };
}

interface Way {
  agent: Agent;
  gate: HostGate;
  clock: Clock;
  userAgent: string;
  allowHosts: readonly string[];
}

const SYSTEM_CLOCK: Clock = { now: () => new Date() };
const GAP_MS = 1_000;
const REDIRECTS_MAX = 5;
const PERMANENT = new Set([301, 308]);

function isNamed(text: string, allowHosts: readonly string[]): boolean {
  const url = URL.parse(text);
  return url !== null && isNamedHost(url.hostname, portOf(url), allowHosts);
}

async function follow(request: FetchRequest, way: Way): Promise<FetchResponse> {
  const ask = asker(request, way);
  const { allowHosts } = way;
  let url = readUrl(request.url, { allowHosts });
  let moved: { to: string | undefined; unbroken: boolean } = { to: undefined, unbroken: true };
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const { location, ...response } = await ask(url);
    if (location === undefined)
      return { ...response, movedTo: moved.to, movedPermanently: moved.to !== undefined && moved.unbroken };
    url = readUrl(location, { base: url, allowHosts });
    const unbroken = moved.unbroken && PERMANENT.has(response.status);
    moved = { to: unbroken ? url.href : moved.to, unbroken };
  }
  throw upstream(
    'fetch.too_many_redirects',
    `${url.host} sends from one address to the next, more than ${REDIRECTS_MAX} times.`,
  );
}

type Hop = Omit<FetchResponse, 'movedPermanently' | 'movedTo'> & Pick<Answer, 'location'>;

/** Ask each address of one request when its site's turn has come; the time at gates does not count. */
function asker(request: FetchRequest, way: Way): (url: URL) => Promise<Hop> {
  const limit = createTimeLimit(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([limit.signal, request.signal]) : limit.signal;
  return async (url) => {
    try {
      const leave = await way.gate.enter(url.href, request.signal);
      limit.run();
      let asked = true;
      try {
        const asking = askOnce(url, { request, signal, agent: way.agent, userAgent: way.userAgent });
        // Whatever a stream may do with the signal, nobody waits longer than it says.
        const answer = await orAbort(asking, signal);
        return { ...answer, url: url.href, heldUntil: holdFor(url.href, answer, way) };
      } catch (error) {
        asked = !isBeforeConnecting(error);
        throw error;
      } finally {
        limit.pause();
        leave({ pause: asked });
      }
    } catch (error) {
      const calledOff = request.signal?.aborted === true;
      throw describeFailure(error, { host: url.host, timeoutMs: request.timeoutMs, calledOff });
    }
  };
}

/** Before the gate opens again, so that whoever waits at it learns of it. */
function holdFor(url: string, { status, headers }: Answer, { gate, clock }: Way): Date | undefined {
  const until = gate.gapMs(url) > 0 ? holdOf(status, headers['retry-after'], clock.now()) : undefined;
  if (until) gate.hold(url, until);
  return until;
}
