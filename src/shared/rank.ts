/** What a story's rank among the day's stories rests on. */
export interface Ranked {
  publishedAt: Date;
  /** It has an opinion and an action. */
  hasCommentary: boolean;
  /** An open petition goes with it. */
  hasPetition: boolean;
  /** How many independent outlets tell its story, itself included. */
  outlets: number;
}

/** How high a story stands: the sum of its parts. */
export function scoreOf(story: Ranked, now: Date, windowHours: number): number {
  const { freshness, commentary, petition, corroboration } = scoreParts(story, now, windowHours);
  return freshness + commentary + petition + corroboration;
}

/** What a story's score is made of. Units: each part from 0 to its weight. */
export function scoreParts(
  story: Ranked,
  now: Date,
  windowHours: number,
): { freshness: number; commentary: number; petition: number; corroboration: number } {
  const ageHours = Math.max(0, now.getTime() - story.publishedAt.getTime()) / 3_600_000;
  return {
    freshness: 1 - Math.min(1, ageHours / windowHours),
    commentary: story.hasCommentary ? 1 : 0,
    petition: story.hasPetition ? 0.5 : 0,
    corroboration: Math.min(1, (story.outlets - 1) / 4),
  };
}
