import type { EditionFault } from '../../../db/edition.ts';
import { placeholders } from '../links.ts';
import { storyPlace, type LintInput } from './looked.ts';

/**
 * An edition has stories, each under a heading of the frame, each fragment that their mails are joined from, and in them
 * the places that a reader's choice fills in.
 */
export function checkWhole({ frame, stories, fragments }: LintInput): EditionFault[] {
  if (stories.length === 0) return [fault('the edition', 'It has no story. There is nothing to send.')];
  const written = new Map(fragments.map((fragment) => [`${fragment.form} ${fragment.key}`, fragment]));
  const lacks = (name: string, parts: readonly Part[]) =>
    parts.some((part) => (written.get(name)?.[part] ?? '').trim() === '');
  const slugs = frame.categories.map(({ slug }) => slug);
  const wanted = [...AROUND, ...slugs.flatMap(wantedOf)];
  const missing = wanted.filter(({ key, parts }) => lacks(`full ${key}`, parts));
  const unfilled = wanted
    .filter((each) => !missing.includes(each))
    .filter(({ key, parts, place }) =>
      parts.some((part) => !written.get(`full ${key}`)?.[part].includes(placeOf(place, part, frame.nonce))),
    );
  const around = [
    ...missing.map(({ key }) => fault(`the fragment ${key}`, 'It is missing. Compose the edition again.')),
    ...unfilled.map(({ key, place }) =>
      fault(`the fragment ${key}`, `It has no place for ${NAMES[place ?? 'count']}. Mend the template.`),
    ),
  ];
  const told = stories.flatMap((story) => {
    const where = storyPlace(story, frame);
    if (!slugs.includes(story.category))
      return [fault(where, `The edition has no category “${story.category}”. Compose the edition again.`)];
    return (['full', 'brief'] as const)
      .filter((form) => lacks(`${form} story:${story.category}:${story.articleId}`, BOTH))
      .map((form) => fault(`${where}, in ${form}`, 'The story is missing. Compose the edition again.'));
  });
  return [...around, ...told];
}

type Part = 'html' | 'text';
type Place = 'preheader' | 'count' | 'more';

interface Wanted {
  key: string;
  /** Which of them may not be empty. */
  parts: readonly Part[];
  /** What each reader's choice fills in there. */
  place?: Place;
}

const HTML: readonly Part[] = ['html'];
const BOTH: readonly Part[] = ['html', 'text'];

const AROUND: readonly Wanted[] = [
  { key: 'head', parts: BOTH, place: 'preheader' },
  { key: 'middle', parts: HTML },
  { key: 'foot', parts: BOTH },
];

const wantedOf = (slug: string): Wanted[] => [
  { key: `contents:${slug}`, parts: BOTH, place: 'count' },
  { key: `open:${slug}`, parts: BOTH },
  { key: `more:${slug}`, parts: BOTH, place: 'more' },
  { key: `close:${slug}`, parts: HTML },
];

const NAMES: Readonly<Record<Place, string>> = {
  preheader: 'the words beside the subject',
  count: 'the number of stories',
  more: 'the number of stories that are left to the web',
};

/** Empty where there is none: the plain text has nothing that stands beside the subject. */
const placeOf = (place: Place | undefined, part: Part, nonce: string): string =>
  place === undefined || (place === 'preheader' && part === 'text') ? '' : placeholders(nonce)[place];

const fault = (where: string, problem: string): EditionFault => ({ check: 'whole', where, problem });
