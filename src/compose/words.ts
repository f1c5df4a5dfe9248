import type { CommentaryOrigin } from '../../db/commentary.ts';
import type { Config } from '../shared/config.ts';
import { dayInWords, type Day } from '../shared/day.ts';
import { cleanText } from '../shared/html.ts';

/** The subject of an edition, the same for every reader. */
export function subjectOf({ newsroom }: Config, day: Day): string {
  return `${newsroom.name}: ${dayInWords(day, newsroom.language)}`;
}

/** What stands beside the subject in an inbox. */
export function preheaderOf(titles: readonly string[]): string {
  return cleanText(titles.slice(0, 3).join(' · '));
}

/** Why somebody gets this mail. */
export function whyOf({ newsroom }: Config): string {
  return `You get this because you asked for ${newsroom.name} and confirmed it by mail. It holds the categories that you chose.`;
}

/** How the paper is made, in two sentences. */
export function howMadeOf({ newsroom, sample }: Config): string {
  if (sample)
    return `How it was made: the stories, their sources and everybody in them were invented for the sample newsroom of ${newsroom.name}, and so were the opinions.`;
  return 'How it was made: headlines and excerpts come from the sources named with them. Opinions and actions say who wrote them.';
}

/** Who wrote a story's opinion and action. */
export function labelOf(origin: CommentaryOrigin | null, model: string | null): string | null {
  switch (origin) {
    case 'sample':
      return 'Opinion and action: sample text.';
    case 'model':
      return `Opinion and action: written by a model (${model ?? 'unnamed'}).`;
    case 'registry':
    case null:
      return null;
  }
}
