import { groupStories } from '../src/collect/story/group.ts';
import { createTerms } from '../src/collect/story/terms.ts';
import { vectorsOf } from '../src/collect/story/vectors.ts';
import { createWriter } from './bench-text.ts';
import { median, timeMs } from './measure.ts';

/** What it costs to find the stories in a heap of headlines. */
export interface StoriesBench {
  headlines: number;
  /** Found in the last run. */
  stories: number;
  /** From the words of every headline to its story. */
  ms: number;
  /** How many times as long as taking the words apart alone. */
  ratioToWords: number;
}

const HEADLINES = 6_000;
const PER_STORY = 6;
const DAYS = 7;
const RUNS = 5;

/** Measure the grouping of generated headlines, of which every six tell of the same. Units: medians. */
export async function benchStories(): Promise<StoriesBench> {
  const pieces = headlines();
  const runs: { ms: number; wordsMs: number; stories: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const termsOf = createTerms('en');
    let terms: ReturnType<typeof termsOf>[] = [];
    const wordsMs = await timeMs(() => (terms = pieces.map(termsOf)));
    let found: string[] = [];
    const groupMs = await timeMs(() => (found = groupStories(pieces, vectorsOf(terms))));
    runs.push({ ms: wordsMs + groupMs, wordsMs, stories: new Set(found).size });
  }
  return {
    headlines: HEADLINES,
    stories: runs.at(-1)?.stories ?? 0,
    ms: median(runs.map(({ ms }) => ms)),
    ratioToWords: median(runs.map(({ ms, wordsMs }) => ms / wordsMs)),
  };
}

/** In the order of time; each shares half of its words with the others of its story, which are told within a day. */
function headlines() {
  return Array.from({ length: HEADLINES }, (_, i) => {
    const number = Math.floor(i / PER_STORY);
    const shared = createWriter(number + 1).headline();
    const title = `${shared} ${createWriter(HEADLINES + i)
      .headline()
      .toLowerCase()}`;
    const at = ((number * 7_919) % (DAYS * 24)) * 3_600_000 + (i % PER_STORY) * 3_600_000;
    const piece = { id: `headline-${i}`, at, storyId: null, duplicateOfId: null, isNew: true };
    return { ...piece, title, text: '', language: 'en' };
  }).toSorted((a, b) => a.at - b.at);
}
