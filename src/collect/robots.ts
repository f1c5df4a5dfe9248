import { AppError } from '../shared/errors.ts';
import type { Clock, PublicHttp } from '../shared/ports.ts';
import { allowsPath, pathOf, rulesFor, type RobotsRules } from './robots-rules.ts';
import { hostOf } from './url.ts';

/** Whether a page may be read; `retryable` when that could not be learned and may be later. */
export type RobotsAnswer =
  { allowed: true } | { allowed: false; code: string; reason: string; retryable: boolean };

export interface Robots {
  /**
   * Whether a page may be read by a program of this name, as its site's robots.txt says.
   *
   * Shape: `userAgent` where the source is asked under another name than ours.
   */
  allows(url: string, userAgent?: string): Promise<RobotsAnswer>;
}

export interface RobotsOptions {
  http: PublicHttp;
  clock: Clock;
  /** The product token of our own name, such as `Broadside`. */
  userAgentName: string;
  timeoutMs?: number;
  /** Told when a site asks for a longer pause between two requests. */
  slowSite?: ((url: string, gapMs: number) => void) | undefined;
}

/**
 * Ask sites which of their pages programs may read, once a day each.
 *
 * Shape: no file (4xx, redirects without end) allows everything; a server that fails or cannot be reached allows nothing
 * for now, unless it has answered before. Only the first 500 kB count.
 * Units: answers are kept 24 hours, failures 10 minutes; a longer pause than 60 s is not kept to.
 * Source: RFC 9309 sections 2.3, 2.4 and 2.5.
 */
export function createRobots(options: RobotsOptions): Robots {
  const files = new Map<string, RobotsFile>();
  const learn = (url: URL, agent: string): Promise<RobotsRules | undefined> => {
    const key = `${url.origin} ${agent}`;
    const known = files.get(key);
    if (known && known.until > options.clock.now()) return known.rules;
    const file = { until: later(options.clock, KEPT_MS), rules: load(url, agent) };
    if (files.size >= FILES_KEPT) files.delete(files.keys().next().value ?? '');
    files.set(key, file);
    file.rules = orEarlier(file, known);
    file.rules.catch(() => files.delete(key));
    return file.rules;
  };
  const load = async (url: URL, agent: string) => {
    const text = await fetchText(url, options);
    const found = text === undefined ? undefined : rulesFor(text, agent);
    if (found && found.pauseSeconds > 0)
      options.slowSite?.(url.href, Math.min(found.pauseSeconds, PAUSE_SECONDS_MAX) * 1000);
    return found;
  };
  /** What could not be had is asked for again soon; until then what was said last counts. */
  const orEarlier = async (file: RobotsFile, known: RobotsFile | undefined) => {
    const found = await file.rules;
    if (!found) file.until = later(options.clock, FAILURE_KEPT_MS);
    return found ?? known?.rules;
  };
  return {
    async allows(text, userAgent) {
      const url = new URL(text);
      const rules = await learn(url, productOf(userAgent ?? options.userAgentName));
      if (!rules) return unknown(hostOf(text));
      return allowsPath(rules, pathOf(url)) ? { allowed: true } : disallowed(hostOf(text));
    },
  };
}

interface RobotsFile {
  rules: Promise<RobotsRules | undefined>;
  until: Date;
}

const KEPT_MS = 24 * 3_600_000;
const FAILURE_KEPT_MS = 10 * 60_000;
const FILES_KEPT = 2_000;
const FILE_BYTES_MAX = 2_000_000;
const PAUSE_SECONDS_MAX = 60;

const later = (clock: Clock, ms: number) => new Date(clock.now().getTime() + ms);

/** The file; empty when there is none, undefined when nobody can tell. */
async function fetchText(url: URL, { http, timeoutMs = 10_000 }: RobotsOptions): Promise<string | undefined> {
  const asked = { url: new URL('/robots.txt', url).href, bytesMax: FILE_BYTES_MAX, timeoutMs };
  try {
    const { status, body } = await http.fetchPublic(asked);
    if (status === 200) return body.toString();
    return status === 429 || status >= 500 ? undefined : '';
  } catch (error) {
    // A site that wants to be left alone says nothing of its pages; they wait with it.
    if (!(error instanceof AppError) || error.code === 'fetch.site_on_hold') throw error;
    const leadsNowhere = error.code === 'fetch.too_many_redirects' || error.kind !== 'upstream';
    return leadsNowhere ? '' : undefined;
  }
}

/** The name in `Name/1.0 (more)`, or in the `compatible; Name/1.0` of one that says that it is a browser. */
function productOf(userAgent: string): string {
  const compatible = /\bcompatible;\s{0,5}([a-z_-]{1,80})/i.exec(userAgent);
  return (compatible ?? /([a-z_-]{1,80})/i.exec(userAgent))?.[1]?.toLowerCase() ?? '*';
}

function disallowed(host: string): RobotsAnswer {
  const reason = `${host} asks programs not to read this page (robots.txt).`;
  return { allowed: false, code: 'page.disallowed', reason, retryable: false };
}

function unknown(host: string): RobotsAnswer {
  const reason = `${host} does not say now whether its pages may be read (robots.txt cannot be had).`;
  return { allowed: false, code: 'page.robots_unknown', reason, retryable: true };
}
