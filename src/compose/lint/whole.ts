import type { EditionFault } from '../../../db/edition.ts';
import { storyPlace, type LintInput } from './looked.ts';

/** An edition has stories, each under a heading of the frame, and each fragment that their mails are joined from. */
export function checkWhole({ frame, stories, fragments }: LintInput): EditionFault[] {
  if (stories.length === 0) return [fault('the edition', 'It has no story. There is nothing to send.')];
  const filled = new Set(
    fragments.filter(({ html }) => html !== '').map(({ form, key }) => `${form} ${key}`),
  );
  const has = new Set(fragments.map(({ form, key }) => `${form} ${key}`));
  const slugs = frame.categories.map(({ slug }) => slug);
  const around = [
    ...['full head', 'full foot'].filter((key) => !filled.has(key)),
    ...['full middle', ...slugs.flatMap(keysAround)].filter((key) => !has.has(key)),
  ].map((key) =>
    fault(`the fragment ${key.slice('full '.length)}`, 'It is missing. Compose the edition again.'),
  );
  const told = stories.flatMap((story) => {
    const where = storyPlace(story, frame);
    if (!slugs.includes(story.category))
      return [fault(where, `The edition has no category “${story.category}”. Compose the edition again.`)];
    return (['full', 'brief'] as const)
      .filter((form) => !filled.has(`${form} story:${story.category}:${story.articleId}`))
      .map((form) => fault(`${where}, in ${form}`, 'The story is missing. Compose the edition again.'));
  });
  return [...around, ...told];
}

const keysAround = (slug: string) =>
  ['contents', 'open', 'more', 'close'].map((kind) => `full ${kind}:${slug}`);

const fault = (where: string, problem: string): EditionFault => ({ check: 'whole', where, problem });
