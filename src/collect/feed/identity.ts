import { visibleText } from '../../shared/html.ts';
import { canonicalUrl } from '../url.ts';
import type { FeedEntry } from './shape.ts';

/** An entry that can be an article: it has an identity within its feed, and an address nobody else there has. */
export interface Identified {
  entry: FeedEntry;
  guid: string;
  /** Canonical. */
  url: string;
  hasPage: boolean;
}

/** An entry that cannot, and why. */
export interface LeftOut {
  entry: FeedEntry;
  reason: 'no address' | 'no web address' | 'address of another entry';
}

/**
 * Tell the entries of a feed apart.
 *
 * Shape: a guid that several entries share names none of them; then the canonical address does. Of entries with one
 * address the first is kept; an episode among them has the address of its recording, since podcasts often give that
 * of the show to all.
 */
export function identify(
  entries: readonly FeedEntry[],
  base: string | undefined,
): { identified: Identified[]; leftOut: LeftOut[] } {
  const guids = countOf(entries.map(guidOf));
  const urls = countOf(entries.map(({ url }) => url));
  const byUrl = new Map<string, Identified>();
  const leftOut: LeftOut[] = [];
  for (const entry of entries) {
    const place = placeOf(entry, (urls.get(entry.url) ?? 0) > 1);
    const url = canonicalUrl(place.url ?? '', base);
    if (url === undefined)
      leftOut.push({
        entry,
        reason: (place.url ?? entry.badUrl) === undefined ? 'no address' : 'no web address',
      });
    else if (byUrl.has(url)) leftOut.push({ entry, reason: 'address of another entry' });
    else {
      const guid = guidOf(entry);
      const isOwn = guid !== undefined && guids.get(guid) === 1;
      byUrl.set(url, { entry, guid: isOwn ? guid : url, url, hasPage: place.hasPage });
    }
  }
  return { identified: [...byUrl.values()], leftOut };
}

const GUID_CHARACTERS_MAX = 500;

function guidOf({ id }: FeedEntry): string | undefined {
  return visibleText(id?.slice(0, GUID_CHARACTERS_MAX) ?? '').trim() || undefined;
}

function placeOf(entry: FeedEntry, isShared: boolean): { url: string | undefined; hasPage: boolean } {
  if (isShared && entry.recordingUrl !== undefined) return { url: entry.recordingUrl, hasPage: false };
  return { url: entry.url, hasPage: entry.hasPage };
}

function countOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
