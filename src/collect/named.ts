import { sourceKey } from '../shared/source-key.ts';

/** The sources that a person means by a name: the one with this address, in any spelling; else those with this title. */
export function calledSo<T extends { url: string; title: string }>(name: string, sources: readonly T[]): T[] {
  const key = sourceKey(name);
  const byAddress = sources.filter(({ url }) => sourceKey(url) === key);
  if (byAddress.length > 0) return byAddress;
  const title = name.trim().toLowerCase();
  return sources.filter((source) => source.title.toLowerCase() === title);
}
