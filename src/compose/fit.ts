/** One story of a reader's mail, and how it stands there. */
export interface Entry {
  score: number;
  /** Of the HTML in each form, in UTF-8; a story that is left to the web takes nothing. */
  bytes: { full: number; brief: number };
  form: 'full' | 'brief' | 'more';
}

/**
 * Bring one reader's mail under `bytesMax`, giving up as little as possible: the lowest-ranked full story becomes brief,
 * and when all are, the lowest-ranked brief one is left to the web. Changes `form` of the entries, which are full.
 *
 * Units: bytes of the HTML in UTF-8; `frameBytes` of all that is not a story, and never given up.
 */
export function fit(
  entries: readonly Entry[],
  { frameBytes, bytesMax }: { frameBytes: number; bytesMax: number },
): void {
  let bytes = frameBytes;
  for (const entry of entries) bytes += entry.bytes.full;
  if (bytes <= bytesMax) return;
  // Of equal scores, the one that stands further down gives way first.
  const lowestFirst = entries.toReversed().toSorted((a, b) => a.score - b.score);
  for (const entry of lowestFirst) {
    if (bytes <= bytesMax) return;
    entry.form = 'brief';
    bytes += entry.bytes.brief - entry.bytes.full;
  }
  for (const entry of lowestFirst) {
    if (bytes <= bytesMax) return;
    entry.form = 'more';
    bytes -= entry.bytes.brief;
  }
}

/** A reader's mail of some of their headings, before its stories are fitted. */
export interface Framed {
  headings: readonly { entries: readonly Entry[] }[];
  /** Of all that is not a story, in UTF-8. */
  frameBytes: number;
}

/**
 * Choose how many of a reader's headings their mail holds: all, as long as there is room for what stands around their
 * stories. In the last resort those at the end are left out, until each that stays can tell its highest story in brief;
 * the first is never left out.
 *
 * Shape: `framedBy` frames the first so many headings, at least one.
 */
export function roomFor<T extends Framed>(
  framedBy: (count: number) => T,
  { count, bytesMax }: { count: number; bytesMax: number },
): T {
  const all = framedBy(count);
  if (all.frameBytes <= bytesMax) return all;
  for (let fewer = count - 1; fewer > 1; fewer -= 1) {
    const framed = framedBy(fewer);
    if (framed.frameBytes + leastBytes(framed) <= bytesMax) return framed;
  }
  return framedBy(1);
}

const leastBytes = ({ headings }: Framed): number =>
  headings.reduce((sum, { entries }) => sum + (highestOf(entries)?.bytes.brief ?? 0), 0);

const highestOf = (entries: readonly Entry[]): Entry | undefined =>
  entries.toSorted((a, b) => b.score - a.score)[0];
