import { stringsFor } from '../strings/strings.ts';
import { tagOf } from './_parts/language.ts';
import type { DigestCategory, DigestProps, DigestStory } from './_parts/props.ts';
import { briefWords, byline, progressOf } from './_parts/story-words.ts';
import { firstSentence, heading, paragraphsOf, wrap } from './_parts/text.ts';

/**
 * The digest as plain text, written from the same data as the HTML.
 *
 * Shape: lines of at most 72 characters but for addresses; `[ ]` before each to-do; every link that the HTML has; the
 * same marks, each piece with the line breaks that end it.
 */
export function digestText(props: DigestProps): string {
  const words = stringsFor(props.language).digest;
  return [
    masthead(props, words),
    contents(props, words),
    ...props.categories.map((category) => categoryText(category, props, words)),
    footer(props, words),
  ].join('');
}

function masthead({ masthead, links, cadence, sample, greeting }: DigestProps, words: Words): string {
  return block([
    `${heading(masthead.name, '=')}\n${wrap(masthead.tagline)}\n${links.home}`,
    cadence === 'weekly' && wrap(words.weekly),
    wrap(`${masthead.dayInWords}, ${words.edition(masthead.number)}`),
    link(words.readOnWeb, links.web),
    sample && wrap(words.sample),
    greeting && wrap(greeting),
  ]);
}

function contents({ categories, mark = () => '' }: DigestProps, words: Words): string {
  const lines = categories.map(({ slug, name, count }) =>
    within(mark, `contents:${slug}`, `* ${name}: ${count}\n`),
  );
  return `${words.contents}\n\n${lines.join('')}\n`;
}

function categoryText(category: DigestCategory, props: DigestProps, words: Words): string {
  const { mark = () => '' } = props;
  const { slug, name, more } = category;
  const stories = category.stories.map((story) =>
    within(mark, `story:${slug}:${story.id}`, storyText(story, props, words)),
  );
  const moreText = `${link(words.more(more.count, name), more.url)}\n\n`;
  return within(
    mark,
    `category:${slug}`,
    `\n${heading(name, '=')}\n\n${stories.join('')}${within(mark, `more:${slug}`, moreText)}`,
  );
}

function storyText(story: DigestStory, { language }: DigestProps, words: Words): string {
  const head = headOf(story, language, words);
  const more = briefWords(story, language);
  if (story.form === 'brief')
    return block([
      head,
      wrap(firstSentence(story.excerpt, tagOf(story.language) ?? language)),
      more !== undefined && link(more, story.url),
    ]);
  return block([
    head,
    wrap(story.excerpt),
    passage(words.opinion, story.opinion),
    passage(words.action, story.action),
    story.todos.length > 0 && [`${words.todo}:`, ...story.todos.map(todo)].join('\n'),
    story.petition && petitionText(story.petition, language, words),
    story.related.length > 0 && relatedText(story.related, words),
    story.label && wrap(story.label),
  ]);
}

/** The headline with where, when and at what address; below it what we told before. */
function headOf(story: DigestStory, language: string, words: Words): string {
  const { title, url, update } = story;
  return [
    heading(update ? `${words.update}: ${title}` : title, '-'),
    wrap(byline(story, language).join(', ')),
    url,
    ...(update ? ['', link(`${words.before(update.dayInWords)}: ${update.title}`, update.url)] : []),
  ].join('\n');
}

function petitionText(
  petition: NonNullable<DigestStory['petition']>,
  language: string,
  words: Words,
): string {
  const { words: progress } = progressOf(petition, { language });
  return `${link(`${words.petition}: ${petition.title}`, petition.url)}\n(${progress})`;
}

function relatedText(related: DigestStory['related'], words: Words): string {
  const entries = related.map(
    ({ title, url, sourceTitle }) =>
      `${wrap(`${title} (${sourceTitle})`, { first: '- ', rest: '  ' })}\n  ${url}`,
  );
  return [`${words.related}:`, ...entries].join('\n');
}

function footer({ links, masthead, why, howMade, postalAddress }: DigestProps, words: Words): string {
  return `${RULE}\n\n${block([
    wrap(why),
    link(words.preferences, links.preferences),
    link(words.unsubscribe, links.unsubscribe),
    link(words.home(masthead.name), links.home),
    wrap(postalAddress),
    wrap(howMade),
  ])}`;
}

type Words = ReturnType<typeof stringsFor>['digest'];

const RULE = '='.repeat(72);

const link = (name: string, url: string) => `${wrap(`${name}:`)}\n${url}`;

const todo = ({ text, url }: DigestStory['todos'][number]) =>
  `${wrap(text, { first: '[ ] ', rest: '    ' })}${url === null ? '' : `\n    ${url}`}`;

const passage = (title: string, text: string | null) => {
  const paragraphs = paragraphsOf(text ?? '').map((paragraph) => wrap(paragraph));
  return paragraphs.length > 0 && [`${title}:`, ...paragraphs].join('\n\n');
};

/** Pieces with an empty line after each; what is not there leaves no trace. */
const block = (pieces: (string | false | null)[]) =>
  pieces
    .filter((piece) => typeof piece === 'string' && piece !== '')
    .map((piece) => `${piece}\n\n`)
    .join('');

const within = (mark: NonNullable<DigestProps['mark']>, key: string, text: string) =>
  `${mark('open', key)}${text}${mark('close', key)}`;
