import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StorySnapshot } from '../../db/edition.ts';
import type { FrozenStory } from '../../src/compose/edition.ts';
import { lintEdition } from '../../src/compose/lint/lint.ts';
import { squeezed } from '../../src/compose/lint/words.ts';
import { unclosed, textOf, wordView } from '../emails/markup.ts';
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

/** Up to `most` pieces and free text beside them, with or without white space between. */
const textOfUpTo = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, FREE), {
        minLength: 1,
        maxLength: most,
      }),
      fc.constantFrom('', ' '),
    )
    .map(([pieces, between]) => pieces.join(between));

/** Any characters at all, lone halves of pairs among them. */
const FREE = fc.string({ unit: 'binary', maxLength: 40 });

const lineOfUpTo = (most: number) => textOfUpTo(most).map((text) => text.replace(/[\r\n]+/g, ' '));

const paragraphs = fc.array(textOfUpTo(4), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n'));

/** What a story says; its language, kind and parts too. */
const story = fc.record({
  title: lineOfUpTo(3),
  sourceTitle: lineOfUpTo(2),
  language: fc.constantFrom(null, 'en', 'ar', 'pt-BR', 'qaa'),
  kind: fc.constantFrom('text' as const, 'video' as const, 'audio' as const),
  excerpt: fc.option(textOfUpTo(5), { nil: '' }),
  opinion: fc.option(paragraphs),
  action: fc.option(paragraphs),
  todos: fc.array(fc.record({ text: textOfUpTo(3), link: fc.constantFrom(null, 'petition:ferry') }), {
    maxLength: 3,
  }),
  petition: fc.option(
    fc.record({
      id: fc.constant(PETITION_ID),
      slug: fc.constant('ferry'),
      title: lineOfUpTo(3),
      goal: fc.constantFrom(0, 100, 300),
      signed: fc.nat(400),
    }),
  ),
  update: fc.option(
    fc.record({ title: lineOfUpTo(2), slug: fc.constant('before'), day: fc.constant('2026-11-20') }),
  ),
  related: fc.array(
    fc.record({ title: lineOfUpTo(2), slug: fc.constant('related'), sourceTitle: lineOfUpTo(2) }),
    { maxLength: 2 },
  ),
});

/** Some stories under up to three headings; some headings have none. */
const storiesUpTo = (count: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...SLUGS), story), { minLength: 1, maxLength: count })
    .map((all) => placed(all.map(([category, said]) => ({ category, said }))));

function placed(
  all: { category: string; said: Partial<StorySnapshot> & { title: string } }[],
): FrozenStory[] {
  const places = new Map<string, number>();
  return all.map(({ category, said }, number) => {
    const position = places.get(category) ?? 0;
    places.set(category, position + 1);
    return {
      category,
      articleId: idOf(number),
      position,
      score: 1 - number / 1000,
      snapshot: snapshotOf({ ...said, slug: `story-${number}` }),
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

test('whatever stories say, it stands as words in a sound mail', async () => {
  await fc.assert(
    fc.asyncProperty(storiesUpTo(8), async (stories) => {
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
    }),
    // New stories on every run of a developer's; the same ones where a change is judged.
    { numRuns: 60, ...(process.env.CI ? { seed: 20_261_125 } : {}) },
  );
}, 120_000);

test('a category with one story, one with none and one with 200 make sound mails of allowed size', async () => {
  const said = fc.sample(story, { numRuns: 201, seed: 200 });
  const stories = placed(
    said.map((one, number) => ({ category: number === 0 ? 'schools' : 'harbour', said: one })),
  );
  const input = await inputOf(stories, readersConfig());
  expect(input.frame.categories.map(({ slug }) => slug)).toEqual(['harbour', 'schools']);
  expect(lintEdition(input)).toEqual([]);
});
