import { fragmentsOf, frameOf, type EditionContent, type FrozenStory } from '../../src/compose/edition.ts';
import { planFor, type Plan } from '../../src/compose/personalise.ts';
import { openPieces } from '../../src/compose/pieces.ts';
import { createSplicer } from '../../src/compose/splice.ts';
import type { Config } from '../../src/shared/config.ts';
import type { Reader } from '../../src/shared/ports.ts';
import { readersConfig, SECRET } from '../helpers/readers.ts';
import { snapshotOf } from '../helpers/seed.ts';

export const PETITION_ID = '0b2f6a52-91c1-4a4e-8f6e-2f6f1c0a9d11';
export const SITE = 'https://tide.example';

/** An id that can be told from the others by its number. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** One reader of the edition; everybody is the same person but for the categories. */
export const readerOf = (...categories: string[]): Reader => ({
  subscriberId: idOf(900),
  linkEpoch: 0,
  categories,
});

/** Stories under these headings, each with all that a story may have; the first is the highest. */
export function storiesUnder(headings: readonly (readonly string[])[]): FrozenStory[] {
  const places = new Map<string, number>();
  return headings.flatMap((categories, number) =>
    categories.map((category) => {
      const position = places.get(category) ?? 0;
      places.set(category, position + 1);
      return {
        category,
        articleId: idOf(number),
        position,
        score: 3 - number / 100,
        snapshot: snapshot(number),
      };
    }),
  );
}

const snapshot = (number: number) =>
  snapshotOf({
    title: `Story ${number}: the “Gull’s” <night> & 'day' ferry`,
    slug: `story-${number}`,
    excerpt: `The ferry number ${number} leaves at ten. ${'It is full. '.repeat((number * 7) % 12)}`,
    ...(number % 3 === 0 ? {} : { opinion: 'We think so.\n\nAnd so do they.', action: 'Go there.' }),
    ...(number % 3 === 0
      ? {}
      : {
          todos: [
            { text: 'Ask.', link: null },
            { text: 'Write.', link: null },
          ],
          by: BY_SAMPLE,
        }),
    ...(number % 4 === 1
      ? { petition: { id: PETITION_ID, slug: 'ferry', title: 'Keep the ferry', goal: 500, signed: 12 } }
      : {}),
    ...(number % 5 === 0
      ? { related: [{ title: 'Before', slug: 'before', sourceTitle: 'The Quay Post' }] }
      : {}),
    ...(number % 6 === 0 ? { language: 'pt', kind: 'video' as const } : {}),
  });

/** An edition composed of these stories, and what a reader's mail becomes of it. */
export async function editionOf(stories: FrozenStory[], config: Config = readersConfig()) {
  const content: EditionContent = { day: '2026-11-23', number: 7, siteUrl: SITE, stories };
  const frame = frameOf(config, content);
  const fragments = await fragmentsOf(config, content, frame);
  const categories = frame.categories.map(({ slug }) => slug);
  const piecesFor = (bytesMax: number) => openPieces(fragments, { ...frame, categories, stories, bytesMax });
  const opened = new Map<number, ReturnType<typeof paperOf>>();
  const paperOf = (bytesMax: number) => {
    const pieces = piecesFor(bytesMax);
    return { pieces, splice: createSplicer(pieces, { secret: SECRET, siteUrl: SITE }) };
  };
  return {
    config,
    content,
    frame,
    fragments,
    piecesFor,
    mailFor(reader: Reader, bytesMax = 99_000) {
      const paper = opened.get(bytesMax) ?? paperOf(bytesMax);
      opened.set(bytesMax, paper);
      const plan = planFor(paper.pieces, reader);
      const mail = paper.splice(reader);
      if (!plan || !mail) return undefined;
      const [html, text] = [mail.put('html').toString(), mail.put('text').toString()];
      return { plan, html, text, links: mail.links, stories: mail.stories, mail };
    },
  };
}

/** How each story of a plan stands, highest heading first: `harbour 3 brief`. */
export const standing = (plan: Plan | undefined): string[] =>
  (plan?.categories ?? []).flatMap(({ slug, stories }) =>
    stories.map(({ articleId, form }) => `${slug} ${Number(articleId.slice(-12))} ${form}`),
  );

const SAMPLE = { origin: 'sample' as const, model: 'sample text', review: 'none' as const };
const BY_SAMPLE = { opinion: SAMPLE, action: SAMPLE, todo: SAMPLE };
