import type { Db } from '../../db/client.ts';
import { insertCall, type Amount, type PlannedCall } from '../../db/model-call.ts';
import type { Config } from '../shared/config.ts';

/** Sets aside what calls may cost, so that no number of workers passes the day's ceilings. */
export interface Purse {
  /**
   * Set aside for one call.
   *
   * Shape: the call's id in the ledger; undefined when the ceiling leaves no room for it. `rank` is the article's place in
   * the day, the highest 0: while there is little room, who ranks higher goes first, and once somebody was refused nobody
   * who ranks lower is let in.
   */
  take(rank: number, call: PlannedCall, reserve: Amount): Promise<string | undefined>;
  /** A call has been settled: there may be room again. */
  settled(): void;
  /** Until `end(rank)`, leave room for what an article that has been begun will still need. */
  begin(rank: number, promise: Amount): void;
  end(rank: number): void;
}

interface Waiting {
  rank: number;
  call: PlannedCall;
  reserve: Amount;
  resolve: (id: string | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Make the purse of one run.
 *
 * Shape: the ceilings are held by the database, whoever else spends; the order of rank by this process among its own
 * workers. Who finds no room waits while calls of this run are under way, since they mostly cost less than was set aside.
 */
export function createPurse(db: Db, ceiling: Amount): Purse {
  const waiting: Waiting[] = [];
  const promises = new Map<number, Amount>();
  let underWay = 0;
  let closedFrom = Number.POSITIVE_INFINITY;
  let pumping = false;
  /** Counts what may change who is next, or whether there is room. */
  let changes = 0;

  const isOpenFor = (rank: number) => underWay > 0 || [...promises.keys()].some((other) => other < rank);
  const headroom = (rank: number): Amount => sum([...promises].filter(([other]) => other < rank));
  const pump = async () => {
    if (pumping) return;
    pumping = true;
    for (let next = highest(waiting); next; next = highest(waiting)) {
      const { rank, call, reserve } = next;
      const before = changes;
      try {
        const refused = rank > closedFrom;
        const id = refused
          ? undefined
          : await insertCall(db, call, { reserve, ceiling, headroom: headroom(rank) });
        if (id === undefined && !refused && changes !== before) continue;
        if (id === undefined && !refused && isOpenFor(rank)) break;
        waiting.splice(waiting.indexOf(next), 1);
        if (id === undefined) closedFrom = Math.min(closedFrom, rank);
        else underWay += 1;
        next.resolve(id);
      } catch (error) {
        waiting.splice(waiting.indexOf(next), 1);
        next.reject(error);
      }
    }
    pumping = false;
  };

  return {
    take: (rank, call, reserve) =>
      new Promise((resolve, reject) => {
        waiting.push({ rank, call, reserve, resolve, reject });
        changes += 1;
        void pump();
      }),
    settled() {
      underWay -= 1;
      changes += 1;
      void pump();
    },
    begin: (rank, promise) => void promises.set(rank, promise),
    end(rank) {
      promises.delete(rank);
      changes += 1;
      void pump();
    },
  };
}

/** The day's ceilings. */
export function ceilingOf({ tokensPerDay, usdPerDay }: Config['comment']): Amount {
  return {
    tokens: tokensPerDay,
    microUsd: usdPerDay === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(usdPerDay * MICRO),
  };
}

/** What tokens cost, in millionths of a US dollar, rounded up. */
export function costOf(
  { inputUsdPerMillion, outputUsdPerMillion }: Config['comment']['provider'],
  tokens: { input: number; output: number },
): number {
  // A dollar a million tokens is a millionth of a dollar each.
  return Math.ceil(tokens.input * inputUsdPerMillion + tokens.output * outputUsdPerMillion);
}

const MICRO = 1_000_000;

function highest(waiting: readonly Waiting[]): Waiting | undefined {
  return waiting.reduce<Waiting | undefined>(
    (best, one) => (best === undefined || one.rank < best.rank ? one : best),
    undefined,
  );
}

function sum(promises: readonly (readonly [number, Amount])[]): Amount {
  return promises.reduce(
    (all, [, { tokens, microUsd }]) => ({ tokens: all.tokens + tokens, microUsd: all.microUsd + microUsd }),
    { tokens: 0, microUsd: 0 },
  );
}
