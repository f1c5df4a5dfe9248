import { expect, test } from 'vitest';
import { sampleArticles } from '../../../sample/articles.ts';
import { groupStories } from '../../../src/collect/story/group.ts';
import { createTerms } from '../../../src/collect/story/terms.ts';
import { vectorsOf } from '../../../src/collect/story/vectors.ts';

const NIGHT_BUS = [
  'dockhands-vote-strike',
  'night-bus-cuts-dockhands',
  'transit-board-minutes',
  'video-night-bus-last-run',
];
const FINE = ['dye-works-fined-after-spill', 'dye-works-fined-tarn-spill'];

test.each([
  ['titles and texts', (body: string) => body.replace(/<[^>]*>/g, ' '), [NIGHT_BUS, FINE]],
  ['titles alone', () => '', [FINE]],
])(
  'by %s, the few articles of the sample newsroom come together only where they belong',
  (_, textOf, expected) => {
    const ordered = sampleArticles.toSorted((a, b) => b.hoursBefore - a.hoursBefore);
    const termsOf = createTerms('en');
    const vectors = vectorsOf(
      ordered.map(({ title, body, language }) => termsOf({ title, text: textOf(body), language })),
    );
    const pieces = ordered.map(({ slug, hoursBefore }) => ({
      id: slug,
      at: -hoursBefore * 3_600_000,
      storyId: null,
      duplicateOfId: null,
      isNew: true,
    }));
    const stories = Object.groupBy(ordered, (_, i) => groupStories(pieces, vectors)[i] ?? '');
    const together = Object.values(stories)
      .map((some) =>
        (some ?? [])
          .map(({ slug }) => slug)
          .toSorted()
          .join(),
      )
      .filter((slugs) => slugs.includes(','));
    expect(together.toSorted()).toEqual(expected.map((slugs) => slugs.join()).toSorted());
  },
);
