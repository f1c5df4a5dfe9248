import type { TodoList } from '../../db/commentary-section.ts';
import type { Official } from '../../db/official.ts';
import type { Petition } from '../../db/petition.ts';
import { stringsFor } from '../../strings/strings.ts';
import { excerptOf } from '../shared/html.ts';
import { officialId, petitionId } from './candidates.ts';

/**
 * A to-do list put together from the registry alone, for a story about which nobody wrote: sign what is open, write to
 * who answers for it, and nothing that would pretend to know the story; in the newsroom's language.
 */
export function registryTodo(
  story: { title: string; sourceTitle: string },
  registry: {
    petitions: Pick<Petition, 'slug' | 'title' | 'target'>[];
    officials: Pick<Official, 'slug' | 'office'>[];
  },
  language: string,
): TodoList {
  const words = stringsFor(language).made.registryTodo;
  const { petitions, officials } = registry;
  const [petition] = petitions;
  const [official] = officials;
  return {
    intro: null,
    personal: [
      {
        kind: 'learn',
        title: words.readWhole,
        detail: words.readWholeDetail(story.sourceTitle),
        minutes: 10,
        deadline: null,
        link: null,
      },
      {
        kind: 'talk',
        title: words.talk,
        detail: words.talkDetail,
        minutes: 15,
        deadline: null,
        link: null,
      },
    ],
    petitions: petitions.map(({ slug, target }) => ({ slug, why: words.asks(target) })),
    officials:
      officials.length > 0
        ? {
            slugs: officials.map(({ slug }) => slug),
            letter: {
              subject: excerptOf(words.letterSubject(story.title), 150),
              body: words.letter({ title: story.title, source: story.sourceTitle }).join('\n\n'),
            },
          }
        : null,
    community: [],
    conclusion: null,
    short: [
      { text: words.readWhole, link: null },
      ...(petition ? [{ text: words.sign(petition.title), link: petitionId(petition) }] : []),
      ...(official ? [{ text: words.writeTo(official.office), link: officialId(official) }] : []),
    ].map(({ text, link }) => ({ text: excerptOf(text, 160), link })),
  };
}
