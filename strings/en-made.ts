import type { MadeStrings } from './made-strings.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** How the paper came about, in English. */
export const englishMade: MadeStrings = {
  why: (newsroom) =>
    `You get this because you asked for ${newsroom} and confirmed it by mail. It holds the categories that you chose.`,
  howMade:
    'How it was made: headlines and excerpts come from the sources named with them. Opinions and actions say who wrote them.',
  howMadeSample: (newsroom) =>
    `How it was made: the stories, their sources and everybody in them were invented for the sample newsroom of ${newsroom}, and so were the opinions.`,
  excerptOnly: 'Excerpt only, without an opinion.',
  parts: { opinion: 'opinion', action: 'action', todo: 'to-do list' },
  authorship: {
    list: (names) => list.format(names),
    person: 'written by a person',
    sample: {
      none: 'sample text, written by hand',
      edited: 'sample text, written by hand and edited by a person',
    },
    registry: {
      none: 'put together from our registry of petitions and officials',
      edited: 'put together from our registry of petitions and officials and edited by a person',
    },
    model: (name) => {
      const written = `written by a language model (${name ?? 'unnamed'})`;
      return {
        none: written,
        approved: `${written} and reviewed by a person`,
        edited: `${written} and edited by a person`,
      };
    },
    absence: {
      none: 'None has been written yet.',
      waiting: 'It has not been reviewed yet.',
      rejected: 'The newsroom chose not to print it.',
      failed: 'What was written did not pass our checks.',
      ceiling: 'What the newsroom spends on commentary in a day was used up.',
    },
    article: null,
  },
  registryTodo: {
    readWhole: 'Read the whole story',
    readWholeDetail: (source) => `It stands at ${source}. Note who decides, and when.`,
    talk: 'Talk about it with one person',
    talkDetail: 'Ask somebody whom it concerns what they would change, and tell them what you read.',
    asks: (target) => `It asks ${target} to act.`,
    sign: (petition) => `Sign: ${petition}`,
    writeTo: (office) => `Write to: ${office}`,
    letterSubject: (title) => `About: ${title}`,
    letter: ({ title, source }) => [
      `I have read “${title}” (${source}), and I am writing to you because it is within your office.`,
      'What I ask of you: [say in one or two sentences what should be done, and by when].',
      'Why it matters to me: [say how it touches you, your family or your street].',
      'Please tell me what you intend to do.',
      '[your name]\n[your street and town]',
    ],
  },
};
