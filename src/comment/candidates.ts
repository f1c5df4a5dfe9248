import { createHash } from 'node:crypto';
import type { Registry } from './registry.ts';
import { registryId } from '../shared/registry-id.ts';

/** The part of the registry that goes with one story. */
export interface Candidates extends Registry {
  /** `petition:<slug>` and `official:<slug>`. */
  ids: ReadonlySet<string>;
  /** Changes with anything that is known of them. */
  version: string;
}

export const petitionId = ({ slug }: { slug: string }) => registryId('petition', slug);
export const officialId = ({ slug }: { slug: string }) => registryId('official', slug);

/**
 * Choose what may be named in a commentary on one story.
 *
 * Shape: first who shares a category with it, then officials whom its text names and those who answer for everything; of
 * a small registry also the rest. At most 12 of each.
 */
export function candidatesFor(
  registry: Registry,
  { categories, text }: { categories: readonly string[]; text: string },
): Candidates {
  const shares = (one: { categories: string[] }) => one.categories.some((slug) => categories.includes(slug));
  const petitions = chosen(registry.petitions, (one) => (shares(one) ? 0 : 2));
  const officials = chosen(registry.officials, (one) => {
    if (shares(one)) return 0;
    return one.categories.length === 0 || text.includes(one.name) ? 1 : 2;
  });
  const version = createHash('sha256')
    .update(JSON.stringify([petitions, officials]))
    .digest('hex');
  return {
    petitions,
    officials,
    version,
    ids: new Set([...petitions.map(petitionId), ...officials.map(officialId)]),
  };
}

const CANDIDATES_MAX = 12;

/** The fittest, in the registry's own order within one degree; of a registry that is not small only those that fit. */
function chosen<T>(all: readonly T[], degree: (one: T) => 0 | 1 | 2): T[] {
  const isSmall = all.length <= CANDIDATES_MAX;
  return [0, 1, 2]
    .flatMap((wanted) => all.filter((one) => degree(one) === wanted && (wanted < 2 || isSmall)))
    .slice(0, CANDIDATES_MAX);
}
