import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { digestProps } from '../../src/compose/edition.ts';
import type { Plan } from '../../src/compose/personalise.ts';
import { renderDigest } from '../../src/compose/render.ts';
import { seamless } from '../emails/markup.ts';
import { readersConfig } from '../helpers/readers.ts';
import { randomOf, shuffled } from '../helpers/random.ts';
import { editionOf, idOf, PETITION_ID, readerOf, storiesUnder } from './paper.ts';

const SLUGS = ['harbour', 'schools', 'weather', 'night', 'trade'];
const random = randomOf(20261123);
const HEADINGS = Array.from({ length: 21 }, () => shuffled(SLUGS, random).slice(0, random() < 0.3 ? 2 : 1));

let edition: Awaited<ReturnType<typeof editionOf>>;
beforeAll(async () => {
  const categories = SLUGS.map((slug) => ({ slug, name: `On ${slug}` }));
  edition = await editionOf(storiesUnder(HEADINGS), readersConfig({ categories }));
});

const ROUNDS = Array.from({ length: 200 }, (_, round) => {
  const chosen = shuffled(SLUGS, random).slice(0, 1 + Math.floor(random() * SLUGS.length));
  const bytesMax = random() < 0.4 ? 99_000 : Math.floor(12_000 + random() * 30_000);
  const hadShare = random() < 0.5 ? 0 : random() / 2;
  const had = HEADINGS.flatMap((_heading, number) => (random() < hadShare ? [idOf(number)] : []));
  return { round, chosen, bytesMax, had };
});

test.each(ROUNDS)(
  '$round: a mail joined of fragments is the mail rendered for $chosen in $bytesMax bytes',
  async ({ chosen, bytesMax, had }) => {
    const mail = edition.mailFor({ ...readerOf(...chosen), had }, bytesMax);
    if (!mail) return expect(HEADINGS.every((_, i) => had.includes(idOf(i)) || !under(i, chosen))).toBe(true);
    const direct = await rendered(mail.plan, mail.links);
    expect(documentOf(mail.html)).toBe(documentOf(direct.html));
    expect(documentOf(inWord(mail.html))).toBe(documentOf(inWord(direct.html)));
    expect(mail.text).toBe(direct.text);
  },
);

test('the Word view has what Outlook for Windows alone sees', () => {
  const html = edition.mailFor(readerOf('harbour'))?.html ?? '';
  expect(tables(inWord(html))).toBeGreaterThan(tables(html));
});

const tables = (view: string) => parseHTML(view).document.querySelectorAll('table').length;

const under = (number: number, chosen: readonly string[]) =>
  HEADINGS[number]?.some((slug) => chosen.includes(slug)) === true;

/** The same stories rendered anew, with nothing to be filled in later. */
async function rendered(
  plan: Plan,
  links: { preferences: string; unsubscribe: string; sign(id: string): string },
) {
  const { config, content, frame } = edition;
  const full = digestProps(config, content, frame, 'full');
  const brief = digestProps(config, content, frame, 'brief');
  const categories = plan.categories.flatMap(({ slug, stories, more }) => {
    const under = (props: typeof full) => props.categories.find((category) => category.slug === slug);
    const category = under(full);
    if (!category) return [];
    const told = stories.flatMap((wanted) => {
      const from = wanted.form === 'full' ? category : under(brief);
      const story = from?.stories.find(({ id }) => id === wanted.articleId);
      const petition = story?.petition && { ...story.petition, url: links.sign(PETITION_ID) };
      return story ? [{ ...story, petition: petition ?? null }] : [];
    });
    const count = String(stories.length + more);
    return [{ ...category, count, more: { ...category.more, count: String(more) }, stories: told }];
  });
  const { preferences, unsubscribe } = links;
  const none = new Set(plan.categories.filter(({ more }) => more === 0).map(({ slug }) => `more:${slug}`));
  const mail = await renderDigest({
    ...full,
    preheader: plan.preheader,
    categories,
    links: { ...full.links, preferences, unsubscribe },
    mark: (edge, key) => (none.has(key) ? NOTHING[edge] : ''),
  });
  return { html: withoutNothing(mail.html), text: withoutNothing(mail.text) };
}

/** Around "0 more on the web", which a mail leaves out; no other mark is set. */
const NOTHING = { open: '⟪nothing⟫', close: '⟪/nothing⟫' };
const withoutNothing = (rendered: string) => rendered.replace(/⟪nothing⟫.*?⟪\/nothing⟫/gs, '');

/** The document as a mail program reads it, without styles: nothing in them is a reader's. */
function documentOf(html: string): string {
  const { document } = parseHTML(seamless(html));
  for (const style of document.querySelectorAll('style')) style.remove();
  return document.toString();
}

/** The same as Outlook for Windows reads it: conditions on it are met, and what is for all others is not there. */
function inWord(html: string): string {
  return html
    .replace(/<!--\[if !mso[^\]]*\]>\s*(?:<!)?-->[\s\S]*?<!--\s*<!\[endif\]-->/g, '')
    .replace(/<!--\[if [^\]!]*mso[^\]]*\]>|<!\[endif\]-->/g, '');
}
