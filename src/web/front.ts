import type { Edition, EditionStory } from '../../db/edition.ts';
import type { Front, FrontSection, FrontStory } from './pages/front.tsx';
import type { Site } from './site.ts';

/**
 * Set an edition's stories as a front page.
 *
 * Shape: the story with the highest score leads; the others stand in the edition's order of categories. A story that has
 * stood further up comes again as its headline only, at the end of the shelf; a category that the newsroom no longer has
 * is left out.
 */
export function setFront(
  site: Site,
  edition: Pick<Edition, 'frame'>,
  stories: readonly EditionStory[],
): Front {
  const slugs = new Set(site.categories.map(({ slug }) => slug));
  const shown = stories.filter(({ category }) => slugs.has(category));
  const lead = shown.toSorted(byScore)[0];
  const seen = new Set(lead ? [lead.articleId] : []);
  const shelves = edition.frame.categories
    .filter(({ slug }) => slugs.has(slug))
    .map(({ slug, name }) => ({ slug, name, stories: sectionOf(shown, slug, seen) }));
  const isLeadOnly = ({ stories: its }: FrontSection) =>
    its.every((story) => story.articleId === lead?.articleId);
  return {
    lead: lead && { ...lead, repeated: false },
    leadOnly: shelves.filter(isLeadOnly).map(({ slug }) => slug),
    sections: shelves.filter((shelf) => !isLeadOnly(shelf)),
  };
}

function sectionOf(stories: readonly EditionStory[], slug: string, seen: Set<string>): FrontStory[] {
  const shelf = stories
    .filter(({ category }) => category === slug)
    .toSorted((a, b) => a.position - b.position)
    .map((story) => {
      const repeated = seen.has(story.articleId);
      seen.add(story.articleId);
      return { articleId: story.articleId, score: story.score, snapshot: story.snapshot, repeated };
    });
  return [...shelf.filter((story) => !story.repeated), ...shelf.filter((story) => story.repeated)];
}

const byScore = (a: EditionStory, b: EditionStory) => b.score - a.score || a.position - b.position;
