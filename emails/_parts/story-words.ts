import { stringsFor } from '../../strings/strings.ts';
import { rulesOf, tagOf } from './language.ts';
import type { DigestFrame, DigestStory } from './props.ts';

/** Source, date, and what sets a story apart: that it is a video or audio, or in another language than the mail. */
export function byline(story: DigestStory, language: string): string[] {
  const { video, audio } = stringsFor(language).digest;
  const kind = { text: '', video, audio }[story.kind];
  const foreign = foreignTag(story, language);
  const inWords = foreign === undefined ? '' : languageName(foreign, rulesOf(language));
  return [story.sourceTitle, story.dateInWords, kind, inWords].filter(Boolean);
}

/** The language of a story's own words, where it is another than the mail's; undefined too for a tag of none. */
export function foreignTag(story: DigestStory, language: string): string | undefined {
  const tag = tagOf(story.language);
  return tag !== undefined && primary(tag) !== primary(rulesOf(language)) ? tag : undefined;
}

/** What stands on the link of a story in brief form; undefined when there is no more to say than its headline and excerpt. */
export function briefWords(story: DigestStory, language: string): string | undefined {
  const { brief, briefTodo } = stringsFor(language).digest;
  if (story.opinion !== null || story.action !== null) return brief;
  return story.todos.length > 0 ? briefTodo : undefined;
}

/** How far a petition is: in words, and in whole percent from 0 to 100. */
export function progressOf(
  petition: { signed: number; goal: number },
  { language }: Pick<DigestFrame, 'language'>,
): { words: string; percent: number } {
  const number = new Intl.NumberFormat(rulesOf(language));
  const percent = petition.goal > 0 ? Math.floor((petition.signed / petition.goal) * 100) : 0;
  return {
    words: stringsFor(language).digest.signed(number.format(petition.signed), number.format(petition.goal)),
    percent: Math.min(100, Math.max(0, percent)),
  };
}

/** Whether words run against the direction of the mail, and must be set apart from what stands beside them. */
export function runsAgainst(text: string, dir: DigestFrame['dir']): boolean {
  if (dir === 'ltr') return RIGHT_TO_LEFT.test(text);
  return /\p{L}/u.test(text.replaceAll(new RegExp(RIGHT_TO_LEFT, 'gu'), ''));
}

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and the forms of their letters. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

const primary = (tag: string) => tag.toLowerCase().split('-')[0];

/** Empty for what has no name, and for tags with extensions. */
function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(tag) ?? '';
  } catch {
    return '';
  }
}
