import { stringsFor } from '../../strings/strings.ts';
import type { Config } from '../shared/config.ts';
import { dayInWords } from '../shared/day.ts';
import type { EditionContent } from './edition.ts';
import { subjectOf } from './words.ts';

/** The subject of an edition, the same for every reader; a weekly one says that it is the best of the week. */
export function subjectFor(
  config: Config,
  { day, cadence }: Pick<EditionContent, 'day' | 'cadence'>,
): string {
  if (cadence !== 'weekly') return subjectOf(config, day);
  const { name, language } = config.newsroom;
  return `${name}: ${stringsFor(language).digest.weekly}, ${dayInWords(day, language)}`;
}
