/** What a text may lead to in the registry. */
export type RegistryKind = 'petition' | 'official';

/** The id of an entry of the registry, by which texts name it: `petition:night-bus`. */
export const registryId = (kind: RegistryKind, slug: string): string => `${kind}:${slug}`;

/** The slug in an id of this kind; undefined for an id of another. */
export function slugIn(kind: RegistryKind, id: string): string | undefined {
  const start = registryId(kind, '');
  return id.startsWith(start) ? id.slice(start.length) : undefined;
}

/** The slugs of all ids of this kind, in their order. */
export const slugsIn = (kind: RegistryKind, ids: readonly string[]): string[] =>
  ids.flatMap((id) => slugIn(kind, id) ?? []);
