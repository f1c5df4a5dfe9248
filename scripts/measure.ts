import { arch, cpus, platform } from 'node:os';

/** What numbers were measured on. */
export interface Machine {
  cpu: string;
  cpus: number;
  platform: string;
  node: string;
}

/** Describe this machine, so that a number can be judged. */
export function machine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cpus: all.length,
    platform: `${platform()} ${arch()}`,
    node: process.version,
  };
}

/** The median; of an even number of values the mean of the two in the middle. Errors: there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('there is no median of nothing');
  return (lower + upper) / 2;
}

/** How long some work takes. Units: milliseconds of wall clock. */
export async function timeMs(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
