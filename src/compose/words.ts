import type { StorySnapshot } from '../../db/edition.ts';
import { stringsFor } from '../../strings/strings.ts';
import { authorSentences } from '../shared/authorship.ts';
import type { Config } from '../shared/config.ts';
import { cleanText } from '../shared/html.ts';

/** What stands beside the subject in an inbox. */
export function preheaderOf(titles: readonly string[]): string {
  return cleanText(titles.join(' · '));
}

/** Why somebody gets this mail. */
export function whyOf({ newsroom }: Config): string {
  return stringsFor(newsroom.language).made.why(newsroom.name);
}

/** How the paper is made, in two sentences. */
export function howMadeOf({ newsroom, sample }: Config): string {
  const { howMade, howMadeSample } = stringsFor(newsroom.language).made;
  return sample ? howMadeSample(newsroom.name) : howMade;
}

/** Who made what a story says, or why there is nothing that anybody has written; in the newsroom's language. */
export function labelOf(
  { by, opinion, action, todos, absence }: StorySnapshot,
  { newsroom }: Config,
): string {
  const { parts, authorship, excerptOnly } = stringsFor(newsroom.language).made;
  const said = authorSentences(
    [
      { name: parts.opinion, by: opinion === null ? null : by.opinion },
      { name: parts.action, by: action === null ? null : by.action },
      { name: parts.todo, by: todos.length === 0 ? null : by.todo },
    ],
    authorship,
  );
  if (opinion !== null || action !== null) return said;
  return [excerptOnly, absence, said].filter(Boolean).join(' ');
}
