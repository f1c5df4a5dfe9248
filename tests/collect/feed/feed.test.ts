import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/collect/decode.ts';
import { readFeed } from '../../../src/collect/feed/feed.ts';

const bytes = (name: string) => readFileSync(new URL(`../../fixtures/collect/${name}`, import.meta.url));
const feed = (name: string, itemsMax = 100) =>
  readFeed(decodeText(bytes(name), undefined), { url: 'https://harbour.example/feed.xml', itemsMax });
const code = (text: string) => {
  try {
    return readFeed(text, { url: 'https://harbour.example/feed.xml?key=1', itemsMax: 10 }).items.length;
  } catch (error) {
    return error as { code: string; message: string };
  }
};

describe('RSS', () => {
  test('gives title, address and text in our words', () => {
    const { title, homeUrl, items } = feed('rss.xml');
    expect({ title, homeUrl }).toEqual({ title: 'Harbour & Hill', homeUrl: 'https://harbour.example/' });
    expect(items[0]).toEqual({
      guid: 'harbour-4',
      url: 'https://harbour.example/2026/plan?id=4',
      title: 'Mayor’s plan & the quay',
      author: 'Ana Field',
      categories: [],
      summary: 'First line. Second line.',
      html: '<p>Whole <a href="https://harbour.example/quay" rel="nofollow noopener">text</a>.</p>',
      publishedAt: new Date('2026-11-23T08:30:00Z'),
      updatedAt: undefined,
      dateState: 'given',
      kind: 'text',
      imageUrl: 'https://harbour.example/plan.jpg',
      imageAlt: undefined,
      mediaUrl: undefined,
      mediaSeconds: undefined,
      language: 'en-US',
      hasPage: true,
    });
  });
  test('takes the permalink where there is no link, and leaves out what has no web address', () => {
    const { items, leftOut } = feed('rss.xml');
    expect(items[1]).toMatchObject({
      url: 'https://harbour.example/2026/permalink',
      publishedAt: new Date('2026-11-23T07:00:00Z'),
    });
    expect(leftOut).toBe(2);
    expect(feed('rss.xml').leftOutItems).toEqual([
      { title: 'No address', reason: 'The feed gives no address for it.' },
      { title: 'A trap', reason: 'Its address cannot be opened: javascript:alert(1).' },
    ]);
    expect(items).toHaveLength(4);
  });
  test('tells films and episodes from texts', () => {
    const kinds = feed('rss.xml').items.map(({ title, kind, hasPage }) => ({ title, kind, hasPage }));
    expect(kinds).toContainEqual({ title: 'A film', kind: 'video', hasPage: true });
    expect(kinds).toContainEqual({ title: 'An episode without a page', kind: 'audio', hasPage: false });
  });
  test('gives no more than the newest when there are many', () => {
    expect(feed('rss.xml', 2).items.map(({ guid }) => guid)).toEqual([
      'harbour-4',
      'https://harbour.example/2026/permalink',
    ]);
  });
});

test('Atom is read with its base, its link of the right kind and its texts of either kind', () => {
  expect(feed('atom.xml')).toMatchObject({ title: 'La Colline', homeUrl: 'https://colline.example/' });
  expect(feed('atom.xml').items).toMatchObject([
    {
      url: 'https://colline.example/articles/1',
      title: "L'été à la colline",
      author: 'Luc Marais',
      summary: '2 < 3, dit la mairie',
      html: '<p>Le texte.</p>',
      publishedAt: new Date('2026-11-22T10:00:00Z'),
      language: 'fr',
    },
  ]);
});

test('JSON Feed is read, with a title made where there is none', () => {
  const { title, items } = feed('feed.json');
  expect(title).toBe('The Plain Paper');
  expect(items).toMatchObject([
    { guid: '2', url: 'https://plain.example/two', title: 'No title here.' },
    { guid: '1', title: 'One < two', author: 'Per Strand', summary: 'First. Second.' },
  ]);
});

test('RDF is read', () => {
  expect(feed('rdf.xml').items).toMatchObject([
    {
      url: 'https://old.example/1',
      title: 'Still here',
      author: 'Ida Moss',
      publishedAt: new Date('2026-11-20'),
    },
  ]);
});

test('a guid that the whole feed shares is nobody’s', () => {
  const { items } = readFeed(`<rss version="2.0"><channel>${item(1)}${item(2)}</channel></rss>`, {
    url: 'https://a.example/',
    itemsMax: 10,
  });
  expect(items.map(({ guid }) => guid)).toEqual(['https://a.example/1', 'https://a.example/2']);
});

test.each([
  ['', 'source.empty'],
  ['  \n', 'source.empty'],
  ['<!doctype html><html><body>Please log in', 'source.not_a_feed'],
  ['<html><head><title>x</title></head></html>', 'source.not_a_feed'],
  ['just words', 'source.not_a_feed'],
  ['{"a":1}', 'source.not_a_feed'],
  ['[]', 'source.not_a_feed'],
  ['<?xml version="1.0"?><opml version="2.0"><body/></opml>', 'source.not_a_feed'],
  ['<rss version="2.0"><channel><title>cut</title><item><title>half an it', 'source.malformed'],
  [
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>',
    'source.malformed',
  ],
])('what is no feed says so: %j', (text, expected) => {
  expect(code(text)).toMatchObject({
    code: expected,
    message: expect.stringMatching(/harbour\.example(?!\/)/),
  });
});

test('an identity loses what the database cannot keep', () => {
  const entry = { url: 'https://a.example/1', title: 'One', content_text: 'Text' };
  const items = [
    { ...entry, id: 'a\0\ud800b' },
    { ...entry, id: '\0', url: 'https://a.example/2' },
  ];
  const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items });
  const read = readFeed(text, { url: 'https://a.example/feed.json', itemsMax: 10 });
  expect(read.items.map(({ guid }) => guid)).toEqual(['a\ufffdb', 'https://a.example/2']);
});

function item(n: number): string {
  return `<item><title>${n}</title><link>https://a.example/${n}</link><guid isPermaLink="false">same</guid></item>`;
}
