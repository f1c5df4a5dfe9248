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
