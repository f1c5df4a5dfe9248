import type { Config } from '../shared/config.ts';
import type { Day } from '../shared/day.ts';
import type { Ground, SourceText } from './gates/ground.ts';
import type { Registry } from './registry.ts';

/** What texts about an article are held against: the article, the registry, and what the newsroom calls itself. */
export function groundFor(
  source: SourceText,
  { petitions, officials }: Pick<Registry, 'petitions' | 'officials'>,
  { config, day }: { config: Config; day: Day },
): Ground {
  const { newsroom, categories } = config;
  return {
    source,
    day,
    officials,
    language: newsroom.language,
    known: [
      newsroom.name,
      newsroom.tagline,
      ...categories.map(({ name }) => name),
      ...petitions.flatMap(({ title, target }) => [title, target]),
      ...officials.flatMap(({ name, office, jurisdiction }) => [name, office, jurisdiction ?? '']),
    ],
  };
}
