import { expect, test } from 'vitest';
import type { FrozenStory } from '../../src/compose/edition.ts';
import { readersConfig } from '../helpers/readers.ts';
import { randomOf, shuffled } from '../helpers/random.ts';
import { editionOf, idOf, readerOf, standing, storiesUnder } from './paper.ts';

const SLUGS = ['harbour', 'schools', 'weather', 'night', 'trade', 'parks'];
const STORIES = 40;
const BYTES_MAX = 99_000;

const config = () => readersConfig({ categories: SLUGS.map((slug) => ({ slug, name: `On ${slug}` })) });

/** Four editions and 500 readers of each: 2,000 in all. */
test.each([
  ['160 words', 1, () => 160, 'full'],
  ['340 words', 2, () => 340, 'brief'],
  ['520 words', 3, () => 520, 'brief'],
  ['160 to 520 words', 4, (random: () => number) => 160 + Math.floor(random() * 361), 'brief'],
])('no mail of stories of %s is too large, and each has its whole foot', async (_, seed, words, least) => {
  const random = randomOf(seed);
  const headings = Array.from({ length: STORIES }, () =>
    shuffled(SLUGS, random).slice(0, random() < 0.3 ? 2 : 1),
  );
  const lengths = headings.map(() => words(random));
  const stories = storiesUnder(headings).map((story) => longer(story, lengths));
  const edition = await editionOf(stories, config());
  const feet = footOf(edition.fragments);
  const forms = new Set<string>();
  let mails = 0;
  for (let i = 0; i < 500; i += 1) {
    const chosen = shuffled(SLUGS, random).slice(0, 1 + Math.floor(random() * SLUGS.length));
    const had = random() < 0.7 ? [] : headings.flatMap((_heading, n) => (random() < 0.2 ? [idOf(n)] : []));
    const reader = { ...readerOf(...chosen), subscriberId: idOf(1_000 + i), had };
    const mail = edition.mailFor(reader, BYTES_MAX);
    if (!mail) continue;
    mails += 1;
    expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(BYTES_MAX);
    const { links } = mail;
    expect(mail.html.endsWith(filled(feet.html, links))).toBe(true);
    expect(mail.text.endsWith(filled(feet.text, links))).toBe(true);
    for (const line of standing(mail.plan)) forms.add(line.split(' ')[2] ?? '');
  }
  // Who had all that stands under their one heading has no mail.
  expect(mails).toBeGreaterThan(480);
  // Where stories are long, something had to give way, or the bound was not looked at.
  expect(forms.has('brief') ? 'brief' : 'full').toBe(least);
});

/** The least bytes that the configuration takes for them, some more, and what is usual; 800 readers of each. */
test.each([27_000, 45_000, BYTES_MAX])('with sixty categories no mail is over %i bytes', async (bytesMax) => {
  const slugs = Array.from({ length: 60 }, (_, i) => `c${i}`);
  const categories = slugs.map((slug, i) => ({ slug, name: `Category ${i}` }));
  const random = randomOf(bytesMax);
  const edition = await editionOf(storiesUnder(slugs.map((slug) => [slug])), readersConfig({ categories }));
  let [left, bare] = [0, 0];
  for (let i = 0; i < 800; i += 1) {
    const chosen = shuffled(slugs, random).slice(0, 1 + Math.floor(random() * 60));
    const mail = edition.mailFor(readerOf(...chosen), bytesMax);
    if (!mail) throw new Error('every category has a story');
    const kept = mail.plan.categories.map(({ slug }) => slug);
    expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(bytesMax);
    expect(kept).toEqual(chosen.slice(0, kept.length));
    expect(mail.html).toContain('1 Quay, Testport');
    if (kept.length < chosen.length) left += 1;
    if (mail.plan.categories.every(({ stories }) => stories.length === 0)) bare += 1;
  }
  expect(left).toBeGreaterThan(50);
  expect(bare).toBeLessThan(200);
});

/** The same story with so many words: excerpt, opinion and action. */
function longer(story: FrozenStory, lengths: readonly number[]): FrozenStory {
  const words = lengths[Number(story.articleId.slice(-12))] ?? 0;
  const { snapshot } = story;
  return {
    ...story,
    snapshot: {
      ...snapshot,
      excerpt: sentencesOf(40),
      opinion: sentencesOf(Math.floor((words - 40) * 0.7)),
      action: sentencesOf(Math.ceil((words - 40) * 0.3)),
    },
  };
}

/** So many words, in sentences of ten. */
function sentencesOf(words: number): string {
  const all = 'The old “ferry” doesn’t leave the quay before nine o’clock.'.split(' ');
  return Array.from({ length: words }, (_, i) => all[i % all.length]).join(' ');
}

function footOf(fragments: readonly { key: string; html: string; text: string }[]) {
  const foot = fragments.find(({ key }) => key === 'foot');
  if (!foot?.html.includes(config().newsroom.postalAddress)) throw new Error('the foot has no address');
  return foot;
}

/** With a reader's links where the edition has places for them. */
function filled(foot: string, links: { preferences: string; unsubscribe: string }) {
  return foot
    .replace(/https:\/\/n[0-9a-f]{16}\.invalid\/me/g, links.preferences)
    .replace(/https:\/\/n[0-9a-f]{16}\.invalid\/unsubscribe/g, links.unsubscribe);
}
