import type { FrozenStory } from '../compose/edition.ts';
import type { StoredFragment } from '../compose/pieces.ts';
import type { FragmentSize } from './shown.ts';

/** How large each fragment is, with the title of the story that it tells. */
export function sizesOf(
  fragments: readonly StoredFragment[],
  stories: readonly FrozenStory[],
): FragmentSize[] {
  const titles = new Map(
    stories.map(({ category, articleId, snapshot }) => [`story:${category}:${articleId}`, snapshot.title]),
  );
  return fragments.map(({ key, form, html, text }) => ({
    key,
    title: titles.get(key) ?? null,
    form,
    html: Buffer.byteLength(html),
    text: Buffer.byteLength(text),
  }));
}
