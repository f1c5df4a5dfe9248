import { performance } from 'node:perf_hooks';
import type { Db, WithDb } from '../../db/client.ts';
import {
  claimSlots,
  findMailPace,
  insertMailPace,
  mailsOn,
  markMailsBack,
  markPaceAllowed,
  markPaceHeld,
  type SlotClaim,
} from '../../db/mail-pace.ts';
import type { Day } from '../shared/day.ts';
import type { Mailer, Ports, RateLimits } from '../shared/ports.ts';
import { sleepFor } from '../shared/retry.ts';
import { ceilingOn, fullDay } from './ceiling.ts';

/** Let pieces of work that keep one pace run one after another; each ends as it would alone. */
export function createTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Until when nothing goes out, and why. */
export interface PaceHold {
  until: Date;
  reason: string;
}

export interface Pace {
  /**
   * Whether anything may go out at all now: undefined, or until when nothing may and why. One cheap query, asked before a
   * batch is claimed. Silent of what is over within a minute: `enter` waits for that.
   */
  findHold(): Promise<PaceHold | undefined>;
  /**
   * Wait for the moment at which one call of so many mails may begin; a hold instead when there is none (the day is full,
   * the provider asks for more than a minute, the signal is raised). The call must be begun at once after it returns.
   */
  enter(mails: number, signal?: AbortSignal): Promise<PaceHold | undefined>;
  /** A call that was counted was certainly not taken: give its mails back to the day. */
  giveBack(mails: number): Promise<void>;
  /** Heed what the provider said of its limits. */
  heed(limits: RateLimits): Promise<void>;
  /** Let nothing out before. */
  hold(until: Date, reason: string): Promise<void>;
}

/** Under which name a mailer's pace is kept: another server allows something else. */
export const paceNameOf = ({ name, server }: Pick<Mailer, 'name' | 'server'>): string =>
  server === undefined ? name : `${name} ${server}`;

/**
 * Keep one pace with all processes that send by this mailer, by its row in the database.
 *
 * Calls have slots, 15 % further apart than `requestsPerSecond` asks for (whole calls a second; what the provider allows
 * where it is less), and one that would begin too late takes another slot: so no second, wherever it begins, sees more
 * calls than are allowed. Mails are counted by the day of UTC in the statement that takes the slot. The outbox sends
 * nothing, so it keeps no pace.
 */
