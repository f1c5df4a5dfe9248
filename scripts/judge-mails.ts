import type { DigestProps, DigestStory } from '../emails/digest.tsx';
import type { LetterFrame, LetterProps } from '../emails/letters.tsx';
import { arabicDigest, arabicStory } from '../tests/emails/arabic-fixture.ts';
import { category, digest, story } from '../tests/emails/digest-fixture.ts';

/** Each digest that is judged, under the name of its file. */
export const digests: Readonly<Record<string, DigestProps>> = {
  'digest-3': digest({ masthead: withLogo() }),
  'digest-24': digest({ masthead: withLogo(), categories: shelves(story) }),
  'digest-long-words': digest({ masthead: withLogo(), categories: longWords() }),
  'digest-no-logo': digest(),
  'digest-weekly': digest({ cadence: 'weekly', categories: mixedForms() }),
  'digest-rtl': arabicDigest(),
  'digest-rtl-24': arabicDigest({ categories: shelves(arabicStory) }),
};

/** Every kind of letter in English and in a language that runs the other way. */
export const letters: Readonly<Record<string, LetterProps>> = Object.fromEntries(
  [english(), arabic()].flatMap(({ frame, categories, petition, signer }) =>
    kindsOf(frame, { categories, petition, signer }).map((letter) => [
      `letter-${letter.kind}-${frame.language}`,
      letter,
    ]),
  ),
);

function withLogo(): DigestProps['masthead'] {
  return { ...digest().masthead, logoUrl: 'https://lantern.example/logo.png' };
}

/** Six categories of four stories each, in full. */
function shelves(storyOf: typeof story): DigestProps['categories'] {
  const colours = ['#1b6b5a', '#9a4a12', '#6b4fa0', '#a1285f', '#2f5aa8', '#5c5a1e'];
  const darkColours = ['#7fd1bd', '#f0a875', '#c3aef0', '#f29ac0', '#9dbdf5', '#d6d08a'];
  return ['transport', 'parks', 'schools', 'rivers', 'health', 'culture'].map((slug, i) =>
    category(
      slug,
      [1, 2, 3, 4].map((n) => storyOf(`${slug}-${n}`)),
      { color: { light: colours[i] ?? '#1b6b5a', dark: darkColours[i] ?? '#7fd1bd' } },
    ),
  );
}

function mixedForms(): DigestProps['categories'] {
  const before = {
    title: 'The office thinks about the night buses',
    url: 'https://lantern.example/articles/thinking',
    dayInWords: '19 Nov 2026',
  };
  const video: Partial<DigestStory> = {
    kind: 'video',
    language: 'es',
    title: 'Un puente cerrado por un año',
  };
  return [
    category('transport', [story('a1', { update: before }), story('a2', { form: 'brief' })]),
    category('parks', [
      story('b1', { form: 'brief', update: before }),
      story('b2', { form: 'brief', ...video }),
      story('b3', { form: 'brief', opinion: null, action: null, todos: [], excerpt: '' }),
    ]),
  ];
}

function longWords(): DigestProps['categories'] {
  const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(15);
  const url = `https://lantern.example/${'a-very-long-path/'.repeat(30)}`;
  const long = {
    title: word,
    url: `${url}?b=1&c=2`,
    sourceTitle: word.slice(0, 90),
    excerpt: `${word} ${url}`,
  };
  const petition = { title: word.slice(0, 180), url: `${url}?sign`, signed: 5, goal: 100 };
  const todos = [{ text: `Read ${url} 🚲`, url }];
  const mixed = {
    title: 'The word سلام stands in ☮ <b>bold</b> & "quotes" {braces}',
    opinion: word,
    action: url,
  };
  return [
    category('transport', [
      story('a1', { ...long, petition, todos }),
      story('a2', { ...long, form: 'brief' }),
    ]),
    category('parks', [story('b1', { ...mixed, language: 'ar' })], { name: word.slice(0, 60) }),
  ];
}

interface Cast {
  frame: LetterFrame;
  categories: string[];
  petition: { title: string; target: string };
  signer: string;
}

/** An address with a token in it, as long as they are. */
function at(path: string): string {
  return `https://lantern.example/${path}/6Kb1Qm0o5Vw2l9uXyT3a8dHcRfZsEjPn`;
}

function kindsOf(frame: LetterFrame, { categories, petition, signer }: Omit<Cast, 'frame'>): LetterProps[] {
  const mine = { preferences: at('me'), unsubscribe: at('u') };
  return [
    { ...frame, kind: 'confirm', links: { confirm: at('c') }, categories },
    { ...frame, kind: 'welcome', links: mine, categories },
    { ...frame, kind: 'known', links: { preferences: mine.preferences } },
    { ...frame, kind: 'fresh-link', links: { preferences: mine.preferences } },
    { ...frame, kind: 'confirm-signature', links: { confirm: at('s') }, petition, signer },
    { ...frame, kind: 'receipt', links: { signature: at('s'), petition: at('petitions') }, petition },
  ];
}

function english(): Cast {
  const { masthead, links, postalAddress } = digest();
  const newsroom = { ...masthead, homeUrl: links.home, postalAddress };
  return {
    frame: { language: 'en', dir: 'ltr', sample: true, newsroom },
    categories: ['Transport', 'Parks'],
    petition: { title: 'Keep the night buses running', target: 'the town council' },
    signer: 'Mira Østergård',
  };
}

function arabic(): Cast {
  const { masthead, links, postalAddress } = arabicDigest();
  const newsroom = { ...masthead, homeUrl: links.home, postalAddress };
  return {
    frame: { language: 'ar', dir: 'rtl', sample: true, newsroom },
    categories: ['النقل', 'الحدائق والأنهار'],
    petition: { title: 'أبقوا ممرًا واحدًا مفتوحًا', target: 'مجلس البلدة' },
    signer: 'ليلى Østergård',
  };
}
