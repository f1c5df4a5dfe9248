import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { groupStories } from '../../../src/collect/story/group.ts';
import { createTerms, type Terms } from '../../../src/collect/story/terms.ts';
import { vectorsOf } from '../../../src/collect/story/vectors.ts';
import { bCubed, normalisedMutualInformation } from './clustering.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/stories/headlines.csv', import.meta.url));

describe.skipIf(!existsSync(CORPUS))(`6,366 headlines in 87 stories (skipped without ${CORPUS})`, () => {
  let headlines: Headline[];
  let terms: Terms[];

  beforeAll(() => {
    headlines = readHeadlines(readFileSync(CORPUS, 'utf8'));
    const termsOf = createTerms('en');
    terms = headlines.map(({ title }) => termsOf({ title, text: '', language: 'en' }));
  });

  test('are gathered as they belong', () => {
    const found = groupStories(headlines.map(unplaced), vectorsOf(terms));
    expectAgreement(found);
  });

  test('are gathered as they belong when they come a hundred at a time', () => {
    const found: string[] = [];
    while (found.length < headlines.length) {
      const end = found.length + 100;
      const pieces = headlines.slice(0, end).map((headline, i) => {
        const storyId = found[i] ?? null;
        return { ...unplaced(headline, i), storyId, isNew: storyId === null };
      });
      found.splice(0, Infinity, ...groupStories(pieces, vectorsOf(terms.slice(0, end))));
    }
    expectAgreement(found);
  }, 30_000);

  function expectAgreement(found: readonly string[]): void {
    const truth = headlines.map(({ story }) => story);
    expect(headlines).toHaveLength(6_366);
    expect(normalisedMutualInformation(truth, found)).toBeGreaterThanOrEqual(0.85);
    expect(bCubed(truth, found).f1).toBeGreaterThanOrEqual(0.73);
  }
});

const PAGES = fileURLToPath(new URL('../../../../shared/corpus/pages/index.json', import.meta.url));

describe.skipIf(!existsSync(PAGES))(
  `88 pages about hardly anything in common (skipped without ${PAGES})`,
  () => {
    test('hardly come together, by title and text', () => {
      const pages = JSON.parse(readFileSync(PAGES, 'utf8')) as { title: string; articleBody: string }[];
      const termsOf = createTerms('en');
      const terms = pages.map(({ title, articleBody: text }) => termsOf({ title, text, language: null }));
      const found = groupStories(
        pages.map((_, i) => unplaced({ at: 0 }, i)),
        vectorsOf(terms),
      );
      const sizes = [...Map.groupBy(found, (story) => story).values()].map(({ length }) => length);
      expect(sizes.length).toBeGreaterThanOrEqual(75);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
    });
  },
);

interface Headline {
  title: string;
  story: string;
  at: number;
}

const unplaced = ({ at }: Pick<Headline, 'at'>, i: number) => ({
  id: String(i),
  at,
  storyId: null,
  duplicateOfId: null,
  isNew: true,
});

/** Comma-separated, some fields in double quotes; the last line of the file is cut off and left out. */
function readHeadlines(csv: string): Headline[] {
  const rows = csv
    .split('\n')
    .slice(1)
    .map((line) =>
      Array.from(line.matchAll(FIELD), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
  return rows
    .filter(({ length }) => length === 8)
    .map(([, title = '', , , , story = '', , time]) => ({ title, story, at: Number(time) }))
    .toSorted((a, b) => a.at - b.at);
}

const FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,\r]*))/g;
