import { expect, test } from 'vitest';
import { readPage } from '../../../src/collect/page/page.ts';
import { shownPage } from '../../../src/collect/page/shown.ts';
import { pageOf, PARAGRAPHS, story, TEXT, URL_OF_STORY as url } from './news.ts';

test('a page gives its text without what stands around it, and what it says of itself', () => {
  const head = `<title>Council votes to rebuild the pier | Marsh Post</title><meta property="og:site_name" content="Marsh Post">
    <meta property="og:image" content="/ship.jpg"><meta property="og:image:alt" content="A ship &amp; its crew">
    <link rel="canonical" href="https://www.news.example/2026/05/03/pier?utm_source=x"><meta name="author" content="By Ana Field,">`;
  const page = readPage({ body: pageOf({ head }), url });
  expect(page).toMatchObject({
    title: 'Council votes to rebuild the pier',
    text: TEXT,
    lead: PARAGRAPHS[0],
    wordCount: 138,
    readingMinutes: 1,
    language: 'en',
    author: 'Ana Field',
    siteName: 'Marsh Post',
    imageUrl: 'https://news.example/ship.jpg',
    imageAlt: 'A ship & its crew',
    canonicalUrl: 'https://www.news.example/2026/05/03/pier',
    publishedAt: new Date('2026-05-03'),
    kind: 'text',
    signs: [],
  });
  expect(page.html.match(/<p>/g)).toHaveLength(PARAGRAPHS.length);
});

test('a page as it is shown has every field, null where nothing is known', () => {
  const shown = shownPage('a.html', readPage({ body: '<p>Hello', url: 'https://news.example/a' }));
  expect(shown).toEqual({
    input: 'a.html',
    kind: 'page',
    title: null,
    author: null,
    publishedAt: null,
    siteName: null,
    language: null,
    text: 'Hello',
    html: '<p>Hello</p>',
    image: null,
  });
});

test.each([
  '',
  '<p>',
  'words only',
  '<html></html>',
  '<?xml version="1.0"?><a/>',
  '\0',
  '<frameset><frame src="/a">',
])('the page %j has no text and is no accident', (body) =>
  expect(readPage({ body, url }).wordCount).toBeLessThan(25),
);

test('a page without a body, without tags at all and with NULs is read', () => {
  const bare = PARAGRAPHS.map((text) => `<p>${text}`).join('');
  expect(readPage({ body: `<title>x</title>${bare}`, url }).text).toBe(TEXT);
  expect(readPage({ body: PARAGRAPHS.join(' '), url }).wordCount).toBe(138);
  expect(readPage({ body: bare.replaceAll(' ', '\0 '), url }).text).toBe(TEXT);
});

test('a page in Shift_JIS is read as its own declaration says', () => {
  // "kyou wa ii tenki desu." in Shift_JIS, many times.
  const sentence = [
    0x8d, 0xa1, 0x93, 0xfa, 0x82, 0xcd, 0x82, 0xa2, 0x82, 0xa2, 0x93, 0x56, 0x8b, 0x43, 0x82, 0xc5, 0x82,
    0xb7, 0x81, 0x42,
  ];
  const paragraphs = Array.from({ length: 30 }, () => [
    ...Buffer.from('<p>'),
    ...sentence,
    ...sentence,
  ]).flat();
  const body = Buffer.concat([Buffer.from('<meta charset="Shift_JIS"><body>'), Buffer.from(paragraphs)]);
  const page = readPage({ body, url });
  expect(page.text.split('\n\n')[0]).toBe('今日はいい天気です。今日はいい天気です。');
  expect(page.language).toBe('ja');
});

test('addresses in the text are relative to the base that the page names', () => {
  const body = pageOf({
    head: '<base href="https://files.example/x/">',
    body: story({
      inside: `<p>It was <a href="y.html">said before</a>, and it will be said again by those who know.</p>`,
    }),
  });
  expect(readPage({ body, url }).html).toContain('href="https://files.example/x/y.html"');
});

const refreshOf = (content: string) =>
  readPage({ body: `<meta http-equiv="Refresh" content="${content}"><p>Moved.`, url }).refreshUrl;

test('a page that moves its readers on says where to', () => {
  expect(refreshOf('0; url=/elsewhere')).toBe('https://news.example/elsewhere');
  expect(refreshOf("3;URL='https://other.example/'")).toBe('https://other.example/');
  expect(refreshOf('300; url=/elsewhere')).toBeUndefined();
  expect(refreshOf('5')).toBeUndefined();
  expect(refreshOf('0; url=javascript:alert(1)')).toBeUndefined();
});
