import { describe, expect, test } from 'vitest';
import { parseFeedDocument } from '../../../src/collect/feed/document.ts';
import { harmless } from '../../../src/collect/feed/harmless.ts';
import { shownFeed } from '../../../src/collect/feed/shown.ts';

const base = 'https://harbour.example/2026/one';

describe('markup made harmless', () => {
  test.each([
    ['<p class="a">x &amp; <b>y</b><br/></p>', '<p class="a">x &amp; <b>y</b><br/></p>'],
    ['a<script>alert(1)</script>b<style>p{}</style>c', 'abc'],
    ['<iframe src="https://x.example/"></iframe><object><p>x</p></object>y', 'y'],
    ['<img src="quay.jpg" onerror="x()">', '<img src="https://harbour.example/2026/quay.jpg">'],
    ['<a href=" java\tscript:x()" title="t">x</a>', '<a title="t">x</a>'],
    ['<a href="&#106;avascript:x()">x</a>', '<a>x</a>'],
    ['<a href="/a?b=1&amp;c=2">x</a>', '<a href="https://harbour.example/a?b=1&amp;c=2">x</a>'],
    ['<a href="#note">x</a>', '<a href="#note">x</a>'],
    ['<p style="position:fixed">x</p><!-- gone -->', '<p>x</p>'],
    ['1 < 2', '1 < 2'],
  ])('%j is %j', (html, expected) => expect(harmless(html, base)).toBe(expected));
});

test('a feed is shown in its own order and words, with what has no address, and null where it says nothing', () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Colline</title><link href="https://colline.example/"/><subtitle>Nouvelles</subtitle>
    <entry><title>Sans adresse</title><updated>2026-11-20T10:00:00Z</updated></entry>
    <entry><id>2</id><title type="html">L’&lt;i&gt;été&lt;/i&gt;</title><link href="/2"/><published>2026-11-22T10:00:00Z</published><author><name>Luc</name></author><author><name>Eve</name></author>
    <category term="quai"/><summary>Court</summary><content type="html">&lt;p onclick="x()"&gt;&lt;a href="a"&gt;Long&lt;/a&gt;</content><link rel="enclosure" href="/2.mp3" type="audio/mpeg"/></entry></feed>`;
  const nothing = {
    url: null,
    id: null,
    author: null,
    categories: [],
    summary: null,
    html: null,
    publishedAt: null,
    attachments: [],
  };
  expect(shownFeed(parseFeedDocument(text, { url: 'https://colline.example/flux/all.xml' }))).toEqual({
    feed: {
      title: 'La Colline',
      url: 'https://colline.example/',
      description: 'Nouvelles',
      language: 'fr',
      id: null,
      publishedAt: null,
      updatedAt: null,
      repaired: false,
    },
    items: [
      { ...nothing, title: 'Sans adresse', updatedAt: '2026-11-20T10:00:00.000Z' },
      {
        title: 'L’<i>été</i>',
        url: 'https://colline.example/2',
        id: '2',
        author: 'Luc, Eve',
        categories: ['quai'],
        summary: 'Court',
        html: '<p><a href="https://colline.example/a">Long</a>',
        publishedAt: '2026-11-22T10:00:00.000Z',
        updatedAt: null,
        attachments: [{ url: 'https://colline.example/2.mp3', type: 'audio/mpeg' }],
      },
    ],
  });
});

test('a title that is missing is made of the text, or is the address', () => {
  const items =
    '<item><description>First words.</description></item><item><link>https://a.example/1</link></item>';
  const document = parseFeedDocument(
    `<rss><channel><link>https://a.example/</link>${items}</channel></rss>`,
    {},
  );
  const { feed, items: shown } = shownFeed(document);
  expect([feed.title, ...shown.map(({ title }) => title)]).toEqual([
    'https://a.example/',
    'First words.',
    'https://a.example/1',
  ]);
});
