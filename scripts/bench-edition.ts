import { digestProps, fragmentsOf, frameOf, type EditionContent } from '../src/compose/edition.ts';
import { linksFor } from '../src/compose/links.ts';
import { join, openPieces, planFor } from '../src/compose/personalise.ts';
import { renderDigest } from '../src/compose/render.ts';
import { parseConfig } from '../src/shared/config.ts';
import { median, timeMs } from './measure.ts';

/** What rendering an edition costs, and what joining one reader's mail from its fragments costs. */
export interface EditionBench {
  stories: number;
  categories: number;
  runs: number;
  /** Of the mail of a reader who chose every category. */
  htmlBytes: number;
  textBytes: number;
  /** The whole edition, as HTML and as text. */
  renderMs: number;
  /** One reader's whole mail, as HTML and as text, links signed and fitted. */
  joinUs: number;
  /** Render over join, in the same run. */
  ratio: number;
}

const CATEGORIES = 6;
const STORIES = 24;
const RUNS = 15;
const WARM_UP = 3;
const JOINS = 500;

const uuid = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;

const BY_SAMPLE = { origin: 'sample' as const, model: 'sample text', review: 'none' as const };

const config = parseConfig({
  newsroom: {
    name: 'The Measured Mile',
    tagline: 'For benchmarks only',
    url: 'https://mile.example',
    from: 'The Measured Mile <mile@mile.example>',
    postalAddress: '1 Mile Road, Benchley',
    timezone: 'UTC',
    language: 'en',
  },
  categories: Array.from({ length: CATEGORIES }, (_, i) => ({ slug: `shelf-${i}`, name: `Shelf ${i}` })),
  sources: [],
});

const content: EditionContent = {
  day: '2026-11-23',
  number: 1,
  siteUrl: 'https://mile.example',
  stories: Array.from({ length: STORIES }, (_, i) => ({
    category: `shelf-${i % CATEGORIES}`,
    articleId: uuid(i),
    position: Math.floor(i / CATEGORIES),
    score: STORIES - i,
    snapshot: {
      title: `The bridge at mile ${i} is to be closed for a year`,
      slug: `bridge-${i}`,
      sourceTitle: 'Benchley Wire',
      sourceUrl: `https://wire.example/bridge-${i}`,
      publishedAt: '2026-11-23T05:30:00.000Z',
      language: 'en',
      kind: 'text',
      excerpt: sentences(3),
      opinion: sentences(5),
      action: sentences(2),
      todos: [1, 2, 3].map(() => ({ text: sentences(1), link: null })),
      by: { opinion: BY_SAMPLE, action: BY_SAMPLE, todo: BY_SAMPLE },
      absence: null,
      petition: {
        id: uuid(100 + i),
        slug: `bridge-${i}`,
        title: 'Keep one lane open',
        signed: 12,
        goal: 500,
      },
      related: [
        { title: 'What the last closure cost', slug: `cost-${i}`, sourceTitle: 'Benchley Wire' },
        { title: 'A ferry for a year', slug: `ferry-${i}`, sourceTitle: 'Mile Radio' },
      ],
    },
  })),
};

/** Measure an edition of 24 stories in 6 categories. Units: medians over the runs. */
export async function benchEdition(): Promise<EditionBench> {
  const frame = frameOf(config, content);
  const fragments = await fragmentsOf(config, content, frame);
  const slugs = frame.categories.map(({ slug }) => slug);
  const { nonce, bytesMax, siteUrl } = frame;
  const pieces = openPieces(fragments, { nonce, bytesMax, categories: slugs, stories: content.stories });
  const joined = (subscriberId: string) => {
    const reader = { subscriberId, linkEpoch: 0, categories: slugs };
    const links = linksFor(reader, { secret: 'a secret for measuring only, no more', siteUrl });
    const plan = planFor(pieces, reader, links);
    if (!plan) throw new Error('a reader of every category gets no mail');
    return { html: join(pieces.html, plan, links), text: join(pieces.text, plan, links) };
  };
  const runs: { renderMs: number; joinUs: number }[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const renderMs = await timeMs(() => renderDigest(digestProps(config, content, frame, 'full')));
    const joinsMs = await timeMs(() => {
      for (let i = 0; i < JOINS; i += 1) joined(uuid(i));
    });
    if (run >= WARM_UP) runs.push({ renderMs, joinUs: (joinsMs * 1000) / JOINS });
  }
  const mail = joined(uuid(0));
  return {
    stories: STORIES,
    categories: CATEGORIES,
    runs: RUNS,
    htmlBytes: Buffer.byteLength(mail.html),
    textBytes: Buffer.byteLength(mail.text),
    renderMs: median(runs.map((run) => run.renderMs)),
    joinUs: median(runs.map((run) => run.joinUs)),
    ratio: median(runs.map((run) => (run.renderMs * 1000) / run.joinUs)),
  };
}

/** About 90 characters each. */
function sentences(count: number): string {
  return 'Nobody who crosses it before six in the morning was asked how they would come to work then.'
    .concat(' ')
    .repeat(count)
    .trim();
}
