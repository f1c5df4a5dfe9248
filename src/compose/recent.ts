/** Things that were made once and may be wanted again. */
export interface Recent<T> {
  get(key: string): T | undefined;
  keep(key: string, value: T, bytes: number): void;
}

/**
 * Keep what was made lately, as long as all of it takes at most `bytesMax`: what was not asked for longest goes first.
 *
 * Units: bytes as the caller counts them.
 */
export function createRecent<T>(bytesMax: number): Recent<T> {
  const kept = new Map<string, { value: T; bytes: number }>();
  let total = 0;
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    keep(key, value, bytes) {
      total += bytes - (kept.get(key)?.bytes ?? 0);
      kept.delete(key);
      kept.set(key, { value, bytes });
      for (const [oldest, { bytes: freed }] of kept) {
        if (total <= bytesMax) break;
        kept.delete(oldest);
        total -= freed;
      }
    },
  };
}
