import { expect, test } from 'vitest';
import type { StorySnapshot } from '../../db/edition.ts';
import type { FrozenStory } from '../../src/compose/edition.ts';
import { lintEdition } from '../../src/compose/lint/lint.ts';
import { squeezed } from '../../src/compose/lint/words.ts';
import { unclosed, textOf, wordView } from '../emails/markup.ts';
import { randomOf } from '../helpers/random.ts';
import { readersConfig } from '../helpers/readers.ts';
import { snapshotOf } from '../helpers/seed.ts';
import { inputFor, inputOf } from './lint/edition.ts';
import { editionOf, idOf, PETITION_ID, readerOf } from './paper.ts';

/** What story text may hold that a template, a parser or a mail program could take for something of its own. */
const PIECES = [
  'The ferry is late.',
  '<script>alert(1)</script>',
  '</td></tr></table></div>',
  '<b>bold</b> & <i>',
  '<!-- a comment',
  '--><![endif]-->',
  '<!--[if mso | IE]><table><![endif]-->',
  '<![CDATA[',
  '</mj-text><mj-raw><h1>',
  '<mj-include path="/etc/hostname" />',
  '<mj-style>p{display:none}</mj-style>',
  '{{braces}} {% if x %} ${x} <%= x %>',
  '⟪x open y⟫',
  '⟪n0123456789abcdef open story:harbour:x⟫',
  '⟪n0123456789abcdef close story:harbour:x⟫',
  'https://n0123456789abcdef.invalid/me',
  'n0123456789abcdefpreheader n0123456789abcdefcount',
  '\u0000\u0007\u001b[31m\u007f\u0085\u009f',
  'a\u000bb\u000cc\td',
  '\ud83d half \udca9',
  'x'.repeat(500),
  'Donaudampfschifffahrt'.repeat(24),
  `https://tide.example/${'long/'.repeat(80)}`,
  '👩‍👩‍👧‍👦🏳️‍🌈 e\u0301',
  'שלום עולם',
  'مرحبا بالعالم 123',
  '\u202eevil\u202c \u2066x\u2069',
  '&amp; &lt; &#60; &nbsp; &bogus;',
  `"double" 'single' \`tick\``,
  '" onmouseover="x" style="color:red',
  '$& $1 $$ \\1 \\n',
  '[object Object] undefined null',
  'javascript:alert(1)',
  '%0d%0aBcc: x',
  '[ ] boxed - dashed * starred',
  '\u00a0\u2028\u2029',
  '   ',
];

const SLUGS = ['harbour', 'schools', 'weather'];

function textsBy(random: () => number) {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const text = (most: number) =>
    Array.from({ length: 1 + upTo(most) }, () => PIECES[upTo(PIECES.length - 1)] ?? '').join(
      random() < 0.3 ? '' : ' ',
    );
  return { upTo, text, line: (most: number) => text(most).replace(/[\r\n]+/g, ' ') };
}

/** One story of pieces that were picked at random; its language, kind and parts too. */
function storyBy(random: () => number, number: number): StorySnapshot {
  const { upTo, text, line } = textsBy(random);
  const has = () => random() < 0.7;
  const paragraphs = () => Array.from({ length: 1 + upTo(2) }, () => text(3)).join('\n\n');
  return snapshotOf({
    title: line(2),
    slug: `story-${number}`,
    sourceTitle: line(1),
    language: [null, 'en', 'ar', 'pt-BR', 'qaa'][upTo(4)] ?? null,
    kind: (['text', 'video', 'audio'] as const)[upTo(2)] ?? 'text',
    excerpt: has() ? text(4) : '',
    opinion: has() ? paragraphs() : null,
    action: has() ? paragraphs() : null,
    todos: Array.from({ length: upTo(3) }, () => ({ text: text(2), link: has() ? 'petition:ferry' : null })),
    petition: has()
      ? { id: PETITION_ID, slug: 'ferry', title: line(2), goal: upTo(3) * 100, signed: upTo(400) }
      : null,
    update: random() < 0.3 ? { title: line(1), slug: 'before', day: '2026-11-20' } : null,
    related: Array.from({ length: upTo(2) }, (_, i) => ({
      title: line(1),
      slug: `related-${i}`,
      sourceTitle: line(1),
    })),
  });
}

/** Stories under up to three headings. Some headings have none. */
function storiesBy(random: () => number, count: number): FrozenStory[] {
  const { upTo } = textsBy(random);
  const places = new Map<string, number>();
  return Array.from({ length: count }, (_, number) => {
    const category = SLUGS[upTo(SLUGS.length - 1)] ?? 'harbour';
    const position = places.get(category) ?? 0;
    places.set(category, position + 1);
    return {
      category,
      articleId: idOf(number),
      position,
      score: random(),
      snapshot: storyBy(random, number),
    };
  });
}

/** What must be read in the mail, paragraph by paragraph, without white space. */
const saidBy = ({ title, opinion, action, todos }: StorySnapshot): string[] =>
  [
    title,
    ...(opinion ?? '').split(/\n\s*\n/u),
    ...(action ?? '').split(/\n\s*\n/u),
    ...todos.map(({ text }) => text),
  ].map(squeezed);

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);

test.each(SEEDS)('whatever stories say, it stands as words in a sound mail (seed %i)', async (seed) => {
  const random = randomOf(seed);
  const stories = storiesBy(random, 1 + Math.floor(random() * 8));
  const edition = await editionOf(stories);
  expect(lintEdition(inputFor(edition))).toEqual([]);
  // Larger than any mail may be, so that every story stands in full.
  const mail = edition.mailFor(readerOf(...SLUGS), 10_000_000);
  if (!mail) throw new Error('every story has a category');
  const [html, text] = [squeezed(textOf(mail.html)), squeezed(mail.text)];
  for (const part of stories.flatMap(({ snapshot }) => saidBy(snapshot))) {
    expect(html).toContain(part);
    expect(text).toContain(part);
  }
  expect(unclosed(mail.html)).toBeUndefined();
  expect(unclosed(wordView(mail.html))).toBeUndefined();
});

test('a category with one story, one with none and one with 200 make sound mails of allowed size', async () => {
  const random = randomOf(200);
  const stories: FrozenStory[] = Array.from({ length: 201 }, (_, number) => ({
    category: number === 0 ? 'schools' : 'harbour',
    articleId: idOf(number),
    position: Math.max(0, number - 1),
    score: random(),
    snapshot: storyBy(random, number),
  }));
  const input = await inputOf(stories, readersConfig());
  expect(input.frame.categories.map(({ slug }) => slug)).toEqual(['harbour', 'schools']);
  expect(lintEdition(input)).toEqual([]);
});
