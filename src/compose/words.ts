import type { StorySnapshot } from '../../db/edition.ts';
import { authorSentences } from '../shared/authorship.ts';
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

/** Who made what a story says, or why there is nothing that anybody has written. */
export function labelOf({ by, opinion, action, todos, absence }: StorySnapshot): string {
  const said = authorSentences([
    { name: 'opinion', by: opinion === null ? null : by.opinion },
    { name: 'action', by: action === null ? null : by.action },
    { name: 'to-do list', by: todos.length === 0 ? null : by.todo },
  ]);
  if (opinion !== null || action !== null) return said;
  return ['Excerpt only, without an opinion.', absence, said].filter(Boolean).join(' ');
}
