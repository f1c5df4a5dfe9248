import type { LetterContent } from './letter-content.ts';
import type { LetterFrame } from './letter-props.ts';
import { stringsFor } from '../../strings/strings.ts';
import { heading, wrap } from './text.ts';

/** A letter as plain text: the same words and every link of its HTML, lines of at most 72 characters. */
export function letterText(content: LetterContent, { newsroom, language, sample }: LetterFrame): string {
  const strings = stringsFor(language).letters;
  const pieces = [
    heading(newsroom.name, '='),
    wrap(content.heading),
    ...content.paragraphs.map((paragraph) => wrap(paragraph)),
    ...categoriesText(content.categories, strings.categories),
    `${content.button}:\n${content.url}`,
    ...content.notes.map((note) => wrap(note)),
    ...content.links.map(({ name, url }) => `${name}:\n${url}`),
    ...(sample ? [wrap(strings.sample)] : []),
    `-- \n${[newsroom.name, newsroom.tagline, newsroom.postalAddress].map((line) => wrap(line)).join('\n')}\n${newsroom.homeUrl}`,
  ];
  return `${pieces.join('\n\n')}\n`;
}

function categoriesText(categories: readonly string[], title: string): string[] {
  if (categories.length === 0) return [];
  return [[`${title}:`, ...categories.map((name) => wrap(name, { first: '* ', rest: '  ' }))].join('\n')];
}
