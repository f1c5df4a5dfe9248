import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { LetterFrame, LetterProps } from '../../emails/letters.tsx';
import { renderLetter } from '../../src/deliver/letter-render.ts';
import { english } from '../../strings/en.ts';
import { piecesOf, wordsOf } from '../strings/walk.ts';
import { linksOf, textOf } from './markup.ts';

const frame: LetterFrame = {
  language: 'en',
  dir: 'ltr',
  sample: false,
  newsroom: {
    name: 'The Hollowmere Lantern',
    tagline: 'The day’s news, and what you can do about it',
    homeUrl: 'https://lantern.example/',
    postalAddress: '4 Mill Lane, Hollowmere HM1 2AB',
  },
};
const petition = { title: 'Keep the night buses running', target: 'the town council' };
const at = (path: string) => `https://lantern.example/${path}`;

const letters: LetterProps[] = [
  { ...frame, kind: 'confirm', links: { confirm: at('c/1') }, categories: ['Transport', 'Parks'] },
  {
    ...frame,
    kind: 'welcome',
    links: { preferences: at('me/1'), unsubscribe: at('u/1') },
    categories: ['Transport'],
  },
  { ...frame, kind: 'known', links: { preferences: at('me/1') } },
  { ...frame, kind: 'fresh-link', links: { preferences: at('me/1') } },
  { ...frame, kind: 'confirm-signature', links: { confirm: at('s/1') }, petition, signer: 'Mira Østergård' },
  { ...frame, kind: 'receipt', links: { signature: at('s/2'), petition: at('petitions/buses') }, petition },
];

describe.each(letters)('the letter "$kind"', (props) => {
  test('has every one of its links in the HTML and in the text', async () => {
    const { html, text } = await renderLetter(props);
    const links = new Set(linksOf(html));
    for (const link of [...Object.values(props.links), frame.newsroom.homeUrl]) expect(links).toContain(link);
    for (const link of links) expect(text.split('\n')).toContain(link);
  });

  test('carries nothing that React and React Email leave behind', async () => {
    const { html } = await renderLetter(props);
    expect(html).toMatch(/^<!doctype html><html/);
    expect(html).not.toMatch(/<!--(?!\[if)/);
    expect(html).toContain('word-break:break-word');
  });

  test('says whose it is, where they are, and once what it is about', async () => {
    const { html, text, subject } = await renderLetter(props);
    for (const part of [textOf(html), text]) expect(part).toContain(frame.newsroom.postalAddress);
    expect(subject).toMatch(/\S/);
    expect(parseHTML(html).document.querySelectorAll('h1')).toHaveLength(1);
  });

  test('calls itself a sample when it is one', async () => {
    const { html, text } = await renderLetter({ ...props, sample: true });
    expect(textOf(html)).toContain('sample');
    expect(text).toContain('sample');
    const real = await renderLetter(props);
    for (const part of [textOf(real.html), real.text]) expect(part).not.toContain('sample');
  });
});

test.each(letters.filter(({ kind }) => kind.startsWith('confirm')))(
  'the letter "$kind" says to do nothing if one did not ask',
  async (props) => {
    const { html, text } = await renderLetter(props);
    for (const part of [textOf(html), text]) expect(part).toContain('do nothing');
  },
);

test('a name that a stranger typed brings no link and never reaches the subject', async () => {
  const signer =
    'Win http://evil.example at www.evil.example or evil.example <b>now</b>\r\nBcc: x@evil.example';
  const { html, text, subject } = await renderLetter({
    ...frame,
    kind: 'confirm-signature',
    links: { confirm: at('s/1') },
    petition,
    signer,
  });
  for (const part of [html, text, subject]) expect(part).not.toContain('evil');
  expect(subject).not.toContain('Win');
  expect(text).toContain('Win at or');
  expect(parseHTML(html).document.querySelector('b')).toBeNull();
});

test('the language and direction stand on the document and again inside its body', async () => {
  const { html } = await renderLetter({ ...frame, ...letters[0], language: 'ar', dir: 'rtl' } as LetterProps);
  for (const selector of ['html', 'body', 'body td']) {
    const element = parseHTML(html).document.querySelector(selector);
    expect([element?.getAttribute('lang'), element?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  }
});

const ENGLISH = wordsOf({ letters: english.letters }).flatMap(({ text }) => piecesOf(text));
const englishIn = (text: string) => ENGLISH.filter((piece) => text.includes(piece));
const ours = { name: 'Ñu', tagline: 'Ñu', homeUrl: 'https://n.example/', postalAddress: 'Ñu' };

describe.each([
  ['de', 'ltr'],
  ['ar', 'rtl'],
] as const)('in the language "%s"', (language, dir) => {
  test.each(letters)('the letter "$kind" says nothing in English', async (props) => {
    const { html, text, subject } = await renderLetter({
      ...props,
      newsroom: ours,
      sample: true,
      language,
      dir,
    });
    const root = parseHTML(html).document.documentElement;
    expect([root.getAttribute('lang'), root.getAttribute('dir')]).toEqual([language, dir]);
    for (const part of [subject, textOf(html), text.replaceAll(/\s+/g, ' ')])
      expect(englishIn(part)).toEqual([]);
  });
});

test.each(letters)('the letter "$kind" in English would be found to be', async (props) => {
  const { html, text } = await renderLetter(props);
  for (const part of [textOf(html), text.replaceAll(/\s+/g, ' ')]) expect(englishIn(part)).not.toEqual([]);
});
