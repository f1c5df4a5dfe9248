import type { EditionFault } from '../../../db/edition.ts';
import { registryId } from '../../shared/registry-id.ts';
import { shortened, storyPlace, type LintInput, type Looked } from './looked.ts';

/** Petitions and officials that stories name can still be signed and written to. */
export const checkForce = ({ input }: Looked): EditionFault[] => lapsedIn(input);

/** What the stories of an edition name that is not in force. */
export function lapsedIn({
  stories,
  inForce,
  frame,
}: Pick<LintInput, 'stories' | 'inForce' | 'frame'>): EditionFault[] {
  const once = new Map(stories.toReversed().map((story) => [story.articleId, story]));
  return [...once.values()].toReversed().flatMap((story) => {
    const { petition, todos } = story.snapshot;
    const named = [
      ...(petition ? [registryId('petition', petition.slug)] : []),
      ...todos.flatMap(({ link }) => link ?? []),
    ];
    return [...new Set(named)]
      .filter((id) => !inForce.has(id))
      .map((id) => ({
        check: 'force',
        where: storyPlace(story, frame),
        problem: `“${shortened(id)}” is not in force today. Compose the edition again, or put it back into the registry.`,
      }));
  });
}
