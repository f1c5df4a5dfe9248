/** What a story's rank among the day's stories rests on. */
export interface Ranked {
  publishedAt: Date;
  /** It has an opinion and an action. */
  hasCommentary: boolean;
  /** The open petition that goes with it. */
  petition: { closesAt: Date | null } | null;
  /** How many independent outlets tell its story, itself included. */
  outlets: number;
  /** How much its source counts, from 0 to 2; 1 where nobody said. */
  sourceWeight?: number;
}

/** What a score is the sum of, by name; `balance` only of what was picked for an edition. */
export type Parts = Record<string, number>;

/** How high a story stands: the sum of its parts. */
export function scoreOf(story: Ranked, now: Date, windowHours: number): number {
  return sumOf(scoreParts(story, now, windowHours));
}

/** The score that some parts come to. */
export const sumOf = (parts: Readonly<Parts>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

/**
 * What a story's score is made of.
 *
 * Units: `freshness`, `source`, `commentary` and `corroboration` from 0 to 1, where an average source has 0.5; `petition`
 * 0.5 while one is open, and 0.75 in the last week before it closes.
 */
export function scoreParts(story: Ranked, now: Date, windowHours: number) {
  const ageHours = Math.max(0, now.getTime() - story.publishedAt.getTime()) / 3_600_000;
  return {
    freshness: 1 - Math.min(1, ageHours / windowHours),
    source: (story.sourceWeight ?? 1) / 2,
    commentary: story.hasCommentary ? 1 : 0,
    petition: petitionPart(story.petition, now),
    corroboration: corroborationPart(story.outlets),
  };
}

/** What an open petition adds; more when there is little time left to sign. */
export function petitionPart(petition: Ranked['petition'], now: Date): number {
  if (petition === null) return 0;
  const { closesAt } = petition;
  return closesAt !== null && closesAt.getTime() - now.getTime() <= DEADLINE_MS ? 0.75 : 0.5;
}

/** What other outlets add that tell the same story. */
export const corroborationPart = (outlets: number): number => Math.min(1, Math.max(0, outlets - 1) / 4);

const DEADLINE_MS = 7 * 86_400_000;
