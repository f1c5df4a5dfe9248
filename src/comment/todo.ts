import type { TodoList } from '../../db/commentary-section.ts';
import type { Official } from '../../db/official.ts';
import type { Petition } from '../../db/petition.ts';
import { excerptOf } from '../shared/html.ts';
import { officialId, petitionId } from './candidates.ts';

/**
 * A to-do list put together from the registry alone, for a story about which nobody wrote: sign what is open, write to
 * who answers for it, and nothing that would pretend to know the story.
 */
export function registryTodo(
  story: { title: string; sourceTitle: string },
  registry: {
    petitions: Pick<Petition, 'slug' | 'title' | 'target'>[];
    officials: Pick<Official, 'slug' | 'office'>[];
  },
): TodoList {
  const { petitions, officials } = registry;
  const [petition] = petitions;
  const [official] = officials;
  return {
    intro: null,
    personal: [
      {
        kind: 'learn',
        title: 'Read the whole story',
        detail: `It stands at ${story.sourceTitle}. Note who decides, and when.`,
        minutes: 10,
        deadline: null,
        link: null,
      },
      {
        kind: 'talk',
        title: 'Talk about it with one person',
        detail: 'Ask somebody whom it concerns what they would change, and tell them what you read.',
        minutes: 15,
        deadline: null,
        link: null,
      },
    ],
    petitions: petitions.map(({ slug, target }) => ({ slug, why: `It asks ${target} to act.` })),
    officials:
      officials.length > 0
        ? {
            slugs: officials.map(({ slug }) => slug),
            letter: { subject: excerptOf(`About: ${story.title}`, 150), body: letterAbout(story) },
          }
        : null,
    community: [],
    conclusion: null,
    short: [
      { text: 'Read the whole story', link: null },
      ...(petition ? [{ text: `Sign: ${petition.title}`, link: petitionId(petition) }] : []),
      ...(official ? [{ text: `Write to: ${official.office}`, link: officialId(official) }] : []),
    ].map(({ text, link }) => ({ text: excerptOf(text, 160), link })),
  };
}

function letterAbout({ title, sourceTitle }: { title: string; sourceTitle: string }): string {
  return [
    `I have read “${title}” (${sourceTitle}), and I am writing to you because it is within your office.`,
    'What I ask of you: [say in one or two sentences what should be done, and by when].',
    'Why it matters to me: [say how it touches you, your family or your street].',
    'Please tell me what you intend to do.',
    '[your name]\n[your street and town]',
  ].join('\n\n');
}
