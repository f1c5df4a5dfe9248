import { isSilent, type Rhythm } from './due.ts';

/** A source that a person should look at, and since when. */
export interface Trouble {
  source: string;
  kind: 'failing' | 'stopped' | 'silent';
  since: Date;
  reason: string;
}

interface Watched extends Rhythm {
  title: string;
  failingSince: Date | null;
  stoppedAt: Date | null;
  errorReason: string | null;
}

/**
 * Which sources need a person: those that have failed for three days or have stopped for good, and those that answer but
 * have been silent for much longer than usual. Shape: in the order of `sources`.
 */
export function troublesOf(sources: readonly Watched[], now: Date): Trouble[] {
  return sources.flatMap((source): Trouble[] => {
    const { title, failingSince, stoppedAt, newestAt } = source;
    const reason = source.errorReason ?? '';
    if (stoppedAt) return [{ source: title, kind: 'stopped', since: stoppedAt, reason }];
    if (failingSince)
      return now.getTime() - failingSince.getTime() >= FAILING_MS
        ? [{ source: title, kind: 'failing', since: failingSince, reason }]
        : [];
    if (!newestAt || !isSilent(source, now)) return [];
    return [{ source: title, kind: 'silent', since: newestAt, reason: silence(source) }];
  });
}

const FAILING_MS = 3 * 24 * 3_600_000;

function silence({ longestGapHours }: Rhythm): string {
  const hours = Math.max(1, longestGapHours ?? 0);
  const usual = hours < 48 ? `${hours} hour${hours === 1 ? '' : 's'}` : `${Math.round(hours / 24)} days`;
  return `It answers, but has published nothing new; before, it never paused for more than ${usual}.`;
}
