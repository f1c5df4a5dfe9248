/**
 * How well one way of sorting things into groups agrees with another: normalised mutual information, 0 to 1.
 *
 * Shape: the group of each thing, in the same order. Normalised by the mean of the two entropies.
 * Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 16.3.
 */
export function normalisedMutualInformation(truth: readonly string[], found: readonly string[]): number {
  const [a, b, both] = [entropyOf(truth), entropyOf(found), entropyOf(pairsOf(truth, found))];
  return a + b === 0 ? 1 : (2 * (a + b - both)) / (a + b);
}

/**
 * The same by B-cubed: how many of those that are with each thing belong there, and how many that belong are there.
 *
 * Source: Bagga and Baldwin, Entity-based cross-document coreferencing using the vector space model, 1998.
 */
export function bCubed(truth: readonly string[], found: readonly string[]) {
  const pairs = pairsOf(truth, found);
  const [inTruth, inFound, inBoth] = [countsOf(truth), countsOf(found), countsOf(pairs)];
  const meanShare = (whole: Map<string, number>, groups: readonly string[]) =>
    pairs.reduce((sum, pair, i) => sum + (inBoth.get(pair) ?? 0) / (whole.get(groups[i] ?? '') ?? 1), 0) /
    pairs.length;
  const [precision, recall] = [meanShare(inFound, found), meanShare(inTruth, truth)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const pairsOf = (a: readonly string[], b: readonly string[]) => a.map((one, i) => `${one}\n${b[i] ?? ''}`);

function countsOf(groups: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function entropyOf(groups: readonly string[]): number {
  const parts = [...countsOf(groups).values()].map((count) => count / groups.length);
  return -parts.reduce((sum, part) => sum + part * Math.log(part), 0);
}