export function createPace(
  deps: WithDb<Pick<Ports, 'clock' | 'config'>>,
  mailer: Pick<Mailer, 'name' | 'server'>,
): Pace {
  if (mailer.name === 'outbox') return UNPACED;
  const { db, clock, config } = deps;
  const name = paceNameOf(mailer);
  const slots = createSlots(db, name, config.deliver.requestsPerSecond);
  const counts = createCounts();
  const inTurn = createTurn();
  let holds = 0;

  async function findWhy(mails: number, now: Date): Promise<PaceHold | undefined> {
    const day = utcDayOf(now);
    const pace = await findMailPace(db, name);
    if (!pace) {
      await insertMailPace(db, name, day);
      return undefined;
    }
    slots.learn(pace.allowedPerSecond);
    const { heldUntil, heldReason } = pace;
    if (heldUntil && heldUntil > now) return { until: heldUntil, reason: heldReason ?? '' };
    const left = (ceilingOn(config.deliver, day) ?? Infinity) - mailsOn(pace, day);
    if (left >= mails) return undefined;
    counts.refuse(day, mails);
    return fullDay(config.deliver, { day, left });
  }

  /** `after`: a hold that ended then has been waited for, whatever the clock says. */
  async function takeTurn(mails: number, after: Date, signal?: AbortSignal): Promise<PaceHold | undefined> {
    const read = () => new Date(Math.max(clock.now().getTime(), after.getTime()));
    let counted: Day | undefined;
    const end = async (hold: PaceHold) => {
      if (counted) await giveBack(mails);
      return hold;
    };
    for (;;) {
      if (signal?.aborted) return end({ until: clock.now(), reason: 'The run was stopped.' });
      const now = read();
      const day = utcDayOf(now);
      const heldBefore = holds;
      const more = counted === day ? 0 : mails;
      const slot = await slots.take({ mails: more, mailsMax: ceilingOn(config.deliver, day), day, now });
      if (!slot) {
        const hold = await findWhy(more, now);
        if (hold) return end(hold);
        continue;
      }
      counted = day;
      counts.add(day, now);
      const waitMs = Math.ceil(slot.at - performance.now());
      if (waitMs > 0) await sleepFor(waitMs, signal);
      const inTime = !signal?.aborted && slots.isInTime(slot);
      if (inTime && utcDayOf(read()) === day && holds === heldBefore) return undefined;
    }
  }

  async function giveBack(mails: number): Promise<void> {
    const now = clock.now();
    const day = utcDayOf(now);
    if (counts.areOf(day, now)) await markMailsBack(db, name, { day, mails });
  }

  function stopWaiting(): void {
    holds += 1;
    slots.drop();
  }

  async function hold(until: Date, reason: string): Promise<void> {
    stopWaiting();
    await insertMailPace(db, name, utcDayOf(clock.now()));
    await markPaceHeld(db, name, { until, reason });
    // Once more, for those that have asked in between.
    stopWaiting();
  }

  return {
    giveBack,
    hold,
    async findHold() {
      const now = clock.now();
      const found = await findWhy(counts.needed(utcDayOf(now)), now);
      return found && isBrief(found, now) ? undefined : found;
    },
    async enter(mails, signal) {
      for (let after = new Date(0); ;) {
        const met = await inTurn(() => takeTurn(mails, after, signal));
        const now = clock.now();
        if (!met || signal?.aborted || !isBrief(met, now)) return met;
        await sleepFor(met.until.getTime() - now.getTime(), signal);
        after = met.until;
      }
    },
    async heed({ perSecond, waitSeconds }) {
      const now = clock.now();
      if (perSecond !== undefined && perSecond > 0 && slots.learn(perSecond)) {
        await insertMailPace(db, name, utcDayOf(now));
        await markPaceAllowed(db, name, perSecond);
      }
      if (waitSeconds === undefined || waitSeconds <= 0) return;
      const words = `The mail provider asks for a pause of ${waitSeconds} ${waitSeconds === 1 ? 'second' : 'seconds'}.`;
      await hold(new Date(now.getTime() + waitSeconds * 1000), words);
    },
  };
}

const UNPACED: Pace = {
  findHold: () => Promise.resolve(undefined),
  enter: () => Promise.resolve(undefined),
  giveBack: () => Promise.resolve(),
  heed: () => Promise.resolve(),
  hold: () => Promise.resolve(),
};

const BRIEF_MS = 60_000;

const isBrief = ({ until }: PaceHold, now: Date) => until.getTime() - now.getTime() <= BRIEF_MS;

const utcDayOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** When one call may begin, by `performance.now()`. */
interface Slot {
  at: number;
  /** When it may have been, at the earliest: the two clocks are not known to be apart by just so much. */
  from: number;
  /** From then on it is too late. */
  until: number;
}

type Count = Pick<SlotClaim, 'mails' | 'mailsMax' | 'day' | 'now'>;

/** How much later than its slot a call may begin. */
const LATE_MS = 40;
/** Slots of so much time are taken at once, where they are that close together. */
const AHEAD_MS = 20;
/** The first call of a process is slow: its connection is not made yet. */
const FIRST_SPARE_MS = 500;
const SPARE_MS_MAX = 5000;

/**
 * The slots that this process takes.
 *
 * A process that is late again and again, for whatever reason, asks for more time between its next slot and whoever comes
 * next, and may use half of it: a slow one goes slower, and never stands still. Where slots are close together it takes
 * several, as many as it may need; with a ceiling only one, since its mails are counted exactly.
 */
