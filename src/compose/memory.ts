import type { Telling } from '../../db/telling.ts';
import type { StorySnapshot } from '../../db/edition.ts';

/** What an earlier edition told counts for this many days. */
export const MEMORY_DAYS = 7;

/** The story that something tells, with what it continues. */
export type Remembered<T> = T & { update: StorySnapshot['update'] };

/**
 * Tell what continues a story of the last days from what only tells it again.
 *
 * Shape: what was published after the edition was composed that told its story last is an update of it; what was
 * published before that is `told`, and left out.
 */
export function remember<T extends { storyId: string; publishedAt: Date }>(
  candidates: readonly T[],
  tellings: readonly Telling[],
): { fresh: Remembered<T>[]; told: T[] } {
  const last = new Map(tellings.map((telling) => [telling.storyId, telling]));
  const fresh: Remembered<T>[] = [];
  const told: T[] = [];
  for (const candidate of candidates) {
    const telling = last.get(candidate.storyId);
    if (!telling) fresh.push({ ...candidate, update: null });
    else if (candidate.publishedAt > telling.composedAt)
      fresh.push({ ...candidate, update: updateOf(telling) });
    else told.push(candidate);
  }
  return { fresh, told };
}

/** How a snapshot names what it continues. */
export const updateOf = ({ title, slug, day }: Telling) => ({ title, slug, day });
