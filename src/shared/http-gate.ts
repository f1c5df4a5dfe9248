import { upstream, type AppError } from './errors.ts';
import { orAbort } from './http-limit.ts';
import { outletOf } from './outlet.ts';
import type { Clock } from './ports.ts';
import { sleepFor } from './retry.ts';

/** Lets requests through to each site one after the other, with a pause in between. */
export interface HostGate {
  /**
   * Wait until it is this request's turn; call what it returns when the request is over, without a pause where nobody
   * was asked in the end.
   *
   * Errors: AppError `fetch.site_on_hold`; the reason of the signal when it is raised while waiting.
   */
  enter(url: string, signal?: AbortSignal): Promise<(over: { pause: boolean }) => void>;
  /** The pause of the site of an address; 0 where requests go through as they come. */
  gapMs(url: string): number;
  /** Let nothing through to the site of an address before then; later holds only lengthen earlier ones. */
  hold(url: string, until: Date): void;
  /** A longer pause for the site of an address, as it asked for it itself. */
  slow(url: string, gapMs: number): void;
}

/**
 * Make a gate.
 *
 * Shape: sites are those of `outletOf`; `gapMs` may depend on the address, and where it is 0 there is no gate and no hold.
 * Units: the pause runs from the end of one request to the beginning of the next.
 */
export function createHostGate(options: { gapMs: (url: string) => number; clock: Clock }): HostGate {
  const lanes = new Map<string, Lane>();
  const laneOf = (url: string) => {
    const site = outletOf(url);
    const lane = lanes.get(site) ?? newLane();
    if (lanes.size >= LANES_KEPT) dropIdle(lanes, options.clock);
    lanes.set(site, lane);
    return lane;
  };
  const gapMs = (url: string) => {
    const own = options.gapMs(url);
    return own === 0 ? 0 : Math.max(own, lanes.get(outletOf(url))?.slowMs ?? 0);
  };
  return {
    gapMs,
    async enter(url, signal) {
      if (gapMs(url) === 0) return () => {};
      const lane = laneOf(url);
      refuseHeld(lane, url, options.clock);
      const leave = await takeTurn(lane, signal, () => refuseHeld(lane, url, options.clock));
      return ({ pause }) => leave(pause ? gapMs(url) : 0);
    },
    hold(url, until) {
      if (gapMs(url) === 0) return;
      const lane = laneOf(url);
      if (!lane.heldUntil || lane.heldUntil < until) lane.heldUntil = until;
    },
    slow(url, slowMs) {
      if (gapMs(url) > 0) laneOf(url).slowMs = slowMs;
    },
  };
}

interface Lane {
  /** Settled when the last in the queue is through. */
  tail: Promise<void>;
  inside: number;
  /** On the monotonic clock. */
  opensAt: number;
  slowMs: number;
  heldUntil: Date | undefined;
}

const LANES_KEPT = 5_000;

const newLane = (): Lane => ({
  tail: Promise.resolve(),
  inside: 0,
  opensAt: 0,
  slowMs: 0,
  heldUntil: undefined,
});

async function takeTurn(
  lane: Lane,
  signal: AbortSignal | undefined,
  judge: () => void,
): Promise<(gapMs: number) => void> {
  const before = lane.tail;
  const { promise, resolve } = Promise.withResolvers<void>();
  lane.tail = promise;
  lane.inside += 1;
  try {
    await orAbort(before, signal);
    judge();
    await sleepFor(Math.max(0, lane.opensAt - performance.now()), signal);
    signal?.throwIfAborted();
    judge();
  } catch (error) {
    // Whoever stands behind must still wait for whoever stood before.
    void before.then(() => pass(lane, resolve));
    throw error;
  }
  return (gapMs) => {
    lane.opensAt = performance.now() + gapMs;
    pass(lane, resolve);
  };
}

function pass(lane: Lane, next: () => void): void {
  lane.inside -= 1;
  next();
}

function refuseHeld(lane: Lane, url: string, clock: Clock): void {
  const waitMs = lane.heldUntil ? lane.heldUntil.getTime() - clock.now().getTime() : 0;
  if (waitMs > 0) throw onHold(url, Math.ceil(waitMs / 1000));
}

function onHold(url: string, seconds: number): AppError {
  return upstream(
    'fetch.site_on_hold',
    `${outletOf(url)} asked to be left alone for a while; it is asked again in ${inWords(seconds)}.`,
    { retryable: true, retryAfterSeconds: seconds },
  );
}

function inWords(seconds: number): string {
  if (seconds <= 120) return `${seconds} s`;
  return seconds <= 7_200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3_600)} hours`;
}

/** Whatever is remembered of sites grows with the web; what says nothing any more is forgotten. */
function dropIdle(lanes: Map<string, Lane>, clock: Clock): void {
  for (const [site, { inside, opensAt, heldUntil }] of lanes)
    if (inside === 0 && opensAt < performance.now() && (!heldUntil || heldUntil <= clock.now()))
      lanes.delete(site);
}
