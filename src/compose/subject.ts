import { stringsFor } from '../../strings/strings.ts';
import type { Config } from '../shared/config.ts';
import { dayInWords } from '../shared/day.ts';
import type { EditionContent } from './edition.ts';

/** The subject of an edition, the same for every reader; a weekly one says that it is the best of the week. */
export function subjectFor(
  config: Config,
  { day, cadence }: Pick<EditionContent, 'day' | 'cadence'>,
): string {
  const { name, language } = config.newsroom;
  const weekly = cadence === 'weekly' ? `${stringsFor(language).digest.weekly}, ` : '';
  return `${name}: ${weekly}${dayInWords(day, language)}`;
}
