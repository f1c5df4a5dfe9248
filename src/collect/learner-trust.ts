/** What it says of a category, on the learner's scale, that an article's keywords suffice for it, or that they do not. */
export interface Trust {
  /** Not below 0. */
  suffices: number;
  /** Below 0. */
  fails: number;
}

/**
 * Learn from decisions how far the keywords of a category can be relied on.
 *
 * Shape: logarithms of odds. Before anything has been decided, what suffices is right nine times in ten, and of the
 * articles without it one in fifty belongs to the category all the same; that counts as 10 decisions of each kind.
 */
export function trustOf(tried: readonly { suffices: boolean; belongs: boolean }[]): Trust {
  return {
    suffices: Math.max(0, logOdds(tried, { suffices: true, usual: SUFFICES_USUAL })),
    fails: Math.min(FAILS_MAX, logOdds(tried, { suffices: false, usual: FAILS_USUAL })),
  };
}

const SUFFICES_USUAL = 0.9;
const FAILS_USUAL = 0.02;
const USUAL_DECISIONS = 10;
/** However often the keywords fail, it takes the learner's word to file an article without them. */
const FAILS_MAX = -1;

function logOdds(
  tried: readonly { suffices: boolean; belongs: boolean }[],
  { suffices, usual }: { suffices: boolean; usual: number },
): number {
  const such = tried.filter((one) => one.suffices === suffices);
  const belong = such.filter(({ belongs }) => belongs).length + USUAL_DECISIONS * usual;
  return Math.log(belong / (such.length + USUAL_DECISIONS - belong));
}
