import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { digestProps } from '../../src/compose/edition.ts';
import type { Plan } from '../../src/compose/personalise.ts';
import { renderDigest } from '../../src/compose/render.ts';
import { seamless } from '../emails/markup.ts';
import { readersConfig } from '../helpers/readers.ts';
import { randomOf, shuffled } from '../helpers/random.ts';
import { editionOf, PETITION_ID, readerOf, storiesUnder } from './paper.ts';

const SLUGS = ['harbour', 'schools', 'weather', 'night', 'trade'];
const random = randomOf(20261123);
const HEADINGS = Array.from({ length: 21 }, () => shuffled(SLUGS, random).slice(0, random() < 0.3 ? 2 : 1));

let edition: Awaited<ReturnType<typeof editionOf>>;
beforeAll(async () => {
  const categories = SLUGS.map((slug) => ({ slug, name: `On ${slug}` }));
  edition = await editionOf(storiesUnder(HEADINGS), readersConfig({ categories }));
});

const ROUNDS = Array.from({ length: 100 }, (_, round) => {
  const chosen = shuffled(SLUGS, random).slice(0, 1 + Math.floor(random() * SLUGS.length));
  const bytesMax = random() < 0.4 ? 99_000 : Math.floor(12_000 + random() * 30_000);
  return { round, chosen, bytesMax };
});

test.each(ROUNDS)(
  'a mail joined of fragments is the mail rendered for $chosen in $bytesMax bytes',
  async (round) => {
    const reader = readerOf(...round.chosen);
    const mail = edition.mailFor(reader, round.bytesMax);
    if (!mail) throw new Error('every category has a story');
    const direct = await rendered(mail.plan, mail.links);
    expect(documentOf(mail.html)).toBe(documentOf(direct.html));
    expect(mail.text).toBe(withoutEmptyMore(direct.text));
  },
);

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
  return renderDigest({
    ...full,
    preheader: plan.preheader,
    categories,
    links: { ...full.links, preferences, unsubscribe },
  });
}

/** The document as a mail program reads it, without styles and without "0 more", which the joined one leaves out. */
function documentOf(html: string): string {
  const { document } = parseHTML(seamless(html));
  for (const style of document.querySelectorAll('style')) style.remove();
  for (const more of document.querySelectorAll('p.o'))
    if ((more.textContent ?? '').startsWith('0 ')) more.remove();
  return document.toString();
}

const withoutEmptyMore = (text: string) => text.replace(/^0 more[^\n]*\n(?:[^\n]+\n)+\n/gm, '');