function createSlots(db: Db, name: string, requestsPerSecond: number) {
  const there = createOtherClock();
  let allowed: number | null = null;
  let ahead: Slot[] = [];
  let used = 1;
  let missed = 0;
  /** Mails that went out by slots that were taken before they were known. */
  let owed = 0;
  let spareMs = gapOf(requestsPerSecond) > AHEAD_MS ? FIRST_SPARE_MS : 0;

  async function claim(count: Count): Promise<boolean> {
    const gapMs = gapOf(Math.min(requestsPerSecond, allowed ?? Infinity));
    const most = count.mailsMax === undefined ? Math.max(1, Math.floor(AHEAD_MS / gapMs)) : 1;
    const slots = Math.min(most, 2 * used);
    const mails = count.mails + owed;
    const asked = { allowedPerSecond: allowed, slots, gapMs, spareMs, leadMs: there.leadMs() };
    const askedAt = performance.now();
    const answer = await claimSlots(db, name, { ...count, ...asked, mails });
    if (!answer) return false;
    there.hear(answer.now, askedAt, performance.now());
    owed -= mails - count.mails;
    used = 0;
    ahead = Array.from({ length: slots }, (_, i) => {
      const { from, at } = there.here(answer.at + i * gapMs);
      return { at, from, until: from + LATE_MS + asked.spareMs / 2 };
    });
    spareMs = Math.floor(spareMs / 4);
    return true;
  }

  return {
    /** The next slot; undefined when the database gave none. */
    async take(count: Count): Promise<Slot | undefined> {
      const now = performance.now();
      ahead = ahead.filter(({ until }) => now < until);
      if (ahead.length > 0) owed += count.mails;
      else if (!(await claim(count))) return undefined;
      used += 1;
      return ahead.shift();
    },
    isInTime({ from, until }: Slot): boolean {
      const now = performance.now();
      missed = now < until ? 0 : missed + 1;
      if (missed > 1) spareMs = Math.min(SPARE_MS_MAX, Math.max(spareMs, 2 * (now - from)));
      return missed === 0;
    },
    /** What the provider allows; true when that is news. */
    learn(perSecond: number | null): boolean {
      if (perSecond === allowed) return false;
      allowed = perSecond;
      ahead = [];
      return true;
    },
    /** Take none of those that it has. */
    drop(): void {
      ahead = [];
    },
  };
}

/** An answer that is quicker needs no lead. */
const QUICK_MS = 10;

/**
 * The clock of the database, as far as its answers tell: what it said was true at some moment between question and answer,
 * so every answer narrows down how far the two clocks are apart.
 */
function createOtherClock() {
  let apart = { least: -Infinity, most: Infinity };
  let answerMs = 0;
  return {
    hear(said: number, askedAt: number, answeredAt: number): void {
      const heard = { least: said - answeredAt, most: said - askedAt };
      const both = { least: Math.max(apart.least, heard.least), most: Math.min(apart.most, heard.most) };
      // One of the clocks was set meanwhile.
      apart = both.least <= both.most ? both : heard;
      answerMs = Math.max(answeredAt - askedAt, answerMs * 0.8);
    },
    /** A moment there, by the clock here: between `from` and `at`. */
    here: (moment: number) => ({ from: moment - apart.most, at: moment - apart.least }),
    /** How long answers take at the moment, where that matters. */
    leadMs: () => (answerMs > QUICK_MS ? Math.min(answerMs, SPARE_MS_MAX) : 0),
  };
}

/** In place of a second: what is over makes up for calls that begin late or travel long. */
const SECOND_MS = 1150;

/** Of a rate with a fraction only the whole calls: two and a half a second are three in some second. */
const gapOf = (perSecond: number) => SECOND_MS / (perSecond < 1 ? perSecond : Math.floor(perSecond));

/** A call is over by then, so nobody gives its mails back. */
const CALL_MS_MAX = 300_000;

/** What this process has counted, as far as it must know. */
function createCounts() {
  let last = { day: '', at: -Infinity };
  let earlierAt = -Infinity;
  let refused = { day: '', mails: 1 };
  return {
    add(day: Day, now: Date): void {
      if (day !== last.day) earlierAt = last.at;
      last = { day, at: now.getTime() };
    },
    /** Whether a call that ends now was certainly counted on this day. */
    areOf: (day: Day, now: Date) => day === last.day && now.getTime() - earlierAt > CALL_MS_MAX,
    /** A call of so many mails was too large for what is left of the day. */
    refuse(day: Day, mails: number): void {
      refused = { day, mails: refused.day === day ? Math.min(refused.mails, mails) : Math.max(1, mails) };
    },
    /** How many mails the smallest call has that is known to wait on this day. */
    needed: (day: Day) => (refused.day === day ? refused.mails : 1),
  };
}
