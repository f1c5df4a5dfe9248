import { killRun, type KillRun } from '../tests/deliver/kill-run.ts';
import { openLedger } from './bench-deliver-newsroom.ts';

/** Deliveries whose workers were killed at random moments, all runs together. */
export interface KillBench {
  runs: number;
  kills: number;
  /** Readers for whom a mail was taken more than once, and those for whom none was. */
  duplicates: number;
  missing: number;
  /** Calls under a known key with other bytes, and deliveries that did not end as submitted. */
  conflicts: number;
  unsettled: number;
  /** What the server did: answers dropped, calls refused, calls that were repeated under a known key. */
  dropped: number;
  limited: number;
  failed: number;
  repeated: number;
  seconds: number;
}

const READERS = 2_000;
const LEASE_MS = 2_000;

/** Deliver to 2,000 readers so many times, with two workers that are killed again and again. */
export async function benchKill(runs: number): Promise<KillBench> {
  const ledger = await openLedger();
  const from = performance.now();
  const all: KillRun[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      all.push(await killRun(ledger, { readers: READERS, leaseMs: LEASE_MS }));
      if (process.stderr.isTTY) process.stderr.write(`\r${run + 1} of ${runs} runs`);
    }
  } finally {
    await ledger.close();
  }
  const sum = (of: (run: KillRun) => number) => all.reduce((total, run) => total + of(run), 0);
  return {
    runs,
    kills: sum((run) => run.kills),
    duplicates: sum((run) => run.duplicates),
    missing: sum((run) => run.missing),
    conflicts: sum((run) => run.conflicts),
    unsettled: sum((run) => run.unsettled),
    dropped: sum(({ server }) => server.dropped),
    limited: sum(({ server }) => server.limited),
    failed: sum(({ server }) => server.failed),
    repeated: sum(({ server }) => server.repeated),
    seconds: (performance.now() - from) / 1000,
  };
}
